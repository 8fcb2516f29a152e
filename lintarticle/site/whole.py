"""All articles of a site, as the rules about them see them, and what such a rule yields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias, TypeVar

from lintarticle.article.values import Text
from lintarticle.problem import Applicability, Severity
from lintarticle.site.address import Address, addresses_of
from lintarticle.site.record import ArticleRecord
from lintarticle.site.site_path import SitePath, site_path_of
from lintarticle.source import Span

Key = TypeVar("Key", bound=Hashable)

MOST_RELATED = 5
"""Other paths that one problem names; nobody reads more."""


class Spot(NamedTuple):
    """A place in an article of the site, and what is there."""

    path: str
    span: Span
    message: str


class Replacement(NamedTuple):
    """A fix that writes `new` in place of `old`; it is offered only if `old` is what the text under `span` says."""

    message: str
    span: Span
    old: str
    new: str
    applicability: Applicability = "unsafe"


class SiteFinding(NamedTuple):
    """What a rule about the site yields: a place in one article and one calm sentence.

    `group` is what the findings about one matter share, so that a run on a few files says it once. `related` are the
    other paths that it is about.
    """

    path: str
    span: Span
    message: str
    group: Hashable
    related: tuple[Spot, ...] = ()
    help: str = ""
    fix: Replacement | None = None
    at_most: Severity | None = None


SiteFindings: TypeAlias = Iterator[SiteFinding]


class WholeSite:
    """The records of all articles of a site, in the order of their paths, whatever order they come in.

    `platform` is the way in which the site makes anchors, which is that of its platform; “any” where none is known.
    """

    def __init__(self, records: Iterable[ArticleRecord], platform: str = "any") -> None:
        self.records: Sequence[ArticleRecord] = sorted(records, key=lambda record: record.path)
        self.platform = platform

    @cached_property
    def articles(self) -> Sequence[ArticleRecord]:
        """Those that are articles of their own, not pages of sections or parts of other pages."""
        return [record for record in self.records if not record.role]

    @cached_property
    def paths(self) -> dict[str, SitePath]:
        """Where each article is on the site, by its path."""
        return {record.path: site_path_of(record.path) for record in self.records}

    @cached_property
    def addresses(self) -> dict[str, tuple[Address, ...]]:
        """The addresses of each article, by its path."""
        return {
            record.path: tuple(addresses_of(record, self.paths[record.path], self.platform))
            for record in self.records
            if record.role != "part"
        }

    def edition(self, record: ArticleRecord) -> tuple[str, str]:
        """Return the language and the version of an article: those of another edition do not count as duplicates."""
        place = self.paths[record.path]
        return place.language or record.language.casefold(), place.version

    def alike(
        self, records: Iterable[ArticleRecord], key: Callable[[ArticleRecord], Key | None]
    ) -> Iterator[list[ArticleRecord]]:
        """Yield the groups of two articles or more of one edition that have a key in common."""
        groups: dict[tuple[tuple[str, str], Key], list[ArticleRecord]] = defaultdict(list)
        for record in records:
            found = key(record)
            if found:
                groups[self.edition(record), found].append(record)
        return (group for group in groups.values() if len(group) > 1)


def shared(
    group: Sequence[ArticleRecord],
    part: Callable[[ArticleRecord], Text],
    message: Callable[[ArticleRecord, Sequence[ArticleRecord]], str],
    said: str,
) -> SiteFindings:
    """Yield a finding for each article of a group that shares what `part` is, with the others as related paths."""
    spots = [Spot(record.path, part(record).span, said) for record in group]
    for index, record in enumerate(group):
        others = [*group[:index], *group[index + 1 :]]
        related = [spot for spot in spots[: MOST_RELATED + 1] if spot.path != record.path][:MOST_RELATED]
        yield SiteFinding(record.path, spots[index].span, message(record, others), group[0].path, tuple(related))


def named(others: Sequence[ArticleRecord]) -> str:
    """Name the first of some articles, and say how many more there are: “a.md” and 2 more."""
    more = len(others) - 1
    return f"“{others[0].path}”" + (f" and {more} more" if more else "")
