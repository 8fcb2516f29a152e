"""The fields table of a configuration as JSON Schema: what each attribute is for, and what it may be."""

from __future__ import annotations

from typing import Any

from lintarticle.schema.field_spec import TYPES

_TEXT: dict[str, Any] = {"type": "string"}
_FLAG: dict[str, Any] = {"type": "boolean"}
_TEXTS: dict[str, Any] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_RANGE: dict[str, Any] = {"type": ["string", "number"]}
_PIXELS: dict[str, Any] = {"type": "integer", "minimum": 1}
_FIELDS: dict[str, Any] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Field"}}

_ATTRIBUTES: dict[str, tuple[dict[str, Any], str]] = {
    "type": (
        {"anyOf": [{"enum": list(TYPES)}, _TEXT]},
        "The kind of its value, or the name of a definition.",
    ),
    "description": (_TEXT, "What belongs in it, for writers."),
    "required": (_FLAG, "It must be there, and not empty."),
    "required-if": (
        {"anyOf": [_TEXT, {"type": "object"}]},
        "It must be there where other fields have these values; with a name alone, where that field is there.",
    ),
    "not-with": (_TEXTS, "Fields that it can't stand beside."),
    "default": ({}, "What holds where it is missing."),
    "deprecated": (_TEXT, "It is no longer used: what to do instead, such as “use summary”."),
    "names": (_TEXTS, "The keys that count as it, in place of all that platforms use."),
    "length": (_RANGE, "How many characters: “20..70”, “..160”, “5..”."),
    "pattern": (_TEXT, "A regular expression that the whole text matches."),
    "enum": ({"type": "array", "minItems": 1}, "The values that it may have."),
    "from": (_TEXT, "A file with the values it may have; `#key` names a table in it."),
    "unicode": (_FLAG, "Letters of every script may stand in the slug."),
    "range": (_RANGE, "How small and how large the number may be: “1..5”."),
    "before": (_TEXT, "A field whose date is later."),
    "after": (_TEXT, "A field whose date is earlier."),
    "count": (_RANGE, "How many items: “1..5”."),
    "items": ({"$ref": "#/$defs/Field"}, "What each item is like."),
    "unique": (_FLAG, "No item stands there twice."),
    "fields": (_FIELDS, "The fields in it."),
    "strict": (_FLAG, "Other keys in it are errors."),
    "min-width": (_PIXELS, "Smallest width of the image, in pixels."),
    "min-height": (_PIXELS, "Smallest height of the image, in pixels."),
    "ratio": ({"type": ["number", "string"]}, "Width divided by height, or a shape such as “16:9”."),
    "max-weight": ({"type": ["string", "integer"]}, "Largest size of the file: “200 kB”."),
}


def field_schemas() -> dict[str, Any]:
    """Return the definitions `Fields` and `Field`."""
    properties = {name: {**schema, "description": said} for name, (schema, said) in _ATTRIBUTES.items()}
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    return {
        "Fields": {**_FIELDS, "description": "Field → what it must be like, or just its type."},
        "Field": {"anyOf": [_TEXT, table]},
    }
