"""The result for one article, as outputs get it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lintarticle.record import NamedTuple

if TYPE_CHECKING:
    from lintarticle.article.article import Article
    from lintarticle.config.settings import Settings
    from lintarticle.errors import InternalError
    from lintarticle.overview.model import Overview
    from lintarticle.problem import Problem
    from lintarticle.site.record import ArticleRecord
    from lintarticle.source import SourceText


MOST_FINDINGS = 1_000
"""Findings of one rule in one article: more are useless, and data that is not an article would bring millions."""


class Suppressed(NamedTuple):
    """A problem that a comment in the article suppresses, with the reason that the comment gives, or ""."""

    problem: Problem
    reason: str


class Details(NamedTuple):
    """What a result holds besides the problems and their places. It costs time, so only who shows it asks for it.

    `edits` and `fingerprints` are those of each problem. `most` is the largest number of findings wanted from one rule.
    `traits` is a function that says something more of each article: what it returns can be pickled.
    """

    edits: bool = False
    fingerprints: bool = False
    suppressed: bool = False
    overview: bool = False
    most: int = MOST_FINDINGS
    traits: Callable[[Article, Settings], object] | None = None

    def __or__(self, other: Details) -> Details:
        return Details(
            self.edits or other.edits,
            self.fingerprints or other.fingerprints,
            self.suppressed or other.suppressed,
            self.overview or other.overview,
            max(self.most, other.most),
            self.traits or other.traits,
        )


NO_DETAILS = Details()
WHOLE_PROBLEMS = Details(edits=True, fingerprints=True)


class SiteProblems(NamedTuple):
    """The problems of the articles of a site that only all together show, by path.

    `used` are the offsets of comments that name no rule and suppress such problems, by path.
    """

    by_path: Mapping[str, Sequence[Problem]]
    used: Mapping[str, Sequence[int]]


class Report(NamedTuple):
    """The result for one article, or for another file of the site, such as a picture, which `is_article` says.

    `source` is there only where there are problems to show in it. `text` is the source, or what reads it when it is
    asked for. `faults` are defects of lintarticle itself that this article brought to light. `suppressed`, `overview`,
    `record` and `traits` are there only where they were asked for.
    """

    path: str
    problems: list[Problem]
    text: SourceText | Callable[[], SourceText | None] | None = None
    faults: tuple[InternalError, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    overview: Overview | None = None
    record: ArticleRecord | None = None
    traits: object = None
    is_article: bool = True

    @property
    def source(self) -> SourceText | None:
        """The text of the article."""
        return self.text() if callable(self.text) else self.text
