"""Briefs for whoever makes the images: a table for people, JSON, JSON Lines and CSV for programs and spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from lintarticle.briefs.listing import FIELDS, BriefRecord, document_of
from lintarticle.output.screen import escape, json_text, width
from lintarticle.wording import number

_COLUMNS = ("no", "type", "status", "size", "where", "file")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of a cell that a spreadsheet would compute."""


def _table(records: list[BriefRecord]) -> str:
    if not records:
        return "No briefs.\n"
    lines: list[str] = []
    for article, group in groupby(records, key=lambda record: record.article):
        lines += ["", escape(article), *_rows(list(group))]
    articles = len({record.article for record in records})
    return "\n".join([*lines[1:], "", f"{number(len(records), 'brief')} in {number(articles, 'article')}."]) + "\n"


def _rows(records: Sequence[BriefRecord]) -> Iterator[str]:
    cells = [_COLUMNS, *map(_cells, records)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(_COLUMNS) - 1)]
    for row, record in zip(cells, [None, *records], strict=True):
        padded = (text + " " * (room - width(text)) for text, room in zip(row, widths, strict=False))
        yield "  " + "  ".join((*padded, row[-1]))
        if record:
            parts = (
                ("shows", record.description),
                ("prompt", record.prompt),
                ("alt", record.alt),
                ("caption", record.caption),
            )
            yield from (f"      {name:<8}{escape(text)}" for name, text in parts if text)


def _cells(record: BriefRecord) -> tuple[str, ...]:
    sides = (str(side) if side else "any" for side in (record.width, record.height))
    size = " × ".join(sides) if record.width or record.height else "any"
    return (
        str(record.number),
        escape(record.type) or "–",
        record.status,
        size,
        escape(_where(record)),
        escape(record.file),
    )


def _where(record: BriefRecord) -> str:
    if record.heading is not None:
        return f"{record.where} “{record.heading}” (line {record.heading_line})"
    if record.where == "nowhere":
        return f"nowhere: “{record.placement}”" if record.placement else "nowhere"
    return {"top": "at the top", "intro": "after the introduction", "in": "in line"}.get(record.where, "at the end")


def _json(records: list[BriefRecord]) -> str:
    return json_text(document_of(records)) + "\n"


def _jsonl(records: list[BriefRecord]) -> str:
    return "".join(json_text(record._asdict(), indent=None) + "\n" for record in records)


def _csv(records: list[BriefRecord]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows([_cell(value) for value in record] for record in records)
    return buffer.getvalue()


def _cell(value: str | int | None) -> str | int:
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{value}" if value.startswith(_FORMULA) else value


BRIEF_FORMATS: Mapping[str, Callable[[list[BriefRecord]], str]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
"""Format → what writes briefs in it."""
