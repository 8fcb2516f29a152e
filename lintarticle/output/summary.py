"""What the text formats say at the end: the figures by rule where asked for, then one line."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.contract import Sink, Summary
from lintarticle.output.screen import paint
from lintarticle.problem import Severity


def write_summary(sink: Sink, summary: Summary) -> None:
    """Write the figures by rule (`--statistics`) and the line that sums up (left out with `--quiet`)."""
    if sink.statistics and summary.rules:
        sink.write("".join(f"{line}\n" for line in statistics(summary)) + "\n")
    if not sink.quiet:
        calm = "error" if summary.faults else "good"
        style = summary.worst.label if summary.worst else calm
        sink.write(paint(sentence(summary), style, color=sink.color) + "\n")


def statistics(summary: Summary) -> Iterator[str]:
    """Yield one line a rule, the most frequent first: `12  excerpt/too-long`, and how many `--fix` repairs."""
    rules = sorted(summary.rules.items(), key=lambda item: (-item[1], item[0]))
    digits = max((len(str(count)) for _, count in rules), default=0)
    width = max((len(rule) for rule, _ in rules), default=0)
    for rule, count in rules:
        fixable = summary.fixable_rules[rule]
        share = f"  {'all' if fixable == count else fixable} fixable with --fix" if fixable else ""
        yield f"{count:>{digits}}  {rule:<{width}}{share}".rstrip()


def sentence(summary: Summary) -> str:
    """Sum a run up: `3 errors, 2 warnings in 12 articles (1 fixable with --fix)`."""
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


def number(count: int, noun: str) -> str:
    """Return a number with its noun: `1 article`, `2 articles`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
