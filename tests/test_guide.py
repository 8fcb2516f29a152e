"""`lintarticle guide`: what it says of a type, and an example made from the contract that passes `check`."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from command_folder import CommandFolder

from lintarticle.config.configuration import CommandLine
from lintarticle.config.reading import read_configuration
from lintarticle.drafting.matching import text_matching
from lintarticle.drafting.names import place_by_pattern
from lintarticle.drafting.prose import characters_within, plain_sentences, words_within
from lintarticle.drafting.samples import local_now
from lintarticle.patterns import matches
from lintarticle.ranges import Range

RECIPES = Path(__file__).parent.parent / "docs" / "recipes"

EVERYTHING = """\
[rules]
"tags/vocabulary" = { file = "data/tags.txt" }
"tags/count" = { min = 4, max = 4 }

[definitions]
person = { type = "string", from = "data/people.toml", description = "Who wrote it." }

[definitions.stations]
type = "list"
items = { type = "object", fields = { name = { required = true, type = "string", length = "3..5" } } }

[types.report]
files = ["reports/*/index.md"]
strict = true

[types.report.fields]
title = { type = "string", required = true, length = "40..45" }
summary = { type = "text", length = "150..160", required = true, description = "For search results" }
slug = { type = "slug", pattern = "[a-z]+-report" }
number = { type = "string", pattern = "[A-Z]{2}-\\\\d{4}", required = true }
authors = { type = "list", required = true, count = "2..3", unique = true, items = "person" }
tags = { type = "list", required = true }
level = { enum = ["easy", "hard"], default = "easy" }
rating = { type = "number", range = "0.5..5" }
year = { type = "integer", range = "2001..2030", required = true }
date = { type = "date", required = true }
embargo = { type = "date", before = "date" }
updated = { type = "datetime", after = "date" }
draft = "boolean"
status = { enum = ["open", "corrected"], required = true }
correction = { type = "string", required-if = { status = "corrected" } }
video = { type = "url", not-with = ["gallery"] }
gallery = { type = "list", items = "image" }
cover = { type = "image", min-width = 1200, ratio = "16:9", max-weight = "2 MB", required = true }
contact = "email"
lang = "lang"
related = { type = "list", items = "article", count = "2" }
old = { type = "string", deprecated = "use summary" }
file = { type = "file" }
kicker = { names = ["kicker", "overline"], type = "string", required = true }

[types.report.fields.place]
type = "object"
required = true
strict = true
fields = { town = { type = "string", required = true }, stations = "stations" }

[types.report.outline]
additional = false
sections = [
  { heading = ["In short", "Summary"], words = "12..15", description = "What it is about" },
  { any = true, min = 2, max = 4, words = "60..80", images = "1", links = "2" },
  { pattern = "Method [A-Z]", code = { lang = "sql", count = "2" }, tables = "2..", lists = "3" },
  { heading = "Terms", must-contain = ["Terms of use"], must-not-contain = "TBD", must-link = true, sections = [
    { heading = "Licence", level = 4, optional = true },
    { heading = "Contact", words = "..9" },
  ] },
]
"""


class Site(CommandFolder):
    def guide(self, *arguments: str) -> str:
        code, out, err = self.run("guide", *arguments)
        assert (code, err) == (0, "")
        return out


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Site:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return Site(tmp_path, capsys)


def example_in(guide: str) -> str:
    found = re.search(r"^````markdown\n(.*?)^````$", guide, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def everything(site: Site) -> None:
    site.write("lintarticle.toml", EVERYTHING)
    site.write("data/tags.txt", "tides\nmaps\nharbors\nwalks\nold maps\n")
    site.write("data/people.toml", "[ada]\nname = 'Ada'\n[ben]\n[cleo]\n")


# --- the example ----------------------------------------------------------------------------------------------

TYPES = [
    (path.stem, kind.name)
    for path in sorted(RECIPES.glob("*.toml"))
    for kind in read_configuration(path, RECIPES, path.name, CommandLine()).types
]


@pytest.mark.parametrize(("recipe", "kind"), TYPES)
def test_the_example_of_a_recipe_passes(site: Site, recipe: str, kind: str) -> None:
    shutil.copyfile(RECIPES / f"{recipe}.toml", site.folder / "lintarticle.toml")
    configuration = read_configuration(site.folder / "lintarticle.toml", site.folder, "lintarticle.toml", CommandLine())
    files = next(each for each in configuration.types if each.name == kind).files
    place = place_by_pattern(files.patterns)
    assert place
    path = place.path("tides", local_now())
    site.write(path, example_in(site.guide(kind)))
    code, out, _ = site.run("check", path, "--output-format", "concise", "--no-cache", "--quiet")
    assert code == 0, out
    assert "schema/" not in out
    shown = json.loads(site.run("check", "--show-settings", path, "--output-format", "json")[1])
    assert shown["type"] == kind


def test_the_example_holds_everything_that_a_contract_can_ask_for(site: Site) -> None:
    everything(site)
    example = example_in(site.guide("report"))
    site.write("reports/x/index.md", example)
    code, out, _ = site.run("check", "reports", "--output-format", "concise", "--no-cache", "--quiet")
    assert (code, [line for line in out.splitlines() if " info " not in line]) == (0, []), example
    keys = {line.partition(":")[0] for line in example.split("---")[1].splitlines()}
    assert {"embargo", "updated", "rating", "video", "contact", "lang", "related", "slug", "level"} <= keys
    assert "old" not in keys


@pytest.mark.parametrize("preset", ["hugo", "zenn", "pelican", "docusaurus", "publish", "google-article", "ghost"])
def test_the_example_of_a_site_without_types_passes(site: Site, preset: str) -> None:
    site.write("lintarticle.toml", f'preset = "{preset}"')
    site.write("how-to-read-a-tide-table.md", example_in(site.guide()))
    code, out, _ = site.run("check", "how-to-read-a-tide-table.md", "--output-format", "concise", "--no-cache", "-q")
    assert (code, [line for line in out.splitlines() if " error " in line]) == (0, []), out


FORMATS = '[rules]\n"front-matter/missing" = {{ formats = ["{}"] }}\n'


@pytest.mark.parametrize(
    ("text", "where", "start"),
    [
        (FORMATS.format("toml"), "Between the two `+++` lines", '+++\ntitle = "How to'),
        (FORMATS.format("json"), "Between the braces `{` and `}`", '{\n  "title": "How to'),
        ('preset = "pelican"\n', "Before the first empty line", "Title: How to"),
        ("", "Between the two `---` lines", "---\ntitle: How to"),
    ],
)
def test_the_example_is_in_the_format_of_the_site(site: Site, text: str, where: str, start: str) -> None:
    title = "Title" if "pelican" in text else "title"
    fields = f'{title} = "string"\nmore = {{ type = "string", length = "5.." }}\n'
    site.write("lintarticle.toml", f'{text}[types.x]\nfiles = ["**"]\n[types.x.fields]\n{fields}')
    guide = site.guide("x")
    assert f"{where}, one line for each:" in guide
    assert example_in(guide).startswith(start)
    site.write("a.md", example_in(guide))
    code, out, _ = site.run("check", "a.md", "--output-format", "concise", "--no-cache", "-q", "--fail-on", "warning")
    assert (code, out) == (0, "")


def test_what_can_have_no_example_is_left_out(site: Site) -> None:
    fields = 'b = { type = "string", required = true, pattern = "(?!)" }'
    site.write("lintarticle.toml", f'[types.x]\nfiles = ["x/**"]\n[types.x.fields]\ntitle = "string"\n{fields}\n')
    example = example_in(site.guide("x"))
    assert "title: How to read a tide table\n" in example
    assert "\nb:" not in example


def test_an_example_keeps_to_short_lists_of_names(site: Site) -> None:
    site.write("data/tags.txt", "tides\nmaps\n")
    site.write("data/people.toml", "[ada]\n")
    site.write(
        "lintarticle.toml",
        '[rules]\n"tags/vocabulary" = { file = "data/tags.txt" }\n[types.x]\nfiles = ["**/*.md"]\n[types.x.fields]\n'
        'title = "string"\nid = "string"\ndescription = { type = "string", length = "60..80" }\n'
        'authors = { type = "list", items = { type = "string", from = "data/people.toml" } }\ntags = "list"\n',
    )
    example = example_in(site.guide("x"))
    assert "tags: [tides, maps]\n" in example
    assert "authors: [ada]\n" in example
    assert "id: how-to-read-a-tide-table\n" in example
    assert "description: Four columns of figures say when the harbor empties and when it fills.\n" in example
    site.write("a.md", example)
    assert site.run("check", "a.md", "--fail-on", "warning").code == 0


def test_an_example_has_no_fields_that_a_type_does_without(site: Site) -> None:
    site.write(
        "lintarticle.toml",
        '[types.x]\nfiles = ["**/*.md"]\n[types.x.rules]\n"tags/missing" = "off"\n"excerpt/missing" = "off"\n'
        '[types.x.fields]\ntitle = "string"\nlayout = { enum = ["recipe"] }\n',
    )
    guide = site.guide("x")
    assert example_in(guide).startswith("---\ntitle: How to read a tide table\nlayout: recipe\n---\n")
    assert "- **`layout`**: Always `recipe`.\n" in guide


# --- the words ------------------------------------------------------------------------------------------------


def test_fields_sections_and_limits_are_told_in_words(site: Site) -> None:
    everything(site)
    guide = site.guide("report")
    for line in (
        "# How to write an article of the type “report”",
        "- **`title`** (required): Text on one line, 40 to 45 characters.",
        "- **`summary`** (required): For search results. Text, 150 to 160 characters.",
        "- **`number`** (required): Text on one line. It has the form `[A-Z]{2}-\\d{4}`, such as `TT-2024`.",
        "- **`level`**: One of: `easy`, `hard`. The default is “easy”.",
        "- **`embargo`**: A date. Not after `date`.",
        "- **`correction`**: Text on one line. Required if `status` is `corrected`.",
        "- **`video`**: An address that starts with https:// or http://. Can’t be used with `gallery`.",
        "  - **`town`** (required): Text on one line.",
        "No longer used: `old` (use summary).",
        "No other fields are allowed.",
        "Below the title, in this order. There are no other sections.",
        "1. **“In short” or “Summary”**: What it is about. 12 to 15 words.",
        "1. **sections of your own** (2 to 4): 60 to 80 words, exactly 1 image, exactly 2 links.",
        "   1. **“Licence”** (optional)",
        "Use only these tags: `tides`, `maps`, `harbors`, `walks`, `old maps`.",
    ):
        assert line in guide.splitlines(), line
    people = "each: one of the names in `data/people.toml`: `ada`, `ben`, `cleo`."
    assert f"- **`authors`** (required): A list of 2 to 3, without duplicates; {people}" in guide
    sizes = "At least 1200 pixels wide. 1.78 times as wide as high. At most 2,000 kB."
    assert f"- **`cover`** (required): The path of an image. {sizes}" in guide
    assert "- The article has too many or too few tags (allowed: exactly 4 tags). [tags/count](" in guide


def test_without_a_type_there_is_a_guide_for_each(site: Site) -> None:
    site.write("lintarticle.toml", '[types.a]\nfiles = ["a/**"]\n[types.b]\nfiles = ["b/**"]\n')
    guide = site.guide()
    assert [line for line in guide.splitlines() if line.startswith("# ")] == [
        "# How to write an article of the type “a”",
        "# How to write an article of the type “b”",
    ]


def test_an_unknown_type_is_named_with_the_nearest(site: Site) -> None:
    everything(site)
    code, _, err = site.run("guide", "reprot")
    assert (code, err.splitlines()[0]) == (
        2,
        "lintarticle: The configuration has no type “reprot”. Did you mean “report”?",
    )


# --- HTML and files --------------------------------------------------------------------------------------------


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def test_a_page_of_html_holds_text_of_the_configuration_as_text(site: Site) -> None:
    site.write(
        "lintarticle.toml",
        '[types.x]\nfiles = ["x/**"]\n[types.x.fields]\ntitle = { description = "<script>x</script>" }\n',
    )
    page = site.guide("--output-format", "html")
    parsed = _Tags()
    parsed.feed(page)
    assert "script" not in parsed.tags
    assert {"h1", "h2", "ul", "pre"} <= set(parsed.tags)
    assert page.startswith("<!doctype html>")
    assert "&lt;script&gt;" in page


def test_a_guide_is_written_over_a_guide_only(site: Site) -> None:
    assert site.run("guide", "-o", "guide.md")[:2] == (0, "")
    assert site.run("guide", "-o", "guide.md")[:2] == (0, "")
    site.write("post.md", "# Mine\n")
    said = "lintarticle: post.md exists and is not a guide; name another file.\n"
    assert site.run("guide", "-o", "post.md") == (2, "", said)
    assert site.run("guide", "-o", "no/such/guide.md") == (
        2,
        "",
        "lintarticle: no/such/guide.md was not written: the folder does not exist.\n",
    )


# --- texts ----------------------------------------------------------------------------------------------------

PATTERNS = (
    r"([a-z-]+/)?\d{4}/\d{2}/\d{2}/[^/ ]+",
    r"(sql|powershell)/.+\.(sql|ps1)",
    r"What['’]s in .*",
    r"[A-Za-z0-9._-]+",
    r"^[A-Z]{2}-\d{3,}$",
    r"\p{Lu}\p{L}+",
    r"(?i)foo.*bar",
    r"v\d+\.\d+(\.\d+)?",
    r"https?://\S+",
    r"[ぁ-ん]+",
    r"(a|b)\1",
    r"[^\W\d_]{3,8}",
    r"Reading the .*output",
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_text_is_found_for_a_pattern(pattern: str) -> None:
    text = text_matching(pattern)
    assert text
    assert matches(pattern, text)


def test_a_text_for_a_pattern_can_have_a_length() -> None:
    assert len(text_matching(r"[a-z ]+\.", 50)) >= 50
    assert text_matching("(?!)") == text_matching("(?P<x>") == ""


@pytest.mark.parametrize(("least", "most"), [(1, 3), (7, 7), (40, 44), (150, 160), (None, 12), (500, None)])
def test_texts_have_the_length_that_is_asked_for(least: int | None, most: int | None) -> None:
    bounds = Range(least, most)
    assert len(characters_within(bounds, "How to read a tide table")) in bounds
    assert len(words_within(bounds, plain_sentences()).split()) in bounds
