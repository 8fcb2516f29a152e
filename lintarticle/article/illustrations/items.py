"""The text of a brief list cut into its items: numbers, bullets, headings, bold names, or the rows of a table."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from lintarticle.article.metadata_block.labels import EMOJI
from lintarticle.article.text.brief_words import BriefWords
from lintarticle.record import NamedTuple

LineKind = Literal["blank", "heading", "number", "bullet", "table", "code", "text"]

_LINE = (
    r"(?P<indent>[ \t]*)(?:(?P<heading>#{1,6})[ \t]+|(?P<number>\d{1,3}[.)])(?:[ \t]+|$)"
    rf"|(?P<bullet>[-*+•‣–](?:[ \t]+|$)|(?:[\d#*]\ufe0f?\u20e3|{EMOJI}){{1,8}}[ \t]*)|(?P<table>\|))?"
)
_FENCE = r"[ \t]*(?P<fence>`{3,}|~{3,})"
_BOLD_LINE = r"(?:\*\*|__)[^\n*_]"


class ItemLine(NamedTuple):
    """One line of a chunk: offsets in it, `content` past the marker; `indent` in characters, `level` of a heading."""

    kind: LineKind
    start: int
    content: int
    end: int
    indent: int
    level: int = 0


class Item(NamedTuple):
    """One item: the offsets of its text past the marker, and whether its first line is a heading."""

    start: int
    end: int
    heading: bool = False


def lines_of(chunk: str) -> list[ItemLine]:
    """Split a chunk into lines; those of a fence, its own included, are code."""
    lines: list[ItemLine] = []
    fence = ""
    start = 0
    while start <= len(chunk):
        end = chunk.find("\n", start)
        end = len(chunk) if end < 0 else end
        line = chunk[start:end]
        opener = re.match(_FENCE, line)
        if fence or opener:
            lines.append(ItemLine("code", start, start, end, len(line) - len(line.lstrip())))
            fence = _next_fence(fence, opener, line)
        else:
            lines.append(_line(line, start, end))
        start = end + 1
    return lines


def _next_fence(fence: str, opener: re.Match[str] | None, line: str) -> str:
    if not fence:
        return opener.group("fence") if opener else ""
    closes = opener is not None and opener.group("fence").startswith(fence) and line.strip() == opener.group("fence")
    return "" if closes else fence


def _line(line: str, start: int, end: int) -> ItemLine:
    if not line.strip():
        return ItemLine("blank", start, end, end, 0)
    match = re.match(_LINE, line)
    if match is None:
        return ItemLine("text", start, start, end, 0)
    kinds: tuple[LineKind, ...] = ("heading", "number", "bullet", "table")
    kind: LineKind = next((name for name in kinds if match.group(name)), "text")
    content = match.end("indent") if kind == "table" else match.end()
    return ItemLine(kind, start, start + content, end, match.end("indent"), len(match.group("heading") or ""))


def split_items(chunk: str, lines: list[ItemLine], words: BriefWords) -> list[Item]:
    """Cut a chunk into its items; a chunk that is not a list is one item."""
    starters = _starters(chunk, lines, words)
    if not starters:
        filled = [line for line in lines if line.kind != "blank"]
        start = (
            filled[0].content if filled and filled[0].kind in ("number", "bullet") else filled[0].start if filled else 0
        )
        return [Item(start, filled[-1].end)] if filled else []
    wanted = {starter.start for starter in starters}
    places = [position for position, line in enumerate(lines) if line.start in wanted]
    items: list[Item] = []
    for place, after in zip(places, [*places[1:], len(lines)], strict=True):
        end = _end_of_item(chunk, lines[place:after], words)
        items.append(Item(lines[place].content, end, lines[place].kind == "heading"))
    return items


def _starters(chunk: str, lines: list[ItemLine], words: BriefWords) -> list[ItemLine]:
    """Return the lines that open an item, by the form that the list has."""
    headings = [line for line in lines if line.kind == "heading" and not words.part_of(_bare(chunk, line))]
    if headings:
        level = min(line.level for line in headings)
        return [line for line in headings if line.level == level]
    named = [line for line in lines if line.kind == "text" and _is_named(chunk, line, words)]
    listed = [line for line in lines if line.kind in ("number", "bullet")]
    if not listed:
        return named
    indent = min(line.indent for line in listed)
    kind = next(line.kind for line in listed if line.indent == indent)
    outer = [line for line in listed if line.kind == kind and line.indent == indent]
    first_label = words.part_of(_label(chunk, outer[0]))
    if not first_label or (kind == "number" and first_label in ("type", "title")):
        return outer if not named or named[0].start > outer[0].start else named
    repeated = _repeated(chunk, outer, first_label, words)
    is_led = any(line.kind == "text" and line.start < outer[0].start for line in lines)
    return named or ([] if is_led and len(repeated) == 1 else repeated)


def _is_named(chunk: str, line: ItemLine, words: BriefWords) -> bool:
    """Whether a line of text opens an item: `**Hero image:** …`, `Image 1: …`, but not `**Placement:** …`."""
    text = chunk[line.content : line.end]
    if words.numbered_line.match(text):
        return True
    return bool(re.match(_BOLD_LINE, text)) and not words.part_of(_label(chunk, line))


def _repeated(chunk: str, lines: list[ItemLine], label: str, words: BriefWords) -> list[ItemLine]:
    """Return the bullets at which the first label comes again: each opens an item of labelled bullets."""
    return [line for line in lines if words.part_of(_label(chunk, line)) == label]


def _label(chunk: str, line: ItemLine) -> str:
    """Return what is before the colon at the start of a line, without emphasis, or ""."""
    match = re.match(
        r"[*_ ]{0,4}([^\n:：*]{1,60})[*_ ]{0,4}[:：]|\*\*([^\n*]{1,60})\*\*\s*$",
        chunk[line.content : min(line.end, line.content + 80)],
    )
    return match[1] or match[2] if match else ""


def _bare(chunk: str, line: ItemLine) -> str:
    return chunk[line.content : line.end].strip("*_ \t:：#")


def _end_of_item(chunk: str, own: list[ItemLine], words: BriefWords) -> int:
    """Return where an item ends: a list item not past plain text that follows a blank line, unless that is labelled."""
    end = own[0].end
    after_blank = False
    listed = own[0].kind in ("number", "bullet")
    for line in own[1:]:
        if line.kind == "blank":
            after_blank = True
            continue
        outside = listed and after_blank and line.kind == "text" and line.indent <= own[0].indent
        if outside and not words.part_of(_label(chunk, line)) and chunk[line.content] not in "\"“„«`'!":
            break
        end, after_blank = line.end, False
    return end


def table_rows(chunk: str, lines: list[ItemLine]) -> list[list[tuple[int, int]]]:
    """Return the cells of a table's rows as offsets, the header row first, the ruler left out."""
    rows = []
    for line in lines:
        if line.kind == "table":
            cells = _cells(chunk, line.content, line.end)
            if not all(set(chunk[start:end]) <= set("-: ") for start, end in cells):
                rows.append(cells)
    return rows


def _cells(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a row at the pipes that are neither escaped nor in backticks."""
    cuts = [match.start() for match in re.finditer(r"\\.|`[^`\n]*`|\|", chunk[start:end]) if match.group() == "|"]
    bounds = [start + cut for cut in cuts]
    if not bounds or chunk[bounds[-1] + 1 : end].strip():
        bounds.append(end)
    return [(left + 1, right) for left, right in pairwise(bounds)]
