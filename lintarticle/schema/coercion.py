"""What writers type to what they mean: the coercions that users of YAML take for granted, and no others."""

from __future__ import annotations

from collections.abc import Mapping

from lintarticle.article.metadata.dates import parse_moment
from lintarticle.article.values import Node
from lintarticle.schema.field_spec import DATE_TYPES, NUMBER_TYPES, TEXT_TYPES, FieldSpec

_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


def is_empty(node: Node) -> bool:
    """Whether a key stands there with nothing in it."""
    return node.kind == "null" or (node.kind == "string" and not node.text.strip()) or node.value in ([], {})


def meant(node: Node, spec: FieldSpec, *, lenient: bool = False) -> object:
    """Return the value as a field of this kind takes it; what is of another kind comes back as it is.

    `lenient`: the value stands where everything is text (a metadata block), so that numbers and lists are read from it.
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
