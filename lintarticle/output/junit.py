"""`junit`: JUnit's XML, for services that show tests: an article is a suite, a rule that it breaks a failed test.

A test has the name of its rule and no line number, so that a service recognises it in the next run. Problems below
`--fail-on` don't fail their test: they are in its output.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lintarticle.output.addresses import located, prefix
from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.output.screen import xml_text
from lintarticle.problem import Problem
from lintarticle.report import Report


class Format(Output):
    """Collects the suites and writes them at the end, since the document starts with their number."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._prefix = prefix()
        self._suites: list[str] = []
        self._tests = self._failures = self._errors = 0

    def add(self, report: Report) -> None:
        """Keep the suite of one article."""
        by_rule = sorted(report.problems, key=lambda problem: problem.rule)  # stable: the order of the text remains
        cases = [
            self._case(report.path, rule, list(found)) for rule, found in groupby(by_rule, lambda problem: problem.rule)
        ]
        self._suite(report.path, cases or [self._element(report.path, "lintarticle")])

    def finish(self, summary: Summary) -> None:
        """Write the document."""
        if summary.faults:
            self._errors_suite(summary.faults)
        self._write()

    def fail(self, messages: Sequence[str]) -> None:
        """Write a document whose only suite is an error."""
        self._suites, self._tests, self._failures, self._errors = [], 0, 0, 0
        self._errors_suite(messages)
        self._write()

    def _case(self, path: str, rule: str, problems: Sequence[Problem]) -> str:
        worst = max(problem.severity for problem in problems)
        text = xml_text("\n".join(_line(problem) for problem in problems)).replace("&#10;", "\n")
        if self.sink.fail_on is None or worst < self.sink.fail_on:
            return self._element(path, rule, f"<system-out>{text}</system-out>")
        self._failures += 1
        message = problems[0].message if len(problems) == 1 else f"{len(problems)} problems"
        return self._element(
            path, rule, f'<failure type="{worst.label}" message="{xml_text(message)}">{text}</failure>'
        )

    def _errors_suite(self, messages: Sequence[str]) -> None:
        case = "".join(f'<error type="error" message="{xml_text(message)}"/>' for message in messages[:1])
        rest = xml_text("\n".join(messages)).replace("&#10;", "\n")
        self._errors += 1
        self._suite(
            "lintarticle", [self._element("lintarticle", "run", f"{case}<system-err>{rest}</system-err>")], errors=1
        )

    def _suite(self, name: str, cases: Sequence[str], *, errors: int = 0) -> None:
        self._tests += len(cases)
        failures = sum("<failure " in case for case in cases)
        counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="0" time="0"'
        file = f' file="{xml_text(located(self._prefix, name))}"' if name != "lintarticle" else ""
        self._suites.append(f'  <testsuite name="{xml_text(name)}"{file} {counts}>\n{"".join(cases)}  </testsuite>\n')

    def _element(self, path: str, name: str, content: str = "") -> str:
        head = f'    <testcase classname="{xml_text(path)}" name="{xml_text(name)}" time="0"'
        return f"{head}>{content}</testcase>\n" if content else f"{head}/>\n"

    def _write(self) -> None:
        counts = f'tests="{self._tests}" failures="{self._failures}" errors="{self._errors}" time="0"'
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lintarticle" {counts}>\n'
        self.sink.write(f"{head}{''.join(self._suites)}</testsuites>\n")


def _line(problem: Problem) -> str:
    message = " ".join(problem.message.split())
    return f"{problem.path}:{problem.start.line}:{problem.start.column}: {problem.severity.label} {message}"
