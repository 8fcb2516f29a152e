"""`full`: each problem with the lines it is in, for people."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.contract import Summary, write_summary
from lintarticle.output.screen import escape, is_plain, paint, show, width
from lintarticle.output.widespread import Shown, TextOutput
from lintarticle.problem import Problem, RelatedPlace
from lintarticle.report import Report
from lintarticle.source import SourceText, Span


class Format(TextOutput):
    """Code frames, then one line that sums up."""

    def block(self, report: Report) -> Shown:
        """Return the problems of one article."""
        texts = ((problem.rule, self._problem(problem, report.source) + "\n\n") for problem in report.problems)
        return Shown("", tuple(texts), "")

    def finish(self, summary: Summary) -> None:
        """Write the problems, the figures and the summary line."""
        super().finish(summary)
        write_summary(self.sink, summary)

    def _problem(self, problem: Problem, source: SourceText | None) -> str:
        color = self.sink.color
        place = paint(f"{escape(problem.path)}:{problem.start.line}:{problem.start.column}", "bold", color=color)
        severity = paint(problem.severity.label, problem.severity.label, color=color)
        lines = [f"{place}: {severity} {problem.rule}", f"  {escape(problem.message)}"]
        if source and source.text and not source.fault and problem.end.line <= len(source.line_starts):
            lines += frame(source, problem, color=color)
        lines += [f"  {self._related(related)}" for related in problem.related]
        if problem.help:
            lines.append(f"  {paint('help:', 'bold', color=color)} {escape(problem.help)}")
        if problem.fix:
            name = paint(f"fix ({problem.fix.applicability}):", "good", color=color)
            lines.append(f"  {name} {escape(problem.fix.message)}")
        return "\n".join(lines)

    def _related(self, related: RelatedPlace) -> str:
        place = f"{escape(related.path)}:{related.start.line}:{related.start.column}"
        return f"{paint('see also', 'bold', color=self.sink.color)} {place}: {escape(related.message)}"


# --- code frames ----------------------------------------------------------------------------------------------


WINDOW = 100
"""The longest line shown, in columns; longer ones are cut around the span, the cuts marked by `…`."""

_BEFORE = 30
"""Columns kept before the span when a line is cut."""

_LINES = 3
"""The most lines of a span that are shown; of a longer one only the first."""


def frame(source: SourceText, problem: Problem, *, color: bool) -> Iterator[str]:
    """Yield the lines of the frame; carets are under display columns, not characters."""
    first, last = problem.start.line, _last_line(problem)
    shown_last = last if last - first < _LINES else first
    margin = len(str(shown_last))
    style = problem.severity.label
    for number in range(first, shown_last + 1):
        line = source.line_span(number)
        start = _offset(source, line, problem.start.column) if number == first else line.start
        end = _offset(source, line, problem.end.column) if number == problem.end.line else line.end
        text, indent, carets = _window(source, line, Span(start, max(start, end)))
        yield f"  {paint(f'{number:>{margin}} |', 'dim', color=color)} {text}".rstrip()
        if carets or number == first:
            underline = paint("^" * max(1, carets), style, color=color)
            yield f"  {paint(' ' * margin + ' |', 'dim', color=color)} {' ' * indent}{underline}"
    if shown_last < last:
        yield f"  {paint(' ' * margin + ' |', 'dim', color=color)} … to line {last}"


def _last_line(problem: Problem) -> int:
    """Return the last line that a span has a character of: an end at column 1 is the line end before."""
    ends_before = problem.end.column == 1 and problem.end.line > problem.start.line
    return problem.end.line - 1 if ends_before else problem.end.line


def _offset(source: SourceText, line: Span, column: int) -> int:
    """Return the offset of a 1-based column; a byte order mark has none."""
    bom = 1 if line.start == 0 and source.has_bom else 0
    return min(line.start + bom + column - 1, line.end)


def _window(source: SourceText, line: Span, span: Span) -> tuple[str, int, int]:
    """Return what is shown of a line, the columns before the underline, and its length in columns."""
    bom = 1 if line.start == 0 and source.has_bom else 0
    if line.end - line.start <= WINDOW and is_plain(whole := source.text[line.start : line.end]):
        return whole, span.start - line.start, span.end - span.start
    before = source.text[max(line.start + bom, span.start - WINDOW) : span.start]
    marked = source.text[span.start : min(span.end, span.start + WINDOW)]
    after = source.text[span.start + len(marked) : min(line.end, span.start + len(marked) + WINDOW)]
    cut_left = span.start - len(before) > line.start + bom
    cut_right = span.start + len(marked) + len(after) < line.end
    room = WINDOW - width(before) - width(marked)
    if cut_left or room < min(width(after), WINDOW // 4):
        kept = _tail(before, _BEFORE)
        cut_left = cut_left or len(kept) < len(before)
        before = kept
    kept = _head(marked, WINDOW - width(before))
    cut_right = cut_right or len(kept) < len(marked)
    marked, after = kept, "" if len(kept) < len(marked) else after
    kept = _head(after, WINDOW - width(before) - width(marked))
    cut_right = cut_right or len(kept) < len(after)
    left = "…" if cut_left else ""
    text = f"{left}{show(before)}{show(marked)}{show(kept)}{'…' if cut_right else ''}"
    return text, len(left) + width(before), width(marked)


def _head(text: str, room: int) -> str:
    """Return as much of the start of a text as fits into a number of columns."""
    if is_plain(text):
        return text[: max(0, room)]
    taken = 0
    for index, character in enumerate(text):
        taken += width(character)
        if taken > room:
            return text[:index]
    return text


def _tail(text: str, room: int) -> str:
    """Return as much of the end of a text as fits into a number of columns."""
    if is_plain(text):
        return text[max(0, len(text) - room) :]
    taken = 0
    for index in range(len(text) - 1, -1, -1):
        taken += width(text[index])
        if taken > room:
            return text[index + 1 :]
    return text
