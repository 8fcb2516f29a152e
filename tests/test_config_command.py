"""`lintarticle config`: a configuration checked, and what it makes of types, fields and outlines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lintarticle.cli.main import main

CONFIGURATION = """\
preset = ["hugo", "publish"]
include = ["content/**/*.md"]

[types.news]
files = ["content/news/**"]
strict = true
[types.news.fields]
title = { type = "string", required = true, length = "20..70", description = "What happened" }
authors = { type = "list", items = { from = "data/authors.toml" } }
[types.news.outline]
additional = false
sections = [
  { heading = "Summary", words = "30..120" },
  { any = true, min = 2, sections = [ { pattern = "Step \\\\d", optional = true } ] },
]

[types.guide]
where = { layout = ["guide", "how-to"] }
"""

TEXT = """\
lintarticle.toml: no mistakes
  presets: hugo, publish
  include: content/**/*.md
  exclude: /archetypes/, /layouts/, /themes/, /public/, /resources/
  articles: 2

type news (lintarticle.toml:4)
  files: content/news/** (1 article)
  fields (no others):
    title    required  text on one line, 20 to 70 characters
    authors  optional  a list; each: one of the names in `data/authors.toml`
  outline (no others):
    “Summary”: 30 to 120 words
    sections of your own: at least 2
      a heading such as “Step 2” (`Step \\d`): optional

type guide (lintarticle.toml:17)
  files: any
  where: layout = guide or how-to
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "lintarticle.toml": CONFIGURATION,
        "content/news/a.md": "",
        "content/b.md": "",
        "data/authors.toml": "[ada]\n",
        ".git/HEAD": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_types_fields_and_outlines_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    assert capsys.readouterr() == (TEXT, "")


def test_that_of_a_folder_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "content" / "lintarticle.toml").write_text('preset = "zola"\n', "utf-8")
    assert main(["config", "content"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["content/lintarticle.toml: no mistakes", "  presets: zola"]


def test_without_a_configuration_the_defaults_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["config"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "No configuration; the defaults apply."


def test_mistakes_are_told_with_their_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lintarticle.toml").write_text("[types.news]\nfile = ['x']\nstric = true\n", "utf-8")
    assert main(["config"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "lintarticle: lintarticle.toml:2: Unknown key “file”. Did you mean “files”?",
        "lintarticle: lintarticle.toml:3: Unknown key “stric”. Did you mean “strict”?",
    ]


def test_a_list_of_names_that_can_not_be_read_is_told_before_an_article_needs_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data" / "authors.toml").unlink()
    assert main(["config"]) == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("lintarticle.toml: 1 mistake\n")
    said = "data/authors.toml can’t be read: the file does not exist."
    assert captured.err == f"lintarticle: lintarticle.toml:4: {said}\n"


def test_everything_is_there_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["version"], document["presets"], document["articles"]) == (1, ["hugo", "publish"], 2)
    assert document["mistakes"] == []
    news, guide = document["types"]
    assert (news["name"], news["place"], news["articles"]) == ("news", "lintarticle.toml:4", 1)
    assert news["schema"]["required"] == ["title"]
    assert guide["where"] == {"layout": ["guide", "how-to"]}


def test_a_folder_that_is_missing_is_a_mistake_of_the_command_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "nowhere"]) == 2
    assert capsys.readouterr().err.startswith("lintarticle: No such folder: “nowhere”.\n")
