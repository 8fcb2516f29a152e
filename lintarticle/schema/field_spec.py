"""One field of a fields table: what its value must be like, and what a value that writers type means for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lintarticle.article.metadata.dates import parse_moment
from lintarticle.article.values import Node
from lintarticle.ranges import Range

TEXT_TYPES = ("string", "text", "url", "email", "slug", "image", "file", "article", "author", "tag", "lang")
"""Types whose value is text; a number or a date counts as the text that the writer typed."""
DATE_TYPES = ("date", "datetime")
NUMBER_TYPES = ("integer", "number")
REFERRING_TYPES = ("image", "file", "article")
"""Types whose value names a file."""
TYPES = (*TEXT_TYPES, *DATE_TYPES, *NUMBER_TYPES, "boolean", "enum", "list", "object", "any")

SCALAR_TYPES = (*TEXT_TYPES, *DATE_TYPES, *NUMBER_TYPES, "boolean", "enum", "any")


class ImageLimits(NamedTuple):
    """What an image must be like: pixels, width divided by height, and bytes; None means no limit."""

    min_width: int | None = None
    min_height: int | None = None
    ratio: float | None = None
    max_weight: int | None = None


NO_LIMITS = ImageLimits()


@dataclass(frozen=True)
class FieldSpec:
    """What one field must be like. `names` are the keys that count as it; empty: its own name only.

    `required_if` maps other fields to the values that make this one required, none of them meaning any value.
    `source` is the file that the values are from, perhaps with the table in it behind a `#`.
    """

    type: str = "any"
    description: str = ""
    required: bool = False
    required_if: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    not_with: tuple[str, ...] = ()
    default: object = None
    deprecated: str = ""
    names: tuple[str, ...] = ()
    length: Range | None = None
    range: Range | None = None
    count: Range | None = None
    pattern: str = ""
    enum: tuple[object, ...] = ()
    source: str = ""
    unicode: bool = False
    before: str = ""
    after: str = ""
    unique: bool = False
    items: FieldSpec | None = None
    fields: Mapping[str, FieldSpec] = field(default_factory=dict)
    strict: bool = False
    image: ImageLimits = NO_LIMITS

    @property
    def below(self) -> tuple[FieldSpec, ...]:
        """The specifications of what is in its values."""
        return (*self.fields.values(), *((self.items,) if self.items else ()))

    @property
    def refers(self) -> bool:
        """Whether its values, or what is in them, name something that must exist."""
        return bool(self.source) or self.type in REFERRING_TYPES or any(spec.refers for spec in self.below)

    @cached_property
    def speaks_of_others(self) -> bool:
        """Whether it says something of other fields, or of how the items in it differ."""
        others = self.required_if or self.not_with or self.before or self.after or self.deprecated or self.unique
        return bool(others) or any(spec.speaks_of_others for spec in self.below)


_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


def is_empty(node: Node) -> bool:
    """Whether a key has nothing in it."""
    return node.kind == "null" or (node.kind == "string" and not node.text.strip()) or node.value in ([], {})


def meant(node: Node, spec: FieldSpec, *, lenient: bool = False) -> object:
    """Return the value as a field of this kind takes it; what is of another kind comes back as it is.

    `lenient`: the value is where everything is text (a metadata block), so that numbers and lists are read from it.
    """
    if spec.type == "list":
        return _list(node, spec, lenient=lenient)
    if spec.type == "object" and node.kind == "mapping" and spec.fields:
        return _object(node, spec.fields)
    if spec.type in TEXT_TYPES:
        return _text(node, lenient=lenient)
    if spec.type == "enum":
        return node.text if node.text in spec.enum and node.value not in spec.enum else node.value
    return _scalar(node, spec.type, lenient=lenient)


def _scalar(node: Node, kind: str, *, lenient: bool) -> object:
    if node.kind != "string":
        return node.value
    if kind in DATE_TYPES:
        return parse_moment(node.text) or node.value
    is_bare_number = kind in NUMBER_TYPES and node.style == "plain"  # YAML 1.1 takes `1e3` for text
    return _from_text(node.text.strip(), kind) if lenient or is_bare_number else node.value


def _text(node: Node, *, lenient: bool) -> object:
    if node.kind in ("boolean", "null", "list", "mapping"):
        return ", ".join(item.text for item in node.items) if lenient and node.items else node.value
    return node.text.rstrip("\n")


def _object(node: Node, fields: Mapping[str, FieldSpec]) -> dict[str, object]:
    found: dict[str, object] = {}
    for entry in node.entries:
        inner = fields.get(entry.key.text)
        if inner and not is_empty(entry.value):
            found[entry.key.text] = meant(entry.value, inner)
    return found


def _list(node: Node, spec: FieldSpec, *, lenient: bool) -> object:
    items = spec.items or FieldSpec()
    if node.kind == "list":
        return [meant(item, items, lenient=lenient) for item in node.items]
    if lenient and node.kind == "string":
        return [part.strip() for part in node.text.split(",") if part.strip()]
    return node.value


def _from_text(text: str, kind: str) -> object:
    if kind == "boolean" and text.casefold() in (*_TRUE, *_FALSE):
        return text.casefold() in _TRUE
    if kind in NUMBER_TYPES:
        try:
            return int(text) if text.lstrip("+-").isdecimal() else float(text)
        except ValueError:
            return text
    return text
