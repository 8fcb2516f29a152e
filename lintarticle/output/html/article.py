"""One article on the page: its problems, its search result, its sections with the pictures between them."""

from __future__ import annotations

from lintarticle.linter import Suppressed
from lintarticle.output.addresses import rule_page
from lintarticle.output.html.frame import frame_html
from lintarticle.output.html.overview import picture_map, search_result
from lintarticle.output.html.text import text
from lintarticle.output.summary import number
from lintarticle.problem import Problem, Severity
from lintarticle.report import Report
from lintarticle.source import SourceText


def article_html(report: Report, index: int) -> str:
    """Return the section of an article; `index` counts from 1 and makes its id."""
    title = report.overview.search_result.title.text if report.overview else ""
    heading = f'<h2 id="article-{index}" dir="auto">{text(title or report.path)}</h2>'
    path = f'<p class="path">{text(report.path)}</p>' if title else ""
    problems = "".join(_problem(problem, report.source) for problem in report.problems)
    content = f'<ol class="problems">{problems}</ol>' if problems else '<p class="clean">No problems.</p>'
    return (
        f'<section class="article" aria-labelledby="article-{index}" data-file="{text(report.path)}">'
        f'<header>{heading}{path}<p class="counts">{_counts(report.problems)}</p></header>'
        f"{content}{_suppressed(report.suppressed)}{_overview(report)}</section>\n"
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


def _overview(report: Report) -> str:
    if report.overview is None:
        return ""
    open_ = " open" if report.problems else ""
    return (
        f'<details class="overview"{open_}><summary>Search result and picture map</summary><div class="panes">'
        f"{search_result(report.overview)}{picture_map(report.overview)}</div></details>"
    )
