"""The input of a format, and what the formats share; nothing else belongs here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from lintarticle.output.screen import paint
from lintarticle.problem import Severity
from lintarticle.record import NamedTuple
from lintarticle.report import NO_DETAILS, Details, Report
from lintarticle.wording import number


def _none(_: Summary) -> Sequence[str]:
    """Give no advice."""
    return ()


def _nothing() -> None:
    """Flush what has no buffer."""


class Sink(NamedTuple):
    """Where a format writes and how.

    `flush` brings what was written to where it belongs, and raises `OSError` where that fails.
    `color`: ANSI colours are welcome. `quiet`: problems only, no summary. `statistics`: the figures by rule too.
    `fail_on`: the lowest severity that makes the run fail, None for never. `verbose`: show every problem, even those
    that nearly all articles have. `advice` returns lines for people on what to do about the problems of a run.
    """

    write: Callable[[str], object]
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    fail_on: Severity | None = Severity.ERROR
    flush: Callable[[], object] = _nothing
    verbose: bool = False
    advice: Callable[[Summary], Sequence[str]] = _none


class Summary:
    """Figures of a run, added up report by report.

    `faults` are sentences on defects of lintarticle itself; `rules` and `fixable_rules` count by rule, the latter
    those that `--fix` repairs. `stopped` says why the run ended before the last article, "" if it did not; it is
    one of the faults too.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.faults: list[str] = []
        self.stopped = ""
        self.rules: Counter[str] = Counter()
        self.fixable_rules: Counter[str] = Counter()
        self._severities: Counter[Severity] = Counter()

    def add(self, report: Report) -> None:
        """Count the problems of one more file, which is an article unless the report says otherwise."""
        self.articles += report.is_article
        self.faults += map(str, report.faults)
        for problem in report.problems:
            self._severities[problem.severity] += 1
            self.rules[problem.rule] += 1
            if problem.fix and problem.fix.applicability == "safe":
                self.fixable_rules[problem.rule] += 1

    def stop(self, reason: str) -> None:
        """Note that the run did not reach some articles."""
        self.stopped = reason
        self.faults.append(reason)

    def count(self, severity: Severity) -> int:
        """Return the number of problems of a severity."""
        return self._severities[severity]

    @property
    def fixable(self) -> int:
        """The number of problems that `--fix` repairs."""
        return self.fixable_rules.total()

    @property
    def worst(self) -> Severity | None:
        """The highest severity found, or None if everything is clean."""
        return max((severity for severity, count in self._severities.items() if count), default=None)


class Output:
    """One format: is given each report in order, then the summary. A format overrides what it needs.

    `details` are what its reports hold besides the problems.
    """

    details: ClassVar[Details] = NO_DETAILS

    def __init__(self, sink: Sink) -> None:
        self.sink = sink

    def add(self, report: Report) -> None:
        """Take one report; text formats write it at once."""

    def finish(self, summary: Summary) -> None:
        """Write the end of the output."""

    def fail(self, messages: Sequence[str]) -> None:
        """Write, instead of everything else, that the run could not be done (a mistake in a configuration).

        The messages are on stderr anyway; a machine format writes a valid document that holds them.
        """


# --- what the text formats say at the end ----------------------------------------------------------------------------


def write_summary(sink: Sink, summary: Summary) -> None:
    """Write the figures by rule (`--statistics`), advice and the line that sums up (both left out with `--quiet`)."""
    if sink.statistics and summary.rules:
        sink.write("".join(f"{line}\n" for line in statistics(summary)) + "\n")
    if not sink.quiet:
        if advice := sink.advice(summary):
            sink.write("".join(f"{line}\n" for line in advice) + "\n")
        calm = "error" if summary.faults else "good"
        style = summary.worst.label if summary.worst else calm
        sink.write(paint(sentence(summary), style, color=sink.color) + "\n")


def statistics(summary: Summary) -> Iterator[str]:
    """Yield one line per rule, the most frequent first: `12 excerpt/too-long`, and how many `--fix` repairs."""
    rules = sorted(summary.rules.items(), key=lambda item: (-item[1], item[0]))
    digits = max((len(str(count)) for _, count in rules), default=0)
    width = max((len(rule) for rule, _ in rules), default=0)
    for rule, count in rules:
        fixable = summary.fixable_rules[rule]
        share = f"  {'all' if fixable == count else fixable} fixable with --fix" if fixable else ""
        yield f"{count:>{digits}}  {rule:<{width}}{share}".rstrip()


def sentence(summary: Summary) -> str:
    """Sum up a run: `3 errors, 2 warnings in 12 articles (1 fixable with --fix)`."""
    counts = [
        number(count, severity.label)
        for severity in sorted(Severity, reverse=True)
        if (count := summary.count(severity))
    ]
    if defects := len(summary.faults) - bool(summary.stopped):
        counts.append(number(defects, "internal error"))
    fixable = f" ({summary.fixable} fixable with --fix)" if summary.fixable else ""
    stopped = "; the run stopped early" if summary.stopped else ""
    return f"{', '.join(counts) or 'No problems'} in {number(summary.articles, 'article')}{fixable}{stopped}"
