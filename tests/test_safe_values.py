"""Safe fixes of front matter change nothing that a parser reads, other than the fault they name."""

from __future__ import annotations

import json
from datetime import date

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.config.configuration import resolve
from lintarticle.config.settings import Layer
from lintarticle.fixer import fix_source
from lintarticle.fixer.versions import Versions
from lintarticle.linter import lint_source
from lintarticle.rule import Context
from lintarticle.rules import ALL
from lintarticle.source import SourceText

CONTEXT = Context(date(2026, 1, 31))
EVERY_RULE = resolve((Layer(add=tuple(rule.name for rule in ALL)),))
KEYS = (
    "title", "description", "excerpt", "author", "tags", "keywords", "categories", "date", "updated", "slug", "lang",
    "series", "image", "cover", "draft", "canonical_url", "illustrations",
)  # fmt: skip


def yaml_article(key: str, value: str) -> str:
    others = {"title": "Tides", "description": "How to read a tide table before you cast off.", "tags": "[tides]"}
    lines = {**others, key: value}
    written = "\n".join(f"{name}: {text}".rstrip(" ") for name, text in lines.items())
    return f"---\n{written}\n---\n\n## Height\n\nWater comes and goes, twice a day.\n"


def json_article(key: str, value: object) -> str:
    others = {"title": "Tides", "description": "How to read a tide table before you cast off.", "tags": ["tides"]}
    return json.dumps({**others, key: value}, indent=2) + "\n\n## Height\n\nWater comes and goes, twice a day.\n"


def found(text: str) -> list[tuple[str, int]]:
    return [(each.rule, each.start.line) for each in lint_source("t.md", SourceText(text), EVERY_RULE, CONTEXT)]


def after_safe_fixes(text: str) -> str:
    return fix_source(Versions("t.md", EVERY_RULE, CONTEXT), SourceText(text)).after.text


# --- null -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("null", ["null", "~", "Null", "NULL", "null # none", "!!null ''"])
@pytest.mark.parametrize("key", KEYS)
def test_null_is_an_empty_key(key: str, null: str) -> None:
    written, empty = yaml_article(key, null), yaml_article(key, "")
    assert found(written) == found(empty)
    assert after_safe_fixes(written) == written
    assert key not in [field.key for field in ArticleReader().read("t.md", SourceText(written)).metadata]


@pytest.mark.parametrize("key", KEYS)
def test_null_is_an_empty_text_in_json(key: str) -> None:
    written = json_article(key, None)
    rules = {rule for rule, _ in found(written)}
    assert not rules & {"front-matter/retyped-value", "dates/invalid", "schema/type"}
    assert after_safe_fixes(written) == written
    assert key not in [field.key for field in ArticleReader().read("t.md", SourceText(written)).metadata]


@pytest.mark.parametrize("items", ["[null, tides]", "[~, tides]", "\n- null\n- tides", "\n-\n- tides"])
def test_null_in_a_list_is_an_empty_item(items: str) -> None:
    text = yaml_article("tags", items)
    assert after_safe_fixes(text) == text
    assert "front-matter/retyped-value" not in {rule for rule, _ in found(text)}
    assert "null" not in [
        item.text for field in ArticleReader().read("t.md", SourceText(text)).metadata for item in field.items
    ]
