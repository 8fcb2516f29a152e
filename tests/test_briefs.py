"""`lintarticle briefs`: what is handed over of each brief, in each format."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from briefed import BODY, FRONT_MATTER, IN_BLOCK, png, put

from lintarticle.article.illustrations.illustration import image_type
from lintarticle.briefs.listing import FIELDS, BriefRecord, schema_of_briefs
from lintarticle.cli.main import main
from lintarticle.config.preset import PLATFORMS

CHECKOUT = Path(__file__).parent.parent


def briefs(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    assert main(["briefs", "--output-format", "json", *arguments]) == code
    document = json.loads(capsys.readouterr().out)
    jsonschema_rs.validator_for(schema_of_briefs()).validate(document)
    found: list[dict[str, Any]] = document["briefs"]
    return found


@pytest.mark.parametrize("text", [IN_BLOCK, FRONT_MATTER], ids=["block", "front matter"])
def test_every_part_of_a_brief_is_handed_over(site: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    put(site / "posts/2026-01-15-tide-tables.md", text)
    first, second, third = briefs(capsys)
    assert (first["article"], first["number"], first["type"]) == ("posts/2026-01-15-tide-tables.md", 1, "hero")
    assert (first["where"], first["heading"], first["width"], first["height"]) == ("top", None, 1200, 630)
    assert first["prompt"] == "A tide table of 1890 on an oak desk, brass lamp, oil painting, warm light"
    assert first["file"] == "posts/images/tide-tables-1-hero.png"
    assert (second["where"], second["heading"]) == ("after", "The First Printed Sheets")
    assert text.splitlines()[second["heading_line"] - 1] == "## The First Printed Sheets"
    assert text.splitlines()[third["line"] - 1].lstrip("-123. *").startswith(("Conceptual", "type: conceptual"))
    assert (third["width"], third["height"], third["status"]) == (1200, None, "suggested")


def test_the_style_of_the_site_ends_every_prompt_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "lintarticle.toml", '[illustrations]\nstyle = "flat, two colours"\ncover-width = 1600\n')
    prompt = "  - {type: photo, placement: end, prompt: 'A pier. Flat, two colours'}\n"
    plain = "  - {type: hero, placement: top, description: A pier at night.}\n"
    put(site / "a.md", f"---\ntitle: A\nillustrations:\n{prompt}{plain}---\n\n{BODY}")
    first, second = briefs(capsys)
    assert first["prompt"] == "A pier. Flat, two colours"
    assert (second["prompt"], second["width"]) == ("A pier at night. flat, two colours", 1600)


def test_what_has_an_image_is_listed_only_on_demand(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "tides.md", IN_BLOCK)
    put(site / "images/tides-1-hero.webp", png())
    assert [each["number"] for each in briefs(capsys)] == [2, 3]
    assert [each["status"] for each in briefs(capsys, "--all")] == ["made", "suggested", "suggested"]
    assert main(["place"]) == 0
    capsys.readouterr()
    assert [each["status"] for each in briefs(capsys, "--all")] == ["placed", "suggested", "suggested"]


def test_a_brief_that_leads_nowhere_is_listed_all_the_same(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "a.md", IN_BLOCK.replace('(After "How a Table Is Made" section)', '(After "Something Else Entirely")'))
    assert briefs(capsys)[2]["where"] == "nowhere"
    assert main(["briefs"]) == 0
    assert 'nowhere: “After "Something Else Entirely"”' in capsys.readouterr().out


HOMES = {
    "hugo": ("content/posts/tides/index.md", "content/posts/tides", ""),
    "jekyll": ("_posts/2026-01-15-tides.md", "assets/images", "/assets/images/"),
    "docusaurus": ("blog/tides/index.mdx", "blog/tides/img", "./img/"),
    "astro": ("src/content/blog/tides.mdx", "src/assets", "../../assets/"),
    "starlight": ("src/content/docs/tides.mdx", "src/assets", "../../assets/"),
    "zola": ("content/tides/index.md", "content/tides", ""),
    "zenn": ("articles/tides.md", "images", "/images/"),
    "hexo": ("source/_posts/tides.md", "source/images", "/images/"),
    "eleventy": ("content/blog/tides.md", "public/img", "/img/"),
    "nextjs": ("posts/tides.md", "public/images", "/images/"),
    "gatsby": ("content/blog/tides/index.md", "content/blog/tides", ""),
    "mkdocs-material": ("docs/blog/posts/tides.md", "docs/assets/images", "../../assets/images/"),
    "pelican": ("content/tides.md", "content/images", "{static}/images/"),
    "quarto": ("posts/tides.md", "posts/images", "images/"),
    "docfx": ("articles/tides.md", "articles/media", "media/"),
    "ghost": ("content/posts/tides.md", "content/images", "/content/images/"),
    "devto": ("posts/tides.md", "posts/images", "images/"),
    "hashnode": ("tides.md", "images", "images/"),
    "medium": ("tides.md", "images", "images/"),
}
"""Preset → an article, the folder of its images, and how the article names that."""


def test_every_platform_has_a_home_for_images() -> None:
    assert HOMES.keys() == set(PLATFORMS)


@pytest.mark.parametrize("preset", PLATFORMS)
def test_a_file_goes_to_the_folder_of_the_platform(preset: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder, address = HOMES[preset]
    put(site / path, FRONT_MATTER)
    first = briefs(capsys, "--preset", preset)[0]
    assert first["file"] == f"{folder}/tides-1-hero.png"
    assert first["path"] == f"{address}tides-1-hero.png"


def test_the_site_may_be_in_a_subfolder(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "web/static/robots.txt", "")
    put(site / "web/content/posts/tides.md", FRONT_MATTER)
    assert briefs(capsys, "--preset", "hugo")[0]["file"] == "web/static/images/tides-1-hero.png"


def test_inline_marks_are_briefs_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "tides.md", f"{BODY}\n[IMAGE: A boat on a mooring at dusk]\n")
    (only,) = briefs(capsys)
    assert (only["where"], only["heading"]) == ("in", "How a Table Is Made")
    assert only["file"] == "images/tides-1-a-boat-on-a.png"


# --- formats --------------------------------------------------------------------------------------------------


def test_the_formats_have_the_same_briefs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "tides.md", FRONT_MATTER)
    found = briefs(capsys)
    main(["briefs", "--output-format", "jsonl"])
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == found
    main(["briefs", "--output-format", "csv", "-o", "briefs.csv"])
    assert capsys.readouterr().out == ""
    rows = list(csv.DictReader(io.StringIO((site / "briefs.csv").read_text("utf-8"))))
    assert rows == [{name: "" if value is None else str(value) for name, value in brief.items()} for brief in found]


def test_no_cell_of_a_spreadsheet_is_a_formula(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "a.md", "---\nillustrations:\n  - {type: photo, placement: end, alt: '=HYPERLINK(1)'}\n---\n\nWords.\n")
    main(["briefs", "--output-format", "csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["alt"] == "'=HYPERLINK(1)"


def test_the_table_is_for_people(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "tides.md", FRONT_MATTER.replace("A tide table under a lamp.", '"A lamp \\e[31m"'))
    assert main(["briefs"]) == 0
    assert capsys.readouterr().out.splitlines()[:6] == [
        "tides.md",
        "  no  type         status     size        where                                       file",
        "  1   hero         suggested  1200 × 630  at the top                                  images/tides-1-hero.png",
        "      shows   A lamp \\x1b[31m",
        "      prompt  A tide table of 1890 on an oak desk, brass lamp, oil painting, warm light",
        "      alt     A tide table under a brass lamp",
    ]


def test_nothing_to_list_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "a.md", BODY)
    assert main(["briefs"]) == 0
    assert capsys.readouterr().out == "No briefs.\n"


def test_the_published_schema_is_that_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "briefs"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema == json.loads((CHECKOUT / "docs/briefs.schema.json").read_text("utf-8"))
    jsonschema_rs.meta.validate(schema)
    assert tuple(FIELDS) == BriefRecord._fields


# --- files that are none --------------------------------------------------------------------------------------


def test_a_path_that_is_not_there_is_named_and_the_others_are_listed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(site / "tides.md", FRONT_MATTER)
    assert main(["briefs", "gone.md", "tides.md"]) == 2
    captured = capsys.readouterr()
    assert captured.err == "lintarticle: No such file or folder: “gone.md”.\n"
    assert captured.out.startswith("tides.md\n")


def test_no_article_is_written_over(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", FRONT_MATTER)
    assert main(["briefs", "-o", "tides.md"]) == 2
    assert path.read_text("utf-8") == FRONT_MATTER
    assert "is an article" in capsys.readouterr().err


# --- the map of an article's images -------------------------------------------------------------------------------


def placed(site: Path) -> Path:
    path = put(site / "tides.md", FRONT_MATTER.replace("- Some were", "![A chart](images/chart.png)\n\n- Some were", 1))
    for number, kind in enumerate(("hero", "infographic", "conceptual"), 1):
        put(site / f"images/tides-{number}-{kind}.png", png(640, 10 * number))
    put(site / "images/chart.png", png(64, 48))
    assert main(["place"]) == 0
    return path


def test_the_page_shows_finished_images_where_they_are(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    placed(site)
    main(["check", "--no-cache", "--output-format", "html"])
    page = capsys.readouterr().out
    outline = page[page.index('<ol class="outline">') :]
    found = re.findall(r'<img alt="([^"]*)" title="([^"]*)" src="data:image/png;base64,([^"]+)">', outline)
    assert [(alt, size) for alt, size, _ in found] == [
        ("A tide table under a brass lamp", "640 × 10"),
        ("A chart", "64 × 48"),
        ("The four steps of printing", "640 × 20"),
        ("Wheels and waves", "640 × 30"),
    ]
    assert base64.b64decode(found[1][2]) == png(64, 48)
    places = [outline.index(part) for part in ("Wheels and waves", "How a Table", "four steps", "The First Printed")]
    assert places == sorted(places, reverse=True)
    assert "img-src data:;" in page


def test_a_large_image_is_named_and_not_embedded(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    placed(site)
    put(site / "images/tides-2-infographic.png", png() + b"\0" * 200_000)
    put(site / "images/tides-3-conceptual.png", png() + b"\0" * 2_000_000)
    put(site / "images/chart.png", "no image")
    main(["check", "--no-cache", "--output-format", "html"])
    page = capsys.readouterr().out
    assert page.count("<img ") == 1
    assert re.findall(r'class="unshown">([^<]*)<', page) == [
        "1200 × 630 too large to show here (200 kB)",
        "1200 × 630 too large to show here (over 1 MB)",
    ]
    assert len(page) < 60_000


def test_show_says_how_large_an_image_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = placed(site)
    capsys.readouterr()
    assert main(["show", str(path)]) == 0
    assert re.search(r"2 +infographic, placed, 640 × 20, line \d+", capsys.readouterr().out)
    assert main(["show", "--output-format", "json", str(path)]) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["illustrations"][0]["image"] == {"width": 640, "height": 10, "size": len(png(640, 10))}
    assert [(image["alt"], image["section"]) for image in article["images"]] == [("A chart", 0)]


def test_names_of_files_are_in_plain_letters(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(site / "vagues.md", f"{BODY}\n[IMAGE: Été à la mer, après-midi d'août]\n\n[IMAGE: 夜の灯台]\n")
    first, second = (brief["file"] for brief in briefs(capsys))
    assert first == "images/vagues-1-ete-a-la-mer.png"
    assert second.startswith("images/vagues-2-ye")
    assert second.isascii()


FILES = {
    png(1, 1): "image/png",
    b"\xff\xd8\xff\xe0\0\x10JFIF": "image/jpeg",
    b"GIF89a\1\0\1\0": "image/gif",
    b"RIFF\x24\0\0\0WEBPVP8 ": "image/webp",
    b"\0\0\0\x20ftypavif\0\0": "image/avif",
    b"<svg xmlns='http://www.w3.org/2000/svg'/>": "image/svg+xml",
    b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a lamp -->\n<svg width='1'/>": "image/svg+xml",
    b"<!doctype html><p>An <svg > in a page": "",
    b"Words about an <svg > in a text": "",
    b"": "",
}


@pytest.mark.parametrize(("data", "kind"), FILES.items())
def test_images_are_known_by_their_first_bytes(data: bytes, kind: str) -> None:
    assert image_type(data) == kind
