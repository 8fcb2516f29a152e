"""What the readers of YAML, TOML and JSON share: their result, their bounds, and how values become nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lintarticle.article.values import Entry, Fault, Node
from lintarticle.problem import Related
from lintarticle.source import Span

MAX_CHARACTERS = 262_144
"""Longest front matter that is read. Real ones stay below 20,000 characters."""

MAX_DEPTH = 100
"""Deepest nesting that is read. PyYAML's C loader ends the process at some 20,000, in a thread at some 1,000."""

MAX_NODES = 100_000
"""Most values that aliases may unfold to."""

_BRACKETS = re.compile(r"[\[\]{}]")


class Values(NamedTuple):
    """The value tree of a block (None where nothing could be read) and what was wrong with it."""

    root: Node | None
    faults: tuple[Fault, ...] = ()


def too_large(text: str, span: Span) -> Fault | None:
    """Refuse text that is too long or too deeply nested to be given to any parser."""
    if len(text) > MAX_CHARACTERS:
        message = f"The front matter is {len(text):,} characters; it is read only up to {MAX_CHARACTERS:,}."
        return Fault("unsafe-yaml", Span(span.start, span.start), message)
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return None
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            return too_deep(Span(span.start + bracket.start(), span.start + bracket.end()))
    return None


def too_deep(span: Span) -> Fault:
    """Return the fault of nesting beyond the bound."""
    message = f"Values are nested more than {MAX_DEPTH} levels deep; nothing was read."
    return Fault("unsafe-yaml", span, message)


def mapping_node(entries: Iterable[Entry], span: Span, style: str = "block") -> Node:
    """Make the node of a mapping; of a key given twice the last one counts, as in every loader."""
    kept = tuple(entries)
    value = {entry.key.value: entry.value.value for entry in kept}
    return Node("mapping", value, span, style="flow" if style == "flow" else "block", entries=kept)


def list_node(items: Iterable[Node], span: Span, style: str = "block") -> Node:
    """Make the node of a list."""
    kept = tuple(items)
    value = [item.value for item in kept]
    return Node("list", value, span, style="flow" if style == "flow" else "block", items=kept)


def duplicate_fault(first: Span, second: Span, key: str, line: int) -> Fault:
    """Return the fault of a key that is used twice in one group; `line` is that of the first."""
    message = f"The key “{key}” is already used on line {line}; delete one of the two."
    return Fault("duplicate-key", second, message, related=(Related(first, f"“{key}” is here first."),))


def not_mapping_fault(span: Span, what: str) -> Fault:
    """Return the fault of a block that holds no keys."""
    return Fault("not-mapping", span, f"The front matter is {what}; write names with values, such as “title: …”.")
