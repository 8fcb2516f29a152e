"""`lintarticle tags` and `lintarticle rename-tag`: what they list, and that nothing but the tag changes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from lintarticle.cli.main import main

FILES = {
    "a.md": '---\ntitle: A\ndate: 2025-03-01\ntags: [Open Source, "sea"] # two\n---\nOpen Source\n',
    "b.md": "+++\ndate = 2026-01-31\ntags = ['sea', 'open-source',]\n+++\n",
    "c.md": "---\ntags:\n- open-source\n-   Sea\n---\n",
    "d.md": '{\n  "tags": ["open-source"]\n}\n',
    "e.md": "---\ntags: open-source, seas\n---\n",
    "f.md": "# F\n\nText.\n\n---\n\n**Tags:** open-source, sea\n**SEO Excerpt:** About open-source.\n",
    "g.md": "---\ntags: [open-source, oss]\n---\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def texts(site: Path) -> dict[str, str]:
    return {name: (site / name).read_bytes().decode() for name in FILES}


def test_the_table(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tags", "a.md", "b.md", "c.md", "e.md"]) == 0
    assert capsys.readouterr().out == (
        "3 tags.\n\n"
        "tag          uses  first       last        other spellings  near\n"
        "open-source  4     2025-03-01  2026-01-31  Open Source (1)\n"
        "sea          3     2025-03-01  2026-01-31  Sea (1)          seas\n"
        "seas         1                                              sea\n"
    )


def test_json(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tags", "a.md", "c.md", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["tags"][0] == {
        "tag": "Open Source",
        "uses": 2,
        "spellings": [{"text": "Open Source", "uses": 1}, {"text": "open-source", "uses": 1}],
        "near": [],
        "first": "2025-03-01",
        "last": "2025-03-01",
        "articles": ["a.md", "c.md"],
    }


def test_the_vocabulary_is_one_that_the_rule_takes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tags", "--output-format", "vocabulary", "-o", "tags.toml"]) == 0
    found = tomllib.loads((site / "tags.toml").read_text("utf-8"))["tags"]
    assert found[0] == {"name": "open-source", "aliases": ["Open Source"]}
    (site / "lintarticle.toml").write_text(
        'ignore = ["ALL"]\n[rules]\n"tags/vocabulary" = { severity = "error", file = "tags.toml#tags" }\n', "utf-8"
    )
    main(["check", "--only", "tags/vocabulary", "--output-format", "concise", "-q"])
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["a.md:4:8:", "c.md:4:5:"]


def test_no_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# A\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["tags"]) == 0
    assert capsys.readouterr().out == "No article has tags.\n"


def test_a_tag_is_renamed_in_every_format_and_nothing_else_changes(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(site)
    assert main(["rename-tag", "open-source", "oss", "--diff"]) == 0
    assert "-tags: [open-source, oss]\n+tags: [oss]\n" in capsys.readouterr().out
    assert texts(site) == before
    assert main(["rename-tag", "open-source", "oss"]) == 0
    assert capsys.readouterr().err == "Renamed “open-source” to “oss” in 6 articles.\n"
    after = texts(site)
    assert after == {
        "a.md": before["a.md"],
        "b.md": before["b.md"].replace("open-source", "oss"),
        "c.md": before["c.md"].replace("open-source", "oss"),
        "d.md": before["d.md"].replace("open-source", "oss"),
        "e.md": before["e.md"].replace("open-source", "oss"),
        "f.md": before["f.md"].replace("** open-source", "** oss"),
        "g.md": before["g.md"].replace("open-source, ", ""),
    }
    assert main(["rename-tag", "open-source", "oss"]) == 0
    assert texts(site) == after


def test_all_spellings(site: Path) -> None:
    before = texts(site)
    assert main(["rename-tag", "open source", "open source", "--all-spellings", "a.md", "b.md"]) == 0
    after = texts(site)
    assert after["a.md"] == before["a.md"].replace("[Open Source", "[open source")
    assert after["b.md"] == before["b.md"].replace("open-source", "open source")


def test_a_name_that_needs_quotes_gets_them(site: Path) -> None:
    assert main(["rename-tag", "open-source", "no: 1", "c.md"]) == 0
    assert '- "no: 1"\n' in (site / "c.md").read_text("utf-8").replace("'", '"')


def test_an_unknown_tag_has_a_neighbor(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename-tag", "seass", "oss2"]) == 2
    assert "No article has the tag “seass”. Did you mean “seas”?" in capsys.readouterr().err
    assert main(["rename-tag", "sea", ""]) == 2


@pytest.mark.parametrize("command", [("tags",), ("rename-tag", "sea", "ocean")])
def test_a_path_that_is_not_there_is_an_error(
    site: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "nowhere", "a.md"]) == 2
    assert "No such file or folder: “nowhere”." in capsys.readouterr().err
    assert texts(site) == FILES


def test_a_tag_can_t_be_renamed_to_itself(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename-tag", "sea", "sea "]) == 2
    assert "The two tags are the same." in capsys.readouterr().err


def test_a_name_that_would_be_read_as_two_tags_is_not_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = site / "block.md"
    article.write_text("Title: A\nTags: sea, oss\n\nText.\n", "utf-8")
    for name in ("e.md", "f.md", "block.md"):
        assert main(["rename-tag", "seas" if name == "e.md" else "sea", "sea, salt", name]) == 2
        assert f"{name}: The tag was not renamed here" in capsys.readouterr().err
    assert texts(site) == FILES
    assert article.read_text("utf-8") == "Title: A\nTags: sea, oss\n\nText.\n"
