"""A fields table as JSON Schema 2020-12, for the completion and the hovers of editors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from lintarticle.article.metadata.field_table import ALIASES
from lintarticle.schema.bounds import Bounds
from lintarticle.schema.field_spec import FieldSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TYPES: Mapping[str, dict[str, Any]] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string"},
    "datetime": {"type": "string"},
    "list": {"type": "array"},
    "object": {"type": "object"},
    "url": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
    "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "enum": {},
    "any": {},
}


def schema_of_fields(fields: Mapping[str, FieldSpec], *, strict: bool = False) -> dict[str, Any]:
    """Return the schema of a whole front matter."""
    return {"$schema": DIALECT, **_group(fields, strict=strict)}


def _group(fields: Mapping[str, FieldSpec], *, strict: bool) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "properties": {name: _schema(spec) for name, spec in fields.items()}}
    required = [name for name, spec in fields.items() if spec.required]
    if required:
        schema["required"] = required
    conditions = [
        _condition(name, other, wanted) for name, spec in fields.items() for other, wanted in spec.required_if.items()
    ]
    conditions += [{"not": {"required": [name, other]}} for name, spec in fields.items() for other in spec.not_with]
    if conditions:
        schema["allOf"] = conditions
    if strict:
        schema["additionalProperties"] = False
    return schema


def _condition(name: str, other: str, wanted: tuple[object, ...]) -> dict[str, Any]:
    condition: dict[str, Any] = {"required": [other]}
    if wanted:
        condition["properties"] = {other: {"enum": [_plain(value) for value in wanted]}}
    return {"if": condition, "then": {"required": [name]}}


def _schema(spec: FieldSpec) -> dict[str, Any]:
    schema = dict(_TYPES.get(spec.type, {"type": "string"}))
    if spec.type in ("string", "text"):
        schema = {"type": ["string", "number"]}
    if spec.unicode:
        schema.pop("pattern", None)
    if spec.fields:
        schema |= _group(spec.fields, strict=spec.strict)
    if spec.items:
        schema["items"] = _schema(spec.items)
    if spec.enum:
        schema = {"enum": [_plain(value) for value in spec.enum]}
    if spec.pattern:
        schema["pattern"] = f"^(?:{spec.pattern})$"
    if spec.unique:
        schema["uniqueItems"] = True
    _bound(schema, spec.length, "minLength", "maxLength")
    _bound(schema, spec.count, "minItems", "maxItems")
    _bound(schema, spec.range, "minimum", "maximum")
    return schema | _annotations(spec)


def _annotations(spec: FieldSpec) -> dict[str, Any]:
    said = " ".join(
        part for part in (spec.description, spec.deprecated and f"No longer used: {spec.deprecated}.") if part
    )
    annotations: dict[str, Any] = {"description": said} if said else {}
    if spec.default is not None:
        annotations["default"] = _plain(spec.default)
    if spec.deprecated:
        annotations["deprecated"] = True
    return annotations


def _bound(schema: dict[str, Any], bounds: Bounds | None, least: str, most: str) -> None:
    for key, end in ((least, bounds.least), (most, bounds.most)) if bounds else ():
        if end is not None:
            schema[key] = int(end) if end == int(end) else end


def _plain(value: object) -> object:
    """Return a value of TOML as JSON has it."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value


def schema_of_known_fields() -> dict[str, Any]:
    """Return a schema that knows the names of our own fields and asks for nothing."""
    properties = {
        name: {"description": f"The {field.replace('_', ' ')} of the article."}
        for field, names in ALIASES.items()
        for name in names
        if "." not in name and ":" not in name
    }
    return {"$schema": DIALECT, "type": "object", "properties": properties}
