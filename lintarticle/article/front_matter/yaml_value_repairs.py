"""What can be wrong with the value on a line of YAML: its quotes, its brackets, the character it starts with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.front_matter.front_matter import TEMPLATE
from lintarticle.article.front_matter.repairs import (
    QUOTES,
    Repair,
    closing_repairs,
    half_quoted,
    item_repairs,
    quote_repairs,
)
from lintarticle.article.front_matter.yaml_lines import YamlLine, YamlLines
from lintarticle.problem import Edit
from lintarticle.source import Span

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
    "-": "which starts a list here",
    ":": "which separates names from values here",
}
_BAD_ESCAPE = re.compile(
    r"\\(?:[^0abt\tnvfre \"/\\N_LPxuU\n]|x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))"
)
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'(?!')")
_LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)")
_TEMPLATE = re.compile(r"\{\{|\{%")
_KEY_INSIDE = re.compile(r"[^\W\d][\w.-]*:[ \t]")
_COLON = re.compile(r":(?=[ \t]|$)")


def value_repairs(lines: YamlLines, number: int) -> Iterator[Repair]:
    """Yield what may be wrong with the value of a line, or with the item of a list."""
    line = lines[number]
    value = line.value
    if not value:
        return
    template = _TEMPLATE.search(value)
    if template:
        yield Repair(Span(line.value_start + template.start(), line.end), TEMPLATE, _quote(line), "")
    if value[-1] in ",;" and len(value) > 1 and value[-2] in "\"']}":
        end = line.value_span.end
        name = "comma" if value[-1] == "," else "semicolon"
        message = f"A {name} follows the value; delete it."
        yield Repair(Span(end - 1, end), message, (Edit(Span(end - 1, end), ""),), f"Remove the {name}")
    if value[0] in QUOTES:
        yield from _quotes(lines, number)
    elif value[0] in "[{":
        yield from _brackets(lines, number)
    else:
        yield from _reserved(line)
        yield from _colon(line)


def _quoted(text: str) -> str:
    """Put text in quotes so that YAML reads it as it is: double ones unless it holds such or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _quote(line: YamlLine) -> tuple[Edit, ...]:
    return (Edit(line.value_span, _quoted(line.value)),)


def _reserved(line: YamlLine) -> Iterator[Repair]:
    first, has_place = line.value[0], bool(line.key) or line.is_item
    if first not in _RESERVED or not (has_place or first in "@`%"):
        return
    what = "value" if has_place else "line"
    message = f"The {what} starts with “{first}”, {_RESERVED[first]}; put it all in quotes."
    span = Span(line.value_start, line.value_start + 1)
    edits = _quote(line) if has_place else (Edit(line.value_span, ""),)
    yield Repair(span, message, edits, "Quote the value" if has_place else "", 0 if has_place else 1)


def _colon(line: YamlLine) -> Iterator[Repair]:
    found = _COLON.search(line.value) if line.key or line.is_item else None
    if not found:
        return
    place = line.value_start + found.start()
    name = f"The text of “{line.key}”" if line.key else "The text of this list item"
    message = (
        f"{name} contains “: ”, which separates names from values; put the text in quotes."
        if found.end() < len(line.value)
        else f"{name} ends with a colon; put the text in quotes."
    )
    yield Repair(Span(place, place + 1), message, _quote(line))


def _quotes(lines: YamlLines, number: int) -> Iterator[Repair]:
    line = lines[number]
    value, start = line.value, line.value_start
    closed = (_DOUBLE if value[0] == '"' else _SINGLE).match(value)
    escape = _BAD_ESCAPE.search(value, 0, closed.end() if closed else len(value)) if value[0] == '"' else None
    if escape:
        inner = value[1:-1].replace("'", "''")
        message = f"“{escape[0]}” in double quotes is a special character; use single quotes or double the backslash."
        span = Span(start + escape.start(), start + escape.end())
        yield Repair(span, message, (Edit(line.value_span, f"'{inner}'"),), "Use single quotes")
    if not closed and _KEY_INSIDE.match(value, 1):
        edit = Edit(Span(start, start + 1), "")
        yield Repair(edit.span, "A quote comes before the name; delete it.", (edit,), "Remove the quote")
    if not closed:
        ends = (line.value_span.end, lines.last_of_run(number).value_span.end)
        yield from quote_repairs(value, line.value_span, ends)
        return
    rest = value[closed.end() :]
    if value[0] == "'" and rest and (rest[0].isalpha() or (len(rest) > 1 and rest[-1] == "'")):
        place = start + closed.end() - 1
        message = "The apostrophe ends the text in single quotes too early; use double quotes around the text."
        inner = value[1:-1] if value.endswith("'") else value[1:]
        edits = (Edit(line.value_span, _quoted(inner.replace("''", "'"))),)
        yield Repair(Span(place, place + 1), message, edits, "Use other quotes")
    elif rest.strip():
        place = start + closed.end() + len(rest) - len(rest.lstrip())
        message = "Text follows the closing quote; put quotes around the whole value."
        nested = value[closed.end() - 2 : closed.end() - 1] in (" ", "(") and value.endswith(value[0])
        # `"She said "stay"."` holds a quotation and keeps its own quotes, `"Tides" and "fog"` are two.
        edits = (Edit(line.value_span, _quoted(value[1:-1] if nested else value)),)
        action = "" if nested and "\\" in value else "Quote the whole value"
        yield Repair(Span(place, line.value_span.end), message, edits, action, 0.5)


def _brackets(lines: YamlLines, number: int) -> Iterator[Repair]:
    line = lines[number]
    value, start = line.value, line.value_start
    opening, closing = (value[0], "]" if value[0] == "[" else "}")
    first = Span(start, start + 1)
    if _LINK.match(value):
        message = "The value starts with a Markdown link, whose “[” starts a list here; put the value in quotes."
        yield Repair(first, message, _quote(line))
    end = value.find(closing)
    rest = value[end + 1 :] if end >= 0 else ""
    if rest.strip() and not re.match(r"[ \t]+#|[ \t]*[\]},]", rest) and value.count(opening) == 1:
        place = start + end + 1 + len(rest) - len(rest.lstrip())
        message = f"Text follows the list that ends with “{closing}”; put text that starts with “{opening}” in quotes."
        yield Repair(Span(place, line.value_span.end), message, _quote(line), doubt=0.25)
    yield from item_repairs(value, start, _mended_item)
    ends = (line.value_span.end, lines.last_of_run(number).value_span.end)
    yield from closing_repairs(value, line.value_span, ends)
    message = f"The value between “{opening}” and “{closing}” can't be read; put commas between its items."
    yield Repair(line.value_span, message, _quote(line), "", 1.75)


def _mended_item(item: str) -> tuple[str, str]:
    """Return an item of a list as it should be, and what is wrong with it, "" where nothing is."""
    if item[:1] in ("@", "`", "%", "*", "&", "!", "|", ">"):
        return _quoted(
            item
        ), f"A list item starts with “{item[0]}”, which has a special meaning; put the text in quotes."
    return half_quoted(item)
