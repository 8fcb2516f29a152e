"""The fields of any contract: those of a table as they are, those of a JSON Schema as far as a writer sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lintarticle.ranges import Range
from lintarticle.schema.contract import Contract
from lintarticle.schema.field_spec import FieldSpec
from lintarticle.schema.fields_contract import FieldsContract

_DEEPEST = 8
"""How deep groups of keys in a JSON Schema are looked into."""

_FORMATS = {"date": "date", "date-time": "datetime", "uri": "url", "uri-reference": "string", "email": "email"}
_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean", "array": "list", "object": "object"}


def specs_of(contract: Contract | None) -> Mapping[str, FieldSpec]:
    """Return the fields that a contract knows, by name; none for no contract."""
    if isinstance(contract, FieldsContract):
        return contract.fields
    if contract is None:
        return {}
    return specs_of_schema(contract.json_schema())


def specs_of_schema(schema: Mapping[str, Any]) -> dict[str, FieldSpec]:
    """Return the fields that a JSON Schema knows, by name."""
    return _fields(schema, schema, 0)


def is_strict(contract: Contract | None) -> bool:
    """Whether a contract allows no other keys."""
    if isinstance(contract, FieldsContract):
        return contract.strict
    return (
        contract is not None
        and _resolved(contract.json_schema(), contract.json_schema()).get("additionalProperties") is False
    )


def _fields(schema: Mapping[str, Any], whole: Mapping[str, Any], depth: int) -> dict[str, FieldSpec]:
    schema = _resolved(schema, whole)
    required = schema.get("required", ())
    properties = dict(schema.get("properties", {}))
    for part in schema.get("allOf", ()):
        inner = _resolved(part, whole)
        properties |= inner.get("properties", {})
        required = [*required, *inner.get("required", ())]
    return {name: _spec(each, whole, depth, required=name in required) for name, each in properties.items()}


def _spec(schema: object, whole: Mapping[str, Any], depth: int, *, required: bool) -> FieldSpec:
    found = _resolved(schema, whole)
    named = found.get("type") or ()
    kinds: list[str] = [named] if isinstance(named, str) else list(named)
    kind = next((each for each in kinds if each != "null"), "object" if "properties" in found else "any")
    name = _FORMATS.get(found.get("format", ""), "string") if kind == "string" else _TYPES.get(kind, "any")
    choices = (found["const"],) if "const" in found else tuple(found.get("enum", ()))
    is_deep = depth >= _DEEPEST
    return FieldSpec(
        type="enum" if choices else name,
        description=str(found.get("description", "")),
        required=required,
        default=found.get("default"),
        enum=choices,
        length=_range(found, "minLength", "maxLength") if kind == "string" else None,
        pattern=_whole(found.get("pattern", "")),
        range=_range(found, "minimum", "maximum"),
        count=_range(found, "minItems", "maxItems") if name == "list" else None,
        items=_spec(found["items"], whole, depth + 1, required=False) if "items" in found and not is_deep else None,
        unique=bool(found.get("uniqueItems")),
        fields=_fields(found, whole, depth + 1) if name == "object" and not is_deep else {},
        deprecated="leave it out" if found.get("deprecated") is True else "",
    )


def _resolved(schema: object, whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a schema with what it refers to in its own file, and the first of several forms that is not null."""
    found: Mapping[str, Any] = schema if isinstance(schema, Mapping) else {}
    for _ in range(_DEEPEST):
        forms = found.get("anyOf") or found.get("oneOf") or ()
        form = next((each for each in forms if isinstance(each, Mapping) and each.get("type") != "null"), None)
        reference = found.get("$ref", "")
        if isinstance(reference, str) and reference.startswith("#/"):
            target: Any = whole
            for part in reference[2:].split("/"):
                target = (
                    target.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(target, Mapping) else {}
                )
            found = {**(target if isinstance(target, Mapping) else {}), **_without(found, "$ref")}
        elif form is not None:
            found = {**form, **_without(found, "anyOf", "oneOf")}
        else:
            break
    return found


def _without(schema: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in keys}


def _range(schema: Mapping[str, Any], least: str, most: str) -> Range | None:
    found = Range(schema.get(least), schema.get(most))
    return None if found == Range() else found


def _whole(pattern: str) -> str:
    """Return a pattern that may match anywhere as one that matches a whole text."""
    if not pattern:
        return ""
    head = "" if pattern.startswith("^") else ".*"
    tail = "" if pattern.endswith("$") and not pattern.endswith("\\$") else ".*"
    return f"{head}(?:{pattern.removeprefix('^').removesuffix('$') if not head and not tail else pattern}){tail}"
