"""The lines of an article that a problem is in, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.html.text import source_text
from lintarticle.problem import Problem
from lintarticle.source import SourceText, Span

LINES = 4
"""Lines of a span that are shown at most."""

ROOM = 240
"""Characters shown at most of a line before, in and after the span, each."""


def frame_html(source: SourceText, problem: Problem) -> str:
    """Return the frame: the lines of the span, those next to it unless they are blank, the span in `mark`."""
    start, end = source.text_offset(problem.start.offset), source.text_offset(problem.end.offset)
    first = source.line_of(start)
    last = max(first, source.line_of(max(start, end - 1)))
    shown = min(last, first + LINES - 1)
    rows = [
        _row(number, _line(source, number, Span(start, end)), in_span=first <= number <= shown)
        for number in range(max(1, first - 1), min(source.line_count, shown + 1) + 1)
        if first <= number <= shown or source[source.line_span(number)].strip()
    ]
    if shown < last:
        rows.append(f'<div class="row more"><span class="no">…</span><code>to line {last}</code></div>')
    return f'<div class="frame" dir="ltr">{"".join(rows)}</div>'


def _row(number: int, line: str, *, in_span: bool) -> str:
    kind = "row" if in_span else "row context"
    return f'<div class="{kind}"><span class="no">{number}</span><code dir="auto">{line or " "}</code></div>'


def _line(source: SourceText, number: int, span: Span) -> str:
    return "".join(_parts(source, source.line_span(number), span))


def _parts(source: SourceText, line: Span, span: Span) -> Iterator[str]:
    start = line.start + (1 if _has_bom(source, line) else 0)
    if span.start > line.end or span.end < start or (span.end == start and span.start < start):
        yield _head(source, Span(start, line.end))  # a line next to the span
        return
    left = min(max(span.start, start), line.end)
    right = min(max(span.end, left), line.end)
    yield _tail(source, Span(start, left))
    if right > left:
        yield f"<mark>{_head(source, Span(left, right))}</mark>"
    elif span.start == span.end:
        yield '<mark class="here"></mark>'
    yield _head(source, Span(right, line.end))


def _has_bom(source: SourceText, line: Span) -> bool:
    """Whether a line starts with the byte order mark of the file, which is never shown."""
    return line.start == 0 and source.has_bom


def _head(source: SourceText, span: Span) -> str:
    cut = Span(span.start, min(span.end, span.start + ROOM))
    return source_text(source[cut]) + ("…" if cut.end < span.end else "")


def _tail(source: SourceText, span: Span) -> str:
    cut = Span(max(span.start, span.end - ROOM), span.end)
    return ("…" if cut.start > span.start else "") + source_text(source[cut])
