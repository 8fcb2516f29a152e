"""`concise`: one line a problem, `path:line:col: severity rule message`."""

from __future__ import annotations

from lintarticle.output.contract import Output, Summary, statistics
from lintarticle.output.screen import escape, paint
from lintarticle.report import Report


class Format(Output):
    """One line each; nothing else, but the figures by rule where they are asked for."""

    def add(self, report: Report) -> None:
        """Write the problems of one article."""
        for problem in report.problems:
            severity = paint(problem.severity.label, problem.severity.label, color=self.sink.color)
            place = f"{escape(problem.path)}:{problem.start.line}:{problem.start.column}"
            self.sink.write(f"{place}: {severity} {problem.rule} {escape(problem.message)}\n")

    def finish(self, summary: Summary) -> None:
        """Write the figures."""
        if self.sink.statistics and summary.rules:
            self.sink.write("\n" + "".join(f"{line}\n" for line in statistics(summary)))
