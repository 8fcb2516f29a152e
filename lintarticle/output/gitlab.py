"""`gitlab`: the code quality report of GitLab, whose widget compares fingerprints between two branches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lintarticle.output.addresses import located, prefix
from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.screen import json_text
from lintarticle.problem import Problem, Severity
from lintarticle.report import Details, Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Format(Output):
    """Collects the problems; a fingerprint may be in the report only once.

    So where several articles have the same line with the same problem, all but the first get one of their own,
    made from their path.
    """

    details = Details(fingerprints=True)

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._prefix = prefix()
        self._problems: list[dict[str, Any]] = []
        self._seen: set[str] = set()

    def add(self, report: Report) -> None:
        """Keep the problems of one article."""
        self._problems += map(self._problem, report.problems)

    def finish(self, summary: Summary) -> None:
        """Write the report."""
        self._write(summary.faults)

    def fail(self, messages: Sequence[str]) -> None:
        """Write a report that holds nothing but the messages."""
        self._problems.clear()
        self._write(messages)

    def _write(self, failures: Sequence[str]) -> None:
        self.sink.write(json_text([*self._problems, *map(self._failure, failures)]) + "\n")

    def _problem(self, problem: Problem) -> dict[str, Any]:
        start, end = problem.start, problem.end
        return {
            "description": problem.message,
            "check_name": problem.rule,
            "fingerprint": self._unique(problem.fingerprint, problem.path),
            "severity": _SEVERITIES[problem.severity],
            "location": {
                "path": located(self._prefix, problem.path),
                "positions": {
                    "begin": {"line": start.line, "column": start.column},
                    "end": {"line": end.line, "column": end.column},
                },
                "lines": {"begin": start.line, "end": end.line},
            },
        }

    def _failure(self, message: str) -> dict[str, Any]:
        return {
            "description": message,
            "check_name": "lintarticle",
            "fingerprint": self._unique("", message),
            "severity": "blocker",
            "location": {"path": "lintarticle.toml", "lines": {"begin": 1}},
        }

    def _unique(self, fingerprint: str, path: str) -> str:
        from hashlib import blake2b

        while not fingerprint or fingerprint in self._seen:
            text = f"{fingerprint}\0{path}".encode("utf-8", "surrogatepass")
            fingerprint = blake2b(text, digest_size=16).hexdigest()
        self._seen.add(fingerprint)
        return fingerprint
