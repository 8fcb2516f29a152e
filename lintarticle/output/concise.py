"""`concise`: one line per problem, `path:line:col: severity rule message`."""

from __future__ import annotations

from lintarticle.output.contract import Summary, statistics
from lintarticle.output.screen import escape, paint
from lintarticle.output.widespread import Shown, TextOutput
from lintarticle.problem import Problem
from lintarticle.report import Report


class Format(TextOutput):
    """One line each; nothing else, except the figures by rule if requested."""

    def block(self, report: Report) -> Shown:
        """Return the lines of one article."""
        return Shown("", tuple((problem.rule, self._line(problem)) for problem in report.problems), "")

    def _line(self, problem: Problem) -> str:
        severity = paint(problem.severity.label, problem.severity.label, color=self.sink.color)
        place = f"{escape(problem.path)}:{problem.start.line}:{problem.start.column}"
        return f"{place}: {severity} {problem.rule} {escape(problem.message)}\n"

    def finish(self, summary: Summary) -> None:
        """Write the lines, and the figures."""
        super().finish(summary)
        if self.sink.statistics and summary.rules:
            self.sink.write("\n" + "".join(f"{line}\n" for line in statistics(summary)))
