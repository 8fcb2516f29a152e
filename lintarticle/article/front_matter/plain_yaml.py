"""YAML as most front matter is written, to the nodes that PyYAML would give, in a fraction of its time.

That is: keys, each with one line of text, a whole number, a date, true or false, with a list of them, or with keys
below it. For a block with anything else, or anything doubtful, there is no answer, and PyYAML reads it.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from lintarticle.article.front_matter.front_matter import list_node, mapping_node, size_fault
from lintarticle.article.values import Entry, Node, NodeKind
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText, Span

_QUOTED = r"""'[^'\n]*+'|"[^"\\\n]*+\""""
_TEXT = r"[\w/(](?:[^\n:#]++|:(?=[^ \n])|(?<!\ )\#)*+"
"""Text without quotes: `: ` would make a key of it, ` #` begins a comment."""
_PART = rf"(?:{_QUOTED}|[\w/(][^\n:#,?\[\]{{}}]*+)[ ]*+"
"""A part of a list in brackets."""
_BLANKS = r"(?:[ ]*+(?:\#[^\n]*+)?\n)*+"
_END = rf"[ ]*+(?:(?<=\ )\#[^\n]*+)?(?:\n|\Z){_BLANKS}"
_ITEM = rf"-[ ]++(?:{_QUOTED}|{_TEXT}){_END}"

_ENTRY = expression(
    rf"""
    (?P<margin>[ ]*+)(?P<key>[^\W\d][\w-]{{0,99}}+):
    (?:[ ]++(?:(?P<value>{_QUOTED}|{_TEXT})|(?P<list>\[[ ]*+(?:{_PART}(?:,[ ]*+{_PART})*+)?\])))?{_END}
    (?P<items>(?P<indent>[ ]*+){_ITEM}(?:(?P=indent){_ITEM})*+)?
    """,
    re.VERBOSE,
)
_SCALAR_OF_LIST = expression(_PART, re.VERBOSE)
_SCALAR_OF_ITEM = expression(rf"-[ ]++(?P<value>{_QUOTED}|{_TEXT}){_END}", re.VERBOSE)
_FIRST = expression(_BLANKS, re.VERBOSE)
_MARGIN = expression(r" *+")
_DEEPEST = 16
"""Blanks before a key that are looked at."""

_WORDS: dict[str, tuple[NodeKind, object]] = {
    **{form(word): ("boolean", True) for word in ("true", "yes", "on") for form in (str, str.title, str.upper)},
    **{form(word): ("boolean", False) for word in ("false", "no", "off") for form in (str, str.title, str.upper)},
    **{form("null"): ("null", None) for form in (str, str.title, str.upper)},
}
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(?:\.[0-9]{3})?"
_DATE = expression(_DAY)
_TIME = expression(rf"{_DAY}[T ]{_CLOCK}(?:Z|[+-][01][0-9]:[0-5][0-9])?")
_INTEGER = expression(r"0|[1-9][0-9]{0,17}")
_NO_NUMBER = expression(r"[^-+0-9:._ a-fA-FtTxXzZ]")
"""A character that no number and no date of YAML has."""


class _Doubtful(Exception):  # noqa: N818 - not an error: PyYAML reads it
    """PyYAML may read this in another way."""


def read_plain(source: SourceText, content: Span) -> Node | None:
    """Return the mapping that a block holds, None if it takes PyYAML to read it."""
    text = source.text
    written = source[content]
    if not written.replace("\n", " ").isprintable() or size_fault(written, content):
        return None
    first = _FIRST.match(text, *content)
    try:
        found = _mapping(text, Span(first.end() if first else content.start, content.end), 0)
    except _Doubtful:
        return None
    return found.node if found.after == content.end else None


class _Found(NamedTuple):
    """A mapping, and where the line behind it begins."""

    node: Node
    after: int


def _mapping(text: str, rest: Span, margin: int) -> _Found:
    """Read the keys with a margin from the start of a line on, and what is below them."""
    entries: dict[str, Entry] = {}
    at, end = rest
    while at < end:
        found = _ENTRY.match(text, at, end)
        if found is None or margin > _DEEPEST:
            raise _Doubtful
        start, name, after = found.start("key"), found["key"], found.end()
        if start < at + margin:
            break
        if start > at + margin or name in _WORDS or name in entries:
            raise _Doubtful
        if found["value"] is found["list"] is found["items"] is None and (below := _margin(text, after)) > margin:
            value, after = _mapping(text, Span(after, end), below)
        else:
            value = _value(text, found, margin)
        entries[name] = Entry(Node("string", name, Span(start, start + len(name)), name), value)
        at = after
    if not entries:
        raise _Doubtful
    kept = tuple(entries.values())
    return _Found(mapping_node(kept, Span(kept[0].key.span.start, kept[-1].value.span.end)), at)


def _margin(text: str, at: int) -> int:
    margin = _MARGIN.match(text, at)
    return margin.end() - at if margin else 0


def _value(text: str, entry: re.Match[str], margin: int) -> Node:
    if entry["items"] is not None:
        if entry["value"] is not None or entry["list"] is not None or len(entry["indent"]) < margin:
            raise _Doubtful
        start, end = entry.span("items")
        found = _SCALAR_OF_ITEM.finditer(text, start, end)
        items = [_scalar(each["value"], each.start("value")) for each in found]
        return list_node(items, Span(entry.end("indent"), items[-1].span.end))
    if entry["value"] is not None:
        return _scalar(entry["value"], entry.start("value"))
    if entry["list"] is not None:
        start, end = entry.span("list")
        parts = (_scalar(each[0], each.start()) for each in _SCALAR_OF_LIST.finditer(text, start + 1, end - 1))
        return list_node(parts, Span(start, end), "flow")
    after = entry.end("key") + 1
    return Node("null", None, Span(after, after))


def _scalar(written: str, start: int) -> Node:
    written = written.rstrip(" ")
    span = Span(start, start + len(written))
    if written[0] in "'\"":
        words = written[1:-1]
        return Node("string", words, span, words, "single" if written[0] == "'" else "double")
    kind, value = _WORDS.get(written) or (_number(written) if written[0] in "0123456789" else ("string", written))
    return Node(kind, value, span, "" if kind == "null" else written)


def _number(written: str) -> tuple[NodeKind, object]:
    """Return what a text that begins with a digit is."""
    if _NO_NUMBER.search(written):
        return "string", written
    if _INTEGER.fullmatch(written):
        return "integer", int(written)
    try:
        if _DATE.fullmatch(written):
            return "date", date.fromisoformat(written)
        if _TIME.fullmatch(written):
            return "datetime", datetime.fromisoformat(written)
    except ValueError:
        pass  # PyYAML's reader names what is wrong with it
    raise _Doubtful
