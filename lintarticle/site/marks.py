"""Signs that two articles may have to do with each other: some numbers of each, kept with its record.

A run on a few articles reads whole only the records of those that share a mark with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from zlib import crc32

from lintarticle.article.metadata.spelling import normal_form, plain_words, title_form
from lintarticle.site.address import addresses_of
from lintarticle.site.permalinks import pattern_names
from lintarticle.site.record import ArticleRecord
from lintarticle.site.site_path import site_path_of
from lintarticle.site.tags import plurals

TOLD_BY_MARKS = frozenset((
    "site/duplicate-address", "site/duplicate-excerpt", "site/duplicate-title", "site/keyphrase-reuse",
    "site/not-in-git", "site/series-order", "site/tag-plural", "site/tag-spelling",
    "site/translation-missing",
))  # fmt: skip
"""Rules whose findings about an article depend on no others than those that share a mark with it."""

_PLATFORMS = ("any", "hugo", "zola", "ghost")
"""One for each way in which a platform makes addresses."""


MOST = 20
"""A run on more articles does not search the marks of the others."""


def marks_of_record(record: ArticleRecord) -> str:
    """Return the marks of an article, with a space between them: what it has, and for a tag how it is written."""
    return " ".join(dict.fromkeys([f"{_hash(key)}:{written}" for key, written in _keys(record)]))


def _hash(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):x}"


def _keys(record: ArticleRecord) -> Iterator[tuple[str, str]]:
    """Yield what an article has, and the hash of how it is written where that matters, else ""."""
    texts = (title_form(record.title.text), plain_words(record.excerpt.text), plain_words(record.keyphrase.text))
    yield from ((f"%{normal_form(series.text)}", "") for series in record.series)
    yield from ((f"{number}{text}", "") for number, text in enumerate(texts) if text)
    path = site_path_of(record.path)
    yield f"^{path.collection}", _hash(path.language or record.language.casefold() or "_")
    for platform in _PLATFORMS if _may_have_several_addresses(record) else _PLATFORMS[:1]:
        for address in addresses_of(record, path, platform):
            yield f"/{address.text.rpartition('/')[2]}", ""
    yield from ((f"/{name.casefold()}", "") for name in pattern_names(record, path.twin))
    for tag in record.tags:
        form = normal_form(tag.text)
        if form:
            written = _hash(tag.text.strip())
            yield from ((f"#{each}", written) for each in (form, *plurals(form)))


def _may_have_several_addresses(record: ArticleRecord) -> bool:
    """Whether the platforms may make different addresses: of a date in the file name, or of a field."""
    has_field = record.slug.text or record.permalink.text or record.aliases
    return bool(has_field) or record.path.rpartition("/")[2][:1].isdecimal()


def related(few: Iterable[ArticleRecord], marks: Sequence[str]) -> list[bool]:
    """Say of each article by its marks whether a few may have to do with it: not by a tag that all write in one way."""
    own = [mark for record in few for mark in marks_of_record(record).split()]
    written: dict[str, set[str]] = {}
    for mark in own:
        written.setdefault(mark.partition(":")[0], set()).add(mark)
    search = re.compile(rf"\b(?:{'|'.join(written)}):\w*").findall
    shared: list[list[str]] = list(map(search, marks)) if written else [[]] * len(marks)
    for mark in chain.from_iterable(shared):
        written[mark.partition(":")[0]].add(mark)
    telling = {key for key, those in written.items() if len(those) > 1 or f"{key}:" in those}
    return [any(mark.partition(":")[0] in telling for mark in those) for those in shared]


def are_enough(few: Iterable[ArticleRecord], records: Sequence[ArticleRecord]) -> bool:
    """Whether the marks of a few articles tell all: not of a title in several folders, which may share more titles."""
    folders: dict[str, set[str]] = {}
    for record in records:
        form = title_form(record.title.text)
        if form:
            folders.setdefault(form, set()).add(site_path_of(record.path).collection)
    return all(len(folders.get(title_form(record.title.text), ())) < 2 for record in few)
