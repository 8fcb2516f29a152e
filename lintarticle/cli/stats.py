"""`lintarticle stats`: count problems by rule, family, type of article and author."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from lintarticle.cli.arguments import Parser, add_cache_options, add_paths, add_rule_options, add_verbose
from lintarticle.cli.configurations import articles_asked_for
from lintarticle.cli.errors import CLEAN, FAILED, defect
from lintarticle.cli.streams import say, say_missing
from lintarticle.config.configuration import read_typed
from lintarticle.discovery import Target, read_source
from lintarticle.errors import InternalError
from lintarticle.output.screen import escape, escape_json, width
from lintarticle.report import Report
from lintarticle.runner import Runner
from lintarticle.statistics import NONE, Figures, Statistics, authors_of, ranked
from lintarticle.wording import number

COLUMNS = ("problems", "errors", "warnings", "infos", "fixable", "articles")


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("stats", "Count problems by rule, family, type of article and author.")
    add_paths(parser)
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    add_rule_options(parser)
    add_cache_options(parser)
    add_verbose(parser)
    options = parser.parse(arguments)
    runner, targets, is_empty = articles_asked_for(options)
    statistics = Statistics()
    faults: list[InternalError] = []
    for target, report in zip(targets, runner.run(targets), strict=True):
        faults += report.faults
        statistics.add(report.problems, *(() if report.faults else _type_and_authors(target, report, runner)))
    say((*runner.warnings, *(runner.notes if options.verbose else ())))
    write = _json if options.output_format == "json" else _text
    sys.stdout.write(write(statistics))
    say(map(defect, faults))
    is_any_missing = say_missing(targets)
    return FAILED if faults or is_any_missing or is_empty else CLEAN


def _type_and_authors(target: Target, report: Report, runner: Runner) -> tuple[str, tuple[str, ...]]:
    source = report.source or read_source(target)
    if source.fault:
        return NONE, ()
    article, settings = read_typed(target.shown, source, runner.situation(target)[0])
    return settings.type, authors_of(article)


# --- text -----------------------------------------------------------------------------------------------------


def _text(statistics: Statistics) -> str:
    total = statistics.total
    counts = ((total.errors, "error"), (total.warnings, "warning"), (total.infos, "info"))
    listed = ", ".join(number(count, noun) for count, noun in counts if count) or "No problems"
    clean = f", {statistics.clean} of them without any" if total.problems and statistics.clean else ""
    lines = [f"{listed} in {number(total.articles, 'article')}{clean}."]
    if total.safe or total.unsafe:
        lines.append(f"--fix repairs {total.safe}, --unsafe-fixes {total.unsafe} more.")
    if total.problems:
        lines += _table("rule", ranked(statistics.rules))
        lines += _table("family", ranked(statistics.families))
    if statistics.types.keys() - {NONE}:
        lines += _table("type", ranked(statistics.types))
    if statistics.authors.keys() - {NONE}:
        lines += _table("author", ranked(statistics.authors))
    return "".join(f"{line}\n" for line in lines)


def _table(heading: str, counts: Sequence[tuple[str, Figures]]) -> Iterator[str]:
    """Yield the lines of a table: names on the left, figures on the right; empty columns are left out."""
    rows = [(escape(name) if name else f"(no {heading})", _cells(figures)) for name, figures in counts]
    shown = [number for number in range(len(COLUMNS)) if any(cells[number] for _, cells in rows)]
    left = max(width(name) for name in (heading, *(name for name, _ in rows)))
    titles = [COLUMNS[number] for number in shown]
    yield ""
    yield f"{heading}{' ' * (left - len(heading))}  {'  '.join(titles)}"
    for name, cells in rows:
        figures = "  ".join(f"{cells[number]:>{len(COLUMNS[number])}}" for number in shown)
        yield f"{name}{' ' * (left - width(name))}  {figures}"


def _cells(figures: Figures) -> tuple[int, ...]:
    """Return the figures of `COLUMNS`."""
    fixable = figures.safe + figures.unsafe
    return (figures.problems, figures.errors, figures.warnings, figures.infos, fixable, figures.articles)


# --- JSON -----------------------------------------------------------------------------------------------------


def _json(statistics: Statistics) -> str:
    document = {
        "version": 1,
        "total": {**_as_json(statistics.total), "clean": statistics.clean},
        "rules": _listed("rule", statistics.rules),
        "families": _listed("family", statistics.families),
        "types": _listed("type", statistics.types),
        "authors": _listed("author", statistics.authors),
    }
    return escape_json(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _listed(heading: str, counts: dict[str, Figures]) -> list[dict[str, Any]]:
    return [{heading: name, **_as_json(figures)} for name, figures in ranked(counts)]


def _as_json(figures: Figures) -> dict[str, Any]:
    return {
        "articles": figures.articles,
        "problems": figures.problems,
        "errors": figures.errors,
        "warnings": figures.warnings,
        "infos": figures.infos,
        "fixable": {"safe": figures.safe, "unsafe": figures.unsafe},
    }
