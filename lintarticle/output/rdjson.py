"""`rdjson`: reviewdog's format, with suggestions that a review bot offers as one-click fixes.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.json_text import json_text
from lintarticle.output.links import HOME, rule_page
from lintarticle.problem import Fix, Place, Problem, RelatedPlace
from lintarticle.runner import Report
from lintarticle.source import SourceText, Span

LONGEST = 60_000
"""Characters of a suggestion at most: GitHub takes no comment longer than 65,536."""


class Format(Output):
    """Collects the diagnostics and writes them at the end."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._diagnostics: list[dict[str, Any]] = []

    def add(self, report: Report) -> None:
        """Keep the problems of one article."""
        source = report.source if report.source and not report.source.fault else None
        self._diagnostics += [_diagnostic(problem, source) for problem in report.problems]

    def finish(self, summary: Summary) -> None:
        """Write the result."""
        self._write(summary.faults)

    def fail(self, messages: Sequence[str]) -> None:
        """Write a result that holds nothing but the messages."""
        self._diagnostics.clear()
        self._write(messages)

    def _write(self, failures: Sequence[str]) -> None:
        failed = [
            {"message": message, "location": {"path": "lintarticle.toml"}, "severity": "ERROR"} for message in failures
        ]
        document = {"source": {"name": "lintarticle", "url": HOME}, "diagnostics": [*self._diagnostics, *failed]}
        self.sink.write(json_text(document) + "\n")


def _diagnostic(problem: Problem, source: SourceText | None) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": f"{problem.message} {problem.help}".rstrip(),
        "location": {"path": problem.path, "range": _range(problem.start, problem.end, source)},
        "severity": problem.severity.label.upper(),
        "code": {"value": problem.rule, "url": rule_page(problem.rule)},
    }
    suggestion = _suggestion(problem.fix, source) if problem.fix and source else None
    if suggestion:
        diagnostic["suggestions"] = [suggestion]
    if problem.related:
        own = problem.path
        diagnostic["related_locations"] = [
            _related(related, source if related.path == own else None) for related in problem.related
        ]
    return diagnostic


def _related(related: RelatedPlace, source: SourceText | None) -> dict[str, Any]:
    where = {"path": related.path, "range": _range(related.start, related.end, source)}
    return {"message": related.message, "location": where}


def _range(start: Place, end: Place, source: SourceText | None) -> dict[str, Any]:
    """Return a range; of a text that is not at hand, or could not be decoded, only the lines."""
    if source is None:
        return {"start": {"line": start.line}, "end": {"line": max(start.line, end.line)}}
    return {"start": _position(start.offset, source), "end": _position(end.offset, source)}


def _position(raw_offset: int, source: SourceText) -> dict[str, int]:
    offset = source.text_offset(raw_offset)
    line = source.line_of(offset)
    before = source[Span(source.line_starts[line - 1], offset)]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _suggestion(fix: Fix, source: SourceText) -> dict[str, Any] | None:
    """Return the edits of a fix as one: each suggestion of the format is a repair by itself."""
    start, end = fix.edits[0].span.start, max(edit.span.end for edit in fix.edits)
    parts, done = [], start
    for edit in fix.edits:
        parts += [source.raw[done : edit.span.start], edit.text]
        done = edit.span.end
    text = "".join(parts)
    if max(len(text), end - start) > LONGEST:
        return None
    return {"range": {"start": _position(start, source), "end": _position(end, source)}, "text": text}
