"""One article on the page: its problems, its search result, its sections with the pictures between them."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.addresses import rule_page
from lintarticle.output.html.overview import Room, picture_map, search_result
from lintarticle.output.html.page import source_text, text
from lintarticle.output.widespread import Shown
from lintarticle.problem import Problem, Severity
from lintarticle.report import Report, Suppressed
from lintarticle.source import SourceText, Span
from lintarticle.wording import number


def article_block(report: Report, index: int, room: Room) -> Shown:
    """Return the section of an article, to be shown in any case; `index` counts from 1 and makes its id."""
    title = report.overview.search_result.title.text if report.overview else ""
    heading = f'<h2 id="article-{index}" dir="auto">{text(title or report.path)}</h2>'
    path = f'<p class="path">{text(report.path)}</p>' if title else ""
    problems = tuple((problem.rule, _problem(problem, report.source)) for problem in report.problems)
    opening, closing = ('<ol class="problems">', "</ol>") if problems else ('<p class="clean">No problems.</p>', "")
    return Shown(
        f'<section class="article" aria-labelledby="article-{index}" data-file="{text(report.path)}">'
        f'<header>{heading}{path}<p class="counts">{_counts(report.problems)}</p></header>{opening}',
        problems,
        f"{closing}{_suppressed(report.suppressed)}{_overview(report, room)}</section>\n",
        is_shown_empty=True,
    )


def _counts(problems: list[Problem]) -> str:
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    return " ".join(
        f'<span class="badge {severity.label}">{number(count, severity.label)}</span>'
        for severity, count in sorted(counts.items(), reverse=True)
        if count
    )


def _problem(problem: Problem, source: SourceText | None) -> str:
    label = problem.severity.label
    rule = f'<a href="{text(rule_page(problem.rule))}" rel="noreferrer noopener">{text(problem.rule)}</a>'
    place = f"line {problem.start.line}, column {problem.start.column}"
    badge = f'<span class="badge {label}">{label}</span>'
    parts = [
        f'<p class="what">{badge} <span dir="auto">{text(problem.message)}</span></p>',
        f'<p class="where">{place} · {rule}{_fix(problem)}</p>',
    ]
    if source and source.text and not source.fault:
        parts.append(frame_html(source, problem))
    parts += [
        f'<p class="note">See also {text(related.path)}, line {related.start.line}: '
        f'<span dir="auto">{text(related.message)}</span></p>'
        for related in problem.related
    ]
    if problem.help:
        parts.append(f'<p class="note"><strong>Help:</strong> <span dir="auto">{text(problem.help)}</span></p>')
    return f'<li class="problem" data-severity="{label}" data-rule="{text(problem.rule)}">{"".join(parts)}</li>'


def _fix(problem: Problem) -> str:
    if not problem.fix:
        return ""
    return f' · <span class="fix">{problem.fix.applicability} fix: {text(problem.fix.message)}</span>'


def _suppressed(suppressed: tuple[Suppressed, ...]) -> str:
    if not suppressed:
        return ""
    items = "".join(
        f"<li>line {entry.problem.start.line} · {text(entry.problem.rule)} · "
        f'<span dir="auto">{text(entry.reason or "no reason given")}</span></li>'
        for entry in suppressed
    )
    head = f"{number(len(suppressed), 'problem')} suppressed by comments in the article"
    return f'<details class="suppressed"><summary>{head}</summary><ul>{items}</ul></details>'


def _overview(report: Report, room: Room) -> str:
    if report.overview is None:
        return ""
    open_ = " open" if report.problems else ""
    return (
        f'<details class="overview"{open_}><summary>Search result and picture map</summary><div class="panes">'
        f"{search_result(report.overview)}{picture_map(report.overview, room)}</div></details>"
    )


# --- the lines of the source around a problem ------------------------------------------------------------------------


LINES = 4
"""The most lines of a span that are shown."""

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
