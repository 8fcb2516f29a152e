"""The front matter of an article: its format, its fences, its value tree, and what its readers share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lintarticle.article.values import Entry, Fault, Node
from lintarticle.expression import expression
from lintarticle.problem import Related
from lintarticle.record import NamedTuple
from lintarticle.source import Span

FrontMatterFormat = Literal["yaml", "toml", "json", "headers"]


class FrontMatter(NamedTuple):
    """The fenced block at the start of a file.

    `span` runs from the opening fence to the end of the closing fence's line, line end included; `content`
    is what is between the fences; `closing` is the closing fence itself, None if there is none (an
    unclosed block, or a JSON block whose brace is its fence: then it is that brace). `root` is the mapping,
    None if nothing could be read; after a syntax fault it may still hold the keys read before it.
    """

    format: FrontMatterFormat
    span: Span
    content: Span
    opening: Span
    closing: Span | None
    root: Node | None
    faults: tuple[Fault, ...] = ()


HIDING = frozenset({"syntax", "unclosed", "not-mapping", "unsafe-yaml", "script"})
"""The kinds of faults that may hide keys."""

MAX_CHARACTERS = 262_144
"""Longest front matter that is read. Real ones stay below 20,000 characters."""

MAX_DEPTH = 100
"""Deepest nesting that is read. PyYAML's C loader ends the process at some 20,000, in a thread at some 1,000."""

MAX_NODES = 100_000
"""Most values that aliases may unfold to."""

LONGEST_NUMBER = 64
"""Longer digits are text to any writer, and cost quadratic time to turn into a number."""

TEMPLATE = "“{{ … }}” is a placeholder that a site generator fills in: this is a template, not an article."

_BRACKETS = expression(r"[\[\]{}]")


class Values(NamedTuple):
    """The value tree of a block (None if nothing could be read) and what was wrong with it."""

    root: Node | None
    faults: tuple[Fault, ...] = ()


def size_fault(text: str, span: Span) -> Fault | None:
    """Refuse text that is too long or too deeply nested to be given to any parser."""
    if len(text) > MAX_CHARACTERS:
        message = f"The front matter is {len(text):,} characters long; at most {MAX_CHARACTERS:,} are read."
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


DATE = expression(r"\d{4}-\d{1,2}-\d{1,2}")
"""What has the form of a date in YAML."""


def impossible_date(text: str, span: Span) -> Fault:
    """Return the fault of a date that no calendar has."""
    date = DATE.match(text)
    year, month, day = (int(part) for part in date[0].split("-")) if date else (0, 0, 0)
    if not 1 <= month <= 12:
        why = f"month {month} does not exist"
    elif not 1 <= day <= 31 or (month in (4, 6, 9, 11) and day == 31) or (month == 2 and day > 28):
        why = f"{_MONTHS[month - 1]}{f' {year}' if month == 2 and day == 29 else ''} has no day {day}"
    else:
        why = "that time does not exist"
    return Fault("impossible-date", span, f"“{text}” is not a possible date: {why}.")


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
