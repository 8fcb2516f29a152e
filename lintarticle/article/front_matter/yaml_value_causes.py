"""Why YAML can't read one value: quotes, brackets, and characters that mean something to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintarticle.article.front_matter.yaml_lines import Line, entry_span, quoted
from lintarticle.problem import Edit
from lintarticle.source import Span


class Cause(NamedTuple):
    """A place in the block, the sentence on it, and edits that may mend it (`action` says what they do)."""

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    action: str = "Quote the value"


_RESERVED = {
    "@": "which has a special meaning here",
    "`": "which has a special meaning here",
    "%": "which has a special meaning here",
    "*": "which refers to another value here",
    "&": "which names a value here",
    "!": "which is an instruction here",
    "|": "which starts text of several lines here",
    ">": "which starts text of several lines here",
    ",": "which separates values here",
    "]": "which ends a list here",
    "}": "which ends a group here",
    "?": "which has a special meaning here",
    "#": "which starts a comment here",
}

_BAD_ESCAPE = re.compile(
    r"\\(?:[^0abt\tnvfre \"/\\N_LPxuU\n]|x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))"
)
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'(?!')")
_LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)")
_RESERVED_ITEM = re.compile(r"[\[,{:][ \t]*([@`%])")


def value_cause(text: str, line: Line, stopped: int) -> Cause | None:
    """Look at the value of a line, or at the item of a list."""
    value = line.value
    if not value:
        return None
    if value[0] in "\"'":
        return _double_quotes(line) if value[0] == '"' else _single_quotes(line)
    if value[0] in "[{":
        return _brackets(text, line)
    return _reserved(line) or _colon(line)


def _reserved(line: Line) -> Cause | None:
    first, has_place = line.value[0], bool(line.key) or line.is_item
    if first not in _RESERVED or not (has_place or first in "@`%"):
        return None
    what = "value" if has_place else "line"
    message = f"The {what} starts with “{first}”, {_RESERVED[first]}; put it all in quotes."
    return Cause(Span(line.value_start, line.value_start + 1), message, _quote(line) if has_place else ())


def quote_left_open(text: str, line: Line) -> Cause | None:
    """Tell whether a quote that was opened on this line runs on past it."""
    if line.value[:1] not in ('"', "'"):
        return None
    closed = (_DOUBLE if line.value[0] == '"' else _SINGLE).match(text, line.value_start)
    if closed and closed.end() <= line.end:
        return None
    return _double_quotes(line) if line.value[0] == '"' else _single_quotes(line)


def _quote(line: Line) -> tuple[Edit, ...]:
    return (Edit(line.value_span, quoted(line.value)),)


def _append(line: Line, closing: str) -> tuple[Edit, ...]:
    return (Edit(Span(line.value_span.end, line.value_span.end), closing),)


def _colon(line: Line) -> Cause | None:
    found = re.search(r":(?=[ \t]|$)", line.value) if line.key else None
    if not found:
        return None
    place = line.value_start + found.start()
    message = (
        f"The text of “{line.key}” contains “: ”, which separates names from values; put the text in quotes."
        if found.end() < len(line.value)
        else f"The text of “{line.key}” ends with a colon; put the text in quotes."
    )
    return Cause(Span(place, place + 1), message, _quote(line))


def _double_quotes(line: Line) -> Cause | None:
    value, start = line.value, line.value_start
    closed = _DOUBLE.match(value)
    escape = _BAD_ESCAPE.search(value, 0, closed.end() if closed else len(value))
    if escape:
        inner = value[1:-1].replace("'", "''")
        edits = (Edit(line.value_span, f"'{inner}'"),) if closed and closed.end() == len(value) else ()
        message = f"“{escape[0]}” in double quotes is a special character; use single quotes or double the backslash."
        return Cause(Span(start + escape.start(), start + escape.end()), message, edits, "Use single quotes")
    if not closed:
        message = "The double quote is never closed."
        return Cause(Span(start, start + 1), message, _append(line, '"'), "Close the quote")
    return _after_quote(line, closed.end())


def _single_quotes(line: Line) -> Cause | None:
    value, start = line.value, line.value_start
    closed = _SINGLE.match(value)
    if not closed:
        message = "The single quote is never closed."
        return Cause(Span(start, start + 1), message, _append(line, "'"), "Close the quote")
    rest = value[closed.end() :]
    if rest and (rest[0].isalpha() or (len(rest) > 1 and rest[-1] == "'")):
        place = start + closed.end() - 1
        message = "The apostrophe ends the text in single quotes too early; use double quotes around the text."
        inner = value[1:-1] if value.endswith("'") else value[1:]
        edits = (Edit(line.value_span, quoted(inner.replace("''", "'"))),)
        return Cause(Span(place, place + 1), message, edits, "Use other quotes")
    return _after_quote(line, closed.end())


def _after_quote(line: Line, end: int) -> Cause | None:
    rest = line.value[end:]
    if not rest.strip() or rest.lstrip().startswith(":") or (rest.lstrip().startswith("#") and rest[0] in " \t"):
        return None
    place = line.value_start + end + len(rest) - len(rest.lstrip())
    message = "Text follows the closing quote; put quotes around the whole value."
    return Cause(Span(place, line.value_span.end), message, _quote(line), "Quote the whole value")


def _brackets(text: str, line: Line) -> Cause | None:
    value, start = line.value, line.value_start
    opening, closing = (value[0], "]" if value[0] == "[" else "}")
    if _LINK.match(value):
        message = "The value starts with a Markdown link, whose “[” starts a list here; put the value in quotes."
        return Cause(Span(start, start + 1), message, _quote(line))
    item = _RESERVED_ITEM.search(value)
    if item:
        message = f"A list item starts with “{item[1]}”, which has a special meaning; put the text in quotes."
        return Cause(Span(start + item.start(1), start + item.end(1)), message)
    end = value.find(closing)
    rest = value[end + 1 :] if end >= 0 else ""
    if rest.strip() and not re.match(r"[ \t]+#|[ \t]*[\]},]", rest) and value.count(opening) == 1:
        place = start + end + 1 + len(rest) - len(rest.lstrip())
        message = f"Text follows the list that ends with “{closing}”; put text that starts with “{opening}” in quotes."
        return Cause(Span(place, line.value_span.end), message, _quote(line))
    entry = entry_span(text, line.start)
    whole = text[start : entry.end]
    if whole.count(opening) > whole.count(closing):
        message = f"The bracket “{opening}” is never closed; add “{closing}”."
        return Cause(Span(start, start + 1), message, _append(line, closing), f"Close with “{closing}”")
    message = f"The value between “{opening}” and “{closing}” can't be read; put commas between its items."
    return Cause(Span(start, line.value_span.end), message)
