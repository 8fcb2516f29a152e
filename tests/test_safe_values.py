"""Safe fixes of front matter change nothing that a parser reads, other than the fault they name."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lintarticle.article.article_reader import ArticleReader
from lintarticle.config.configuration import resolve
from lintarticle.config.layer import Layer
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


# --- every kind of value, in every format -----------------------------------------------------------------------

TEXTS = (
    "", " ", "tides", "tides, moon", "tides,moon", "tides moon sea", "tides; moon, sea", ", tides", "tides,",
    "tides, , moon", "#tides", "#tides #moon", "tides, tides", "HPE Sea, hpe-sea", "no", "1.10", "0123", "12:30",
    "1984", "2026-01-31", "31.01.2026", "null", "~", "Tides: and more", "**Tides** and [more](a.md)", "Tides & more.",
    "A. Vik, B. Aas & C. Dy",
)  # fmt: skip
VALUES: tuple[object, ...] = (
    *TEXTS, None, True, 12, 1.5, [], ["tides"], ["tides", "tides"], ["tides", None, "moon"], ["#tides", "moon,"],
    ["tides, moon"], ["HPE Sea", "hpe-sea"], ["no", "1.10"], [None], ["tides", ["moon"]], {"name": "tides"},
    [{"name": "tides"}, {"name": None}],
)  # fmt: skip
BARE = (
    "null", "~", "", "no", "1.10", "0123", "12:30", "1984", "tides, moon", "tides moon", "[no, 1.10, tides]",
    "[null, tides]", "[]", "[tides, , moon]", "\n- tides\n- no\n-\n- ~", "tides # moon", "#tides", "2026-01-31",
    "'tides, moon'", ">-\n  tides,\n  moon", "|\n  tides\n  moon", "&a [tides]", "!!str 12", '"**tides**\n  and moon"',
)  # fmt: skip
FORMATS: dict[str, Callable[[str], dict[str, object]]] = {
    "yaml": yaml.safe_load,
    "toml": tomllib.loads,
    "json": json.loads,
}


def written(form: str, key: str, value: str) -> str:
    """Return front matter with other keys around one, its value as written."""
    if form == "json":
        return f'{{\n  "layout": "wide",\n  "{key}": {value},\n  "weight": 7\n}}\n'
    fence, sign = ("---", ": ") if form == "yaml" else ("+++", " = ")
    return f'{fence}\nlayout{sign}"wide"\n{key}{sign}{value}\nweight{sign}7\n{fence}\n'


def block_of(form: str, text: str) -> str:
    return text.partition("\n\n## ")[0] if form == "json" else text.split("---\n" if form == "yaml" else "+++\n")[1]


def words_of(value: object) -> list[str]:
    return sorted(set(re.findall(r"\w+", str(value).casefold())))


def check_value(form: str, key: str, value: str) -> None:
    text = written(form, key, value) + "\n## Height\n\nWater comes and goes, twice a day.\n"
    try:
        before = FORMATS[form](block_of(form, text))
    except (ValueError, yaml.YAMLError):
        return
    after_text = after_safe_fixes(text)
    after = FORMATS[form](block_of(form, after_text))
    assert {**before, key: 0} == {**after, key: 0}, "no other key changes"
    assert text.partition("\n## ")[2] == after_text.partition("\n## ")[2], "the body stays"
    changed = repr(before[key]) != repr(after[key])
    faults = Counter(rule for rule, _ in found(text)) - Counter(rule for rule, _ in found(after_text))
    assert not changed or faults, "what changes is what a problem named"
    assert words_of(block_of(form, text)) == words_of(block_of(form, after_text)), "no word is lost"


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", BARE)
def test_safe_fixes_of_yaml_as_written_change_only_the_fault(key: str, value: str) -> None:
    check_value("yaml", key, value)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("form", FORMATS)
def test_safe_fixes_of_any_value_change_only_the_fault(form: str, key: str) -> None:
    for value in VALUES:
        if form == "toml" and ("None" in repr(value) or isinstance(value, dict)):
            continue
        check_value(form, key, json.dumps(value))


PIECES = st.sampled_from(
    ["tides", "moon", "HPE Sea", "hpe-sea", "#tides", "no", "null", "~", "1.10", "0123", "", " ", "Vik & Aas", "x, y"]
)
MIXED: st.SearchStrategy[object] = st.one_of(
    st.none(),
    st.booleans(),
    st.lists(PIECES, max_size=4).map(", ".join),
    st.lists(PIECES, max_size=4).map(" ".join),
    st.tuples(st.lists(PIECES, max_size=3).map("; ".join), PIECES).map(",".join),
    st.lists(st.one_of(PIECES, st.none(), st.integers(0, 99), st.lists(PIECES, max_size=2)), max_size=4),
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(FORMATS)), st.sampled_from(KEYS), MIXED)
def test_safe_fixes_of_mixed_values_change_only_the_fault(form: str, key: str, value: object) -> None:
    check_value(form, key, json.dumps(value))


@settings(max_examples=300)
@given(st.sampled_from(KEYS), st.lists(PIECES, max_size=4), st.sampled_from(["{}", "[{}]", "\n- {}", "'{}'"]))
def test_safe_fixes_of_mixed_yaml_change_only_the_fault(key: str, pieces: list[str], form: str) -> None:
    between = "\n- " if form.startswith("\n") else ", "
    check_value("yaml", key, form.format(between.join(pieces)))
