"""Suppression comments written into an article for the problems that it has today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from lintarticle.article.article import Article
from lintarticle.fixer.outcome import Outcome, Withdrawal
from lintarticle.fixer.rounds import apply_edits
from lintarticle.fixer.versions import Version, Versions, changed_metadata
from lintarticle.linter import edit_in_file
from lintarticle.problem import Edit, Fix, Problem, Severity
from lintarticle.source import SourceText, Span
from lintarticle.suppressions.parse import read_suppressions

_REASON = "can’t be suppressed by a comment without changing the article"

_Places = Callable[[Article, int, str], Iterator[Edit]]
"""From an article, a 1-based line and the words of a comment to the edits that would write it there."""


def suppress_problems(
    versions: Versions, source: SourceText, *, reason: str, least: Severity, of_site: Sequence[Problem] = ()
) -> Outcome:
    """Write a suppression for every problem of at least a severity; `reason` is one line of text.

    `of_site` are those that only all articles of the site together show.

    Each comment is as near as it can be: before the line, else at its end, else for the whole file. None is
    written that would change the metadata or what readers see; such a problem stays, and is named as withdrawn.
    """
    version = versions.read(source)
    if version.article is None:
        return Outcome(versions.path, source, source, {}, list(version.problems))
    writing = _Writing(versions, reason)
    wanted = [problem for problem in (*version.problems, *of_site) if problem.severity >= least]
    lines = sorted(wanted, key=lambda problem: -problem.start.line)
    left: list[Problem] = []
    for _, group in groupby(lines, key=lambda problem: problem.start.line):
        problems = list(group)
        following = writing.suppressed(version, problems, _next_to)
        left += problems if following is None else []
        version = following or version
    following = writing.suppressed(version, left, _for_the_file) if left else None
    version = following or version
    unsuppressed = [] if following else left
    return Outcome(
        versions.path,
        source,
        version.source,
        Counter(problem.rule for problem in wanted) - Counter(problem.rule for problem in unsuppressed),
        list(version.problems),
        tuple(Withdrawal(problem, _REASON) for problem in unsuppressed),
    )


class _Writing:
    """Tries comments until one suppresses its problems and changes nothing else."""

    def __init__(self, versions: Versions, reason: str) -> None:
        self._versions = versions
        self._reason = reason

    def suppressed(self, version: Version, problems: Sequence[Problem], places: _Places) -> Version | None:
        """Return the article with a comment that suppresses the problems, None if there is no place for one."""
        if version.article is None:
            return None
        rules = ", ".join(sorted({problem.rule for problem in problems}))
        for edit in places(version.article, problems[0].start.line, f"{rules}: {self._reason}"):
            raw = edit_in_file(version.source, edit)
            fix = Fix("Suppress it", (raw,))
            applied = [problem._replace(fix=fix) for problem in problems]
            text = SourceText(apply_edits(version.source.raw, [raw]))
            following = self._versions.read(text, applied)
            if self._holds(version, following):
                return following
        return None

    def _holds(self, before: Version, after: Version) -> bool:
        suppressed = Counter(problem.rule for problem in after.applied)
        expected = before.counts() - suppressed
        return (
            after.article is not None
            and _names(before) + Counter(suppressed.keys()) <= _names(after)
            and after.counts() <= expected
            and before.html == after.html
            and not changed_metadata(before, after)
        )


def _names(version: Version) -> Counter[str]:
    """Count the rules that the suppressions of an article name."""
    found = read_suppressions(version.article) if version.article else ()
    return Counter(name.text for suppression in found for name in suppression.names)


def _next_to(article: Article, line: int, words: str) -> Iterator[Edit]:
    """Yield the places for a comment on one line, the best one first."""
    source = article.source
    span = source.line_span(line)
    front_matter = article.front_matter
    if front_matter and front_matter.span.start <= span.start < front_matter.span.end:
        if front_matter.format in ("yaml", "toml"):
            indent = _indent(source[span])
            yield Edit(Span(span.start, span.start), f"{indent}# lintarticle-disable-next-line {words}\n")
        return
    above = source[source.line_span(line - 1)] if line > 1 else ""
    if not above.strip():
        comment = _comment(article, f"disable-next-line {words}")
        yield Edit(Span(span.start, span.start), f"{_indent(source[span])}{comment}\n")
    yield Edit(Span(span.end, span.end), " " + _comment(article, f"disable-line {words}"))


def _for_the_file(article: Article, line: int, words: str) -> Iterator[Edit]:
    """Yield the places for a comment that holds for the whole file: above the body, else below it."""
    comment = _comment(article, f"disable-file {words}")
    start = article.front_matter.span.end if article.front_matter else int(article.source.has_bom)
    yield Edit(Span(start, start), f"\n{comment}\n" if article.front_matter else f"{comment}\n\n")
    end = len(article.text)
    yield Edit(Span(end, end), f"\n{comment}\n" if article.text.endswith("\n") else f"\n\n{comment}")


def _comment(article: Article, words: str) -> str:
    """Write a comment in the article's own dialect: MDX knows no HTML comments."""
    return f"{{/* lintarticle-{words} */}}" if article.path.endswith(".mdx") else f"<!-- lintarticle-{words} -->"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
