"""What a section must contain: its words, images, lists and the like, compared with the limits of its item."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Section
from lintarticle.article.values import Fault
from lintarticle.outline.outline import Limits, OutlineSection
from lintarticle.ranges import Range
from lintarticle.source import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


class Contents:
    """Compares the sections of one article with limits; what is counted is collected once, on demand."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts: dict[str, list[int]] = {}

    def faults(self, section: Section, item: OutlineSection) -> Iterator[Fault]:
        """Yield a fault of the kind `section-content` for every limit that a section breaks."""
        for message in self._messages(section, item):
            full = f"Section “{section.title}” {message}."
            yield Fault("section-content", section.title_span, full, item.description)

    def _messages(self, section: Section, item: OutlineSection) -> Iterator[str]:
        limits = item.limits
        if item.level and section.level != item.level:
            yield f"has a level-{section.level} heading; use level {item.level} (“{'#' * item.level}”)"
        if limits.words is not None and section.words not in limits.words:
            yield _wrong_count(section.words, "word", limits.words)
        for thing, range_, parts in self._countable(limits):
            if range_ is not None and (count := self._count(section, thing, parts)) not in range_:
                yield _wrong_count(count, thing, range_)
        if limits.must_link and not self._count(section, "link", lambda: self._article.body.links):
            yield "has no links; add at least one"
        if limits.must_contain or limits.must_not_contain:
            yield from self._wrong_texts(section, limits)

    def _countable(self, limits: Limits) -> Iterator[tuple[str, Range | None, Callable[[], Sequence[_Spanned]]]]:
        body, language = self._article.body, limits.code_language
        yield "image", limits.images, lambda: body.images
        yield (
            f"{language} code block" if language else "code block",
            limits.code,
            lambda: [block for block in body.code_blocks if not language or block.language.lower() == language.lower()],
        )
        yield "list", limits.lists, lambda: [block for block in body.lists if block.depth == 0]
        yield "table", limits.tables, lambda: body.tables
        yield "link", limits.links, lambda: body.links

    def _count(self, section: Section, thing: str, parts: Callable[[], Sequence[_Spanned]]) -> int:
        if thing not in self._starts:
            self._starts[thing] = sorted(part.span.start for part in parts())
        starts = self._starts[thing]
        return bisect_left(starts, section.own.end) - bisect_left(starts, section.own.start)

    def _wrong_texts(self, section: Section, limits: Limits) -> Iterator[str]:
        own = self._article.text[section.own.start : section.own.end].casefold()
        for text in limits.must_contain:
            if text.casefold() not in own:
                yield f"must contain “{text}”"
        for text in limits.must_not_contain:
            if text.casefold() in own:
                yield f"must not contain “{text}”"


def _wrong_count(count: int, thing: str, range_: Range) -> str:
    return f"has {count or 'no'} {thing}{'' if count == 1 else 's'}; expected {range_.words}"
