"""`lintarticle schema`, and what a user sees of schemas that are wrong."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema_rs
import pytest

from lintarticle.cli.main import main

CHECKOUT = Path(__file__).parent.parent

CONFIG = """\
[types.news]
files = ["news/**"]
[types.news.fields]
title = { required = true, length = "5..70", description = "The headline." }
section = { enum = ["harbour", "weather"] }

[types.guide]
files = ["guides/**"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lintarticle.toml").write_text(CONFIG, "utf-8")
    return tmp_path


def test_the_schema_of_a_type(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "news"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.validator_for(schema)
    assert validator.is_valid({"title": "The new quay", "section": "harbour", "other": 1})
    assert not validator.is_valid({"title": "The new quay", "section": "harbor"})
    assert schema["properties"]["title"]["description"] == "The headline."


def test_a_type_without_a_schema_knows_the_names_of_fields(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "guide"]) == 0
    assert {"title", "tags", "description"} <= json.loads(capsys.readouterr().out)["properties"].keys()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["schema"], "There are several types of articles; name one of news, guide."),
        (["schema", "nws"], "The configuration has no type “nws”. Did you mean “news”?"),
        (["schema", "news", "--config"], "--config can’t be combined with a type."),
    ],
)
def test_a_wrong_request(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_the_schema_of_the_configuration(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--config"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.validator_for(schema)
    configurations = [CHECKOUT / "docs" / "lintarticle.toml", *(CHECKOUT / "lintarticle/config/presets").glob("*.toml")]
    for text in (CONFIG, *(path.read_text("utf-8") for path in configurations)):
        assert [error.message for error in validator.iter_errors(tomllib.loads(text))] == []
    for text in ("selct = []", '[rules]\n"tags/count" = { mx = 3 }', "[types.a.fields]\nx = { requird = true }"):
        assert not validator.is_valid(tomllib.loads(text))


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("x = { length = '9..3' }", "lintarticle.toml:4: “length” is “9..3”; expected the smaller end first: “3..9”."),
        ("x = { typ = 'string' }", "lintarticle.toml:4: Unknown key “typ”. Did you mean “type”?"),
        ("x = { from = 'gone.txt' }", "gone.txt can’t be read: the file does not exist. (found in news/a.md)"),
    ],
)
def test_a_wrong_schema_is_a_sentence_and_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], config: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f'[types.news]\nfiles = ["news/**"]\n[types.news.fields]\n{config}\n'
    (tmp_path / "lintarticle.toml").write_text(text, "utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.md").write_text(f"---\nx: {'a' * 300}!\n---\n\nText.\n", "utf-8")
    assert main(["check", "news/a.md"]) == 2
    assert message in capsys.readouterr().err
