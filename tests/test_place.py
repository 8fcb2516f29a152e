"""`lintarticle place`: finished images come to their places, in the form of each platform, and nothing else changes."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from briefed import BODY, FRONT_MATTER, IN_BLOCK, png, put
from test_briefs import HOMES

from lintarticle.cli.main import main
from lintarticle.config.preset import PLATFORMS


def make_images(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Make the image of every brief that has none, and return their files."""
    assert main(["briefs", "--output-format", "json", *arguments]) == 0
    files = [brief["file"] for brief in json.loads(capsys.readouterr().out)["briefs"]]
    for file in files:
        put(Path(file), png())
    return files


def problems(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(["check", "--no-cache", "--output-format", "json", *arguments])
    return [problem["rule"] for problem in json.loads(capsys.readouterr().out)["problems"]]


def added(before: str, after: str) -> list[str]:
    """Return the lines that were added; a line that was changed or removed is a failure."""
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert [line for line in lines if line[0] == "-"] == []
    return [line[2:] for line in lines if line[2:].strip()]


def refused(capsys: pytest.CaptureFixture[str], path: Path, *arguments: str) -> list[str]:
    """Run the command in vain, and return why nothing was placed; the file stays as it is."""
    before = path.read_bytes()
    assert main(["place", *arguments]) == 1
    assert path.read_bytes() == before
    said = capsys.readouterr().err.splitlines()
    return [line.partition("not placed: ")[2] for line in said if "not placed" in line]


# --- there and back -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [(FRONT_MATTER, []), (IN_BLOCK, ["metadata/block-in-body"])],
    ids=["front matter", "block"],
)
def test_three_briefs_become_three_images(
    site: Path, capsys: pytest.CaptureFixture[str], text: str, left: list[str]
) -> None:
    path = put(site / "tides.md", text)
    assert len(make_images(capsys)) == 3
    assert main(["place"]) == 0
    assert capsys.readouterr().err == "Placed 3 images in 1 file.\n"
    assert problems(capsys, "--select", "illustrations") == left
    once = path.read_bytes()
    assert main(["place"]) == 0
    assert capsys.readouterr().err == "Nothing to place.\n"
    assert path.read_bytes() == once


def test_the_images_are_where_the_front_matter_says(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", FRONT_MATTER)
    make_images(capsys)
    main(["place"])
    assert added(FRONT_MATTER, path.read_text("utf-8")) == [
        "    file: images/tides-1-hero.png",
        "    file: images/tides-2-infographic.png",
        "    file: images/tides-3-conceptual.png",
        "![A tide table under a brass lamp](images/tides-1-hero.png)",
        '![The four steps of printing](images/tides-2-infographic.png "How it was done in 1830")',
        "![Wheels and waves](images/tides-3-conceptual.png)",
    ]


def test_a_block_gets_its_files_behind_each_brief(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", IN_BLOCK)
    make_images(capsys)
    main(["place"])
    after = path.read_text("utf-8")
    for name in ("1-hero", "2-infographic", "3-conceptual"):
        assert f'" File: images/tides-{name}.png\n' in after
        after = after.replace(f" File: images/tides-{name}.png", "")
    assert [line[:18] for line in added(IN_BLOCK, after)] == [
        "![A tide table und",
        "![How sheets were ",
        "![Wheels that add ",
    ]
    assert after.index("1-hero.png") < after.index("Tide tables are old")
    assert after.index("whole coast") < after.index("2-infographic.png") < after.index("## How a Table")
    assert after.index("in less time") < after.index("3-conceptual.png") < after.index("\n---\n")


SHOWN = {
    "hugo": ("images:", '{{< figure src="tides-2-infographic.png" alt="The four steps of printing"'),
    "jekyll": ("image: /assets/images/tides-1-hero.png", "](/assets/images/tides-2-infographic.png"),
    "docusaurus": ("image: ./img/tides-1-hero.png", "<figure><img src={tides2Infographic} alt="),
    "astro": ("heroImage: ../../assets/tides-1-hero.png", "<figure><Image src={tides2Infographic} alt="),
    "starlight": ("", "<figure><Image src={tides2Infographic} alt="),
    "zola": ("", "](tides-2-infographic.png"),
    "zenn": ("", "](/images/tides-2-infographic.png"),
    "hexo": ("cover: /images/tides-1-hero.png", "](/images/tides-2-infographic.png"),
    "eleventy": ("", "](/img/tides-2-infographic.png"),
    "nextjs": ("coverImage: /images/tides-1-hero.png", "](/images/tides-2-infographic.png"),
    "gatsby": ("featuredImage: tides-1-hero.png", "](tides-2-infographic.png"),
    "mkdocs-material": ("", "](../../assets/images/tides-2-infographic.png"),
    "pelican": ("", "]({static}/images/tides-2-infographic.png"),
    "quarto": ("image: images/tides-1-hero.png", "](images/tides-2-infographic.png"),
    "docfx": ("", "](media/tides-2-infographic.png"),
    "ghost": ("feature_image: /content/images/tides-1-hero.png", "](/content/images/tides-2-infographic.png"),
    "devto": ("cover_image: images/tides-1-hero.png", "](images/tides-2-infographic.png"),
    "hashnode": ("cover: images/tides-1-hero.png", "](images/tides-2-infographic.png"),
    "medium": ("", "](images/tides-2-infographic.png"),
}
"""Preset → the line of the front matter for the cover, "" where it is in the text, and the start of an image."""


@pytest.mark.parametrize("preset", PLATFORMS)
def test_each_platform_takes_the_images_of_a_block(preset: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / HOMES[preset][0], IN_BLOCK)
    put(site / "lintarticle.toml", f'preset = "{preset}"\n')
    files = make_images(capsys)
    assert main(["place"]) == 0, capsys.readouterr().err
    assert capsys.readouterr().err == "Placed 3 images in 1 file.\n"
    after = path.read_text("utf-8")
    assert [after.count(f"-{name}") for name in ("1-hero", "2-infographic", "3-conceptual")] == [2, 2, 2]
    assert [rule for rule in problems(capsys, "--select", "illustrations") if rule.startswith("ill")] == []
    assert main(["place"]) == 0
    assert (path.read_text("utf-8"), len(files)) == (after, 3)


@pytest.mark.parametrize("preset", PLATFORMS)
def test_each_platform_shows_an_image_in_its_own_form(
    preset: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(site / HOMES[preset][0], FRONT_MATTER)
    put(site / "lintarticle.toml", f'preset = "{preset}"\n')
    make_images(capsys)
    assert main(["place"]) == 0, capsys.readouterr().err
    capsys.readouterr()
    cover, image = SHOWN[preset]
    after = path.read_text("utf-8")
    assert f"\n{cover}" in after
    assert image in after
    assert ("tides-1-hero" in after.rpartition("---\n")[2]) is not bool(cover)
    found = problems(capsys, "--select", "illustrations,images", "--ignore", "tags,excerpt,links")
    assert [rule for rule in found if rule.startswith(("illustrations/", "images/"))] == []
    once = path.read_bytes()
    assert main(["place"]) == 0
    assert path.read_bytes() == once


# --- forms of briefs ------------------------------------------------------------------------------------------


def brief_in_block(lines: str) -> str:
    excerpt = "SEO説明" if "画像" in lines else "SEO Excerpt"
    return f"{BODY}\n---\n\n**{excerpt}:** How to read a tide table.\n\n{lines}"


MARKED = {
    "labels on lines of their own": (
        "## Image Suggestions\n\n1. **Hero image**\n   - **Placement:** Top of post\n   - **Description:** A lamp\n",
        "   - **File:** images/tides-1-hero.png",
    ),
    "a description at the end": (
        "**Suggested Illustrations:**\n\n1. **Hero Image** (Top of post): A lamp on a desk\n",
        "1. **Hero Image** (Top of post): A lamp on a desk. File: images/tides-1-hero.png",
    ),
    "Japanese": (
        "**画像案:**\n\n1. アイキャッチ（記事の冒頭）: 机の上のばね\n",
        "1. アイキャッチ（記事の冒頭）: 机の上のばね。ファイル: images/tides-1-hero.png",
    ),
    "a table without a column": (
        "**Suggested Illustrations:**\n\n| Type | Placement | Description |\n|---|---|---|\n| Hero | Top | A lamp |\n",
        "| Hero | Top | A lamp | images/tides-1-hero.png |",
    ),
    "a table with a column": (
        "**Suggested Illustrations:**\n\n| Type | Placement | File |\n|---|---|---|\n| Hero | Top | |\n",
        "| Hero | Top | images/tides-1-hero.png |",
    ),
}


@pytest.mark.parametrize(("lines", "marked"), MARKED.values(), ids=MARKED)
def test_a_brief_in_a_block_is_marked_as_it_is_written(
    site: Path, capsys: pytest.CaptureFixture[str], lines: str, marked: str
) -> None:
    path = put(site / "tides.md", brief_in_block(lines))
    put(site / "images/tides-1-hero.png", png())
    assert main(["place"]) == 0, capsys.readouterr().err
    after = path.read_text("utf-8")
    assert marked in after.splitlines()
    assert "](images/tides-1-hero.png)\n\nTide tables are old" in after
    capsys.readouterr()
    assert main(["place"]) == 0
    assert (path.read_text("utf-8"), capsys.readouterr().err) == (after, "Nothing to place.\n")


def test_every_row_of_a_table_is_marked_in_one_new_column(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "| Type | Placement | Description |\n|---|---|---|\n| Hero | Top | A lamp |\n| Map | End | The coast |\n"
    path = put(site / "tides.md", brief_in_block(f"**Suggested Illustrations:**\n\n{rows}"))
    make_images(capsys)
    assert main(["place"]) == 0, capsys.readouterr().err
    assert path.read_text("utf-8").endswith(
        "| Type | Placement | Description | File |\n|---|---|---| --- |\n"
        "| Hero | Top | A lamp | images/tides-1-hero.png |\n| Map | End | The coast | images/tides-2-map.png |\n"
    )


IN_FRONT_MATTER = {
    "a mapping by type": (
        "---\nillustrations:\n  hero:\n    placement: top\n    description: A lamp\n---\n",
        "---\nillustrations:\n  hero:\n    placement: top\n    description: A lamp\n    file: FILE\n---\n",
    ),
    "a text": (
        '---\nillustrations:\n  - "Hero (top): A lamp on a desk"\n---\n',
        '---\nillustrations:\n  - "Hero (top): A lamp on a desk. File: FILE"\n---\n',
    ),
    "a text of several lines": (
        "---\nillustrations:\n  - |\n    Hero (top): A lamp on a desk\n---\n",
        "---\nillustrations:\n  - |\n    Hero (top): A lamp on a desk. File: FILE\n---\n",
    ),
    "several briefs in one text": (
        '---\nillustrations: |\n  1. Hero (top): A lamp on a desk\n  2. Map (end): "A coast"\n---\n',
        '---\nillustrations: |\n  1. Hero (top): A lamp on a desk. File: FILE\n  2. Map (end): "A coast"\n---\n',
    ),
    "in brackets": (
        "---\nillustrations: [{type: hero, placement: top, description: A lamp}]\ntitle: A\n---\n",
        "---\nillustrations: [{type: hero, placement: top, description: A lamp, file: FILE}]\ntitle: A\n---\n",
    ),
    "an empty file": (
        "---\nillustrations:\n  - type: hero\n    file: ''\n    placement: top\n---\n",
        "---\nillustrations:\n  - type: hero\n    file: 'FILE'\n    placement: top\n---\n",
    ),
    "TOML": (
        '+++\ntitle = "A"\n[[illustrations]]\ntype = "hero"\nplacement = "top"\n+++\n',
        '+++\ntitle = "A"\n[[illustrations]]\ntype = "hero"\nplacement = "top"\nfile = "FILE"\n+++\n',
    ),
    "JSON": (
        '{\n  "illustrations": [{"type": "hero", "placement": "top"}]\n}\n',
        '{\n  "illustrations": [{"type": "hero", "placement": "top", "file": "FILE"}]\n}\n',
    ),
}


@pytest.mark.parametrize(("before", "marked"), IN_FRONT_MATTER.values(), ids=IN_FRONT_MATTER)
def test_a_brief_in_front_matter_is_marked_as_it_is_written(
    site: Path, capsys: pytest.CaptureFixture[str], before: str, marked: str
) -> None:
    path = put(site / "tides.md", f"{before}\nSome words.\n")
    put(site / "images/tides-1-hero.png", png())
    assert main(["place"]) == 0, capsys.readouterr().err
    alt = "A lamp on a desk" if "desk" in before else "A lamp" if "lamp" in before else ""
    shown = f"![{alt}](images/tides-1-hero.png)"
    assert path.read_text("utf-8") == f"{marked.replace('FILE', 'images/tides-1-hero.png')}\n{shown}\n\nSome words.\n"


MARKS = {
    "[IMAGE: A boat at dusk]": "![A boat at dusk](FILE)",
    "> [IMAGE SUGGESTION: A boat at dusk]": "![A boat at dusk](FILE)",
    "*[Image suggestion: A boat at dusk]*": "![A boat at dusk](FILE)",
    "<!-- IMAGE: A boat at dusk -->": "![A boat at dusk](FILE)",
    "![A boat](IMAGE:A boat at dusk, in oil)": "![A boat](FILE)",
    "Before it [IMAGE: A boat at dusk] and after it.": "Before it ![A boat at dusk](FILE) and after it.",
    "- [IMAGE: A boat at dusk]": "- ![A boat at dusk](FILE)",
    "> Somebody said so.\n> [IMAGE: A boat at dusk]": "> Somebody said so.\n> ![A boat at dusk](FILE)",
}


@pytest.mark.parametrize(("written", "shown"), MARKS.items(), ids=MARKS)
def test_a_mark_in_the_text_is_replaced(
    site: Path, capsys: pytest.CaptureFixture[str], written: str, shown: str
) -> None:
    path = put(site / "tides.md", f"{BODY}\n{written}\n\nThe last words.\n")
    (file,) = make_images(capsys)
    assert main(["place"]) == 0, capsys.readouterr().err
    assert path.read_text("utf-8") == f"{BODY}\n{shown.replace('FILE', file)}\n\nThe last words.\n"


def test_marks_that_are_alike_get_the_images_of_their_numbers(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", "One.\n\n[IMAGE: A boat]\n\nTwo.\n\n[IMAGE: A pier]\n\nThree.\n\n[IMAGE: A lamp]\n")
    first, second, third = make_images(capsys)
    Path(second).unlink()
    assert main(["place"]) == 0
    half = f"One.\n\n![A boat]({first})\n\nTwo.\n\n[IMAGE: A pier]\n\nThree.\n\n![A lamp]({third})\n"
    assert path.read_text("utf-8") == half
    put(Path(second), png())
    assert main(["place"]) == 0
    assert path.read_text("utf-8") == half.replace("[IMAGE: A pier]", f"![A pier]({second})")


# --- where it goes --------------------------------------------------------------------------------------------


WORDS = (
    "First words.\n\nMore words.\n\n## One\n\nIts text.\n\n### Under one\n\nIts text, too.\n\n---\n\n## Two\n\nLast.\n"
)

PLACES = {
    "top": "!\n\nFirst words.",
    "after the introduction": "More words.\n\n!\n\n## One",
    'before "One"': "More words.\n\n!\n\n## One",
    'in "One"': "## One\n\n!\n\nIts text.\n",
    'after "One"': "Its text, too.\n\n!\n\n---\n\n## Two",
    'after "Under one"': "Its text, too.\n\n!\n\n---\n\n## Two",
    'before "Two"': "---\n\n!\n\n## Two",
    "after section 2": "Last.\n\n!\n",
    "end": "Last.\n\n!\n",
}


@pytest.mark.parametrize(("placement", "around"), PLACES.items(), ids=PLACES)
def test_each_kind_of_place_has_its_line(
    site: Path, capsys: pytest.CaptureFixture[str], placement: str, around: str
) -> None:
    head = f"---\nillustrations:\n  - {{type: map, placement: '{placement}', alt: A coast}}\n---\n\n"
    path = put(site / "a.md", head + WORDS)
    (file,) = make_images(capsys)
    assert main(["place"]) == 0, capsys.readouterr().err
    assert around.replace("!", f"![A coast]({file})") in path.read_text("utf-8")
    assert problems(capsys, "--only", "illustrations/not-placed,illustrations/placement-unknown") == []


def test_what_belongs_to_the_next_heading_stays_with_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "---\nillustrations:\n  - {type: map, placement: 'after \"One\"', alt: A coast}\n---\n\n"
    next_one = '<a id="two"></a>\n<!-- lintarticle-disable-next-line structure/empty-section: soon -->\n## Two\n'
    path = put(site / "a.md", f"{head}## One\n\nWords.\n\n{next_one}")
    make_images(capsys)
    assert main(["place"]) == 0
    assert path.read_text("utf-8").endswith(f"Words.\n\n![A coast](images/a-1-map.png)\n\n{next_one}")


def test_several_at_one_place_keep_their_order(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    briefs = "".join(f"  - {{type: {kind}, placement: end, alt: {kind}}}\n" for kind in ("map", "chart", "photo"))
    path = put(site / "a.md", f"---\nillustrations:\n{briefs}---\n\nWords.\n")
    make_images(capsys)
    assert main(["place"]) == 0
    shown = "![map](images/a-1-map.png)\n\n![chart](images/a-2-chart.png)\n\n![photo](images/a-3-photo.png)\n"
    assert path.read_text("utf-8").endswith(f"\n\nWords.\n\n{shown}")


def test_texts_of_a_brief_can_do_no_harm(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alt = 'A [b](c) *d* `e` <f> & {{ g }} \\h &amp; “i” \\"j\\"'
    brief = f'  - {{type: map, placement: end, alt: "{alt}", caption: "k \\"l\\" & m"}}\n'
    put(site / "a.md", f"---\nillustrations:\n{brief.replace(chr(92) + 'h', chr(92) * 2 + 'h')}---\n\nWords.\n")
    make_images(capsys)
    assert main(["place"]) == 0, capsys.readouterr().err
    from markdown_it import MarkdownIt

    body = Path("a.md").read_text("utf-8").rpartition("---\n")[2]
    children = MarkdownIt("commonmark").parse(body)[-2].children
    assert children
    (image,) = children
    assert MarkdownIt("commonmark").render(body).count("<img") == 1
    assert image.attrs["title"] == 'k "l" & m'
    assert image.children is not None
    assert "".join(part.content for part in image.children) == alt.replace('\\"', '"').replace("\\\\", "\\")


LONG = "representing the movement of boats and people along the whole of the coast over a great many years"

ALTS = {
    f"A map with dotted lines between harbours, {LONG}": "A map with dotted lines between harbours",
    f"A map of the whole coast. It has dotted lines between all of the harbours, {LONG}": "A map of the whole coast.",
    "An image of a boat": "A boat",
    f"A boat {LONG} {LONG}": f"A boat {LONG} {LONG}",
}


@pytest.mark.parametrize(("description", "alt"), ALTS.items())
def test_a_description_becomes_an_alternative_text(
    site: Path, capsys: pytest.CaptureFixture[str], description: str, alt: str
) -> None:
    path = put(site / "a.md", f"{BODY}\n[IMAGE: {description}]\n")
    make_images(capsys)
    assert main(["place"]) == 0
    assert f"\n![{alt}](" in path.read_text("utf-8")


# --- what is refused ------------------------------------------------------------------------------------------


def test_a_placement_that_leads_nowhere_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", FRONT_MATTER.replace('"How a Table Is Made"', '"The Moon and the Sun"'))
    put(site / "images/tides-3-conceptual.png", png())
    (said,) = refused(capsys, path)
    assert said == "No section is called “The Moon and the Sun”. The nearest heading is “How a Table Is Made”."


def test_a_placement_that_leads_to_two_headings_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = FRONT_MATTER + "\n## How a Table Is Made\n\nAgain.\n"
    path = put(site / "tides.md", text)
    put(site / "images/tides-3-conceptual.png", png())
    (said,) = refused(capsys, path)
    assert said.startswith("“How a Table Is Made” matches the headings on lines ")


def test_a_brief_without_placement_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "a.md", "---\nillustrations:\n  - {type: map, description: A coast}\n---\n\nWords.\n")
    make_images(capsys)
    assert refused(capsys, path) == ["The brief does not say where the image goes; add a placement."]


def test_two_briefs_for_one_file_are_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    briefs = "".join(f"  - {{type: {kind}, placement: end, file: images/a.png}}\n" for kind in ("map", "chart"))
    path = put(site / "a.md", f"---\nillustrations:\n{briefs}---\n\nWords.\n")
    put(site / "images/a.png", png())
    assert refused(capsys, path) == [
        "“a.png” is also the image of the brief on line 4; change one of them.",
        "“a.png” is also the image of the brief on line 3; change one of them.",
    ]


def test_a_file_that_is_not_an_image_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", FRONT_MATTER)
    put(site / "images/tides-1-hero.png", "<!doctype html><title>Not found</title>")
    assert refused(capsys, path) == ["“tides-1-hero.png” is not an image."]


def test_an_image_outside_the_repository_is_never_placed(
    site: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = put(tmp_path_factory.mktemp("outside") / "secret.png", png())
    path = put(site / "a.md", "---\nillustrations:\n  - {type: map, placement: end}\n---\n\nWords.\n")
    (site / "images").mkdir()
    (site / "images/a-1-map.png").symlink_to(outside)
    assert refused(capsys, path) == ["“a-1-map.png” is outside the repository."]
    (site / "images/a-1-map.png").unlink()
    record = {"article": "a.md", "number": 1, "file": str(outside)}
    put(site / "map.json", json.dumps({"version": 1, "briefs": [record]}))
    assert refused(capsys, path, "--map", "map.json") == ["“secret.png” is outside the repository."]


@pytest.mark.parametrize("is_there", [True, False])
def test_nothing_shows_whether_an_image_outside_exists(
    site: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory, *, is_there: bool
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    if is_there:
        put(outside / "a-1-map.png", png())
        put(outside / "b.png", png())
    (site / "images").symlink_to(outside)
    briefs = "  - {type: map, placement: end}\n  - {type: chart, placement: end, file: images/b.png}\n"
    path = put(site / "a.md", f"---\nillustrations:\n{briefs}---\n\nWords.\n")
    said = ["“a-1-map.png” is outside the repository.", "“b.png” is outside the repository."]
    assert refused(capsys, path) == said
    put(site / "map.json", json.dumps([{"article": "a.md", "number": 1, "file": str(outside / "c.png")}]))
    assert refused(capsys, path, "--map", "map.json")[0] == "“c.png” is outside the repository."


def test_an_image_that_is_shown_elsewhere_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(
        site / "tides.md",
        FRONT_MATTER.replace("- Some were", "![Sheets](images/tides-3-conceptual.png)\n\n- Some were", 1),
    )
    put(site / "images/tides-3-conceptual.png", png())
    (said,) = refused(capsys, path)
    assert said.startswith("“tides-3-conceptual.png” is already shown on line ")


def test_a_cover_that_is_there_stays(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = FRONT_MATTER.replace("date:", "image: /assets/old.png\ndate:")
    path = put(site / "_posts/2026-01-15-tides.md", text)
    put(site / "assets/images/tides-1-hero.png", png())
    assert refused(capsys, path, "--preset", "jekyll") == ["The cover is already “old.png”; remove one of the two."]


def test_an_article_with_broken_front_matter_is_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", f"---\ntitle: [A\n---\n\n{BODY}\n[IMAGE: A boat]\n")
    put(site / "images/tides-1-a-boat.png", png())
    (said,) = refused(capsys, path)
    assert said.startswith("The front matter can’t be read")


def test_a_read_only_article_is_told_and_the_others_are_done(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (put(site / f"{name}.md", FRONT_MATTER) for name in ("a", "b"))
    make_images(capsys)
    first.chmod(0o444)
    assert main(["place"]) == 2
    assert "lintarticle: a.md: The images were not saved: the file is read-only.\n" in capsys.readouterr().err
    assert first.read_text("utf-8") == FRONT_MATTER
    assert "](images/b-3-conceptual.png)" in second.read_text("utf-8")


def test_an_image_for_cards_has_no_place_in_the_text(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "a.md", "---\nillustrations:\n  - {type: social card, description: A lamp}\n---\n\nWords.\n")
    make_images(capsys)
    assert refused(capsys, path) == ["An image for social cards is not part of the text; name it in the front matter."]


def test_a_path_that_is_not_there_is_named_and_the_others_are_done(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(site / "tides.md", FRONT_MATTER)
    make_images(capsys)
    assert main(["place", "gone.md", "tides.md"]) == 2
    assert "No such file or folder: “gone.md”.\n" in capsys.readouterr().err
    assert path.read_text("utf-8") != FRONT_MATTER


# --- options --------------------------------------------------------------------------------------------------


def test_a_diff_changes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "tides.md", FRONT_MATTER)
    make_images(capsys)
    assert main(["place", "--diff"]) == 1
    captured = capsys.readouterr()
    assert captured.err == "Would place 3 images in 1 file.\n"
    assert captured.out.startswith("--- a/tides.md\n+++ b/tides.md\n@@")
    assert "+![Wheels and waves](images/tides-3-conceptual.png)\n" in captured.out
    assert path.read_text("utf-8") == FRONT_MATTER


@pytest.mark.parametrize("command", ["briefs", "place"])
def test_help_names_the_options(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert ("--all" if command == "briefs" else "--map") in capsys.readouterr().out


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_list_of_briefs_comes_back_with_other_files(
    site: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    path = put(site / "posts/tides.md", FRONT_MATTER)
    main(["briefs", "--output-format", form, "-o", "briefs.txt"])
    listed = (
        (site / "briefs.txt").read_text("utf-8").replace("posts/images/tides-2-infographic.png", "art/my steps.jpg")
    )
    put(site / "briefs.txt", listed)
    put(site / "art/my steps.jpg", png())
    assert main(["place", "--map", "briefs.txt"]) == 0, capsys.readouterr().err
    after = path.read_text("utf-8")
    assert "    file: ../art/my steps.jpg\n" in after
    assert '](../art/my%20steps.jpg "How it was done in 1830")' in after
    assert main(["place", "--map", "briefs.txt"]) == 0
    assert path.read_text("utf-8") == after


SERVED = {
    ("hugo", "content/posts/a.md", "static/art/b.png"): "/art/b.png",
    ("hugo", "content/posts/a/index.md", "content/posts/a/art/b.png"): "art/b.png",
    ("hugo", "content/posts/a/index.md", "static/art/b.png"): "/art/b.png",
    ("jekyll", "_posts/2026-01-15-a.md", "art/b.png"): "/art/b.png",
    ("pelican", "content/a.md", "content/art/b.png"): "{static}/art/b.png",
    ("astro", "src/content/blog/a.md", "art/b.png"): "../../../art/b.png",
    ("docusaurus", "docs/a.md", "docs/art/b.png"): "./art/b.png",
    ("hugo", "content/posts/a.md", "art/b.png"): "",
    ("jekyll", "site/_posts/2026-01-15-a.md", "art/b.png"): "/art/b.png",
}
"""Preset, article, image → how the article names the image, "" where the site does not have it."""


@pytest.mark.parametrize(("where", "target"), SERVED.items(), ids=[" ".join(where) for where in SERVED])
def test_an_image_anywhere_is_named_as_the_site_finds_it(
    site: Path, capsys: pytest.CaptureFixture[str], where: tuple[str, str, str], target: str
) -> None:
    preset, path, image = where
    put(site / "lintarticle.toml", f'preset = "{preset}"\n')
    article = put(site / path, "---\nillustrations:\n  - {type: map, placement: end}\n---\n\nWords.\n")
    put(site / image, png())
    put(site / "map.json", json.dumps([{"article": path, "number": 1, "file": image}]))
    if target:
        assert main(["place", "--map", "map.json"]) == 0, capsys.readouterr().err
        assert target in article.read_text("utf-8").rpartition("---")[2]
    else:
        said = "The site would not find “b.png” where it is; move it to “images”."
        assert refused(capsys, article, "--map", "map.json") == [said]


@pytest.mark.parametrize("content", ["{", "[1]", '{"briefs": 1}', "\udcff"])
def test_a_map_that_is_none_is_told(site: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    put(site / "tides.md", FRONT_MATTER)
    put(site / "map.json", content.encode("utf-8", "surrogateescape"))
    assert main(["place", "--map", "map.json"]) == 2
    assert capsys.readouterr().err.startswith("lintarticle: “map.json” ")


def test_line_ends_and_the_mark_of_the_file_stay(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.md", FRONT_MATTER), ("b.md", IN_BLOCK)):
        put(site / name, ("\ufeff" + text).replace("\n", "\r\n"))
        put(site / f"plain-{name}", text)
    make_images(capsys)
    assert main(["place"]) == 0
    for name in ("a", "b"):
        windows = (site / f"{name}.md").read_bytes().decode()
        plain = (site / f"plain-{name}.md").read_text("utf-8").replace(f"plain-{name}-", f"{name}-")
        assert windows == ("\ufeff" + plain).replace("\n", "\r\n")


LABELS = {
    "de": ("**SEO-Beschreibung:** Wie es war.\n\n**Bildvorschläge:**\n\n", "Datei"),
    "en": ("**SEO Excerpt:** How it was.\n\n**Suggested Illustrations:**\n\n", "File"),
}


@pytest.mark.parametrize(("block", "label"), LABELS.values(), ids=LABELS)
def test_the_label_of_the_file_is_in_the_language_of_the_others(
    site: Path, capsys: pytest.CaptureFixture[str], block: str, label: str
) -> None:
    body = "# Die Lampe\n\nDas Boot liegt am Strand, und die Lampe ist noch nicht an. Sie wird bald brennen.\n"
    path = put(site / "a.md", f"{body}\n---\n\n{block}1. **Infografik** (oben): Eine Lampe bei Nacht.\n")
    (file,) = make_images(capsys)
    assert main(["place"]) == 0, capsys.readouterr().err
    assert path.read_text("utf-8").endswith(f": Eine Lampe bei Nacht. {label}: {file}\n")


def test_a_brief_that_cant_be_marked_is_placed_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(site / "a.md", '---\nfeatured_image_prompt: "A lamp, in oil"\n---\n\nWords.\n')
    put(site / "art/lamp.png", png())
    put(site / "map.json", json.dumps([{"article": "a.md", "number": 1, "file": "art/lamp.png"}]))
    assert main(["place", "--map", "map.json"]) == 0
    assert "could not be marked; add “file: art/lamp.png” to it.\n" in capsys.readouterr().err
    after = path.read_text("utf-8")
    assert "\n![](art/lamp.png)\n\nWords.\n" in after
    assert main(["place", "--map", "map.json"]) == 0
    assert (path.read_text("utf-8"), capsys.readouterr().err) == (after, "Nothing to place.\n")
