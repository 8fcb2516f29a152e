"""The summary that GitHub shows on the page of a job: Markdown, in which article text must not become markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lintarticle.output.links import rule_page
from lintarticle.output.screen import escape
from lintarticle.problem import Problem

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
