"""The values that every part of an article is made of: text, the nodes of front matter, faults, each with its span."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lintarticle.problem import Finding, Fix, Related, Severity
from lintarticle.record import NamedTuple
from lintarticle.source import Span


class Text(NamedTuple):
    """A piece of text and where it is; `text` is what is meant (no quotes, escapes undone)."""

    text: str
    span: Span


def single_spaced(words: str) -> str:
    """Make each run of blanks in a text, which has none at its ends, one space."""
    is_one = words.isprintable() and "  " not in words  # what is printable has no other blanks than spaces
    return words if is_one else " ".join(words.split())


NOWHERE = Text("", Span(0, 0))
"""What stands for a text that is not there."""


NodeKind = Literal["string", "integer", "number", "boolean", "null", "date", "datetime", "time", "list", "mapping"]
NodeStyle = Literal["plain", "single", "double", "literal", "folded", "flow", "block"]


class Node(NamedTuple):
    """One value of the front matter, of any format.

    `value` is the plain Python value (str, int, float, bool, None, date, datetime, time, list, dict); `text`
    is a scalar as the writer meant it before the format retyped it (`no`, `1.10`, `0123`), empty for
    collections and for null, which is not a value. `span` covers the value as written, quotes and brackets included.
    """

    kind: NodeKind
    value: object
    span: Span
    text: str = ""
    style: NodeStyle = "plain"
    items: tuple[Node, ...] = ()
    entries: tuple[Entry, ...] = ()

    def entry(self, key: str) -> Entry | None:
        """Return the last entry of a mapping with this key."""
        for entry in reversed(self.entries):
            if entry.key.text == key:
                return entry
        return None

    def walk(self) -> Iterator[Node]:
        """Yield this node and every value below it, in document order (keys left out)."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed([*node.items, *(entry.value for entry in node.entries)]))


class Entry(NamedTuple):
    """One `key: value` of a mapping; the key is a scalar node."""

    key: Node
    value: Node


class Fault(NamedTuple):
    """Something that kept a part of the article from being read; rules report it by its `kind`."""

    kind: str
    span: Span
    message: str
    help: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    at_most: Severity | None = None

    @property
    def finding(self) -> Finding:
        """The fault as a rule reports it."""
        return Finding(self.span, self.message, self.help, self.fix, self.related, self.at_most)


class Cut(NamedTuple):
    """A part of a text value, by its offsets in that value, and its replacement."""

    start: int
    end: int
    text: str
