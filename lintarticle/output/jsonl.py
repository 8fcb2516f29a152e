"""`jsonl`: the problems of `json`, one object per line, each written as soon as it is found."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.output.contract import Output, Summary
from lintarticle.output.json_object import problem_as_json
from lintarticle.output.screen import json_text
from lintarticle.report import WHOLE_PROBLEMS, Report


class Format(Output):
    """One line per problem; a line with the only key `error` if the run failed."""

    details = WHOLE_PROBLEMS

    def add(self, report: Report) -> None:
        """Write the problems of one article."""
        for problem in report.problems:
            self._write(problem_as_json(problem))

    def finish(self, summary: Summary) -> None:
        """Write what kept lintarticle from checking, if anything did."""
        self.fail(summary.faults)

    def fail(self, messages: Sequence[str]) -> None:
        """Write one line for each message."""
        for message in messages:
            self._write({"error": message})

    def _write(self, line: object) -> None:
        self.sink.write(json_text(line, indent=None) + "\n")
