"""JSON Schemas as contracts: our sentences and places for each keyword, references to files, files that are bad."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.config.configuration import Configuration
from lintarticle.files import DiskFiles
from lintarticle.linter import lint
from lintarticle.problem import UnusableSetting
from lintarticle.rule import Context
from lintarticle.schema import json_schema
from lintarticle.schema.contract import Contract, ContractError
from lintarticle.schema.json_schema import read_json_schema
from lintarticle.source import SourceText

TODAY = Context(date(2026, 1, 31))


def contract(folder: Path, schema: object, *, strict: bool = False) -> Contract:
    (folder / "news.json").write_text(json.dumps(schema), "utf-8")
    return read_json_schema("news.json", folder, strict=strict)


def found(held_to: Contract, text: str) -> list[str]:
    article = ArticleReader().read("a.md", SourceText(text))
    lines = []
    for fault in held_to.violations(article, TODAY):
        line, column = article.source.position(fault.span.start)
        lines.append(f"{line}:{column} {fault.kind} {fault.message}")
    return sorted(lines)


def front_matter(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", "Text.", ""])


CASES: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"type": "string"}, "3", ["2:4 type “a” is 3; expected text."]),
    ({"type": ["string", "null"]}, "3", ["2:4 type “a” is 3; expected text."]),
    ({"type": "array"}, "x", ["2:4 type “a” is “x”; expected a list."]),
    ({"enum": ["red", "blue"]}, "bleu", ["2:4 value “a” is “bleu”; expected red or blue. Did you mean “blue”?"]),
    ({"const": "red"}, "rad", ["2:4 value “a” is “rad”; expected red. Did you mean “red”?"]),
    ({"minimum": 3}, "2", ["2:4 value “a” is 2; expected at least 3."]),
    ({"exclusiveMaximum": 3}, "3", ["2:4 value “a” is 3; expected less than 3."]),
    ({"multipleOf": 5}, "3", ["2:4 value “a” is 3; expected a multiple of 5."]),
    ({"minLength": 3}, "潮", ["2:4 value “a” is 1 character long; expected at least 3 characters."]),
    ({"pattern": "^b"}, "ab", ["2:4 value “a” is “ab”; expected text that contains “^b”."]),
    ({"minItems": 2}, "[x]", ["2:4 value “a” is a list of one; expected at least 2 items."]),
    ({"uniqueItems": True}, "[x, x]", ["2:4 value “a” is a list of 2; expected no duplicate items."]),
    ({"items": {"type": "string"}}, "[x, 2]", ["2:8 type An item of “a” is 2; expected text."]),
    (
        {"contains": {"const": 1}},
        "[2]",
        ["2:4 value “a” is a list of one; expected an item of the kind that the schema asks for."],
    ),
    ({"not": {"const": 1}}, "1", ["2:4 value “a” is 1; expected anything but what the schema rules out."]),
    ({"format": "date"}, "2026-01-31", []),
    ({"format": "date"}, '"31.1.2026"', ["2:4 value “a” is “31.1.2026”; expected a date such as 2024-01-31."]),
    ({"format": "date-time"}, "2026-01-31 10:00:00", []),
    ({"format": "email"}, "x", ["2:4 value “a” is “x”; expected an e-mail address."]),
    ({"format": "uri"}, "/x", ["2:4 value “a” is “/x”; expected a whole address such as https://example.org/page."]),
    (False, "1", ["2:1 unknown-key “a” is not allowed here."]),  # type: ignore[list-item] # a schema may be a boolean
    ({"type": "object", "required": ["b"]}, "{c: 1}", ["2:1 required “a” lacks the key “b”."]),
    (
        {"additionalProperties": False},
        "{c: 1}",
        ["2:5 unknown-key Unknown key “c” in “a”."],
    ),
    (
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        "1.5",
        ["2:4 type “a” is 1.5; expected text or a whole number."],
    ),
    (
        {"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 5}]},
        "3",
        ["2:4 value “a” is 3; expected at least 5."],
    ),
    (
        {"oneOf": [{"const": "red"}, {"const": "blue"}]},
        "bleu",
        ["2:4 value “a” is “bleu”; expected red or blue. Did you mean “blue”?"],
    ),
    (
        {"oneOf": [{"type": "string"}, {"minLength": 1}]},
        "x",
        ["2:4 value “a” is “x”; expected to match exactly one of the kinds that the schema lists, not several."],
    ),
    (
        {
            "oneOf": [
                {"type": "string"},
                {"properties": {"b": {"type": "integer"}}, "required": ["b"], "type": "object"},
            ]
        },
        "{b: x}",
        ["2:8 type “a.b” is “x”; expected a whole number."],
    ),
    (
        {"propertyNames": {"maxLength": 1}},
        "{bb: 1}",
        ["2:4 unknown-key A key in “a” has a name that the schema does not allow."],
    ),
]


@pytest.mark.parametrize(("schema", "value", "expected"), CASES)
def test_a_keyword_has_its_sentence(tmp_path: Path, schema: object, value: str, expected: list[str]) -> None:
    assert found(contract(tmp_path, {"properties": {"a": schema}}), front_matter(f"a: {value}")) == expected


def test_top_level_keys(tmp_path: Path) -> None:
    schema = {"properties": {"title": {}, "section": {}}, "required": ["section"], "additionalProperties": False}
    assert found(contract(tmp_path, schema), front_matter("titel: x")) == [
        "2:1 unknown-key Unknown key “titel”. Did you mean “title”?",
        "3:1 required “section” is missing.",
    ]


def test_a_key_that_could_not_be_read_is_not_missing(tmp_path: Path) -> None:
    schema = {"required": ["section"]}
    assert found(contract(tmp_path, schema), front_matter("title: Tides: a history", "section: x: y")) == []


def test_a_slip_is_told_where_the_schema_is_open(tmp_path: Path) -> None:
    schema = {"allOf": [{"$ref": "#/$defs/base"}], "$defs": {"base": {"properties": {"correction": {}}}}}
    lines = front_matter("corection: x", "mood: calm")
    slip = "2:1 unknown-key Unknown key “corection”. Did you mean “correction”?"
    assert found(contract(tmp_path, schema), lines) == [slip]
    assert found(contract(tmp_path, schema, strict=True), lines) == [
        slip,
        "3:1 unknown-key Unknown key “mood”.",
    ]


CLOSED = {"type": "object", "properties": {"title": {}, "tags": {}}, "additionalProperties": False}


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    "schema",
    [
        CLOSED,
        {"$ref": "#/definitions/a", "definitions": {"a": CLOSED}},
        {"allOf": [CLOSED], "properties": {"title": {}, "tags": {}}},
        {"anyOf": [CLOSED, {"required": ["other"]}], "properties": {"title": {}, "tags": {}}},
        {"properties": {"title": {}, "tags": {}}, "unevaluatedProperties": False},
    ],
    ids=["outright", "a reference", "all of", "any of", "unevaluated"],
)
def test_an_unknown_key_of_a_closed_schema_is_told_once(
    tmp_path: Path, schema: dict[str, object], *, strict: bool
) -> None:
    held_to = contract(tmp_path, schema, strict=strict)
    lines = found(held_to, front_matter("title: Tides", "tagss: [sea]"))
    assert [line.partition(" ")[0] for line in lines] == ["3:1"]


def test_a_metadata_block_is_held_to_the_schema(tmp_path: Path) -> None:
    text = "# Tides\n\nText.\n\n---\n\n**SEO Excerpt:** Water.\n\n**SEO Tags:** a, b\n"
    schema = {"properties": {"description": {"minLength": 10}, "tags": {"items": {"const": "a"}}}}
    assert found(contract(tmp_path, schema), text) == [
        "7:18 value “description” is 6 characters long; expected at least 10 characters.",
        "9:18 value An item of “tags” is “b”; expected a.",
    ]


@pytest.mark.parametrize(
    "dialect", ["http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#"]
)
def test_older_drafts_and_references_to_local_files(tmp_path: Path, dialect: str) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "base.yaml").write_text("definitions:\n  name: {type: string, minLength: 3}\n", "utf-8")
    schema = {"$schema": dialect, "properties": {"a": {"$ref": "parts/base.yaml#/definitions/name"}}}
    held_to = contract(tmp_path, schema)
    expected = ["2:4 value “a” is 1 character long; expected at least 3 characters."]
    assert found(held_to, front_matter("a: x")) == expected
    assert found(pickle.loads(pickle.dumps(held_to)), front_matter("a: x")) == expected  # noqa: S301 - our own bytes


def test_a_schema_may_describe_itself(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"properties": {"child": {"$ref": "news.json"}}}', "utf-8")
    schema = {"type": "object", "properties": {"child": {"$ref": "b.json"}}}
    assert found(contract(tmp_path, schema), front_matter("child: {child: {child: 1}}")) == []
    assert found(contract(tmp_path, schema), front_matter("child: {child: 1}")) == [
        "2:16 type “child.child” is 1; expected a group of keys."
    ]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "news.json can’t be read: the file does not exist."),
        (
            {"news.json": "{,}"},
            "news.json:1: The file is not valid JSON: Expecting property name enclosed in double quotes (column 2).",
        ),
        ({"news.json": "[1]"}, "news.json is not a JSON Schema: it has no keys."),
        (
            {"news.json": '{"type": "strin"}'},
            "news.json is not a valid JSON Schema: “type” has a value that JSON Schema does not allow there.",
        ),
        (
            {"news.json": '{"$ref": "gone.json"}'},
            "gone.json, which news.json refers to, can’t be read: the file does not exist.",
        ),
        (
            {"news.json": '{"$ref": "#/$defs/gone"}'},
            "news.json is not a valid JSON Schema: it refers to “/$defs/gone”, which does not exist.",
        ),
        (
            {"news.json": '{"$ref": "https://example.org/x.json"}'},
            "news.json refers to https://example.org/x.json, which is on the network: keep a copy as a file.",
        ),
        (
            {"news.json": '{"$ref": "b.json"}', "b.json": '{"allOf": [{"$ref": "news.json"}]}'},
            "news.json never ends: “b.json” refers back to itself without checking anything.",
        ),
        ({"news.json": "[" * 500}, "news.json is nested more than 100 levels deep."),
        (
            {"news.json": '{"description": "' + "x" * 5_000_000 + '"}'},
            "news.json has 5,000,019 bytes; expected at most 5,000,000.",
        ),
        ({"news.json": "\udcff"}, "news.json is not UTF-8 text (byte 0)."),
    ],
)
def test_a_bad_schema_is_refused_in_one_sentence(tmp_path: Path, files: dict[str, str], message: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ContractError) as error:
        read_json_schema("news.json", tmp_path)
    assert str(error.value) == message


def test_without_the_library_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jsonschema_rs", None)
    with pytest.raises(ContractError) as error:
        contract(tmp_path, {})
    assert str(error.value) == f"news.json can’t be used. {json_schema.MISSING_LIBRARY}."


def test_a_pattern_that_backtracks_for_ever_ends(tmp_path: Path) -> None:
    held_to = contract(tmp_path, {"properties": {"a": {"pattern": r"^(?=(a+)+$)(a|aa)+b\1$"}}})
    try:
        assert found(held_to, front_matter("a: " + "a" * 300 + "!"))
    except UnusableSetting as error:
        assert str(error) == "A pattern of the JSON Schema takes too long on “a”: simplify it."  # noqa: PT017 - either


# --- a schema that the article names --------------------------------------------------------------------------


def named(folder: Path, text: str) -> list[str]:
    context = Context(date(2026, 1, 31), DiskFiles(folder, folder))
    article = ArticleReader().read("a.md", SourceText(text))
    settings = Configuration(folder).settings_for("a.md").replaced(schemas_in_articles=True)
    return [problem.message for problem in lint(article, settings, context) if problem.rule.startswith("schema/")]


def test_an_article_may_name_its_schema(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text('{"properties": {"a": {"type": "integer"}}}', "utf-8")
    assert named(tmp_path, front_matter("$schema: ./own.json", "a: x")) == ["“a” is “x”; expected a whole number."]
    assert named(tmp_path, front_matter("$schema: https://example.org/own.json", "a: x")) == []
    assert named(tmp_path, front_matter("$schema: gone.json", "a: x")) == [
        "The schema “gone.json” can’t be read: the file does not exist."
    ]
