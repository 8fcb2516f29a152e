"""What two articles must have in common for a rule about the site to say anything of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from types import MappingProxyType

from lintarticle.article.metadata.spelling import normal_form, plain_words, title_form
from lintarticle.cache.hashing import blake2b
from lintarticle.site.record import ArticleRecord
from lintarticle.site.similarity import bands_of, spans_of
from lintarticle.site.whole import WholeSite

Key = str | int | tuple[int, str]
Keys = Callable[[WholeSite, ArticleRecord], Iterable[Key]]

TAG_RULES = frozenset(("site/tag-plural", "site/tag-spelling", "site/tag-used-once"))
"""Rules that compare tags: they get some uses of each, and the number of all."""

NEAR, USED_ONCE = "site/near-duplicate", "site/tag-used-once"


def _file_name(_: WholeSite, record: ArticleRecord) -> Iterator[str]:
    yield record.cover.text.rstrip("/").rpartition("/")[2]


def _series(_: WholeSite, record: ArticleRecord) -> Iterator[str]:
    return (normal_form(series.text) for series in record.series)


KEYS: MappingProxyType[str, Keys] = MappingProxyType({
    "site/duplicate-address": lambda site, record: (each.text for each in site.addresses.get(record.path, ())),
    "site/duplicate-cover": _file_name,
    "site/duplicate-excerpt": lambda _, record: (plain_words(record.excerpt.text),),
    "site/duplicate-title": lambda _, record: (title_form(record.title.text),),
    "site/keyphrase-reuse": lambda _, record: (plain_words(record.keyphrase.text),),
    NEAR: lambda _, record: bands_of(record.signature),
    "site/repeated-paragraph": lambda _, record: (hashed for hashed, _ in spans_of(record.paragraphs)),
    "site/series-order": _series,
})  # fmt: skip
"""The keys of an article by rule, which says nothing of articles that share no key with others of their edition.

A rule without keys is given every article.
"""


ABOUT_CHANGES = frozenset(("site/lastmod-unchanged", "site/lost-address"))
"""Rules that say nothing where all articles are looked at."""


def are_grouped(rules: Collection[str]) -> bool:
    """Whether rules say nothing but of articles that share a key or a tag with others."""
    return all(rule in KEYS or rule in TAG_RULES or rule in ABOUT_CHANGES for rule in rules)


def keys_of(rule: str, place: str, site: WholeSite, record: ArticleRecord) -> list[int]:
    """Return the keys of an article for a rule, as numbers of 64 bits; `place` is the site."""
    edition = site.edition(record)
    keys = {key for key in KEYS[rule](site, record) if key}
    return sorted(_number(f"{rule}\0{place}\0{edition}\0{key}") for key in keys)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def forms_of(record: ArticleRecord) -> list[tuple[str, str]]:
    """Return the tags of an article, each once: what its spellings have in common, and how it is written."""
    forms = ((normal_form(tag.text), tag.text.strip()) for tag in record.tags)
    return list(dict.fromkeys(each for each in forms if each[0]))
