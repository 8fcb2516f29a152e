"""`lintarticle new`: where an article goes, what it says, and that `check` reports what is still to be written."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from command_folder import CommandFolder

from lintarticle.cli import new
from lintarticle.cli.main import main
from lintarticle.config.configuration import CommandLine
from lintarticle.config.reading import read_configuration
from lintarticle.drafting.metadata import Manner, written_front_matter
from lintarticle.drafting.names import NameStyle, place_by_pattern, place_of, slug_from, usual_place
from lintarticle.drafting.values import TODO, example_values
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.specs import specs_of

RECIPES = Path(__file__).parent.parent / "docs" / "recipes"

NOW = datetime.fromisoformat("2026-03-09T18:05:30+01:00")

TITLE = "How to read a tide table"


class Site(CommandFolder):
    """A repository in a folder of its own, and the command run in it."""

    def new(self, *arguments: str) -> tuple[str, str]:
        """Return the path of a new article, and what is in it."""
        code, out, err = self.run("new", *arguments)
        assert (code, err) == (0, ""), err
        path = out.removesuffix("\n")
        return path, (self.folder / path).read_text("utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "local_now", lambda: NOW)
    return Site(tmp_path, capsys)


# --- names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "language", "unicode", "ascii_only"),
    [
        ("How to read a tide table", "en", "how-to-read-a-tide-table", "how-to-read-a-tide-table"),
        ("Don’t panic: it's C++ & C#", "en", "dont-panic-its-c-c", "dont-panic-its-c-c"),
        ("Über die Größe der Gezeiten", "de", "über-die-größe-der-gezeiten", "ueber-die-groesse-der-gezeiten"),
        ("Été à Saint-Malo", "fr", "été-à-saint-malo", "ete-a-saint-malo"),
        ("Gelgit çizelgesi İçin", "tr", "gelgit-çizelgesi-i̇çin", "gelgit-cizelgesi-icin"),
        ("Таблица приливов", "ru", "таблица-приливов", "tablitsa-prilivov"),
        ("جدول المد والجزر", "ar", "جدول-المد-والجزر", "jdwl-lmd-wljzr"),
        ("潮汐表的读法", "zh", "潮汐表的读法", "chao-xi-biao-de-du-fa"),
        ("潮汐表の読み方", "ja", "潮汐表の読み方", "article-8b461142"),
        ("Gitの使い方と基本", "ja", "gitの使い方と基本", "git"),
        ("カタカナ", "ja", "カタカナ", "katakana"),
        ("हिन्दी में ज्वार", "hi", "हिन्दी-में-ज्वार", "hindi-mem-jvar"),
        ("한국어 제목", "ko", "한국어-제목", "hangugeo-jemog"),
        ("Tides 🌊 and more", "en", "tides-and-more", "tides-and-more"),
        ("🌊🌊", "", "article-53ee1e53", "article-53ee1e53"),
        ("../../etc/passwd", "en", "etc-passwd", "etc-passwd"),
    ],
)
def test_slugs_of_titles_in_any_script(title: str, language: str, unicode: str, ascii_only: str) -> None:
    assert slug_from(title, NameStyle(language=language)) == unicode
    assert slug_from(title, NameStyle(ascii=True, language=language)) == ascii_only


def test_zenn_takes_names_of_12_to_50_characters(site: Site) -> None:
    site.write("lintarticle.toml", 'preset = "zenn"')
    assert site.new("日本語")[0] == "articles/article-2f370c8e.md"
    assert site.new("Tides")[0] == "articles/tides-8854d9bb.md"
    assert site.new("low and high " * 9)[0] == "articles/low-and-high-low-and-high-low-and-high-low-and.md"


def test_names_that_are_numbers_as_zenn_makes_them(site: Site) -> None:
    site.write("lintarticle.toml", 'preset = "zenn"')
    for number in range(3):
        site.write(f"articles/{number}a4f{number}0e1b2c3d4.md", f"---\ntitle: 潮汐{number}\ntopics: [tide]\n---\n")
    name = site.new("日本語")[0].removeprefix("articles/").removesuffix(".md")
    assert re.fullmatch("[0-9a-f]{14}", name)
    assert site.new("Tides and tables")[0] != f"articles/{name}.md"


def test_a_title_is_one_line_and_may_begin_with_a_hyphen(site: Site) -> None:
    assert site.new("--", "- a \n title")[1].splitlines()[1] == 'title: "- a title"'


def test_values_that_are_given_keep_their_kinds(site: Site) -> None:
    _, text = site.new(TITLE, "--set", "note=a: b", "--set", "n.m=3", "--set", "list=[1, 2]", "--set", "draft=true")
    assert text.partition("tags: []\n")[2].startswith('note: "a: b"\n"n":\n  m: 3\nlist: [1, 2]\ndraft: true\n---')


def test_a_slug_ends_at_a_word() -> None:
    assert slug_from("low and high " * 12, NameStyle()) == "low-and-high-low-and-high-low-and-high-low-and-high-low-and"


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["_posts/2024-05-01-a.md", "_posts/2024-06-01-b-c.md"], "_posts/2026-03-09-x.md"),
        (["blog/2024/05/a.mdx", "blog/2023/11/b.mdx"], "blog/2026/03/x.mdx"),
        (["content/a/index.md", "content/b/index.md"], "content/x/index.md"),
        (["blog/2024-05-01-a/index.mdx"], "blog/2026-03-09-x/index.mdx"),
        (["articles/01-a/article.md", "articles/02-b/article.md"], "articles/03-x/article.md"),
        (["posts/a/a.md", "posts/b/b.md"], "posts/x/x.md"),
        (["docs/01-a.md", "docs/02-b.md"], "docs/03-x.md"),
        (["content/de/a.de.md", "content/de/b.de.md"], "content/de/x.de.md"),
        (["notes/20240501.md", "notes/20240502.md"], "notes/20260309.md"),
        (["a.md"], "x.md"),
        (["news/a.md", "news/b.md", "other/c.md"], "news/x.md"),
    ],
)
def test_files_are_named_as_the_others(paths: list[str], expected: str) -> None:
    place = usual_place(paths)
    number = max(int(re.sub(r"\D", "", path.split("/")[1][:2]) or 0) for path in paths) + 1 if "/" in paths[0] else 1
    assert place
    assert place.path("x", NOW, number) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("content/news/**", "content/news/x.md"),
        ("blog/*/index.md", "blog/x/index.md"),
        ("blog/**/*.mdx", "blog/x.mdx"),
        ("blog/*-[89]-0.md", "blog/x-8-0.md"),
        ("guides/*.markdown", "guides/x.markdown"),
        ("news/", "news/x.md"),
        ("**/*.md", "x.md"),
    ],
)
def test_patterns_say_where_a_first_article_goes(pattern: str, expected: str) -> None:
    place = place_by_pattern(["!drafts/**", pattern])
    assert place
    assert place.path("x", NOW) == expected


def test_the_slug_of_a_path_is_what_follows_the_date() -> None:
    assert place_of("_posts/2024-05-01-how-to.md")[1] == "how-to"
    assert place_of("content/how-to/index.md")[1] == "how-to"


# --- what the site's articles show -----------------------------------------------------------------------------

POST = """\
---
layout: post
title:  "{title}"
description: What to know about {title}.
date:   2024-05-0{number} 10:00:00 +0200
author: Ada
permalink: /2024/05/0{number}/{slug}/
tags:
- tides
- maps
---

Text about it.

## A section

More text.
"""


def posts(site: Site, text: str = POST, name: str = "_posts/2024-05-0{number}-{slug}.md") -> None:
    for number, slug in enumerate(("ebb", "flood", "neap"), 1):
        parts = {"number": str(number), "slug": slug, "title": slug.title()}
        filled, path = text, name
        for key, value in parts.items():
            filled, path = filled.replace(f"{{{key}}}", value), path.replace(f"{{{key}}}", value)
        site.write(path, filled)


def test_an_article_is_written_as_the_others_are(site: Site) -> None:
    posts(site)
    assert site.new(TITLE) == (
        "_posts/2026-03-09-how-to-read-a-tide-table.md",
        """\
---
layout: post
title: "How to read a tide table"
description: TODO
date: 2026-03-09 18:05:30 +0100
author: Ada
permalink: /2026/03/09/how-to-read-a-tide-table/
tags: []
---

TODO
""",
    )


def test_an_article_in_toml_with_tables(site: Site) -> None:
    text = """\
+++
title = '{title}'
date = 2024-05-0{number}T10:00:00Z
draft = false

[taxonomies]
tags = ["tides"]

[extra]
series = "water"
+++

Text.
"""
    posts(site, text, "content/blog/{slug}/index.md")
    assert site.new(TITLE) == (
        "content/blog/how-to-read-a-tide-table/index.md",
        """\
+++
title = 'How to read a tide table'
date = 2026-03-09T17:05:30Z
draft = true

[taxonomies]
tags = []

[extra]
series = "water"
+++

TODO
""",
    )


def test_an_article_in_json(site: Site) -> None:
    posts(site, '{\n  "title": "{title}",\n  "date": "May {number}, 2024"\n}\n\nText.\n', "posts/{slug}.md")
    path, text = site.new('Quotes “and” "marks"')
    assert path == "posts/quotes-and-marks.md"
    assert text == '{\n  "title": "Quotes “and” \\"marks\\"",\n  "date": "March 09, 2026"\n}\n\nTODO\n'


def test_metadata_without_fences(site: Site) -> None:
    site.write("lintarticle.toml", 'preset = "pelican"')
    posts(
        site,
        "Title: {title}\nDate: 2024-05-0{number} 10:00\nCategory: water\nTags: tides, maps\n\nText.\n",
        "content/{slug}.md",
    )
    path, text = site.new("Таблица приливов")
    assert path == "content/tablitsa-prilivov.md"
    assert text == "Title: Таблица приливов\nDate: 2026-03-09 18:05\nCategory: water\nTags:\n\nTODO\n"


def test_articles_without_front_matter(site: Site) -> None:
    posts(site, "# {title}\n\nText.\n", "til/{slug}.md")
    assert site.new(TITLE) == ("til/how-to-read-a-tide-table.md", "# How to read a tide table\n\nTODO\n")


BLOCK = """# {title}

Text.

---

**SEO Excerpt:** Why the sea comes and goes, in {number} short sentences that anyone can follow.

**SEO Tags:** tides, moon {number}

**Suggested Illustrations:**

1. **Hero Image** (Top of post): Boat {number}. Prompt: "A boat"
2. **Chart** (After "Text" section): Tides

**Target Audience:** Sailors
**Slug:** {slug}

The link has been copied!
"""


def test_articles_with_metadata_blocks(site: Site) -> None:
    posts(site, BLOCK, "{slug}.md")
    path, text = site.new(TITLE, "--set", "Target Audience=Beginners")
    assert path == "how-to-read-a-tide-table.md"
    assert text == (
        "# How to read a tide table\n\nTODO\n\n---\n\n**SEO Excerpt:** TODO\n\n**SEO Tags:**\n\n"
        "**Suggested Illustrations:**\n\n1. TODO\n\n**Target Audience:** Beginners\n"
        "**Slug:** how-to-read-a-tide-table\n"
    )
    _, out, _ = site.run("check", path, "--output-format", "concise")
    found = {line.split(": ", 1)[1].split()[1] for line in out.splitlines() if line.startswith(path)}
    assert found >= {"metadata/placeholder", "tags/missing", "illustrations/placement-missing", "debris/todo"}


def test_a_metadata_block_at_the_top(site: Site) -> None:
    posts(site, "# {title}\n\n**Auszug:** Teil {number}\n**Tags:** Ebbe, Flut\n\nText.\n", "{slug}.md")
    _, text = site.new(TITLE, "--set", "tags=Mond", "--set", "weight=3")
    assert text == ("---\nweight: 3\n---\n\n# How to read a tide table\n\n**Auszug:** TODO\n**Tags:** Mond\n\nTODO\n")


def test_lists_and_quotes_as_the_others_have_them(site: Site) -> None:
    posts(
        site,
        "---\ntitle: '{title}'\ncreated: '2024/05/0{number}'\nkind: [note]\nsteps:\n    - a{number}\n---\n",
        "n/{slug}.md",
    )
    _, text = site.new("It’s here", "--set", "steps=one,two")
    said = "---\ntitle: 'It’s here'\ncreated: '2026/03/09'\nkind: [note]\nsteps:\n    - one\n    - two\n---\n\nTODO\n"
    assert text == said


def test_names_follow_those_of_titles_in_the_same_script(site: Site) -> None:
    posts(site, "---\ntitle: Прилив {number}\n---\nТекст.\n", "posts/priliv-{number}.md")
    assert site.new("Таблица приливов")[0] == "posts/tablitsa-prilivov.md"
    posts(site, "---\ntitle: Прилив {number}\n---\nТекст.\n", "заметки/прилив-{number}{slug}.md")
    posts(site, "---\ntitle: Отлив {number}\n---\nТекст.\n", "заметки/отлив-{number}{slug}.md")
    assert site.new("Таблица приливов")[0] == "заметки/таблица-приливов.md"


def test_a_flag_keeps_it_from_being_published(site: Site) -> None:
    posts(site, "---\ntitle: {title}\npublished: true\n---\n\nText.\n", "posts/{slug}.md")
    assert "published: false\n" in site.new(TITLE)[1]


def test_a_site_without_articles(site: Site) -> None:
    path, text = site.new(TITLE)
    assert path == "how-to-read-a-tide-table.md"
    assert text == "---\ntitle: How to read a tide table\ndate: 2026-03-09\nexcerpt: TODO\ntags: []\n---\n\nTODO\n"


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("hugo", "content/posts/潮汐表の読み方.md"),
        ("jekyll", "_posts/2026-03-09-潮汐表の読み方.md"),
        ("docusaurus", "blog/2026-03-09-潮汐表の読み方.md"),
        ("zenn", "articles/article-8b461142.md"),
        ("zola", "content/article-8b461142.md"),
    ],
)
def test_a_platform_says_where_and_how(site: Site, preset: str, expected: str) -> None:
    site.write("lintarticle.toml", f'preset = "{preset}"')
    assert site.new("潮汐表の読み方")[0] == expected


# --- what a type asks for --------------------------------------------------------------------------------------

NEWS = """\
[types.news]
files = ["content/news/**"]

[types.news.fields]
title = { type = "string", required = true, length = "..60" }
day = { type = "date", required = true, names = ["day", "date"] }
section = { enum = ["local", "sea"], required = true }
status = { enum = ["draft", "final"], required = true }
sources = { type = "list", required = true, count = "1..", items = "url" }
hero = { type = "object", required = true, fields = { src = { type = "image", required = true }, credit = "string" } }
embargo = { type = "datetime", required-if = { status = "draft" } }
summary = "string"

[types.news.outline]
sections = [
  { heading = "What happened", words = "3..120", description = "In three sentences." },
  { heading = "Background", optional = true, description = "Only where readers need it." },
  { any = true, min = 2, max = 3 },
  { pattern = "Sources( and notes)?", lists = "1..", must-link = true, sections = [ { heading = "Maps" } ] },
]

[types.guide]
files = ["guides/**"]
"""


def test_a_type_says_what_is_written(site: Site) -> None:
    site.write("lintarticle.toml", NEWS)
    assert site.new("news", TITLE, "--set", "section=sea", "--set", "hero.credit=Ada") == (
        "content/news/how-to-read-a-tide-table.md",
        """\
---
title: How to read a tide table
day: 2026-03-09
section: sea
status: draft
sources: []
hero:
  src: TODO
  credit: Ada
embargo: 2026-03-09T18:05:30+01:00
summary: TODO
tags: []
---

## What happened

<!-- In three sentences. (3 to 120 words) -->

TODO

<!-- Optional: “Background”: Only where readers need it. -->

## TODO

TODO

## TODO 2

TODO

## Sources

<!-- At least 1 list, contains a link -->

TODO

### Maps

TODO
""",
    )


def test_every_placeholder_is_reported_until_it_is_filled(site: Site) -> None:
    site.write("lintarticle.toml", NEWS.replace('"guides/**"]', '"guides/**"]\nfields.kicker.required = true'))
    for kind in ("news", "guide"):
        path, text = site.new(kind, TITLE)
        _, out, _ = site.run("check", path, "--output-format", "jsonl", "--no-cache")
        lines = {json.loads(line)["start"]["line"] for line in out.splitlines()}
        unfilled = {n for n, line in enumerate(text.splitlines(), 1) if line.endswith(("TODO", "[]"))}
        assert unfilled
        assert unfilled <= lines


def test_a_heading_by_a_pattern_leaves_the_free_part_to_the_writer(site: Site) -> None:
    sections = "[{ pattern = \"What['’]s in .*\" }, { pattern = 'Reading the .*output', optional = true }]"
    site.write("lintarticle.toml", f'[types.x]\nfiles = ["x/**"]\n[types.x.outline]\nsections = {sections}\n')
    path, text = site.new(TITLE)
    assert text.endswith("\n## What's in …\n\nTODO\n\n<!-- Optional: “Reading the …output” -->\n")
    assert "structure/missing-section" not in site.run("check", path, "--no-cache")[1]


def test_comments_are_those_of_mdx(site: Site) -> None:
    site.write("lintarticle.toml", NEWS)
    _, text = site.new("news", TITLE, "--path", "content/news/x.mdx")
    assert "{/* In three sentences. (3 to 120 words) */}" in text
    assert "<!--" not in text


def test_a_date_that_is_given_names_the_file_too(site: Site) -> None:
    posts(site)
    path, text = site.new(TITLE, "--set", "date=2026-12-24")
    assert path == "_posts/2026-12-24-how-to-read-a-tide-table.md"
    assert "permalink: /2026/12/24/how-to-read-a-tide-table/\n" in text


def test_a_slug_that_is_given_names_everything(site: Site) -> None:
    posts(site)
    path, text = site.new("潮汐表の読み方", "--slug", "tide-tables")
    assert path == "_posts/2026-03-09-tide-tables.md"
    assert "permalink: /2026/03/09/tide-tables/\n" in text


def test_nothing_is_written_over(site: Site) -> None:
    posts(site)
    path, _ = site.new(TITLE)
    site.write(path, "mine\n")
    said = f"lintarticle: {path} already exists; give another title, or name the file with --path.\n"
    assert site.run("new", TITLE) == (2, "", said)
    assert (site.folder / path).read_text("utf-8") == "mine\n"


def test_a_dry_run_writes_nothing(site: Site) -> None:
    posts(site)
    code, out, err = site.run("new", "--dry-run", TITLE)
    assert (code, out[:4]) == (0, "---\n")
    assert err == "lintarticle: Would write _posts/2026-03-09-how-to-read-a-tide-table.md.\n"
    assert len(list(site.folder.glob("_posts/*"))) == 3


def test_from_a_subfolder(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    posts(site)
    monkeypatch.chdir(site.folder / "_posts")
    code, out, _ = site.run("new", TITLE)
    assert (code, (site.folder / "_posts" / out.strip()).is_file()) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Give the title of the article in quotes: lintarticle new “How to read a tide table”."),
        (("news",), "“news” is a type: give the title after it."),
        ((TITLE,), "There are several types of articles; name one of news, guide before the title."),
        (("newz", TITLE), "The configuration has no type “newz”. Did you mean “news”?"),
        (("news", TITLE, "--set", "draft"), "--set takes KEY=VALUE; found “draft”."),
        (("news", TITLE, "--slug", "../x"), "“../x” contains a path; --slug takes a name, --path a file."),
    ],
)
def test_what_can_not_be_asked_for(site: Site, arguments: tuple[str, ...], said: str) -> None:
    site.write("lintarticle.toml", NEWS)
    code, out, err = site.run("new", *arguments)
    assert (code, out, err.splitlines()[0]) == (2, "", f"lintarticle: {said}")


def test_nothing_is_written_outside_of_the_repository(site: Site) -> None:
    code, _, err = site.run("new", TITLE, "--path", "../x.md")
    assert (code, err) == (2, "lintarticle: ../x.md would be outside the repository.\n")


# --- recipes ---------------------------------------------------------------------------------------------------

FILLING = """\
Twice a day the harbor empties, and this is what to know about it.

- [The tables of the port](https://example.org/tables)
- [A map of the sands](https://example.org/maps)

| time | height |
| --- | --- |
| 06:40 | 4.8 m |

```sql
select 1;
```

```powershell
Get-Tide
```"""
"""Something for every section of the recipes."""

TYPES = [
    (path.stem, kind.name)
    for path in sorted(RECIPES.glob("*.toml"))
    for kind in read_configuration(path, RECIPES, path.name, CommandLine()).types
]


@pytest.mark.parametrize(("recipe", "kind"), TYPES)
def test_a_new_article_that_is_filled_passes(site: Site, recipe: str, kind: str) -> None:
    shutil.copyfile(RECIPES / f"{recipe}.toml", site.folder / "lintarticle.toml")
    configuration = read_configuration(site.folder / "lintarticle.toml", site.folder, "lintarticle.toml", CommandLine())
    specs = specs_of(next(each for each in configuration.types if each.name == kind).contract)
    path, text = site.new(kind, TITLE)
    assert site.run("check", path, "--no-cache", "--output-format", "concise", "--only", "schema,metadata")[1]
    (site.folder / path).write_text(filled(text, specs), "utf-8")
    code, out, _ = site.run("check", path, "--output-format", "concise", "--no-cache")
    assert code == 0, out
    shown = json.loads(site.run("check", "--show-settings", path, "--output-format", "json")[1])
    assert shown["type"] == kind


def filled(text: str, specs: Mapping[str, FieldSpec]) -> str:
    """Give every placeholder a value, and every section a text, as a writer would."""
    fence = text[:3]
    _, block, body = text.split(f"{fence}\n", 2)
    values: dict[str, Any] = tomllib.loads(block) if fence == "+++" else yaml.safe_load(block)
    good = {
        **example_values(specs, {}),
        "excerpt": "What the four columns of a tide table mean for a walk.",
        "tags": ["maps"],
    }
    for key, value in values.items():
        if value in (TODO, []):
            values[key] = good[key]
    manner = Manner("toml" if fence == "+++" else "yaml")
    return written_front_matter(values, manner) + re.sub(r"^TODO$", lambda _: FILLING, body, flags=re.MULTILINE)


def test_a_json_schema_is_a_contract_too(site: Site) -> None:
    pytest.importorskip("jsonschema_rs", reason="jsonschema-rs is not installed")
    schema = {
        "type": "object",
        "required": ["title", "level", "when"],
        "properties": {
            "title": {"type": "string"},
            "level": {"$ref": "#/$defs/Level"},
            "when": {"type": "string", "format": "date"},
            "note": {"anyOf": [{"type": "null"}, {"type": "string"}]},
        },
        "$defs": {"Level": {"enum": ["easy", "hard"], "default": "easy"}},
        "additionalProperties": False,
    }
    site.write("guide.json", json.dumps(schema))
    site.write("lintarticle.toml", '[types.guide]\nfiles = ["g/*.md"]\njson-schema = "guide.json"')
    assert site.new(TITLE)[1] == ("---\ntitle: How to read a tide table\nlevel: easy\nwhen: 2026-03-09\n---\n\nTODO\n")


def test_today_is_that_of_the_clock_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = date.today()  # noqa: DTZ011 - the calendar of the one who writes
    assert main(["new", "--dry-run", TITLE]) == 0
    found = re.search(r"date: (\S+)", capsys.readouterr().out)
    assert found
    assert before <= date.fromisoformat(found[1]) <= date.today()  # noqa: DTZ011 - as above


def test_sentences_with_the_name_of_the_file_are_not_made_again(site: Site) -> None:
    posts(
        site,
        "---\ntitle: {title}\nblurb: All about the {slug} here\nfile: /a/{slug}.pdf\n---\n\nText.\n",
        "n/{slug}.md",
    )
    _, text = site.new("The moon")
    assert "blurb: TODO\nfile: /a/the-moon.pdf\n" in text


def test_tags_as_text_are_left_empty(site: Site) -> None:
    site.write("pelicanconf.py", "PATH = 'content'\n")
    fields = 'Title = "string"\nTags = { type = "string", required = true }\n'
    site.write("lintarticle.toml", f'preset = "pelican"\n[types.x]\nfiles = ["content/**"]\n[types.x.fields]\n{fields}')
    posts(site, "Title: {title}\nTags: moon, a{number}\n\nText.\n", "content/{slug}.md")
    path, text = site.new("The moon")
    assert "Tags:" in text
    assert "Tags: TODO" not in text
    assert "“Tags” is empty" in site.run("check", path).out
