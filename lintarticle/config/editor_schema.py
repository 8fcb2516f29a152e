"""The shape of `lintarticle.toml` as JSON Schema, for editors: every key, every rule with its options."""

from __future__ import annotations

import json
from typing import Any

from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.config.fields import FieldKeys
from lintarticle.config.keys import ConfigKeys, options_model
from lintarticle.config.selection import BUILT_IN, EVERYTHING
from lintarticle.problem import LEVELS
from lintarticle.rule import Rule
from lintarticle.rules import ALL
from lintarticle.schema.fields_contract import DIALECT

_SELECTORS = {"type": "array", "items": {"$ref": "#/$defs/Selector"}}
_SHARED: dict[str, dict[str, Any]] = {
    "rules": {"$ref": "#/$defs/Rules"},
    "select": _SELECTORS,
    "ignore": _SELECTORS,
}
"""Keys of every table that pydantic can't describe: their schemas, to which the description is added."""


def schema_of_configuration() -> dict[str, Any]:
    """Return the JSON Schema of `lintarticle.toml`."""
    schema = ConfigKeys.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = schema.pop("$defs", {})
    for table in (schema, *definitions.values()):
        _refine(table)
    type_table = definitions.get("TypeKeys", {}).get("properties", {})
    for properties, key in ((type_table, "fields"), (schema["properties"], "definitions")):
        if key in properties:
            properties[key] = {"$ref": "#/$defs/Fields", "description": properties[key].get("description", "")}
    rules = {rule.name: _rule(rule) for rule in ALL}
    definitions |= _fields()
    definitions["Rules"] = {"type": "object", "properties": rules, "additionalProperties": False}
    definitions["Selector"] = {"enum": [EVERYTHING, *BUILT_IN.families, *(rule.name for rule in ALL)]}
    definitions["Level"] = {"enum": list(LEVELS)}
    return {
        "$schema": DIALECT,
        "title": "lintarticle.toml",
        **{key: value for key, value in schema.items() if key != "title"},
        "$defs": dict(sorted(definitions.items())),
    }


def _fields() -> dict[str, Any]:
    """Return the definitions `Fields` and `Field`: a field may be written as the name of its type alone."""
    table = FieldKeys.model_json_schema(by_alias=True)["$defs"]["FieldKeys"]
    table = json.loads(json.dumps(table).replace("#/$defs/FieldKeys", "#/$defs/Field"))
    _refine(table)
    return {
        "Fields": {
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/Field"},
            "description": "Field → its attributes, or just its type.",
        },
        "Field": {"anyOf": [{"type": "string"}, table]},
    }


def _refine(table: dict[str, Any]) -> None:
    """Remove pydantic's titles, and describe the keys whose content pydantic doesn't know."""
    table.pop("title", None)
    for name, key in table.get("properties", {}).items():
        key.pop("title", None)
        _without_null(key)
        description = {"description": key["description"]} if "description" in key else {}
        if name in _SHARED:
            table["properties"][name] = {**_SHARED[name], **description}
        elif name == "labels" or (name == "fields" and key.get("additionalProperties") is not True):
            key["propertyNames"] = {"enum": list(ALIASES)}


def _without_null(key: dict[str, Any]) -> None:
    """Remove null from the allowed values: TOML has no null, and None only means that a key is missing."""
    forms = [form for form in key.pop("anyOf", ()) if form != {"type": "null"}]
    if len(forms) == 1:
        key.update({name: value for name, value in forms[0].items() if name not in key})
    elif forms:
        key["anyOf"] = forms
    if key.get("default", ...) is None:
        del key["default"]


def _rule(rule: Rule) -> dict[str, Any]:
    options = options_model(rule.options).model_json_schema(by_alias=True)
    properties: dict[str, Any] = {
        "severity": {"$ref": "#/$defs/Level"},
        "fix": {"enum": ["safe", "unsafe", "never"], "description": "How the fixes of the rule are treated."},
    }
    for name, option in options.get("properties", {}).items():
        properties[name] = {key: value for key, value in option.items() if key != "title"}
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"description": rule.summary, "anyOf": [{"$ref": "#/$defs/Level"}, table]}
