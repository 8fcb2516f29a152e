"""One field of a fields table, and which attributes go with which type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lintarticle.schema.bounds import Bounds

TEXT_TYPES = ("string", "text", "url", "email", "slug", "image", "file", "article", "author", "tag", "lang")
"""Types whose value is text; a number or a date counts as the text that the writer typed."""
DATE_TYPES = ("date", "datetime")
NUMBER_TYPES = ("integer", "number")
REFERRING_TYPES = ("image", "file", "article")
"""Types whose value names a file."""
TYPES = (*TEXT_TYPES, *DATE_TYPES, *NUMBER_TYPES, "boolean", "enum", "list", "object", "any")

_SCALARS = (*TEXT_TYPES, *DATE_TYPES, *NUMBER_TYPES, "boolean", "enum", "any")
_EVERY = TYPES

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "type": _EVERY,
    "description": _EVERY,
    "required": _EVERY,
    "required-if": _EVERY,
    "not-with": _EVERY,
    "default": _EVERY,
    "deprecated": _EVERY,
    "names": _EVERY,
    "length": TEXT_TYPES,
    "pattern": TEXT_TYPES,
    "enum": _SCALARS,
    "from": TEXT_TYPES,
    "unicode": ("slug",),
    "range": NUMBER_TYPES,
    "before": DATE_TYPES,
    "after": DATE_TYPES,
    "count": ("list",),
    "items": ("list",),
    "unique": ("list",),
    "fields": ("object",),
    "strict": ("object",),
    "min-width": ("image",),
    "min-height": ("image",),
    "ratio": ("image",),
    "max-weight": ("image",),
}
"""Attribute → the types that it goes with."""

IMPLIED_TYPES = (
    ("enum", "enum"),
    ("length", "string"),
    ("pattern", "string"),
    ("from", "string"),
    ("range", "number"),
    ("before", "date"),
    ("after", "date"),
    ("count", "list"),
    ("items", "list"),
    ("unique", "list"),
    ("fields", "object"),
)
"""What a field is that names no type but has one of these attributes."""


class ImageLimits(NamedTuple):
    """What an image must be like: pixels, width divided by height, and bytes; None is no limit."""

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
    length: Bounds | None = None
    range: Bounds | None = None
    count: Bounds | None = None
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
        """The specifications of what stands in its values."""
        return (*self.fields.values(), *((self.items,) if self.items else ()))

    @property
    def refers(self) -> bool:
        """Whether its values, or what stands in them, name something that must exist."""
        return bool(self.source) or self.type in REFERRING_TYPES or any(spec.refers for spec in self.below)

    @cached_property
    def speaks_of_others(self) -> bool:
        """Whether it says something of other fields, or of how the items in it differ."""
        others = self.required_if or self.not_with or self.before or self.after or self.deprecated or self.unique
        return bool(others) or any(spec.speaks_of_others for spec in self.below)
