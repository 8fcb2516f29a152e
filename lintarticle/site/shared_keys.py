"""What articles have to share so that a rule about the site says something of them, and the articles that do."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lintarticle.article.metadata.spelling import normal_form, plain_words, title_form
from lintarticle.site.record import ArticleRecord
from lintarticle.site.repository_files import new_files
from lintarticle.site.rule import OF_WHOLE_RUNS
from lintarticle.site.similarity import NEAR, REPEATED, bands_of, spans_of
from lintarticle.site.tags import plurals
from lintarticle.site.whole import WholeSite

Key = str | int | tuple[int, str]
Keys = Callable[[WholeSite, ArticleRecord], Iterable[Key]]
Variants = Callable[[WholeSite, ArticleRecord], Iterable[tuple[Hashable, Hashable]]]


def _file_name(_: WholeSite, record: ArticleRecord) -> Iterator[str]:
    yield record.cover.text.rstrip("/").rpartition("/")[2]


def _series(_: WholeSite, record: ArticleRecord) -> Iterator[str]:
    return (normal_form(series.text) for series in record.series)


KEYS: Mapping[str, Keys] = MappingProxyType({
    "site/duplicate-address": lambda site, record: (each.text for each in site.addresses.get(record.path, ())),
    "site/duplicate-cover": _file_name,
    "site/duplicate-excerpt": lambda _, record: (plain_words(record.excerpt.text),),
    "site/duplicate-title": lambda _, record: (title_form(record.title.text),),
    "site/keyphrase-reuse": lambda _, record: (plain_words(record.keyphrase.text),),
    NEAR: lambda _, record: bands_of(record.signature),
    REPEATED: lambda _, record: (hashed for hashed, _ in spans_of(record.paragraphs)),
    "site/series-order": _series,
})  # fmt: skip
"""The keys of an article by rule; a rule says nothing about articles that share no key within their edition."""


def _spellings(site: WholeSite, record: ArticleRecord) -> Iterator[tuple[Hashable, Hashable]]:
    language = site.edition(record)[0]
    return (((language, normal_form(tag.text)), tag.text.strip()) for tag in record.tags)


def _plurals(site: WholeSite, record: ArticleRecord) -> Iterator[tuple[Hashable, Hashable]]:
    language = site.edition(record)[0]
    forms = [normal_form(tag.text) for tag in record.tags]
    return (((language, each), form) for form in forms for each in (form, *plurals(form)))


def _languages(site: WholeSite, record: ArticleRecord) -> Iterator[tuple[Hashable, Hashable]]:
    language, version = site.edition(record)
    yield (site.paths[record.path].collection, version), language


def _new_files(site: WholeSite, record: ArticleRecord) -> Iterator[tuple[Hashable, Hashable]]:
    yield record.path, ""
    yield from ((record.path, path) for _, path in new_files(record, site.repository))


_VARIANTS: Mapping[str, Variants] = MappingProxyType({
    "site/not-in-git": _new_files,
    "site/tag-plural": _plurals,
    "site/tag-spelling": _spellings,
    "site/translation-missing": _languages,
})  # fmt: skip
"""The same for rules that say something where one key is there in two variants, such as a tag in two spellings."""

ABOUT_CHANGES = frozenset(("site/lastmod-unchanged", "site/lost-address"))
"""Rules that say nothing where all articles are looked at."""


_WITHOUT_KEYS = ABOUT_CHANGES | OF_WHOLE_RUNS
"""Rules that say nothing about a whole site, or that look at every article by themselves."""


def are_told_by_keys(rules: Collection[str]) -> bool:
    """Whether rules ask for no records but those of articles that share a key with others."""
    return all(rule in KEYS or rule in _VARIANTS or rule in _WITHOUT_KEYS for rule in rules)


class SharedKeys:
    """Finds the articles of a site that share a key with others, for some rules; `numbers` says which those are."""

    def __init__(self, rules: Collection[str]) -> None:
        self._tables = {rule: _Table() for rule in rules if rule not in _WITHOUT_KEYS}
        self._count = 0

    def add(self, site: WholeSite) -> None:
        """Add the articles of a part of the site, in their order."""
        for record in site.records:
            edition = site.edition(record)
            for rule, table in self._tables.items():
                if rule in KEYS:
                    keys = dict.fromkeys(filter(None, KEYS[rule](site, record)))
                    table.add(self._count, (((edition, key), record.path) for key in keys))
                else:
                    table.add(self._count, _VARIANTS[rule](site, record))
            self._count += 1

    @property
    def numbers(self) -> Sequence[int]:
        """The places of these articles among all that were added."""
        return sorted({number for table in self._tables.values() for number in table.numbers()})


class _Table:
    """The keys of articles, as numbers: two that are alike by chance make an article more to look at."""

    def __init__(self) -> None:
        self._keys = array("q")
        self._variants = array("q")
        self._numbers = array("l")

    def add(self, number: int, pairs: Iterable[tuple[Hashable, Hashable]]) -> None:
        for key, variant in pairs:
            self._keys.append(hash(key))
            self._variants.append(hash(variant))
            self._numbers.append(number)

    def numbers(self) -> Iterator[int]:
        """Yield the articles with a key of which there is another variant."""
        first: dict[int, int] = {}
        shared = {
            key
            for key, variant in zip(self._keys, self._variants, strict=True)
            if first.setdefault(key, variant) != variant
        }
        return (number for key, number in zip(self._keys, self._numbers, strict=True) if key in shared)
