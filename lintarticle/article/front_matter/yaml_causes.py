"""YAML that can't be read, line by line: what is wrong with a value, and the edit that may mend it."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from lintarticle.article.front_matter.yaml_tree import LOADER
from lintarticle.problem import Edit
from lintarticle.source import Span

_ENTRY = re.compile(r"^(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s#\[\]{},\"'&*!|>%@`-][^:\n]*):(?=\s|\Z)", re.MULTILINE)
_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'#\[\]{}][^:\n]*):(?=[ \t]|$))?[ \t]*(?P<value>.*)"
)


class Line(NamedTuple):
    """One line taken apart; offsets are those of the block. `key` is "" where the line has none."""

    start: int
    text: str
    indent: int
    key: str
    value: str
    value_start: int
    is_item: bool

    @property
    def end(self) -> int:
        """The offset of the line's end."""
        return self.start + len(self.text)

    @property
    def value_span(self) -> Span:
        """Where the value is, blanks around it left out."""
        return Span(self.value_start, self.value_start + len(self.value))


def line_at(text: str, at: int) -> Line:
    """Return the line that holds an offset; for one past the text or in blank lines, the last line before it."""
    at = max(0, min(at, len(text) - 1))
    while at > 0 and not text[text.rfind("\n", 0, at) + 1 : _line_end(text, at)].strip():
        at = max(0, text.rfind("\n", 0, at))
        at = max(0, at - 1) if text[at : at + 1] == "\n" else at
    start = text.rfind("\n", 0, at) + 1
    if text[at : at + 1] == "\n" and start > at:
        start = text.rfind("\n", 0, max(0, at - 1)) + 1
    return _line(text, start)


def _line(text: str, start: int) -> Line:
    written = text[start : _line_end(text, start)]
    found = _LINE.match(written)
    if found is None:  # every part may be empty, so this can't be
        raise AssertionError(written)
    lead = found["lead"]
    return Line(
        start,
        written,
        len(lead) - len(lead.lstrip(" \t")),
        (found["key"] or "").strip("\"'"),
        found["value"].rstrip(),
        start + found.start("value"),
        "-" in lead,
    )


def line_above(text: str, line: Line) -> Line | None:
    """Return the nearest line above that is neither blank nor a comment."""
    end = line.start - 1
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        written = text[start:end].strip()
        if written and not written.startswith("#"):
            return _line(text, start)
        end = start - 1
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def entry_span(text: str, at: int) -> Span:
    """Return the lines of the key at the margin that hold an offset; a stray line at the margin is on its own."""
    line_start = text.rfind("\n", 0, at) + 1
    start = line_start
    if text[line_start : line_start + 1] in ("", " ", "\t", "-", "]", "}", "\n"):
        above = line_start
        while above > 0 and not _ENTRY.match(text, above):
            above = text.rfind("\n", 0, above - 1) + 1
        start = above
    following = _ENTRY.search(text, min(len(text), _line_end(text, at) + 1))
    return Span(start, following.start() if following else len(text))


def without_entry(text: str, at: int) -> str:
    """Blank the key whose lines hold an offset, so that the rest can be read at its places."""
    span = entry_span(text, at)
    return text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : span.end]) + text[span.end :]


def parses(text: str) -> bool:
    """Whether a piece of YAML can be read and gives keys with values."""
    loader = LOADER(text)
    try:
        first = [loader.get_event() for _ in range(3)]
        while loader.check_event():
            loader.get_event()
    except yaml.YAMLError:
        return False
    finally:
        loader.dispose()
    return isinstance(first[-1], yaml.MappingStartEvent)


def quoted(text: str) -> str:
    """Put text in quotes so that YAML reads it as it is: double ones unless it holds such or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


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
    return Cause(Span(place, line.value_span.end), message, _whole(line, end), "Quote the whole value")


def _whole(line: Line, end: int) -> tuple[Edit, ...]:
    """Return the value in quotes; the ones around it are the writer's own where others are opened inside of them.

    `"She said "stay"."` holds a quotation, `"Tides" and "fog"` are two.
    """
    value = line.value
    nested = value[end - 2 : end - 1] in (" ", "(") and value.endswith(value[0])
    if not nested:
        return _quote(line)
    return () if "\\" in value else (Edit(line.value_span, quoted(value[1:-1])),)


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
