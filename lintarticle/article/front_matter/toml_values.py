"""TOML to nodes: values from tomllib, places from `toml_places`, plain sentences for what is no TOML."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import cast

from lintarticle.article.front_matter.toml_places import Array, Scalar, Shape, Table, scan
from lintarticle.article.front_matter.value_tree import MAX_DEPTH, Values, list_node, mapping_node, too_deep, too_large
from lintarticle.article.values import Entry, Fault, Node, NodeKind, NodeStyle
from lintarticle.source import SourceText, Span

_MOST_FAULTS = 8
_DEEP_KEY = re.compile(rf"(?:(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){{{MAX_DEPTH}}}")
_STYLES: tuple[tuple[str, NodeStyle], ...] = (
    ('"""', "folded"),
    ("'''", "literal"),
    ('"', "double"),
    ("'", "single"),
)


def read_toml(source: SourceText, content: Span) -> Values:
    """Read the keys of a TOML block; where one can't be read, the others still are."""
    text = source[content]
    if refused := refusal(text, content):
        return Values(None, (refused,))
    faults: list[Fault] = []
    for _ in range(_MOST_FAULTS):
        try:
            values = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            # Imported when needed: most front matter has nothing to explain.
            from lintarticle.article.front_matter.toml_explanations import explain, without_statement

            fault, at = explain(source, text, content.start, str(error))
            faults.append(fault)
            text = without_statement(text, at, impossible_date_is_all=fault.kind == "impossible-date")
            continue
        # Places are those of the text that was read, words those of the file.
        root = _node(scan(text), values, source[content], content.start) if values else None
        return Values(root, tuple(faults))
    return Values(None, tuple(faults))


def refusal(text: str, content: Span) -> Fault | None:
    """Return why a text is not read at all, None where it is: it is too large or too deep."""
    return too_large(text, content) or _deep_key(text, content)


def _deep_key(text: str, content: Span) -> Fault | None:
    if text.count(".") < MAX_DEPTH:
        return None
    found = _DEEP_KEY.search(text)
    return too_deep(Span(content.start + found.start(), content.start + found.end())) if found else None


def _node(shape: Shape, value: object, text: str, base: int) -> Node:
    """Join places and values; recursion is bounded, `too_large` and `_deep_key` came before."""
    span = Span(shape.span.start + base, shape.span.end + base)
    if isinstance(shape, Table):
        entries, values = [], cast("dict[str, object]", value)
        for name, (key_span, child) in shape.entries.items():
            written = text[key_span.start : key_span.end]
            style: NodeStyle = "double" if written[0] == '"' else "single" if written[0] == "'" else "plain"
            key = Node("string", name, Span(key_span.start + base, key_span.end + base), name, style)
            entries.append(Entry(key, _node(child, values[name], text, base)))
        return mapping_node(entries, span, "flow" if shape.inline else "block")
    if isinstance(shape, Array):
        items = [
            _node(item, part, text, base) for item, part in zip(shape.items, cast("list[object]", value), strict=True)
        ]
        return list_node(items, span, "flow" if shape.inline else "block")
    return _scalar(shape, value, text, span)


def _scalar(shape: Scalar, value: object, text: str, span: Span) -> Node:
    written = text[shape.span.start : shape.span.end]
    if isinstance(value, str) and written[0] in "\"'":
        style = next(style for quote, style in _STYLES if written.startswith(quote))
        return Node("string", value, span, value, style)
    if isinstance(value, str):  # a date that no calendar has
        return Node("string", written, span, written)
    return Node(_kind(value), value, span, written)


def _kind(value: object) -> NodeKind:
    kinds: tuple[tuple[type, NodeKind], ...] = (
        (bool, "boolean"),
        (int, "integer"),
        (float, "number"),
        (datetime, "datetime"),
        (date, "date"),
        (time, "time"),
    )
    return next(kind for type_, kind in kinds if isinstance(value, type_))
