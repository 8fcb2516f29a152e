"""`checkstyle`: the XML of Checkstyle, which Jenkins, reviewdog and many editors read."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.output.addresses import located, prefix
from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.screen import xml_text
from lintarticle.problem import Problem
from lintarticle.report import Report
from lintarticle.version import __version__


class Format(Output):
    """One `file` an article with problems, one `error` a problem; `source` is the rule."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._prefix = prefix()
        self._files: list[str] = []

    def add(self, report: Report) -> None:
        """Keep the problems of one article."""
        if report.problems:
            self._files.append(_file(located(self._prefix, report.path), map(_error, report.problems)))

    def finish(self, summary: Summary) -> None:
        """Write the document."""
        if summary.faults:
            self._files.append(_file("lintarticle", map(_failure, summary.faults)))
        self._write()

    def fail(self, messages: Sequence[str]) -> None:
        """Write a document whose only file is lintarticle itself."""
        self._files = [_file("lintarticle", map(_failure, messages))]
        self._write()

    def _write(self) -> None:
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{xml_text(__version__)}">\n'
        self.sink.write(f"{head}{''.join(self._files)}</checkstyle>\n")


def _file(path: str, errors: map[str]) -> str:
    return f'  <file name="{xml_text(path)}">\n{"".join(errors)}  </file>\n'


def _error(problem: Problem) -> str:
    return (
        f'    <error line="{problem.start.line}" column="{problem.start.column}" '
        f'severity="{problem.severity.label}" message="{xml_text(problem.message)}" '
        f'source="lintarticle.{xml_text(problem.rule)}"/>\n'
    )


def _failure(message: str) -> str:
    return f'    <error line="1" severity="error" message="{xml_text(message)}" source="lintarticle"/>\n'
