"""TOML to nodes: values from tomllib, which gives no places; a scan of the same text finds those."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import cast

from lintarticle.article.front_matter.front_matter import (
    MAX_DEPTH,
    Values,
    list_node,
    mapping_node,
    size_fault,
    too_deep,
)
from lintarticle.article.values import Entry, Fault, Node, NodeKind, NodeStyle
from lintarticle.source import SourceText, Span

_BLANK = re.compile(r"(?:[ \t\n,]+|#[^\n]*)*")
_KEY_PART = re.compile(r"[ \t]*(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*(\.?)")
_SCALAR = re.compile(
    r"""  \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}
        | '{3}(?:[^']|'{1,2}(?!'))*'{3,5}
        | "(?:[^"\\\n]|\\.)*"
        | '[^'\n]*'
        | \d{4}-\d\d-\d\d[ ]\d\d:[^\s,\]}\#]+
        | [^\s,\]}\#]+""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(slots=True)
class Scalar:
    """One value as written, quotes included."""

    span: Span


@dataclass(slots=True)
class TomlTable:
    """Keys in the order in which they were first seen; `inline` for `{ … }`."""

    span: Span
    inline: bool = False
    entries: dict[str, tuple[Span, Shape]] = field(default_factory=dict)

    def child(self, name: str, key: Span) -> TomlTable:
        """Return the table under a key, the last one of an array of tables; it is made where it is not there yet."""
        found = self.entries.get(name)
        if found is None:
            table = TomlTable(key)
            self.entries[name] = (key, table)
            return table
        shape = found[1]
        return _as_table(shape.items[-1] if isinstance(shape, Array) else shape)


@dataclass(slots=True)
class Array:
    """A list; `inline` for `[ … ]`, else an array of tables."""

    span: Span
    items: list[Shape]
    inline: bool = True


Shape = Scalar | TomlTable | Array


def scan(text: str) -> TomlTable:
    """Return the places of all keys and values of a valid TOML text."""
    root = TomlTable(Span(0, 0))
    current, at = root, _skip(text, 0)
    touched: list[TomlTable] = []
    while at < len(text):
        if text[at] == "[":
            current, at = _header(text, at, root)
            touched.append(current)
        else:
            at = _pair(text, at, current)
        at = _skip(text, at)
    _widen(root)
    return root


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _key(text: str, at: int) -> tuple[list[tuple[str, Span]], int]:
    parts: list[tuple[str, Span]] = []
    while True:
        found = _found(_KEY_PART, text, at)
        parts.append((_name(found[1]), Span(*found.span(1))))
        at = found.end()
        if not found[2]:
            return parts, at


def _found(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    found = pattern.match(text, at)
    if found is None:
        raise AssertionError(f"tomllib read what this does not: {text[at : at + 40]!r}")
    return found


def _as_table(shape: Shape) -> TomlTable:
    if not isinstance(shape, TomlTable):
        raise TypeError(f"tomllib let a key of {shape!r} pass")
    return shape


def _name(written: str) -> str:
    if written[0] == "'":
        return written[1:-1]
    if written[0] != '"':
        return written
    return next(iter(tomllib.loads(f"{written} = 0"))) if "\\" in written else written[1:-1]


def _header(text: str, start: int, root: TomlTable) -> tuple[TomlTable, int]:
    """Read `[a.b]` or `[[a.b]]`; returns the table that the next keys belong to."""
    is_array = text.startswith("[[", start)
    parts, at = _key(text, start + 1 + is_array)
    end = at + 1 + is_array
    table = root
    for name, key in parts[:-1]:
        table = table.child(name, key)
    name, key = parts[-1]
    if not is_array:
        table = table.child(name, key)
        table.span = Span(start, end)
        return table, end
    last = TomlTable(Span(start, end))
    before = table.entries.get(name)
    if before and isinstance(before[1], Array):
        before[1].items.append(last)
    else:
        table.entries[name] = (key, Array(Span(start, end), [last], inline=False))
    return last, end


def _pair(text: str, at: int, table: TomlTable) -> int:
    parts, at = _key(text, at)
    for name, key in parts[:-1]:
        table = table.child(name, key)
    at = _skip(text, at + 1)  # past the equals sign
    shape, at = _value(text, at)
    name, key = parts[-1]
    table.entries[name] = (key, shape)
    return at


def _value(text: str, start: int) -> tuple[Shape, int]:
    """Read one value; its nesting was bounded before, so recursion is."""
    if text[start] == "[":
        items: list[Shape] = []
        at = _skip(text, start + 1)
        while text[at] != "]":
            item, at = _value(text, at)
            items.append(item)
            at = _skip(text, at)
        return Array(Span(start, at + 1), items), at + 1
    if text[start] == "{":
        table = TomlTable(Span(start, start), inline=True)
        at = _skip(text, start + 1)
        while text[at] != "}":
            at = _skip(text, _pair(text, at, table))
        table.span = Span(start, at + 1)
        return table, at + 1
    found = _found(_SCALAR, text, start)
    return Scalar(Span(*found.span())), found.end()


def _widen(shape: Shape) -> None:
    """Make the span of a table that is written over several lines reach from its first to its last part."""
    if isinstance(shape, Scalar) or (shape.inline and shape.span.end):
        return
    if isinstance(shape, TomlTable):
        children = [part for _, part in shape.entries.values()]
        places = [*(key for key, _ in shape.entries.values())]
    else:
        children, places = list(shape.items), []
    for child in children:
        _widen(child)
    places.extend(child.span for child in children)
    if shape.span.end:
        places.append(shape.span)
    if places:
        shape.span = Span(min(place.start for place in places), max(place.end for place in places))


_MOST_FAULTS = 8
_DEEP_KEY = re.compile(rf"(?:(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){{{MAX_DEPTH}}}")
_STYLES: tuple[tuple[str, NodeStyle], ...] = (
    ('"""', "folded"),
    ("'''", "literal"),
    ('"', "double"),
    ("'", "single"),
)


def read_toml(source: SourceText, content: Span) -> Values:
    """Read the keys of a TOML block; where one can't be read, the others still are."""
    text = source[content]
    if refused := refusal(text, content):
        return Values(None, (refused,))
    faults: list[Fault] = []
    for _ in range(_MOST_FAULTS):
        try:
            values = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            # Imported when needed: most front matter has nothing to explain.
            from lintarticle.article.front_matter.toml_explanations import toml_fault

            fault, text = toml_fault(source, text, content.start, str(error))
            faults.append(fault)
            continue
        # Places are those of the text that was read, words those of the file.
        root = _node(scan(text), values, source[content], content.start) if values else None
        return Values(root, tuple(faults))
    return Values(None, tuple(faults))


def refusal(text: str, content: Span) -> Fault | None:
    """Return why a text is not read at all, None if it is: it is too large or too deep."""
    return size_fault(text, content) or _deep_key(text, content)


def _deep_key(text: str, content: Span) -> Fault | None:
    if text.count(".") < MAX_DEPTH:
        return None
    found = _DEEP_KEY.search(text)
    return too_deep(Span(content.start + found.start(), content.start + found.end())) if found else None


def _node(shape: Shape, value: object, text: str, base: int) -> Node:
    """Join places and values; recursion is bounded, `too_large` and `_deep_key` came before."""
    span = Span(shape.span.start + base, shape.span.end + base)
    if isinstance(shape, TomlTable):
        entries, values = [], cast("dict[str, object]", value)
        for name, (key_span, child) in shape.entries.items():
            written = text[key_span.start : key_span.end]
            style: NodeStyle = "double" if written[0] == '"' else "single" if written[0] == "'" else "plain"
            key = Node("string", name, Span(key_span.start + base, key_span.end + base), name, style)
            entries.append(Entry(key, _node(child, values[name], text, base)))
        return mapping_node(entries, span, "flow" if shape.inline else "block")
    if isinstance(shape, Array):
        items = [
            _node(item, part, text, base) for item, part in zip(shape.items, cast("list[object]", value), strict=True)
        ]
        return list_node(items, span, "flow" if shape.inline else "block")
    return _scalar(shape, value, text, span)


def _scalar(shape: Scalar, value: object, text: str, span: Span) -> Node:
    written = text[shape.span.start : shape.span.end]
    if isinstance(value, str) and written[0] in "\"'":
        style = next(style for quote, style in _STYLES if written.startswith(quote))
        return Node("string", value, span, value, style)
    if isinstance(value, str):  # a date that no calendar has
        return Node("string", written, span, written)
    return Node(_kind(value), value, span, written)


def _kind(value: object) -> NodeKind:
    kinds: tuple[tuple[type, NodeKind], ...] = (
        (bool, "boolean"),
        (int, "integer"),
        (float, "number"),
        (datetime, "datetime"),
        (date, "date"),
        (time, "time"),
    )
    return next(kind for type_, kind in kinds if isinstance(value, type_))
