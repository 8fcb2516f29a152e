"""One field of a fields table: what its value must be like, and how to interpret what writers type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from lintarticle.article.metadata.dates import parse_moment
from lintarticle.article.values import Node
from lintarticle.ranges import Range
from lintarticle.record import NamedTuple

TEXT_TYPES = ("string", "text", "url", "email", "slug", "image", "file", "article", "author", "tag", "lang")
"""Types whose value is text; a number or a date counts as the text that the writer typed."""
DATE_TYPES = ("date", "datetime")
NUMBER_TYPES = ("integer", "number")
REFERRING_TYPES = ("image", "file", "article")
"""Types whose value names a file."""
TYPES = (*TEXT_TYPES, *DATE_TYPES, *NUMBER_TYPES, "boolean", "enum", "list", "object", "any")

SCALAR_TYPES = (*TEXT_TYPES, *DATE_TYPES, *NUMBER_TYPES, "boolean", "enum", "any")


class Attribute:
    """What an annotation says of an attribute of a field: what it is for, and how it is written in a table of fields.

    `types` are the types that it goes with, `implies` the one of a field that has it and no type; `key` is its name
    in the table where that is another.
    """

    __slots__ = ("description", "implies", "key", "types")

    def __init__(
        self, description: str, types: tuple[str, ...] = TYPES, implies: str = "", *, key: str | None = None
    ) -> None:
        self.description = description
        self.types = types
        self.implies = implies
        self.key = key


_IMAGE = ("image",)


class ImageLimits(NamedTuple):
    """What an image must be like: pixels, width divided by height, and bytes; None means no limit."""

    min_width: Annotated[int | None, Attribute("Smallest width of the image, in pixels.", _IMAGE)] = None
    min_height: Annotated[int | None, Attribute("Smallest height of the image, in pixels.", _IMAGE)] = None
    ratio: Annotated[float | None, Attribute("Width divided by height, or a shape such as “16:9”.", _IMAGE)] = None
    max_weight: Annotated[int | None, Attribute("Largest size of the file: “200 kB”.", _IMAGE)] = None


NO_LIMITS = ImageLimits()

_ANY_NAMES = "The keys that hold it, instead of all that platforms use."
_REQUIRED_IF = "Required if other fields have these values, or, with only a name, if that field exists."


@dataclass(frozen=True)
class FieldSpec:
    """What one field must be like, as a table of fields says it.

    `names`: none means its own name only. `required_if` maps other fields to the values that make this one required,
    none of them meaning any value.
    """

    type: Annotated[str, Attribute("The kind of its value, or the name of a definition.")] = "any"
    description: Annotated[str, Attribute("What belongs in it, for writers.")] = ""
    required: Annotated[bool, Attribute("Required, and not empty.")] = False
    required_if: Annotated[Mapping[str, tuple[object, ...]], Attribute(_REQUIRED_IF)] = field(default_factory=dict)
    not_with: Annotated[tuple[str, ...], Attribute("Fields that can't be used with it.")] = ()
    default: Annotated[object, Attribute("The value that applies if it is missing.")] = None
    deprecated: Annotated[str, Attribute("No longer used; says what to do instead, such as “use summary”.")] = ""
    names: Annotated[tuple[str, ...], Attribute(_ANY_NAMES)] = ()
    enum: Annotated[tuple[object, ...], Attribute("The allowed values.", SCALAR_TYPES, "enum")] = ()
    length: Annotated[
        Range | None, Attribute("How many characters: “20..70”, “..160”, “5..”.", TEXT_TYPES, "string")
    ] = None
    pattern: Annotated[str, Attribute("A regular expression that the whole text matches.", TEXT_TYPES, "string")] = ""
    source: Annotated[
        str,
        Attribute("A file with the allowed values; `#key` names a table in it.", TEXT_TYPES, "string", key="from"),
    ] = ""
    unicode: Annotated[bool, Attribute("The slug may have letters of any script.", ("slug",))] = False
    range: Annotated[Range | None, Attribute("The allowed range: “1..5”.", NUMBER_TYPES, "number")] = None
    before: Annotated[str, Attribute("A field whose date is later.", DATE_TYPES, "date")] = ""
    after: Annotated[str, Attribute("A field whose date is earlier.", DATE_TYPES, "date")] = ""
    count: Annotated[Range | None, Attribute("How many items: “1..5”.", ("list",), "list")] = None
    items: Annotated[FieldSpec | None, Attribute("What each item must be.", ("list",), "list")] = None
    unique: Annotated[bool, Attribute("No item may be listed twice.", ("list",), "list")] = False
    fields: Annotated[Mapping[str, FieldSpec], Attribute("The fields of the group.", ("object",), "object")] = field(
        default_factory=dict
    )
    strict: Annotated[bool, Attribute("Other keys in it are errors.", ("object",))] = False
    image: ImageLimits = NO_LIMITS

    @property
    def below(self) -> tuple[FieldSpec, ...]:
        """The specifications of the parts of its values."""
        return (*self.fields.values(), *((self.items,) if self.items else ()))

    @property
    def refers(self) -> bool:
        """Whether its values, or what is in them, name something that must exist."""
        return bool(self.source) or self.type in REFERRING_TYPES or any(spec.refers for spec in self.below)

    @cached_property
    def speaks_of_others(self) -> bool:
        """Whether it refers to other fields, or requires the items in it to differ."""
        others = self.required_if or self.not_with or self.before or self.after or self.deprecated or self.unique
        return bool(others) or any(spec.speaks_of_others for spec in self.below)


_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


def is_empty(node: Node) -> bool:
    """Whether a key has nothing in it."""
    return node.kind == "null" or (node.kind == "string" and not node.text.strip()) or node.value in ([], {})


def meant(node: Node, spec: FieldSpec, *, lenient: bool = False) -> object:
    """Return the value as a field of this kind takes it; a value of another kind is returned unchanged.

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
