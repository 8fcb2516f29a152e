"""Edits of front matter: the intended change, and every other character as it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from lintarticle.article.editing import (
    Value,
    insert_item,
    insert_key,
    insert_keys,
    quote_value,
    remove_entry,
    remove_item,
    remove_items,
    rename_key,
    reorder_entries,
    set_value,
    wrap_in_list,
)
from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.front_matter.front_matter_reader import FrontMatterHandler
from lintarticle.article.values import Entry, Node
from lintarticle.problem import Edit
from lintarticle.source import SourceText

YAML = """\
---
title: Tides # of the north
tags:
- sea
- moon # full

list: [low, 'high']
text: >-
  A folded text that
  goes on.
version: 1.10
empty:
place:
  town: Harbour
  pier: 3
pictures:
  - type: hero
    placement: top
  - type: map
# the end
---
Body.
"""

TOML = """\
+++
title = "Tides" # of the north
tags = ["sea", "moon"]
version = 1.10
day = 2026-01-31
lines = [
  "low", # ebb
  "high",
]
inline = { a = 1, b = "z" }

[place]
town = "Harbour"

[[pictures]]
type = "hero"

[[pictures]]
type = "map"
+++
Body.
"""

JSON = """\
{
  "title": "Tides",
  "tags": ["sea", "moon"],
  "version": 1.5,
  "place": {"town": "Harbour"},
  "nothing": {}
}

Body.
"""


class Source:
    """As much of an article as edits need."""

    def __init__(self, source: SourceText, front_matter: FrontMatter | None) -> None:
        self.source, self.front_matter = source, front_matter
        self.answers: dict[object, Any] = {}

    @property
    def root(self) -> Node:
        assert self.front_matter
        assert self.front_matter.root
        return self.front_matter.root

    def entry(self, path: str) -> Entry:
        node, found = self.root, None
        for key in path.split("."):
            if key.isdigit():
                node = node.items[int(key)]
                continue
            found = node.entry(key)
            assert found, path
            node = found.value
        assert found
        return found

    def node(self, path: str) -> Node:
        node = self.root
        for key in path.split("."):
            entry = node.entry(key)
            node = node.items[int(key)] if key.isdigit() else entry.value if entry else node
        return node


def read(text: str) -> Source:
    source = SourceText(text)
    return Source(source, FrontMatterHandler().read(source))


def applied(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came, what is common at both ends left out."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


# --- values ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "path", "value", "line"),
    [
        (YAML, "title", "Moon", "title: Moon # of the north"),
        (YAML, "title", "Moon: a story", "title: 'Moon: a story' # of the north"),
        (YAML, "title", "no", "title: 'no' # of the north"),
        (YAML, "list.0", "a, b", "list: ['a, b', 'high']"),
        (YAML, "list.1", "it's", "list: [low, 'it''s']"),
        (YAML, "empty", "full", "empty: full"),
        (YAML, "version", 2, "version: 2"),
        (YAML, "version", date(2026, 1, 31), "version: 2026-01-31"),
        (YAML, "place.town", "Bay", "  town: Bay"),
        (YAML, "pictures.1.type", "chart", "  - type: chart"),
        (TOML, "title", 'A "b"', r'title = "A \"b\"" # of the north'),
        (TOML, "tags.1", "sun", 'tags = ["sea", "sun"]'),
        (TOML, "day", date(2026, 2, 1), "day = 2026-02-01"),
        (TOML, "lines.0", "ebb", '  "ebb", # ebb'),
        (TOML, "inline.b", True, "inline = { a = 1, b = true }"),
        (TOML, "pictures.0.type", "chart", 'type = "chart"'),
        (JSON, "title", "a\nb", r'  "title": "a\nb",'),
        (JSON, "place.town", None, '  "place": {"town": null},'),
    ],
)
def test_set_value_changes_one_line(text: str, path: str, value: Value, line: str) -> None:
    source = read(text)
    after = applied(text, set_value(source, source.node(path), value))
    assert changed_lines(text, after)[1] == [line]
    assert read(after).node(path).value == value


@pytest.mark.parametrize("value", ["one line", "a first line\na second one\n", "two  blanks", " starts with a blank"])
def test_a_block_text_keeps_its_style_where_that_can_hold_the_value(value: str) -> None:
    source = read(YAML)
    after = read(applied(YAML, set_value(source, source.node("text"), value)))
    assert after.node("text").value == value
    assert after.node("text").style == ("double" if value.startswith(" ") else "folded") or "'" in YAML


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        (YAML, "version", "version: '1.10'"),
        (TOML, "version", 'version = "1.10"'),
        (JSON, "version", '  "version": "1.5",'),
    ],
)
def test_quote_value_keeps_what_was_written(text: str, path: str, line: str) -> None:
    source = read(text)
    after = applied(text, quote_value(source, source.node(path)))
    assert changed_lines(text, after)[1] == [line]
    assert read(after).node(path).value == source.node(path).text


def test_a_text_over_several_lines_is_quoted_where_it_stands() -> None:
    text = '---\ntitle: no "quotes"\n  at all\n---\n'
    source = read(text)
    after = applied(text, quote_value(source, source.node("title")))
    assert after == '---\ntitle: "no \\"quotes\\"\n  at all"\n---\n'
    assert read(after).node("title").value == source.node("title").value


@pytest.mark.parametrize(("value", "line"), [("sea", "[sea]"), ("'a, b'", "['a, b']"), ("a, b", "['a, b']")])
def test_wrap_in_list(value: str, line: str) -> None:
    text = f"---\ntags: {value}\nother: 'x'\n---\n"
    source = read(text)
    after = applied(text, wrap_in_list(source, source.node("tags")))
    assert changed_lines(text, after)[1] == [f"tags: {line}"]
    assert read(after).node("tags").value == [source.node("tags").value]


def test_a_list_of_lines_takes_new_lines() -> None:
    source = read(YAML)
    after = applied(YAML, set_value(source, source.node("tags"), ["sun"]))
    assert changed_lines(YAML, after) == (["- sea", "- moon # full"], ["- sun # full"])


def test_a_scalar_becomes_lines() -> None:
    text = "---\ntags: sea, moon # both\nlinks:\n- x\n---\n"
    source = read(text)
    after = applied(text, set_value(source, source.node("tags"), ["sea", "moon"]))
    assert after == "---\ntags:\n- sea\n- moon # both\nlinks:\n- x\n---\n"


SHARED = [
    "---\ntitle: &t Tides\nseo: *t\n---\n",
    "---\nbase: &b\n  title: Tides\ncopy: *b\n---\n",
    "---\ntitle: !!str Tides\n---\n",
]


@pytest.mark.parametrize("text", SHARED)
def test_a_value_with_an_anchor_or_a_tag_is_left_alone(text: str) -> None:
    source = read(text)
    node = next(each for each in source.root.walk() if each.value == "Tides")
    assert set_value(source, node, "Moon") == ()
    assert quote_value(source, node) == ()


def test_nothing_is_edited_after_a_syntax_fault() -> None:
    source = read("---\ntitle: Tides\nexcerpt: a: b: c\n---\n")
    assert source.front_matter
    assert source.front_matter.faults
    root = source.front_matter.root
    if root:
        assert set_value(source, root.entries[0].value, "Moon") == ()
    assert insert_key(source, "a", "b") == ()


# --- keys -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "value", "lines"),
    [
        (YAML, "date", date(2026, 1, 31), ["date: 2026-01-31"]),
        (YAML, "draft", None, ["draft:"]),
        (YAML, "series", ["a", "b"], ["series:", "- a", "- b"]),
        (YAML, "x", [{"type": "hero", "size": [1, 2]}], ["x:", "- type: hero", "  size:", "  - 1", "  - 2"]),
        (YAML, "yes", {"a": {"b": "c"}}, ['"yes":', "  a:", "    b: c"]),
        (TOML, "lang", "en", ['lang = "en"']),
        (TOML, "a b", [1], ['"a b" = [1]']),
        (TOML, "set", {"a": 1}, ["set = { a = 1 }"]),
        (JSON, "lang", {"a": []}, ['  "nothing": {},', '  "lang": {"a": []}']),
    ],
)
def test_insert_key(text: str, key: str, value: Value, lines: list[str]) -> None:
    source = read(text)
    after = applied(text, insert_key(source, key, value))
    assert changed_lines(text, after)[1] == lines
    assert read(after).node(key).value == value
    assert [each for each in read(after).root.entries if each.key.text != key] != []


def test_insert_keys_after_an_entry_and_into_a_mapping() -> None:
    source = read(YAML)
    after = applied(YAML, insert_keys(source, {"a": 1, "b": 2}, after=source.entry("title")))
    assert changed_lines(YAML, after) == ([], ["a: 1", "b: 2"])
    after = applied(YAML, insert_key(source, "boat", "red", into=source.node("place")))
    assert changed_lines(YAML, after) == ([], ["  boat: red"])
    after = applied(YAML, insert_key(source, "alt", "A", into=source.node("pictures.1")))
    assert changed_lines(YAML, after) == ([], ["    alt: A"])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("---\n---\n", "---\nlang: en\n---\n"),
        ("+++\n+++\n", '+++\nlang = "en"\n+++\n'),
        ("---\n# nothing\n---\n", "---\n# nothing\nlang: en\n---\n"),
        ("{\n}\n", '{\n  "lang": "en"\n}\n'),
        ("+++\n[a]\nb = 1\n+++\n", '+++\nlang = "en"\n\n[a]\nb = 1\n+++\n'),
    ],
)
def test_insert_key_into_front_matter_without_any(text: str, after: str) -> None:
    assert applied(text, insert_key(read(text), "lang", "en")) == after


def test_toml_tables_are_written_as_tables() -> None:
    source = read('+++\ntitle = "a"\n[x]\ny = 1\n+++\n')
    after = applied(
        source.source.text, insert_keys(source, {"lang": "en", "pics": [{"type": "hero"}, {"type": "map"}]})
    )
    assert after == (
        '+++\ntitle = "a"\nlang = "en"\n[x]\ny = 1\n\n[[pics]]\ntype = "hero"\n\n[[pics]]\ntype = "map"\n+++\n'
    )


@pytest.mark.parametrize(
    ("text", "path", "gone", "came"),
    [
        (YAML, "title", ["title: Tides # of the north"], []),
        (YAML, "tags", ["tags:", "- sea", "- moon # full"], []),
        (YAML, "text", ["text: >-", "  A folded text that", "  goes on."], []),
        (YAML, "place.town", ["  town: Harbour"], []),
        (YAML, "pictures.0.type", ["  - type: hero", "    placement: top"], ["  - placement: top"]),
        (YAML, "pictures.1.type", ["  - type: map"], ["  - {}"]),
        (TOML, "lines", ["lines = [", '  "low", # ebb', '  "high",', "]"], []),
        (TOML, "inline.a", ['inline = { a = 1, b = "z" }'], ['inline = { b = "z" }']),
        (TOML, "inline.b", ['inline = { a = 1, b = "z" }'], ["inline = { a = 1 }"]),
        (TOML, "place", ["[place]", 'town = "Harbour"'], []),
        (JSON, "title", ['  "title": "Tides",'], []),
        (JSON, "nothing", ['  "place": {"town": "Harbour"},', '  "nothing": {}'], ['  "place": {"town": "Harbour"}']),
        (JSON, "place.town", ['  "place": {"town": "Harbour"},'], ['  "place": {},']),
    ],
)
def test_remove_entry(text: str, path: str, gone: list[str], came: list[str]) -> None:
    source = read(text)
    after = applied(text, remove_entry(source, source.entry(path)))
    assert changed_lines(text, after) == (gone, came)


def test_tables_that_other_keys_stand_between_are_not_removed() -> None:
    source = read("+++\n[a]\nx = 1\n[b]\ny = 1\n[a.c]\nz = 1\n+++\n")
    assert remove_entry(source, source.entry("a")) == ()


@pytest.mark.parametrize(
    ("text", "path", "name", "line"),
    [
        (YAML, "title", "name", "name: Tides # of the north"),
        (YAML, "title", "on", '"on": Tides # of the north'),
        (YAML, "place.pier", "quay", "  quay: 3"),
        (TOML, "title", "a b", '"a b" = "Tides" # of the north'),
        (TOML, "place", "spot", "[spot]"),
        (JSON, "title", "name", '  "name": "Tides",'),
    ],
)
def test_rename_key(text: str, path: str, name: str, line: str) -> None:
    source = read(text)
    after = applied(text, rename_key(source, source.entry(path), name))
    assert changed_lines(text, after)[1] == [line]
    assert name in {entry.key.text for node in read(after).root.walk() for entry in node.entries}


def test_reorder_entries_moves_lines_with_the_comments_above_them() -> None:
    text = "---\na: 1\n# about b\nb:\n  - x\n\nc: 3 # three\n---\n"
    assert applied(text, reorder_entries(read(text), ["c", "b"])) == (
        "---\n\nc: 3 # three\n# about b\nb:\n  - x\na: 1\n---\n"
    )
    text = '{\n  "a": 1,\n  "b": 2\n}\n'
    assert applied(text, reorder_entries(read(text), ["b"])) == '{\n  "b": 2,\n  "a": 1\n}\n'
    assert reorder_entries(read(text), ["a", "b"]) == ()


# --- items ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "path", "doomed", "gone", "came"),
    [
        (YAML, "tags", {0}, ["- sea"], []),
        (YAML, "tags", {0, 1}, ["tags:", "- sea", "- moon # full"], ["tags: [] # full"]),
        (YAML, "list", {0}, ["list: [low, 'high']"], ["list: ['high']"]),
        (YAML, "list", {1}, ["list: [low, 'high']"], ["list: [low]"]),
        (YAML, "list", {0, 1}, ["list: [low, 'high']"], ["list: []"]),
        (YAML, "pictures", {0}, ["  - type: hero", "    placement: top"], []),
        (TOML, "lines", {0}, ['  "low", # ebb'], ["   # ebb"]),
        (TOML, "lines", {1}, ['  "low", # ebb', '  "high",'], ['  "low" # ebb', "  ,"]),
        (TOML, "tags", {1}, ['tags = ["sea", "moon"]'], ['tags = ["sea"]']),
        (TOML, "pictures", {1}, ["[[pictures]]", 'type = "map"'], []),
        (JSON, "tags", {0}, ['  "tags": ["sea", "moon"],'], ['  "tags": ["moon"],']),
    ],
)
def test_remove_items(text: str, path: str, doomed: set[int], gone: list[str], came: list[str]) -> None:
    source = read(text)
    after = applied(text, remove_items(source, source.node(path), doomed))
    assert changed_lines(text, after) == (gone, came)
    kept = [item.value for at, item in enumerate(source.node(path).items) if at not in doomed]
    assert read(after).node(path).value == kept


@pytest.mark.parametrize(
    ("text", "path", "index", "value"),
    [
        (YAML, "tags", 0, "sun"),
        (YAML, "tags", 2, "a: b"),
        (YAML, "list", 1, "x, y"),
        (YAML, "list", 2, "z"),
        (YAML, "pictures", 1, {"type": "map", "alt": "A"}),
        (TOML, "lines", 2, "x"),
        (TOML, "tags", 0, "x"),
        (TOML, "pictures", 2, {"type": "chart"}),
        (JSON, "tags", 2, "x"),
        (JSON, "tags", 0, None),
    ],
)
def test_insert_item(text: str, path: str, index: int, value: Value) -> None:
    source = read(text)
    after = read(applied(text, insert_item(source, source.node(path), index, value)))
    expected = [item.value for item in source.node(path).items]
    expected.insert(index, value)
    assert after.node(path).value == expected
    assert after.source.text.count("\n") >= source.source.text.count("\n")


def test_remove_item_knows_its_place() -> None:
    source = read(YAML)
    assert remove_item(source, source.node("tags"), 7) == ()
    assert remove_item(source, source.node("title"), 0) == ()
