"""What stands around the text: front matter, metadata blocks, and the one view over both, every part with its span."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from lintarticle.problem import Finding, Fix, Related, Severity
from lintarticle.source import Span

# --- values ---------------------------------------------------------------------------------------------------


class Text(NamedTuple):
    """A piece of text and where it stands; `text` is what is meant (no quotes, escapes undone)."""

    text: str
    span: Span


NodeKind = Literal["string", "integer", "number", "boolean", "null", "date", "datetime", "time", "list", "mapping"]
NodeStyle = Literal["plain", "single", "double", "literal", "folded", "flow", "block"]


class Node(NamedTuple):
    """One value of the front matter, of any format.

    `value` is the plain Python value (str, int, float, bool, None, date, datetime, time, list, dict); `text`
    is a scalar as the writer meant it before the format retyped it (`no`, `1.10`, `0123`), empty for
    collections. `span` covers the value as written, quotes and brackets included.
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
        return next((entry for entry in reversed(self.entries) if entry.key.text == key), None)

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


FrontMatterFormat = Literal["yaml", "toml", "json", "headers"]


class FrontMatter(NamedTuple):
    """The fenced block at the start of a file.

    `span` runs from the opening fence to the end of the closing fence's line, line end included; `content`
    is what stands between the fences; `closing` is the closing fence itself, None where there is none (an
    unclosed block, or a JSON block whose brace is its fence: then it is that brace). `root` is the mapping,
    None where nothing could be read; after a syntax fault it may still hold the keys read before it.
    """

    format: FrontMatterFormat
    span: Span
    content: Span
    opening: Span
    closing: Span | None
    root: Node | None
    faults: tuple[Fault, ...] = ()


# --- metadata blocks ------------------------------------------------------------------------------------------


class BlockEntry(NamedTuple):
    """One labelled value of a metadata block.

    `label` is as written without markup (`SEO Excerpt`), `field` the canonical field or "" for a label that
    is kept but names none. `items` are the parts of a list value (tags); `value` the whole of it. `span` covers
    the entry from its label to the end of its value.
    """

    label: Text
    field: str
    value: Text
    span: Span
    items: tuple[Text, ...] = ()


class MetadataBlock(NamedTuple):
    """Labelled lines around the body. `span` includes the opener (`---`, a group heading) where there is one."""

    place: Literal["head", "tail", "comment"]
    span: Span
    entries: tuple[BlockEntry, ...]
    opener: Span | None = None
    debris: tuple[Span, ...] = ()
    faults: tuple[Fault, ...] = ()


# --- one view of the metadata ---------------------------------------------------------------------------------

Origin = Literal["front-matter", "block", "heading"]


class Field(NamedTuple):
    """One piece of metadata under its canonical name, wherever it came from.

    `key` is the name as written (`description`, `extra.subtitle`, `SEO Excerpt`; `#` for a title read from the
    H1). `value` is the plain value; `text` its text ("" for a list or mapping); `items` the parts of a list
    field such as tags, split where it is one scalar, with a span each. `node` is there for front matter only.
    """

    name: str
    key: str
    key_span: Span
    value: object
    text: str
    span: Span
    origin: Origin
    items: tuple[Text, ...] = ()
    node: Node | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the key is there with nothing in it."""
        return not self.text.strip() and not self.items and (isinstance(self.value, str) or not self.value)


class Metadata:
    """Canonical field name → `Field`; among several origins or aliases the first in precedence wins.

    Precedence: front matter before block before heading; within one origin, the alias listed first. A field
    that is there but empty is not "had": `get` passes over it to the next candidate.
    """

    def __init__(self, candidates: Mapping[str, tuple[Field, ...]]) -> None:
        self._candidates = candidates

    def get(self, name: str) -> Field | None:
        """Return the effective field, or None where it is missing or empty everywhere."""
        return next((field for field in self.all(name) if not field.is_empty), None)

    def all(self, name: str) -> tuple[Field, ...]:
        """Return every candidate of a field in order of precedence, empty ones included."""
        return self._candidates.get(name, ())

    def text(self, name: str) -> str:
        """Return the text of a field, "" where it is missing."""
        field = self.get(name)
        return field.text if field else ""

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def __iter__(self) -> Iterator[Field]:
        """Yield the effective fields in the order of the canonical field table."""
        return (field for name in self._candidates if (field := self.get(name)))

    @property
    def every(self) -> Iterator[Field]:
        """Yield every candidate of every field."""
        return (field for fields in self._candidates.values() for field in fields)
