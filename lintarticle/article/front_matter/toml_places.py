"""Where every key and value of a TOML text stands; the text is known to be valid, tomllib read it before.

tomllib gives values without places and tomlkit keeps the layout but tells no offsets, so this walks the text once.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

from lintarticle.source import Span

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
class Table:
    """Keys in the order in which they were first seen; `inline` for `{ … }`."""

    span: Span
    inline: bool = False
    entries: dict[str, tuple[Span, Shape]] = field(default_factory=dict)

    def child(self, name: str, key: Span) -> Table:
        """Return the table under a key, the last one of an array of tables; it is made where it is not there yet."""
        found = self.entries.get(name)
        if found is None:
            table = Table(key)
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


Shape = Scalar | Table | Array


def scan(text: str) -> Table:
    """Return the places of all keys and values of a valid TOML text."""
    root = Table(Span(0, 0))
    current, at = root, _skip(text, 0)
    touched: list[Table] = []
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


def _as_table(shape: Shape) -> Table:
    if not isinstance(shape, Table):
        raise TypeError(f"tomllib let a key of {shape!r} pass")
    return shape


def _name(written: str) -> str:
    if written[0] == "'":
        return written[1:-1]
    if written[0] != '"':
        return written
    return next(iter(tomllib.loads(f"{written} = 0"))) if "\\" in written else written[1:-1]


def _header(text: str, start: int, root: Table) -> tuple[Table, int]:
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
    last = Table(Span(start, end))
    before = table.entries.get(name)
    if before and isinstance(before[1], Array):
        before[1].items.append(last)
    else:
        table.entries[name] = (key, Array(Span(start, end), [last], inline=False))
    return last, end


def _pair(text: str, at: int, table: Table) -> int:
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
        table = Table(Span(start, start), inline=True)
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
    if isinstance(shape, Table):
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
