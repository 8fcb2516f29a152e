"""The translations of the articles of a site, found by their paths and by the fields that name them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from lintarticle.site.record import ArticleRecord
from lintarticle.site.whole import WholeSite

Editions: TypeAlias = Mapping[str, Mapping[str, ArticleRecord]]
"""The articles of a folder: by language, and in each by what an article has in common with its translations."""


class Translation(NamedTuple):
    """An article and what it is a translation of."""

    source: ArticleRecord
    record: ArticleRecord


def folders(site: WholeSite) -> Iterator[Editions]:
    """Yield the articles of each folder that has some in two languages."""
    found: dict[tuple[str, str], list[ArticleRecord]] = defaultdict(list)
    for record in site.articles:
        found[site.paths[record.path].collection, site.edition(record)[1]].append(record)
    for records in found.values():
        if len({site.edition(record)[0] for record in records}) > 1:
            yield _editions(site, records)


def _editions(site: WholeSite, records: list[ArticleRecord]) -> Editions:
    named = {_plain(record.translation.text) for record in records}
    editions: dict[str, dict[str, ArticleRecord]] = defaultdict(dict)
    for record in records:
        twin = _plain(site.paths[record.path].twin)
        own = (record.translation.text, record.slug.text, record.path, twin, twin.rpartition("/")[2])
        key = next((each for each in map(_plain, own) if each and each in named), twin)
        editions[site.edition(record)[0]].setdefault(key, record)
    return editions


def _plain(text: str) -> str:
    """Return what the ways to name an article have in common: `/Tides/`, `tides.md`, `tides/index.md`."""
    return re.sub(r"(?:/_?index)?\.(?:md|mdx|markdown)\Z", "", text.strip("/").casefold())


def source_language(site: WholeSite, every: Iterable[Editions]) -> Callable[[Editions], str]:
    """Return what says which language of a folder is that of the originals, by the articles of some folders.

    It is that of the paths that name none, else that of most articles.
    """
    unnamed, total = Counter[str](), Counter[str]()
    for editions in every:
        for language, records in editions.items():
            unnamed[language] += sum(not site.paths[record.path].language for record in records.values())
            total[language] += len(records)

    def weight(language: str) -> tuple[int, int, bool]:
        return unnamed[language], total[language], language[:2] == "en"

    return lambda editions: max(sorted(editions), key=weight)


def translations(site: WholeSite) -> Iterator[Translation]:
    """Yield every article that is a translation."""
    every = list(folders(site))
    source_of = source_language(site, every)
    for editions in every:
        source = source_of(editions)
        for language, records in editions.items():
            for key, record in records.items():
                if language != source and key in editions[source]:
                    yield Translation(editions[source][key], record)
