"""`lintarticle place`: finished images come to their places, in the form of each platform, and nothing else changes."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from briefed import FRONT_MATTER, IN_BLOCK, png, put
from test_briefs import HOMES

from lintarticle.cli.main import main
from lintarticle.config.preset import PLATFORMS


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


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
