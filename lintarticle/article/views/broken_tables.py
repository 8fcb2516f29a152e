"""Rows between bars that stay text, tables right below text, and rows that have more cells than their table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.inline import Content
from lintarticle.record import NamedTuple
from lintarticle.source import Span

TableFault = Literal["no delimiter", "no header", "bad delimiter", "mismatch", "below text"]

_DELIMITER = r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?"
_MEANT = r"(?=.*(?:[-=_—–─]{2}|\|[ \t]*:?[-=—–─]:?[ \t]*\|))[ \t:+|=_—–─-]*\|[ \t:+|=_—–─-]*"
"""What was meant as a delimiter row."""

_BAR = re.compile(r"(?<!\\)\|")
_BEFORE = re.compile(r"[ \t>]*")


class BrokenTable(NamedTuple):
    """Rows that stay text: `at` is the line to change, `columns` the cells of the header, `delimited` of the dashes.

    `even`: all other rows have as many cells as the header. `above`: the header itself is above, parted by blank lines.
    """

    fault: TableFault
    at: Span
    columns: int
    delimited: int
    even: bool


class LongRow(NamedTuple):
    """A row of a table with cells that readers don't see; `at` is where they are.

    `by_code`: only because of bars between backticks.
    """

    at: Span
    cells: int
    columns: int
    by_code: bool


@view
def broken_tables(article: Article) -> tuple[BrokenTable, ...]:
    """Return what was meant as a table and is text in CommonMark, in order."""
    found: list[BrokenTable] = []
    for paragraph in article.body.paragraphs:
        text = paragraph.content.text
        if paragraph.container != "table" and "|" in text and "\n" in text:
            found += _in_content(paragraph.content, text.split("\n"))
    return tuple(found)


def _in_content(content: Content, lines: list[str]) -> Iterator[BrokenTable]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    index = 0
    while index < len(lines):
        size = _rows_from(lines, index)
        if size > 1:
            fault, row, columns, delimited = _judged(lines[index : index + size])
            row += index
            at = content.span_of(starts[row], starts[row] + len(lines[row]))
            others = [line for number, line in enumerate(lines[index : index + size]) if number + index != row]
            if fault:
                yield BrokenTable(fault, at, columns, delimited, {count_cells(line) for line in others} == {columns})
        index += max(1, size)


def _judged(rows: list[str]) -> tuple[TableFault | None, int, int, int]:
    """Say what is wrong with some rows, which of them to change, and the cells of the header and of the dashes."""
    at = next((number for number, line in enumerate(rows) if re.fullmatch(_MEANT, line.strip())), -1)
    columns = count_cells(rows[at - 1] if at > 0 else rows[0])
    if at < 0:
        alike = columns > 1 and {count_cells(row) for row in rows} == {columns} and all(map(_has_words, rows))
        return ("no delimiter" if alike else None), 0, columns, 0
    if at == 0:
        return ("no header" if columns > 1 else None), 0, columns, columns
    if not re.fullmatch(_DELIMITER, rows[at].strip()):
        return "bad delimiter", at, columns, 0
    delimited = count_cells(rows[at])
    return ("below text", at - 1, columns, delimited) if columns == delimited else ("mismatch", at, columns, delimited)


def _rows_from(lines: list[str], index: int) -> int:
    """Return how many lines from one on are rows; the row of dashes may make rows without outer bars a table."""
    has_dashes = index + 1 < len(lines) and "|" in lines[index] and re.fullmatch(_DELIMITER, lines[index + 1].strip())
    size = index + 1
    if not (has_dashes and "|" in lines[size]) and not _is_row(lines[index]):
        return 0
    while size < len(lines) and (_is_row(lines[size]) or (has_dashes and "|" in lines[size])):
        size += 1
    return size - index


def _is_row(line: str) -> bool:
    line = line.strip()
    return line.startswith("|") and line.count("|") > 1 and (line.endswith("|") or line.count("|") > 2)


def _has_words(row: str) -> bool:
    return re.search(r"[^\W_]", row) is not None


def count_cells(row: str) -> int:
    """Count the cells of a row."""
    return len(cells_of(row))


def cells_of(row: str) -> list[tuple[int, int]]:
    """Return where the cells of a row are, blanks around them included."""
    before = _BEFORE.match(row)
    start, end = before.end() if before else 0, len(row.rstrip())
    bars = [match.start() for match in _BAR.finditer(row, start, end)]
    if bars and bars[0] == start:
        start = bars.pop(0) + 1
    if bars and bars[-1] == end - 1:
        end = bars.pop()
    return [(left + 1, right) for left, right in pairwise([start - 1, *bars, end])]


@view
def tables_below_text(article: Article) -> tuple[Span, ...]:
    """Return the first lines of the tables right below a line of text, in order."""
    found = []
    source = article.source
    for span in article.body.table_spans:
        line = source.line_of(span.start)
        above = source[source.line_span(line - 1)].strip(" \t>") if line > 1 else ""
        if re.match(r"[^\W_]|[*_\[(\"'“`]\S", above) and not re.match(r"\d+[.)] ", above):
            found.append(source.first_line(span))
    return tuple(found)


@view
def long_rows(article: Article) -> tuple[LongRow, ...]:
    """Return the rows with more cells than the header of their table, where there is anything in them, in order."""
    found: list[LongRow] = []
    spans = article.body.table_spans
    masked = article.body.contents[0].reader.masked if spans and article.body.contents else ""
    for span in spans if masked else ():
        source = article.source
        first, last = source.line_of(span.start), source.line_of(max(span.start, span.end - 1))
        columns = count_cells(masked[slice(*source.line_span(first))])
        for line in range(first + 2, last + 1):
            row = source.line_span(line)
            cells = cells_of(masked[slice(*row)])
            lost = [cell for cell in cells[columns:] if masked[row.start + cell[0] : row.start + cell[1]].strip()]
            if lost:
                at = Span(row.start + lost[0][0], row.start + lost[-1][1])
                uncoded = count_cells(re.sub(r"`[^`]*`", "", masked[slice(*row)]))
                found.append(LongRow(_trimmed(article.text, at), len(cells), columns, uncoded <= columns))
    return tuple(found)


def _trimmed(text: str, span: Span) -> Span:
    inner = text[slice(*span)]
    return Span(span.start + len(inner) - len(inner.lstrip()), span.end - len(inner) + len(inner.rstrip()))
