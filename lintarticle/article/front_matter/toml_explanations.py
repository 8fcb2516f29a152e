"""Why a TOML block can't be read, in a plain sentence; tomllib says where it stopped."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintarticle.article.front_matter.front_matter import duplicate_fault, impossible_date
from lintarticle.article.values import Fault
from lintarticle.problem import Edit, Fix
from lintarticle.source import SourceText, Span

_PLACE = re.compile(r"at line (\d+), column (\d+)")
_STATEMENT = re.compile(r"^[ \t]*(?:\[|(?:[\w.-]|\"[^\"\n]*\"|'[^'\n]*')+[ \t]*[=:])", re.MULTILINE)
_PAIR = re.compile(
    r"[ \t]*(?P<key>(?:[\w.-]|\"[^\"\n]*\"|'[^'\n]*')+)[ \t]*(?P<sign>[=:]?)[ \t]*(?P<value>[^\n]*?)[ \t]*$",
    re.MULTILINE,
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d[^\s,\]#]*")
_IMPOSSIBLE = re.compile(r"[^=\n]*=[ \t]*(\d{4}-\d\d-\d\d[^\s,\]#]*)[ \t]*(?:#|$)", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:[^btnfr\"\\uU\n]|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))")
_TRIPLED = re.compile(r"=[ \t]*(?:\"{3}|'{3})")
_REPEATED = ("Cannot overwrite", "Cannot declare", "Duplicate inline", "Cannot mutate", "Cannot redefine")


class _Statement(NamedTuple):
    """The line that can't be read, taken apart; offsets are those of the block."""

    start: int
    end: int
    key: Span
    sign: Span
    value: Span


def toml_fault(source: SourceText, text: str, base: int, problem: str) -> tuple[Fault, int]:
    """Return the fault and the offset in `text` of the statement that can't be read."""
    tripled = list(_TRIPLED.finditer(text)) if "at end of document" in problem else []
    at = tripled[-1].start() if tripled else _offset(text, problem)
    found = _statement(text, at, unclosed=problem.startswith("Unclosed"))
    if problem.startswith(_REPEATED):
        fault = _repeated(source, text, base, found)
        if fault:
            return fault, found.start
    date = _DATE.search(text, found.value.start, found.value.end)
    if date and problem.startswith("Invalid date"):
        return impossible_date(date[0], Span(base + date.start(), base + date.end())), found.start
    span, message, edit = _cause(text, found, problem)
    fix = None
    if edit and _parses(text[found.start : edit.span.start] + edit.text + text[edit.span.end : found.end]):
        moved = Edit(Span(edit.span.start + base, edit.span.end + base), edit.text)
        fix = Fix("Write it so that it can be read", (moved,), "unsafe")
    return Fault("syntax", Span(span.start + base, span.end + base), message, fix=fix), found.start


def without_statement(text: str, at: int, *, impossible_date_is_all: bool = False) -> str:
    """Hide the statement at an offset: up to the next one, or for a table's header up to the next header.

    Of a date that is none, only the date is hidden, behind a text of the same length: its key stays.
    """
    start = text.rfind("\n", 0, at) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    date = _IMPOSSIBLE.match(text, start, line_end) if impossible_date_is_all else None
    if date:
        return text[: date.start(1)] + '"' + "x" * (len(date[1]) - 2) + '"' + text[date.end(1) :]
    is_header = text[start:line_end].lstrip().startswith("[")
    follower = re.compile(r"^[ \t]*\[", re.MULTILINE) if is_header else _STATEMENT
    following = follower.search(text, min(len(text), line_end + 1))
    end = following.start() if following else len(text)
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _offset(text: str, problem: str) -> int:
    """Return the offset that tomllib names; its lines and columns count from 1."""
    place = _PLACE.search(problem)
    if not place:
        return len(text.rstrip())
    start = 0
    for _ in range(int(place[1]) - 1):
        start = text.find("\n", start) + 1
    return min(start + int(place[2]) - 1, len(text))


def _statement(text: str, at: int, *, unclosed: bool) -> _Statement:
    start = text.rfind("\n", 0, at) + 1
    if unclosed or not _STATEMENT.match(text, start):
        # The bracket or the quote was opened on a line above; a line that holds no key at all stands for itself.
        above = start
        while above > 0:
            above = text.rfind("\n", 0, above - 1) + 1
            line = text[above : text.find("\n", above)]
            if _STATEMENT.match(line) and (line.count("[") > line.count("]") or line.count("{") > line.count("}")):
                start = above
                break
    line_end = text.find("\n", start)
    end = len(text) if line_end < 0 else line_end
    pair = _PAIR.match(text, start, end)
    if not pair:
        whole = Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end)
        return _Statement(start, end, whole, Span(whole.end, whole.end), Span(whole.end, whole.end))
    return _Statement(start, end, Span(*pair.span("key")), Span(*pair.span("sign")), Span(*pair.span("value")))


def _repeated(source: SourceText, text: str, base: int, found: _Statement) -> Fault | None:
    """Find where the key, or the table, was before: nearest above in the same table."""
    name = text[found.key.start : found.key.end].strip()
    is_header = name.startswith("[")
    at = found.start
    while at > 0:
        at = text.rfind("\n", 0, at - 1) + 1
        line = text[at : text.find("\n", at)]
        pair = _PAIR.match(line)
        written = line.strip() if is_header else pair["key"] if pair and pair["sign"] else ""
        if written == name:
            first = at + line.find(name)
            spans = (Span(first + base, first + len(name) + base), Span(found.key.start + base, found.key.end + base))
            return duplicate_fault(*spans, name.strip("[]\"' "), source.line_of(first + base))
        if line.lstrip().startswith("[") and not is_header:
            return None
    return None


def _cause(text: str, found: _Statement, problem: str) -> tuple[Span, str, Edit | None]:
    key, value = text[found.key.start : found.key.end], text[found.value.start : found.value.end]
    sign = text[found.sign.start : found.sign.end]
    if "{{" in text[found.start : found.end]:
        message = "“{{ … }}” is a placeholder that a site generator fills in: this is a template, not an article."
        return Span(found.start, found.end), message, None
    if sign == ":":
        message = f"The key “{key}” is followed by “:”; use “=” between “+++” lines."
        return found.sign, message, Edit(found.sign, " =")
    if not sign:
        what = "The name of a table is not closed by “]”." if key.startswith("[") else "The line has no “key = value”."
        return Span(found.key.start, found.end), what, None
    if not value:
        return (
            found.key,
            f"The key “{key}” has no value; add one after the “=” (two quotes if it is empty).",
            None,
        )
    escape = _ESCAPE.search(text, found.value.start, found.value.end) if value[0] == '"' else None
    if escape:
        message = f"“{escape[0]}” in double quotes is a special character; use single quotes."
        inner = value[1:-1]
        edit = Edit(found.value, f"'{inner}'") if value.endswith('"') and "'" not in inner else None
        return Span(*escape.span()), message, edit
    return _value_cause(value, found, problem)


def _value_cause(value: str, found: _Statement, problem: str) -> tuple[Span, str, Edit | None]:
    start = Span(found.value.start, found.value.start + 1)
    if value[0] in "[{" and problem.startswith("Unclosed"):
        closing = "]" if value[0] == "[" else "}"
        edit = Edit(Span(found.value.end, found.value.end), closing)
        return start, f"The bracket “{value[0]}” is never closed; add “{closing}”.", edit
    if value[0] in "[{":
        return found.value, "This list can't be read; put commas between its items and quotes around text.", None
    if value[0] not in "\"'":
        written = "'" + value + "'" if '"' in value or "\\" in value else f'"{value}"'
        return found.value, "Text has no quotes; put it in double quotes.", Edit(found.value, written)
    if value.startswith(('"""', "'''")):
        return Span(start.start, start.start + 3), "The three quotes are never closed.", None
    quote = "double" if value[0] == '"' else "single"
    if len(value) == 1 or value[0] not in value[1:]:
        edit = Edit(Span(found.value.end, found.value.end), value[0])
        return start, f"The {quote} quote is never closed.", edit
    after = found.value.start + value.index(value[0], 1) + 1
    message = f"Text follows the closing {quote} quote; put a backslash before a quote inside text."
    return Span(after, found.value.end), message, None


def _parses(text: str) -> bool:
    import tomllib

    try:
        return bool(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError):
        return False
