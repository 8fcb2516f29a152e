"""`grouped`: the problems of each article under its path, in columns, for reading by hand."""

from __future__ import annotations

from lintarticle.output.contract import Summary, write_summary
from lintarticle.output.screen import escape, paint
from lintarticle.output.widespread import Shown, TextOutput
from lintarticle.problem import Problem
from lintarticle.report import Report


class Format(TextOutput):
    """Clean articles are not named."""

    def block(self, report: Report) -> Shown:
        """Return the problems of one article."""
        if not report.problems:
            return Shown("", (), "")
        width = max(len(problem.rule) for problem in report.problems)
        line_width = max(len(str(problem.start.line)) for problem in report.problems)
        column_width = max(len(str(problem.start.column)) for problem in report.problems)
        rows = []
        for problem in report.problems:
            place = f"{problem.start.line:>{line_width}}:{problem.start.column:<{column_width}}"
            rows.append((problem.rule, f"  {place}  {self._row(problem, width)}\n"))
        path = paint(escape(report.path), "bold", color=self.sink.color)
        return Shown(f"{path}\n", tuple(rows), "\n")

    def finish(self, summary: Summary) -> None:
        """Write the problems, the figures and the summary line."""
        super().finish(summary)
        write_summary(self.sink, summary)

    def _row(self, problem: Problem, width: int) -> str:
        label = problem.severity.label
        severity = paint(label, label, color=self.sink.color) + " " * (len("warning") - len(label))
        fix = ""
        if problem.fix:
            words = f"[{problem.fix.applicability} fix: {escape(problem.fix.message)}]"
            fix = " " + paint(words, "good", color=self.sink.color)
        return f"{severity}  {problem.rule:<{width}}  {escape(problem.message)}{fix}"
