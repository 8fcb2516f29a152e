"""Figures of a run: how many problems there are, by rule, family, type of article and author."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lintarticle.article.article import Article
from lintarticle.problem import Problem, Severity
from lintarticle.record import NamedTuple

NONE = ""
"""The name under which articles without a type, or without an author, are counted."""


class Figures(NamedTuple):
    """Counts of one thing. `articles` are those that have such a problem; of a type or an author, all of them.

    `safe` and `unsafe` are the problems that `--fix` repairs, and those that only `--unsafe-fixes` does.
    """

    articles: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    safe: int = 0
    unsafe: int = 0

    @property
    def problems(self) -> int:
        """All problems, of every severity."""
        return self.errors + self.warnings + self.infos

    def __add__(self, other: tuple[object, ...]) -> Figures:
        """Add figures up, one by one."""
        return Figures(*(one + more for one, more in zip(self, other, strict=True) if isinstance(more, int)))


class Statistics:
    """Counts articles one after the other."""

    def __init__(self) -> None:
        self.total = Figures()
        self.clean = 0
        self.rules: dict[str, Figures] = defaultdict(Figures)
        self.families: dict[str, Figures] = defaultdict(Figures)
        self.types: dict[str, Figures] = defaultdict(Figures)
        self.authors: dict[str, Figures] = defaultdict(Figures)

    def add(self, problems: Iterable[Problem], kind: str = NONE, authors: Iterable[str] = ()) -> None:
        """Count one more article, of a type and by its authors; one with several of them counts for each."""
        rules: dict[str, Figures] = defaultdict(Figures)
        families: dict[str, Figures] = defaultdict(Figures)
        for problem in problems:
            figures = _figures(problem)
            rules[problem.rule] += figures
            families[problem.rule.partition("/")[0]] += figures
        own = Figures(articles=1)
        for counts, into in ((rules, self.rules), (families, self.families)):
            for name, figures in counts.items():
                into[name] += figures + Figures(articles=1)
        for figures in rules.values():
            own += figures
        self.total += own
        self.clean += not rules
        self.types[kind] += own
        for author in dict.fromkeys(authors) or (NONE,):
            self.authors[author] += own


def authors_of(article: Article) -> tuple[str, ...]:
    """Return the names in the author field of an article, none if it has no such field."""
    field = article.metadata.get("author")
    if field is None:
        return ()
    named = tuple(" ".join(item.text.split()) for item in field.items) or (" ".join(field.text.split()),)
    return tuple(name for name in named if name)


def ranked(counts: dict[str, Figures]) -> list[tuple[str, Figures]]:
    """Return names with their figures, those with the most problems first."""
    return sorted(counts.items(), key=lambda item: (-item[1].problems, item[0]))


def _figures(problem: Problem) -> Figures:
    severity = problem.severity
    applicability = problem.fix.applicability if problem.fix else ""
    return Figures(
        errors=severity is Severity.ERROR,
        warnings=severity is Severity.WARNING,
        infos=severity is Severity.INFO,
        safe=applicability == "safe",
        unsafe=applicability == "unsafe",
    )
