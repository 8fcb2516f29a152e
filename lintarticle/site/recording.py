"""The record of an article, made of what was read of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lintarticle.article.article import Article
from lintarticle.article.metadata.metadata import CONTAINERS, Field
from lintarticle.article.values import Entry, Node, Text
from lintarticle.site.record import VERSION, ArticleRecord
from lintarticle.site.similarity import COMPARING, NEAR, REPEATED, has_paragraphs, paragraphs_of, signature_of

OTHER_ADDRESSES = frozenset(("alias", "aliases", "redirect_from", "redirectfrom", "redirects"))
_RELATED = frozenset((
    "related", "related_posts", "relatedposts", "related_articles", "relatedarticles", "see_also", "seealso",
))  # fmt: skip
_PARTS = (
    "seriesorder", "seriespart", "seriesnumber", "seriesindex", "series.order", "series.part", "series.number",
    "series.index", "part", "partnumber",
)  # fmt: skip
_WEIGHTS = ("weight", "order", "navorder")
_TRANSLATIONS = ("translationkey", "translationof", "translationid", "i18nkey", "langref", "ref")


def record_of(article: Article, kind: str = "", comparing: Collection[str] = COMPARING) -> ArticleRecord | None:
    """Return the record of an article of a type, None for a template that articles are made from.

    `comparing` are the rules that compare its text: what they need takes most of the work for a record.
    """
    if article.is_template:
        return None
    metadata, body = article.metadata, article.body
    entries = article.front_matter.root.entries if article.front_matter and article.front_matter.root else ()
    named = {name: node for name, node in _named(entries) if node.text.strip()}
    values = [
        VERSION,
        kind,
        metadata.text("lang").strip(),
        "part" if article.is_fragment else "listing" if article.is_listing else "",
        article.is_draft,
        *(_text(metadata.get(name)) for name in _ONE),
        _flat(_items(metadata.tag_field)),
        _flat(_items(metadata.get("categories"))),
        _flat(_listed(entries, OTHER_ADDRESSES)),
        _flat(_named_ones(metadata.get("author"))),
        _flat(_items(metadata.get("series"))),
        _flat(_listed(entries, _RELATED)),
        _flat(_local(Text(link.target.text, link.target.span) for link in body.links if link.kind != "autolink")),
        _flat(_local(image.target for image in body.images if image.target)),
        [entry.key.text for entry in entries],
        "".join(str(heading.level) for heading in body.headings),
        len(body.code_blocks),
        signature_of(article) if NEAR in comparing else "",
        paragraphs_of(article) if REPEATED in comparing else [],
        list(article.metadata_span),
        *(_first(named, names) for names in (_PARTS, _WEIGHTS, _TRANSLATIONS)),
        has_paragraphs(article),
    ]
    return ArticleRecord(article.path, values)


_ONE = ("title", "excerpt", "slug", "permalink", "keyphrase", "cover", "date", "updated")


def _text(field: Field | None) -> list[Any]:
    if field is None or not field.text.strip():
        return ["", 0, 0]
    return [field.text.strip(), *field.span]


def _items(field: Field | None) -> Iterator[Text]:
    if field is None:
        return iter(())
    items = field.items or ((Text(field.text, field.span),) if field.text else ())
    return (item for item in items if item.text.strip())


def _named_ones(field: Field | None) -> Iterator[Text]:
    """Yield the items of a field that are texts: a table says itself who it is about."""
    node = field.node if field else None
    tables = [node, *node.items] if node else []
    spans = [each.span for each in tables if each.kind == "mapping"]
    return (item for item in _items(field) if not any(span.start <= item.span.start < span.end for span in spans))


def _listed(entries: Iterable[Entry], names: frozenset[str]) -> Iterator[Text]:
    """Yield the texts under any of some keys: one text or a list of them."""
    for entry in entries:
        if entry.key.text.casefold().replace("-", "_") in names:
            for node in entry.value.walk():
                if node.kind == "string" and node.text.strip():
                    yield Text(node.text.strip(), node.span)


def _first(named: Mapping[str, Node], names: Sequence[str]) -> list[Any]:
    """Return the text under the first of some names that has one, and where it is."""
    return next(([named[name].text.strip(), *named[name].span] for name in names if name in named), ["", 0, 0])


def _named(entries: Iterable[Entry], before: str = "") -> Iterator[tuple[str, Node]]:
    """Yield the values by their keys, folded; a dot leads into a mapping."""
    for entry in entries:
        name = before + entry.key.text.casefold().replace("-", "").replace("_", "")
        yield name, entry.value
        if not before:
            yield from _named(entry.value.entries, "" if name in CONTAINERS else f"{name}.")


_ELSEWHERE = ("#", "http:", "https:", "mailto:", "//", "data:")


def _local(targets: Iterable[Text]) -> Iterator[Text]:
    """Yield the targets that lead to the site itself."""
    return (each for each in targets if each.text and not each.text.startswith(_ELSEWHERE))


def _flat(texts: Iterable[Text]) -> list[Any]:
    return [part for text in texts for part in (text.text, *text.span)]
