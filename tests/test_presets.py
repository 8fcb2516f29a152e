"""The presets: all of them load, say only what is known, bite at their limits and ship with the package."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.cli.main import main
from lintarticle.config.configuration import CommandLine, Configuration, resolve
from lintarticle.config.discovery import Configurations
from lintarticle.config.layers import read_presets
from lintarticle.config.preset import FOR_AGENTS, NAMES, PLATFORMS, STAGES, preset_text
from lintarticle.config.settings import Settings
from lintarticle.errors import ConfigError
from lintarticle.files import DiskFiles
from lintarticle.linter import lint_source
from lintarticle.rule import Context
from lintarticle.rules import ALL
from lintarticle.source import SourceText

TODAY = date(2026, 1, 31)


def settings_of(*names: str) -> Settings:
    return resolve(read_presets(names).layers)


SIGNS = "contains other characters than letters and digits, which this site refuses."


def problems(preset: str, article: str, *rules: str, path: str = "tides.md") -> list[str]:
    """Return what some rules say of an article under a preset, as `line severity rule message`."""
    settings = settings_of(preset)
    context = Context(TODAY, site=settings.site, options=settings.options)
    found = lint_source(path, SourceText.from_bytes(article.encode()), settings, context)
    return [f"{p.start.line} {p.severity.label} {p.rule} {p.message}" for p in found if p.rule in rules]


# --- the files ------------------------------------------------------------------------------------------------


def test_every_file_has_a_name_and_every_name_a_file() -> None:
    folder = files("lintarticle.config") / "presets"
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.toml" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_loads(name: str) -> None:
    assert settings_of(name).rules


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_says_where_its_facts_are_from(name: str) -> None:
    comment = preset_text(name).partition("\n\n")[0]
    assert re.match(r"# \S.*\n#\n# ", comment), "a title, an empty line, what it is"
    assert re.search(r"^# (Sources: |Our own choice)", comment, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_is_one_layer_for_all_files(name: str) -> None:
    own_types = {"types"} if name not in FOR_AGENTS else set()
    assert not {"preset", "extends", "overrides", "select", *own_types} & tomllib.loads(preset_text(name)).keys()


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_platform_makes_no_error_of_what_is_only_missing(name: str) -> None:
    required = {"hashnode": {"tags/missing"}, "zenn": {"tags/missing"}}
    errors = {active.rule.name for active in settings_of(name).rules if active.severity.label == "error"}
    assert errors & {"excerpt/missing", "tags/missing", "illustrations/missing"} == required.get(name, set())


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_platforms_own_names_come_first_and_no_other_is_lost(name: str) -> None:
    own = tomllib.loads(preset_text(name)).get("fields", {})
    fields = settings_of(name).reading.fields
    for field, names in own.items():
        assert list(fields[field][: len(names)]) == names
        assert set(ALIASES[field]) <= set(fields[field])


def test_every_platform_but_one_names_its_renderer() -> None:
    unknown = [name for name in PLATFORMS if settings_of(name).site.renderer == "any"]
    assert unknown == ["medium"]  # whatever its API does, nobody can edit the Markdown there


def test_what_is_bold_depends_on_the_renderer() -> None:
    article = "时间：**今天：**四点。\n"
    found = {name: problems(name, article, "rendering/literal-emphasis") for name in ("hugo", "jekyll", "medium")}
    assert [line.split()[1] for lines in found.values() for line in lines] == ["error", "warning"]
    assert found["jekyll"] == []


def test_the_later_preset_wins() -> None:
    severities = [
        next(active.severity.label for active in settings_of(*names).rules if active.rule.name == "tags/missing")
        for names in (("draft", "publish"), ("publish", "draft"), ("hugo", "publish"))
    ]
    assert severities == ["error", "info", "error"]


def test_known_keys_add_up() -> None:
    assert {"cascade", "emoji"} <= set(settings_of("hugo", "zenn").site.known_keys)


# --- limits ---------------------------------------------------------------------------------------------------


def test_dev_refuses_the_fifth_tag() -> None:
    four = "---\ntitle: Tides\ntags: [sea, moon, harbour, ships]\n---\n"
    assert problems("devto", four, "tags/count", "tags/format") == []
    assert problems("devto", four.replace("ships", "ships, tide tables"), "tags/count", "tags/format") == [
        "3 error tags/count 5 tags; use at most 4.",
        f"3 error tags/format The tag “tide tables” {SIGNS}",
    ]


def test_dev_refuses_dates_to_come() -> None:
    article = "---\ntitle: Tides\ndate: 2026-03-01\n---\n"
    (found,) = problems("devto", article, "dates/future")
    assert found.startswith("3 error dates/future ")


@pytest.mark.parametrize(("preset", "limit"), [("ghost", 255), ("devto", 128), ("medium", 100), ("zenn", 70)])
def test_a_title_may_be_as_long_as_the_platform_stores(preset: str, limit: int) -> None:
    article = "---\ntitle: {}\n---\n"
    assert problems(preset, article.format("x" * limit), "title/too-long") == []
    (found,) = problems(preset, article.format("x" * (limit + 1)), "title/too-long")
    assert found.startswith("2 error title/too-long ")
    assert f"{limit + 1} characters" in found
    assert f"{limit}" in found


def test_ghost_stores_300_characters_of_an_excerpt() -> None:
    article = "---\ntitle: Tides\ncustom_excerpt: {}\n---\n"
    assert problems("ghost", article.format("x" * 300), "excerpt/over-limit") == []
    (found,) = problems("ghost", article.format("x" * 301), "excerpt/over-limit")
    assert found.startswith("3 error excerpt/over-limit ")
    assert problems("ghost", article.format("x" * 301), "excerpt/too-long") == [], "the same text is reported once"


def test_zenn_takes_five_topics_and_no_signs() -> None:
    article = (
        "---\ntitle: 潮の満ち引き\nemoji: 🌊\ntype: idea\ntopics: [{}]\npublished: true\n---\n\n"
        "# 満潮\n\n潮。\n\n# 干潮\n\n潮。\n"
    )
    rules = ("tags/count", "tags/format", "tags/missing", "excerpt/missing", "structure/multiple-h1")
    assert problems("zenn", article.format("海, 月, 港, 船, 潮"), *rules) == []
    assert problems("zenn", article.format("海, 月, 港, 船, 潮, c++"), *rules) == [
        "5 error tags/count 6 tags; use at most 5.",
        f"5 warning tags/format The tag “c++” {SIGNS}",
    ]


def test_medium_uses_three_tags() -> None:
    article = "---\ntitle: Tides\ntags: [sea, moon, harbour, ships]\n---\n"
    assert problems("medium", article, "tags/count") == ["3 warning tags/count 4 tags; use at most 3."]


def test_pelican_reads_headers() -> None:
    article = "Title: Tides\nDate: 2024-05-01 10:20\nTags: sea, moon\nSummary: On tides.\n\nTwice a day the sea goes.\n"
    missing = ("front-matter/missing", "title/missing", "tags/missing", "excerpt/missing")
    assert problems("pelican", article, *missing) == []


@pytest.mark.parametrize(
    "article",
    [
        "---\ntitle: Tides\ndate: 2013/7/13 20:46:25\ntags:\n- sea\n- sea\n---\n\nText.\n",
        "title: Tides\ndate: 2013/7/13 20:46:25\ntags:\n- sea\n- sea\n---\n\nText.\n",
        '"title": "Tides",\n"date": "2013/7/13 20:46:25",\n"tags": ["sea", "sea"]\n;;;\n\nText.\n',
        ';;;\n"title": "Tides",\n"date": "2013/7/13 20:46:25",\n"tags": ["sea", "sea"]\n;;;\n\nText.\n',
    ],
)
def test_hexo_needs_no_opening_line(article: str) -> None:
    rules = ("front-matter/missing", "metadata/block-in-body", "title/missing", "dates/invalid", "tags/duplicate")
    (found,) = problems("hexo", article, *rules)
    assert found.split()[1:3] == ["error", "tags/duplicate"]


@pytest.mark.parametrize("article", ["Title: a word\n\nText.\n", "A heading\n---\n\nText.\n", "---\n\nText.\n"])
def test_hexo_articles_without_front_matter(article: str) -> None:
    assert len(problems("hexo", article, "front-matter/missing")) == 1


def test_quarto_reads_american_dates() -> None:
    article = "---\ntitle: Tides\ndate: {}\n---\n"
    read = ("5/22/2021", "05-22-2021", "today", "last-modified", "2021-05-22", "May 22, 2021")
    assert [problems("quarto", article.format(text), "dates/invalid") for text in read] == [[]] * len(read)
    assert len(problems("quarto", article.format("22/5/2021"), "dates/invalid")) == 1
    assert len(problems("hugo", article.format("5/22/2021"), "dates/invalid")) == 1


def test_zola_finds_its_tags() -> None:
    article = '+++\ntitle = "Tides"\ndescription = "On tides."\n[taxonomies]\ntags = ["sea", "sea"]\n+++\n'
    assert [line.split()[2] for line in problems("zola", article, "tags/missing", "tags/duplicate")] == [
        "tags/duplicate"
    ]


@pytest.mark.parametrize(
    ("preset", "right", "wrong"),
    [("hugo", "<!--more-->", "<!-- truncate -->"), ("docusaurus", "<!-- truncate -->", "<!-- more -->")],
)
def test_the_mark_that_ends_the_excerpt(preset: str, right: str, wrong: str) -> None:
    article = "---\ntitle: Tides\n---\n\nThe sea comes.\n\n{}\n\nThe sea goes.\n"
    assert problems(preset, article.format(right), "excerpt/separator") == []
    assert len(problems(preset, article.format(wrong), "excerpt/separator")) == 1


def test_publish_lets_no_editorial_block_through() -> None:
    article = (
        "# Tides\n\nTwice a day the sea goes.\n\n---\n\n"
        "**SEO Excerpt:** On tides and harbours.\n\n**SEO Tags:** sea, moon\n"
    )
    (found,) = problems("publish", article, "metadata/block-in-body")
    assert found.split()[1] == "error"


def test_google_article_asks_for_a_time_zone_and_an_author_per_entry() -> None:
    article = "---\ntitle: Tides\ndate: 2024-05-01T10:00:00\nauthor: Ada Orr and Ben Vale\n---\n\nWater.\n"
    found = problems("google-article", article, "dates/no-timezone", "metadata/author-format")
    assert [line.split()[:3] for line in found] == [
        ["3", "warning", "dates/no-timezone"],
        ["4", "warning", "metadata/author-format"],
    ]


def test_readability_only_notes() -> None:
    text = {active.rule.name: active.severity.label for active in settings_of("readability").rules}
    assert {level for name, level in text.items() if name.startswith("text/")} == {"info"}
    assert {name: level for name, level in text.items() if not name.startswith("text/")} == {
        active.rule.name: active.severity.label for active in Configuration(Path()).settings_for("a.md").rules
    }


# --- what platforms document as usual -------------------------------------------------------------------------

EXCERPT = "Twice a day the harbour empties, and the town has learned to live by the tables that foretell it."

BODY = "\n![Boats lying on the mud of the harbour](boats.png)\n\nTwice a day the harbour empties.\n"

USUAL = {
    "ghost": ("tides.md", f"""---
title: Living by tide tables
slug: tide-tables
custom_excerpt: {EXCERPT}
feature_image: boats.png
feature_image_alt: Boats lying on the mud of the harbour
tags: [tides, harbours]
published_at: 2024-05-01T10:00:00.000Z
status: published
featured: false
visibility: public
---
"""),
    "hugo": ("content/posts/tides.md", f"""+++
title = "Living by tide tables"
description = "{EXCERPT}"
date = 2024-05-01T10:00:00+02:00
lastmod = 2024-05-02
draft = false
weight = 10
aliases = ["/old/tides/"]
tags = ["tides", "harbours"]
images = ["boats.png"]
[params]
toc = true
+++
"""),
    "jekyll": ("_posts/2024-05-01-tides.md", f"""---
layout: post
title:  "Living by tide tables"
date:   2024-05-01 10:00:00 -0600
description: {EXCERPT}
categories: jekyll update
tags: tides harbours
image: /assets/boats.png
redirect_from: /old/tides/
---
"""),
    "astro": ("src/content/blog/tides.md", f"""---
title: 'Living by tide tables'
description: '{EXCERPT}'
pubDate: 'May 01 2024'
updatedDate: 'May 02 2024'
heroImage: '../../assets/boats.png'
---
"""),
    "docusaurus": ("blog/2024-05-01-tides.mdx", f"""---
slug: tide-tables
title: Living by tide tables
description: {EXCERPT}
authors: [mara, jon]
tags: [tides, harbours]
image: /img/boats.png
hide_table_of_contents: false
---
"""),
    "zola": ("content/tides.md", f"""+++
title = "Living by tide tables"
description = "{EXCERPT}"
date = 2024-05-01
path = "tides"
template = "post.html"
[taxonomies]
tags = ["tides", "harbours"]
[extra]
toc = true
+++
"""),
    "mkdocs-material": ("docs/blog/posts/tides.md", f"""---
title: Living by tide tables
description: {EXCERPT}
date:
  created: 2024-05-01
  updated: 2024-05-02
authors: [mara]
categories: [Harbours]
tags: [tides]
readtime: 5
---

# Living by tide tables
"""),
    "eleventy": ("content/blog/tides.md", f"""---
title: Living by tide tables
description: {EXCERPT}
date: 2024-05-01
tags: tides
layout: layouts/post.njk
permalink: "/tides/{{{{ page.fileSlug }}}}/"
eleventyExcludeFromCollections: true
---
"""),
    "pelican": ("content/tides.md", f"""Title: Living by tide tables
Date: 2024-05-01 10:20
Modified: 2024-05-02 19:30
Category: Harbours
Tags: tides, harbours
Slug: tide-tables
Authors: Mara Vik, Jon Aas
Summary: {EXCERPT}
Status: published

"""),
    "hexo": ("source/_posts/tides.md", f"""title: Living by tide tables
date: 2024/5/1 20:46:25
updated: 2024/5/2 20:46:25
excerpt: {EXCERPT}
categories:
- [Sea, Harbours]
tags:
- tides
comments: true
---
"""),
    "gatsby": ("content/blog/tides/index.md", f"""---
title: Living by tide tables
date: "2024-05-01T22:12:03.284Z"
description: "{EXCERPT}"
tags: [tides]
---
"""),
    "nextjs": ("_posts/tides.md", f"""---
title: "Living by tide tables"
excerpt: "{EXCERPT}"
coverImage: "/assets/boats.png"
date: "2024-05-01T05:35:07.322Z"
author:
  name: Mara Vik
  picture: "/assets/mara.png"
ogImage:
  url: "/assets/boats.png"
tags: [tides]
---
"""),
    "quarto": ("posts/tides/index.qmd", f"""---
title: "Living by tide tables"
description: "{EXCERPT}"
author: "Mara Vik"
date: "5/22/2021"
date-modified: last-modified
categories:
  - tides
  - harbours
image: boats.png
image-alt: Boats lying on the mud of the harbour
format:
  html:
    toc: true
---
"""),
    "starlight": ("src/content/docs/guides/tides.mdx", f"""---
title: Living by tide tables
description: {EXCERPT}
sidebar:
  order: 2
tableOfContents: false
lastUpdated: 2024-05-01
---
"""),
    "docfx": ("docs/tides.md", f"""---
title: Living by tide tables
description: {EXCERPT}
author: mara-vik
ms.author: maravik
ms.date: 05/01/2024
ms.topic: how-to
uid: harbour.tides
---
"""),
    "zenn": ("articles/living-by-tide-tables.md", """---
title: "潮汐表とともに暮らす"
emoji: "🌊"
type: "idea"
topics: ["潮汐", "harbour"]
published: true
published_at: 2024-05-01 09:00
---

# 満潮

![泥の上に横たわる船](/images/boats.png)

潮は一日に二度満ちる。

# 干潮

"""),
    "devto": ("tides.md", f"""---
title: Living by tide tables
published: true
description: {EXCERPT}
tags: tides, harbours
series: Harbours
canonical_url: https://tides.example/living
cover_image: https://tides.example/boats.png
---
"""),
    "hashnode": ("tides.md", f"""---
title: "Living by tide tables"
seoTitle: "Living by tide tables"
seoDescription: "{EXCERPT}"
datePublished: Wed May 01 2024 10:00:00 GMT+0000 (Coordinated Universal Time)
cuid: clvnxyz01
slug: tide-tables
cover: https://tides.example/boats.png
tags: tides, harbours
domain: tides.example
---
"""),
    "medium": ("tides.md", f"""---
title: Living by tide tables
description: {EXCERPT}
tags: [tides, harbours]
canonicalUrl: https://tides.example/living
publishStatus: draft
license: all-rights-reserved
---
"""),
}  # fmt: skip
"""One article a platform, with the keys that its documentation shows."""


def test_every_platform_has_a_usual_article() -> None:
    assert tuple(USUAL) == PLATFORMS


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_usual_article_has_no_problem(name: str) -> None:
    path, front_matter = USUAL[name]
    assert problems(name, front_matter + BODY, *(rule.name for rule in ALL), path=path) == []


# --- files for agents -----------------------------------------------------------------------------------------

SKILL = """\
---
name: tide-tables
description: Reads tide tables. Use it when somebody asks for the hour of high water in a harbour.
license: MIT
allowed-tools: Read
---

# Tide tables

## Steps

Find the port, then the day.
"""


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("", ""), ""),
        (("name: tide-tables\n", ""), "5:1 schema/required “name” is missing."),
        (("tide-tables", "Tide Tables"), "2:7 schema/value “name” is “Tide Tables”; expected"),
        (("tide-tables", "tide--tables"), "2:7 schema/value “name” is “tide--tables”; expected"),
        (
            ("tide-tables", "tide-" * 14 + "tables"),
            "2:7 schema/value “name” is 76 characters long; expected at most 64.",
        ),
        (("description", "whatever"), "6:1 schema/required “description” is missing."),
        (("Reads tide tables.", "Reads tide tables. " * 60), "3:14 schema/value “description” is 1207 characters long"),
        (("MIT", "[MIT]"), "4:10 schema/type “license” is"),
        (("Find the port, then the day.", ""), "10:1 structure/empty-section"),
        (
            ("name: ", "name: sea-"),
            "2:7 metadata/slug-filename Name “sea-tide-tables” differs from the name of its folder",
        ),
    ],
)
@pytest.mark.parametrize("by_file", [True, False])
def test_a_skill_has_a_name_a_description_and_sections(
    change: tuple[str, str], found: str, folder: Path, capsys: pytest.CaptureFixture[str], *, by_file: bool
) -> None:
    text = SKILL.replace(*change)
    own = folder / ("tide-" * 14 + "tables" if "tide-tide" in text else "tide-tables")
    own.mkdir()
    (own / "SKILL.md").write_text(text, "utf-8")
    if by_file:
        (folder / "lintarticle.toml").write_text('preset = "agent-skills"\n', "utf-8")
    arguments = [] if by_file else ["--preset", "agent-skills"]
    main(["check", "--no-cache", "--output-format", "concise", "--quiet", *arguments, own.name])
    lines = capsys.readouterr().out.replace(f"{own.name}/SKILL.md:", "").replace(": error", "").splitlines()
    assert (len(lines), "".join(lines).startswith(found)) == (1 if found else 0, True), lines


def test_instructions_for_agents_need_no_metadata_but_words_below_each_heading() -> None:
    article = (
        "# A very long heading for the instructions of one repository with many parts and programs\n\n## Build\n\n"
    )
    rules = [rule.name for rule in ALL]
    assert problems("agents-md", f"{article}Run make.\n", *rules, path="AGENTS.md") == []
    (line,) = problems("agents-md", f"{article}## Test\n\nRun it.\n", *rules, path="AGENTS.md")
    assert line.startswith("3 error structure/empty-section ")


def test_presets_for_agents_find_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = {"skills/a/SKILL.md": "agent-skills", "AGENTS.md": "agents-md", "docs/CLAUDE.md": "agents-md", "a.md": ""}
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    for preset in ("agent-skills", "agents-md"):
        own = Configurations(tmp_path, command_line=CommandLine(presets=(preset,))).of(tmp_path)
        assert [name for name in names if own.include.match(name)] == [k for k, v in names.items() if v == preset]


# --- configuration --------------------------------------------------------------------------------------------


def configuration(folder: Path, text: str, *presets: str) -> Configuration:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "lintarticle.toml").write_text(text, "utf-8")
    return Configurations(folder, command_line=CommandLine(presets=presets)).of(folder)


def severity(settings: Settings, rule: str) -> str:
    return next((active.severity.label for active in settings.rules if active.rule.name == rule), "off")


def test_what_the_file_says_is_stronger_than_a_preset(tmp_path: Path) -> None:
    text = 'preset = "publish"\n[rules]\n"tags/missing" = "off"\n'
    settings = configuration(tmp_path, text).settings_for("a.md")
    assert (severity(settings, "tags/missing"), severity(settings, "excerpt/missing")) == ("off", "error")


def test_presets_of_the_command_line_come_after_those_of_the_file(tmp_path: Path) -> None:
    text = 'preset = ["hugo", "draft"]\n[rules]\n"tags/missing" = "off"\n'
    settings = configuration(tmp_path, text, "publish").settings_for("a.md")
    assert (severity(settings, "tags/missing"), severity(settings, "excerpt/missing")) == ("off", "error")
    assert settings.site.slugger == "hugo"


def test_a_preset_for_some_files(tmp_path: Path) -> None:
    text = '[[overrides]]\nfiles = ["dev/**"]\npreset = "devto"\nrules = { "tags/count" = { max = 3 } }\n'
    found = configuration(tmp_path, text)
    count = {path: found.settings_for(path).options.get("tags/count") for path in ("a.md", "dev/a.md")}
    assert count["a.md"] is None
    assert vars(count["dev/a.md"] or object) == {"max": 3}
    assert severity(found.settings_for("dev/a.md"), "title/too-long") == "error"


def test_excludes_of_a_preset_can_be_taken_back(tmp_path: Path) -> None:
    found = configuration(tmp_path, 'preset = "hugo"\nexclude = ["drafts/", "!/themes/"]\n')
    left_out = [found.exclude.match(path) for path in ("public/a.md", "drafts/a.md", "themes/a.md", "a.md")]
    assert left_out == [True, True, False, False]


def test_the_nearest_name_and_the_place(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        configuration(tmp_path, 'drafts = "warn"\npreset = [\n  "hugo",\n  "publsh",\n]\n')
    assert caught.value.messages == ("lintarticle.toml:4: Unknown preset “publsh”. Did you mean “publish”?",)


def test_a_preset_that_is_no_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        configuration(tmp_path, "preset = 3\n")
    assert caught.value.messages == ("lintarticle.toml:1: “preset” is 3; expected a list.",)


# --- command line ---------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_unknown_preset_on_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--preset", "jekyl", "."]) == 2
    assert capsys.readouterr().err.splitlines()[0] == ("lintarticle: Unknown preset “jekyl”. Did you mean “jekyll”?")


def test_check_with_presets(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tides.md").write_text("---\ntitle: Tides\ntags: [a1, b2, c3, d4, e5]\nexcerpt: x\n---\n", "utf-8")
    arguments = ["check", "--only", "tags/count", "--output-format", "concise", "--quiet", "tides.md"]
    assert main(arguments) == 0
    assert main([*arguments, "--preset", "zenn", "--preset", "devto"]) == 1
    assert capsys.readouterr().out.splitlines()[-1:] == ["tides.md:3:24: error tags/count 5 tags; use at most 4."]


def test_rules_shows_what_a_preset_changes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules"])
    plain = capsys.readouterr().out.splitlines()
    main(["rules", "--preset", "medium"])
    shown = capsys.readouterr().out.splitlines()
    changed = [f"{above.split()[0]} {line.strip()}" for above, line in pairwise(shown) if line.startswith(" ")]
    assert changed == [
        "front-matter/missing here: warning (default error)",
        "title/too-long here: error (default warning), max = 100 (default 255)",
        "excerpt/missing here: warning (default error)",
        "tags/missing here: warning (default error)",
        "tags/count here: max = 3 (default 10)",
        "tags/too-long here: warning (default info), max = 25 (default 30)",
    ]
    assert not any(line.startswith(" ") for line in plain)


def test_rules_as_json_has_the_options_in_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "--output-format", "json", "--preset", "devto"])
    entries = {entry["rule"]: entry for entry in json.loads(capsys.readouterr().out)["rules"]}
    (most,) = (option for option in entries["tags/count"]["options"] if option["name"] == "max")
    assert (entries["tags/count"]["severity"], most["default"], most["value"]) == ("error", "10", "4")


def test_a_run_without_a_preset_reads_none(folder: Path) -> None:
    (folder / "tides.md").write_text("---\ntitle: Tides\n---\n", "utf-8")
    program = (
        "import sys\nfrom lintarticle.cli.main import main\nmain(['check', '--quiet', 'tides.md'])\n"
        "print([name for name in ('lintarticle.config.reading', 'importlib.resources') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["[]"]


def test_all_stages_are_for_any_platform() -> None:
    for name in STAGES:
        assert set(tomllib.loads(preset_text(name))) == {"rules"}


def test_static_folders_of_a_preset_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "source" / "img").mkdir(parents=True)
    (tmp_path / "source" / "img" / "tide.png").write_bytes(b"")
    static = settings_of("hexo").site.static_dirs
    assert DiskFiles(tmp_path, tmp_path, static).exists("source/_posts/a.md", "/img/tide.png")
