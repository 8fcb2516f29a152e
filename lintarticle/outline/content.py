"""What a section must hold: its words, images, lists and the like against the limits of its item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from lintarticle.article.model import Article, Fault, Section
from lintarticle.outline.model import Item, Limits, Range
from lintarticle.source import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


def content_faults(article: Article, section: Section, item: Item) -> Iterator[Fault]:
    """Yield a fault of the kind `section-content` for every limit that a section breaks."""
    heading = section.heading
    if heading is None:
        return
    for message in _messages(article, section, item):
        yield Fault("section-content", heading.text_span, f"The section “{section.title}” {message}.", item.description)


def _messages(article: Article, section: Section, item: Item) -> Iterator[str]:
    limits = item.limits
    if item.level and section.level != item.level:
        yield f"has a heading of level {section.level}, expected level {item.level}"
    for range_, count, thing in _counts(article, section, limits):
        if range_ is not None and count not in range_:
            yield f"has {count} {thing}{'' if count == 1 else 's'}, expected {range_.words}"
    if limits.must_link and not _count(section, article.body.links):
        yield "has no link, expected at least one"
    own = article.text[section.own.start : section.own.end].casefold()
    for text in limits.must_contain:
        if text.casefold() not in own:
            yield f"does not contain “{text}”, which it must"
    for text in limits.must_not_contain:
        if text.casefold() in own:
            yield f"contains “{text}”, which it must not"


def _counts(article: Article, section: Section, limits: Limits) -> Iterator[tuple[Range | None, int, str]]:
    body, language = article.body, limits.code_language
    code = [block for block in body.code_blocks if not language or block.language == language]
    lists = [block for block in body.lists if block.depth == 0]
    yield limits.words, section.words, "word"
    yield limits.images, _count(section, body.images), "image"
    yield limits.code, _count(section, code), f"{language} code block" if language else "code block"
    yield limits.lists, _count(section, lists), "list"
    yield limits.tables, _count(section, body.tables), "table"
    yield limits.links, _count(section, body.links), "link"


def _count(section: Section, parts: Sequence[_Spanned]) -> int:
    return sum(section.own.start <= part.span.start < section.own.end for part in parts)
