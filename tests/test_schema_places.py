"""One instance written as YAML, TOML and JSON: every mutation is told on the right line of each."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.editing.writing import write_flow, write_key
from lintarticle.article.front_matter.front_matter import FrontMatterFormat
from lintarticle.config.fields import read_fields
from lintarticle.rule import Context
from lintarticle.schema.contract import Contract
from lintarticle.schema.json_schema import JsonSchemaContract
from lintarticle.schema.json_schema_files import SchemaFiles
from lintarticle.source import SourceText

FIELDS: dict[str, Any] = {
    "number": {"type": "integer", "range": "0..99"},
    "word": {"enum": ["harbour", "weather", "ships"], "required": True},
    "flag": {"type": "boolean"},
    "list": {"type": "list", "items": {"type": "string", "length": "1..20"}, "count": "1..5"},
    "group": {"fields": {"inner": {"type": "integer", "required": True}, "text": "string"}, "strict": True},
}

SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["word"],
    "additionalProperties": False,
    "properties": {
        "number": {"type": "integer", "minimum": 0, "maximum": 99},
        "word": {"enum": ["harbour", "weather", "ships"]},
        "flag": {"type": "boolean"},
        "list": {"type": "array", "items": {"type": "string", "minLength": 1, "maxLength": 20}, "maxItems": 5},
        "group": {
            "type": "object",
            "required": ["inner"],
            "additionalProperties": False,
            "properties": {"inner": {"type": "integer"}, "text": {"type": "string"}},
        },
    },
}

CONTRACTS: dict[str, Contract] = {
    "fields": read_fields(FIELDS, strict=True),
    "JSON Schema": JsonSchemaContract(SchemaFiles(SCHEMA, "file:///schema.json")),
}

texts = st.text("abc xyz潮é'\"\\#:", min_size=1, max_size=12).map(lambda text: f"a{text}z")
instances = st.fixed_dictionaries(
    {
        "number": st.integers(0, 99),
        "word": st.sampled_from(FIELDS["word"]["enum"]),
        "flag": st.booleans(),
        "list": st.lists(texts, min_size=1, max_size=4),
        "group": st.fixed_dictionaries({"inner": st.integers(-5, 5), "text": texts}),
    }
)

MUTATIONS: dict[str, tuple[str, Any, str]] = {
    "a number too large": ("number", 100, "value"),
    "text for a number": ("number", "many", "type"),
    "a word that is not listed": ("word", "sheeps", "value"),
    "text for a flag": ("flag", "true", "type"),
    "text for a list": ("list", "alone", "type"),
    "a list that is too long": ("list", ["a"] * 6, "value"),
    "a number among the texts": ("list", ["a", {"b": 1}], "type"),
    "text for a group": ("group", "none", "type"),
    "a group without its key": ("group", {"text": "x"}, "required"),
    "a group with another key": ("group", {"inner": 1, "mood": "x"}, "unknown-key"),
    "a key of another name": ("mood", "calm", "unknown-key"),
}


def written(instance: dict[str, Any], form: FrontMatterFormat) -> str:
    """Write every key on a line of its own, the first one on the second line."""
    if form == "json":
        lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in instance.items()]
        return "{\n" + ",\n".join(lines) + "\n}\n\nText.\n"
    fence, sign = ("---", ": ") if form == "yaml" else ("+++", " = ")
    lines = [f"{write_key(key, form)}{sign}{write_flow(value, form)}" for key, value in instance.items()]
    return "\n".join([fence, *lines, fence, "", "Text.", ""])


def found(contract: Contract, instance: dict[str, Any], form: FrontMatterFormat) -> list[tuple[int, str]]:
    article = ArticleReader().read("a.md", SourceText(written(instance, form)))
    faults = contract.violations(article, Context(date(2026, 1, 31)))
    return [(article.source.line_of(fault.span.start), fault.kind) for fault in faults]


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
@pytest.mark.parametrize("kind", CONTRACTS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_mutation_is_told_on_its_line(kind: str, form: FrontMatterFormat, data: st.DataObject) -> None:
    contract, instance = CONTRACTS[kind], data.draw(instances)
    keys = data.draw(st.permutations(list(instance)))
    instance = {key: instance[key] for key in keys}
    assert found(contract, instance, form) == []
    key, value, expected = MUTATIONS[data.draw(st.sampled_from(sorted(MUTATIONS)))]
    mutated = {**instance, key: value}
    assert found(contract, mutated, form) == [(2 + list(mutated).index(key), expected)]


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
@pytest.mark.parametrize("kind", CONTRACTS)
def test_a_missing_key_is_told_at_the_closing_fence(kind: str, form: FrontMatterFormat) -> None:
    assert found(CONTRACTS[kind], {"number": 1, "flag": True}, form) == [(4, "required")]
