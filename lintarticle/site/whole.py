"""All articles of a site, as the rules about them see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from lintarticle.article.values import Text
from lintarticle.site.address import Address, addresses_of
from lintarticle.site.finding import MOST_RELATED, SiteFinding, SiteFindings, Spot
from lintarticle.site.permalink_settings import permalinks_of
from lintarticle.site.permalinks import Permalinks
from lintarticle.site.record import ArticleRecord, FormerArticle
from lintarticle.site.redirects import generator_of
from lintarticle.site.repository_files import NoRepository, RepositoryFiles
from lintarticle.site.site_path import SitePath, site_path_of
from lintarticle.site.tags import SiteTag, by_language

Key = TypeVar("Key", bound=Hashable)


class WholeSite:
    """The records of all articles of a site, in the order of their paths, whatever order they come in.

    `platform` is the way in which the site makes anchors, which is that of its platform; “any” where none is known.
    `root` is what the paths of the site in the repository start with: "" or “docs/”. `former` are articles as they were
    before a change that is looked at. `every` are the records of all articles, in any order; whoever gives only those
    that share something sets it.
    """

    def __init__(
        self,
        records: Iterable[ArticleRecord],
        platform: str = "any",
        repository: RepositoryFiles | None = None,
        root: str = "",
        former: Sequence[FormerArticle] = (),
    ) -> None:
        self.records: Sequence[ArticleRecord] = sorted(records, key=lambda record: record.path)
        self.platform = platform
        self.repository = repository or NoRepository()
        self.root = root
        self.former = former
        self.every = self.records

    @cached_property
    def articles(self) -> Sequence[ArticleRecord]:
        """Those that are articles of their own, not pages of sections or parts of other pages."""
        return [record for record in self.records if not record.role]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.articles)

    @cached_property
    def paths(self) -> Mapping[str, SitePath]:
        """Where each article is on the site, by its path; found when it is first asked for."""
        return _SitePaths()

    @cached_property
    def permalinks(self) -> Permalinks:
        """How the platform makes addresses, as far as its settings say so."""
        folders = {record.path.rpartition("/")[0] for record in self.every}
        return permalinks_of(self.repository.text, sorted(folders), self.root)

    @cached_property
    def generator(self) -> str:
        """The program that makes the site, "" if none is known."""
        slugger = {"kramdown": "jekyll", "starlight": "astro"}.get(self.platform, self.platform)
        known = self.permalinks.platform or ("" if slugger in ("any", "github", "gitlab", "pandoc") else slugger)
        return known or self._generator_file[0]

    @cached_property
    def folder(self) -> str:
        """The folder of the settings, "" for the top, if the generator is known by them alone."""
        return "" if self.permalinks.platform else self._generator_file[1]

    @cached_property
    def _generator_file(self) -> tuple[str, str]:
        return generator_of(self.repository.paths, self.root)

    @cached_property
    def addresses(self) -> dict[str, tuple[Address, ...]]:
        """The addresses of each article, by its path."""
        return {
            record.path: tuple(addresses_of(record, self.paths[record.path], self.platform, self.permalinks))
            for record in self.records
            if record.role != "part"
        }

    @cached_property
    def tags(self) -> list[dict[str, SiteTag]]:
        """The tags of the articles of each language, by what all spellings of each have in common."""
        return by_language((self.edition(record)[0], record) for record in self.records)

    def edition(self, record: ArticleRecord) -> tuple[str, str]:
        """Return the language and the version of an article: those of another edition do not count as duplicates."""
        place = self.paths[record.path]
        return place.language or record.language.casefold(), place.version

    def alike(
        self, records: Iterable[ArticleRecord], key: Callable[[ArticleRecord], Key | None]
    ) -> Iterator[list[ArticleRecord]]:
        """Yield the groups of two articles or more of one edition that have a key in common."""
        groups: dict[Key, list[ArticleRecord]] = defaultdict(list)
        for record in records:
            found = key(record)
            if found:
                groups[found].append(record)
        return (group for alike in groups.values() if len(alike) > 1 for group in self._by_edition(alike))

    def _by_edition(self, records: Iterable[ArticleRecord]) -> Iterator[list[ArticleRecord]]:
        """Yield the groups of two articles or more of one edition."""
        groups: dict[tuple[str, str], list[ArticleRecord]] = defaultdict(list)
        for record in records:
            groups[self.edition(record)].append(record)
        return (group for group in groups.values() if len(group) > 1)


class _SitePaths(dict[str, SitePath]):
    def __missing__(self, path: str) -> SitePath:
        self[path] = found = site_path_of(path)
        return found


def shared(
    group: Sequence[ArticleRecord],
    part: Callable[[ArticleRecord], Text],
    message: Callable[[ArticleRecord, Sequence[ArticleRecord]], str],
    label: str,
) -> SiteFindings:
    """Yield a finding for each article of a group that shares what `part` is, with the others as related paths."""
    spots = [Spot(record.path, part(record).span, label) for record in group]
    for index, record in enumerate(group):
        others = [*group[:index], *group[index + 1 :]]
        related = [spot for spot in spots[: MOST_RELATED + 1] if spot.path != record.path][:MOST_RELATED]
        yield SiteFinding(record.path, spots[index].span, message(record, others), group[0].path, tuple(related))


def named(others: Sequence[ArticleRecord]) -> str:
    """Name the first of some articles, and say how many more there are: “a.md” and 2 more."""
    more = len(others) - 1
    return f"“{others[0].path}”" + (f" and {more} more" if more else "")
