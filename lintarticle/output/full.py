"""`full`: each problem with the lines it is in, for people."""

from __future__ import annotations

from lintarticle.output.contract import Summary, write_summary
from lintarticle.output.frame import frame
from lintarticle.output.screen import escape, paint
from lintarticle.output.widespread import Shown, TextOutput
from lintarticle.problem import Problem, RelatedPlace
from lintarticle.report import Report
from lintarticle.source import SourceText


class Format(TextOutput):
    """Code frames, then one line that sums up."""

    def block(self, report: Report) -> Shown:
        """Return the problems of one article."""
        texts = ((problem.rule, self._problem(problem, report.source) + "\n\n") for problem in report.problems)
        return Shown("", tuple(texts), "")

    def finish(self, summary: Summary) -> None:
        """Write the problems, the figures and the summary line."""
        super().finish(summary)
        write_summary(self.sink, summary)

    def _problem(self, problem: Problem, source: SourceText | None) -> str:
        color = self.sink.color
        place = paint(f"{escape(problem.path)}:{problem.start.line}:{problem.start.column}", "bold", color=color)
        severity = paint(problem.severity.label, problem.severity.label, color=color)
        lines = [f"{place}: {severity} {problem.rule}", f"  {escape(problem.message)}"]
        if source and source.text and not source.fault:
            lines += frame(source, problem, color=color)
        lines += [f"  {self._related(related)}" for related in problem.related]
        if problem.help:
            lines.append(f"  {paint('help:', 'bold', color=color)} {escape(problem.help)}")
        if problem.fix:
            name = paint(f"fix ({problem.fix.applicability}):", "good", color=color)
            lines.append(f"  {name} {escape(problem.fix.message)}")
        return "\n".join(lines)

    def _related(self, related: RelatedPlace) -> str:
        place = f"{escape(related.path)}:{related.start.line}:{related.start.column}"
        return f"{paint('see also', 'bold', color=self.sink.color)} {place}: {escape(related.message)}"
