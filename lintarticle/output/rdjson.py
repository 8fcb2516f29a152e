"""`rdjson`: reviewdog's format, with suggestions that a review bot offers as one-click fixes.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lintarticle.output.addresses import HOME, rule_page
from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.screen import json_text
from lintarticle.problem import Fix, Place, Problem, RelatedPlace
from lintarticle.report import Details, Report
from lintarticle.source import SourceText

LONGEST = 60_000
"""Characters of a suggestion at most: GitHub takes no comment longer than 65,536."""


class Format(Output):
    """Collects the diagnostics and writes them at the end."""

    details = Details(edits=True)

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._diagnostics: list[dict[str, Any]] = []

    def add(self, report: Report) -> None:
        """Keep the problems of one article."""
        places = _Places(report.source) if report.source and not report.source.fault else None
        self._diagnostics += [_diagnostic(problem, places) for problem in report.problems]

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


def _diagnostic(problem: Problem, places: _Places | None) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": f"{problem.message} {problem.help}".rstrip(),
        "location": {"path": problem.path, "range": _range(problem.start, problem.end, places)},
        "severity": problem.severity.label.upper(),
        "code": {"value": problem.rule, "url": rule_page(problem.rule)},
    }
    suggestion = _suggestion(problem.fix, places) if problem.fix and places else None
    if suggestion:
        diagnostic["suggestions"] = [suggestion]
    if problem.related:
        own = problem.path
        diagnostic["related_locations"] = [
            _related(related, places if related.path == own else None) for related in problem.related
        ]
    return diagnostic


def _related(related: RelatedPlace, places: _Places | None) -> dict[str, Any]:
    where = {"path": related.path, "range": _range(related.start, related.end, places)}
    return {"message": related.message, "location": where}


def _range(start: Place, end: Place, places: _Places | None) -> dict[str, Any]:
    """Return a range; of a text that is not at hand, or could not be decoded, only the lines."""
    if places is None:
        return {"start": {"line": start.line}, "end": {"line": max(start.line, end.line)}}
    return {"start": places.at(start.offset), "end": places.at(end.offset)}


def _suggestion(fix: Fix, places: _Places) -> dict[str, Any] | None:
    """Return the edits of a fix as one: each suggestion of the format is a complete repair."""
    start, end = fix.edits[0].span.start, max(edit.span.end for edit in fix.edits)
    if end - start > LONGEST:
        return None
    parts, done = [], start
    for edit in fix.edits:
        parts += [places.source.raw[done : edit.span.start], edit.text]
        done = edit.span.end
    text = "".join(parts)
    return {"range": {"start": places.at(start), "end": places.at(end)}, "text": text} if len(text) <= LONGEST else None


class _Places:
    """Turns offsets of a file into lines and columns in bytes, each counted from the one before: lines can be long."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self._offset = self._bytes = 0

    def at(self, raw_offset: int) -> dict[str, int]:
        """Return the place of an offset in the decoded file."""
        offset = self.source.text_offset(raw_offset)
        line = self.source.line_of(offset)
        start = self.source.line_starts[line - 1]
        if self.source.line_of(self._offset) != line:
            self._offset, self._bytes = start, 0
        between = self._size(min(offset, self._offset), max(offset, self._offset))
        self._bytes += between if offset >= self._offset else -between
        self._offset = offset
        return {"line": line, "column": self._bytes + 1}

    def _size(self, start: int, end: int) -> int:
        return len(self.source.text[start:end].encode("utf-8", "surrogatepass"))
