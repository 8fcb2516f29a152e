"""`github`: workflow commands, which GitHub Actions shows as annotations of the lines, and the summary of the job.

Escapes as in the toolkit's own (https://github.com/actions/toolkit, packages/core/src/command.ts).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lintarticle.output.checkout import located, prefix
from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.screen import escape
from lintarticle.output.summary import sentence
from lintarticle.problem import Problem, Severity
from lintarticle.runner import Report

CAP = 10
"""Annotations of one type that GitHub shows of one step, 10 errors and 10 warnings; it drops the rest without a word
(https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md, “Limitations”)."""

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class Format(Output):
    """Collects the problems, since the errors of all articles come first."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._prefix = prefix()
        self._problems: list[Problem] = []

    def add(self, report: Report) -> None:
        """Keep the problems of one article."""
        self._problems += report.problems

    def finish(self, summary: Summary) -> None:
        """Write the annotations, what there is no room for as plain lines, and the summary."""
        self._failures(summary.faults)
        rest: list[Problem] = []
        for severity in sorted(Severity, reverse=True):
            found = [problem for problem in self._problems if problem.severity is severity]
            for problem in found[:CAP]:
                self.sink.write(self._command(problem))
            rest += found[CAP:]
        if rest:
            self.sink.write(f"::group::{len(rest)} more, as GitHub shows {CAP} annotations of each severity a step\n")
            self.sink.write("".join(f"  {_inert(self._line(problem))}\n" for problem in rest))
            self.sink.write("::endgroup::\n")
        if not self.sink.quiet:
            self.sink.write(f"{_inert(sentence(summary))}\n")
        self._write_job_summary(summary)

    def fail(self, messages: Sequence[str]) -> None:
        """Write an annotation for each message."""
        self._failures(messages)

    def _failures(self, messages: Sequence[str]) -> None:
        for message in messages:
            self.sink.write(f"::error title=lintarticle::{_data(message)}\n")

    def _command(self, problem: Problem) -> str:
        start, end = problem.start, problem.end
        properties = {
            "file": _property(_visible(located(self._prefix, problem.path))),
            "line": start.line,
            "endLine": end.line,
        }
        if start.line == end.line:  # GitHub takes columns of one line only
            properties |= {"col": start.column, "endColumn": max(start.column, end.column)}
        properties["title"] = _property(escape(problem.rule))
        listed = ",".join(f"{name}={value}" for name, value in properties.items())
        text = f"{problem.message} {problem.help}".rstrip()
        return f"::{COMMANDS[problem.severity]} {listed}::{_data(text)}\n"

    def _line(self, problem: Problem) -> str:
        path = located(self._prefix, problem.path)
        place = f"{escape(path)}:{problem.start.line}:{problem.start.column}"
        return f"{place}: {problem.severity.label} {problem.rule} {escape(problem.message)}"

    def _write_job_summary(self, summary: Summary) -> None:
        path = os.environ.get("GITHUB_STEP_SUMMARY")
        if not path:
            return
        from lintarticle.output.github_summary import job_summary

        places = {problem.path: located(self._prefix, problem.path) for problem in self._problems}
        text = "\n".join(job_summary(sentence(summary), self._problems, places)) + "\n"
        try:
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
        except OSError as error:
            self.sink.write(f"::notice title=lintarticle::The job summary was not written: {_data(str(error))}\n")


def _data(text: str) -> str:
    """Escape the text of a command; what could steer the log of a terminal is shown instead."""
    return "%0A".join(_percent(escape(line)) for line in text.replace("\r\n", "\n").split("\n"))


def _percent(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _percent(text).replace(":", "%3A").replace(",", "%2C")


def _visible(path: str) -> str:
    """Show what could steer a terminal; line ends stay, as the command can say them."""
    return "\n".join("\r".join(map(escape, line.split("\r"))) for line in path.split("\n"))


def _inert(line: str) -> str:
    """Make a plain line no command: those start with `::`, or hold `##[` anywhere."""
    return ("./" if line.startswith("::") else "") + line.replace("##[", "## [")
