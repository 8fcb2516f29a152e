"""`github`: workflow commands, which GitHub Actions shows as annotations of the lines, and the summary of the job.

Escapes as in the toolkit's own (https://github.com/actions/toolkit, packages/core/src/command.ts).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lintarticle.output.addresses import located, prefix, rule_page
from lintarticle.output.contract import Output, Sink, Summary, sentence
from lintarticle.output.screen import escape
from lintarticle.problem import Problem, Severity
from lintarticle.report import Report

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
        places = {problem.path: located(self._prefix, problem.path) for problem in self._problems}
        text = "\n".join(job_summary(sentence(summary), self._problems, places)) + "\n"
        try:
            with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
        except OSError as error:
            self.sink.write(f"::notice title=lintarticle::The job summary was not written: {_data(str(error))}\n")


def _data(text: str) -> str:
    """Escape the text of a command; what could steer the log of a terminal is shown instead."""
    return "%0A".join(_percent(_inert(escape(line))) for line in text.replace("\r\n", "\n").split("\n"))


def _percent(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _percent(text).replace(":", "%3A").replace(",", "%2C")


def _visible(path: str) -> str:
    """Show what could steer a terminal; line ends stay, as the command can say them."""
    return "\n".join("\r".join(map(escape, line.split("\r"))) for line in path.split("\n"))


def _inert(line: str) -> str:
    """Keep a line from being read as a command: commands start with `::` or contain `##[`."""
    return ("./" if line.startswith("::") else "") + line.replace("##[", "## [")


# --- the summary of the job: Markdown, in which article text must not become markup -----------------------------

ROWS = 200
"""Problems in the table at most: GitHub takes no summary larger than 1 MiB
(https://docs.github.com/actions, “Adding a job summary”)."""

_MARKUP = r"[\\`*_{}\[\]<>#+!|~$&@:^\"]|(?i:(?<=www)\.)"
"""What GitHub's Markdown makes emphasis, code, links, pictures, HTML, formulas, mentions or cells of, in a line."""

LONGEST = 500
"""Characters of a message in the table."""


def job_summary(sentence: str, problems: Sequence[Problem], places: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines: the sentence, the table of problems, then the counts by rule; `places` is path → path shown."""
    yield from ("### lintarticle", "", cell(sentence), "")
    if not problems:
        return
    yield from ("| | where | rule | problem |", "| --- | --- | --- | --- |")
    ranked = sorted(problems, key=lambda problem: -problem.severity)
    for problem in ranked[:ROWS]:
        place = f"{places[problem.path]}:{problem.start.line}"
        yield f"| {problem.severity.label} | {cell(place)} | {_rule(problem.rule)} | {cell(problem.message)} |"
    if len(ranked) > ROWS:
        yield from ("", f"… and {len(ranked) - ROWS} more.")
    yield from ("", "| rule | problems |", "| --- | --- |")
    counts = Counter(problem.rule for problem in problems)
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"| {_rule(rule)} | {count} |"


def cell(text: str) -> str:
    """Return text for a table cell, every character that Markdown or HTML could take for its own as an entity."""
    shown = escape(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
    return re.sub(_MARKUP, lambda match: f"&#{ord(match[0])};", shown)


def _rule(rule: str) -> str:
    return f"[{cell(rule)}]({rule_page(rule)})"
