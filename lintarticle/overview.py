"""What was understood of one article, as plain data that can be sent to another process and drawn.

The search result as readers would see it, the sections with their words, and where each illustration goes.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeVar

from lintarticle.article.article import Article
from lintarticle.article.illustrations.illustration import Illustration, Placement
from lintarticle.article.metadata.excerpts import wording
from lintarticle.article.text.measure import cut_at_columns, cut_at_em
from lintarticle.article.values import Text
from lintarticle.article.views.fields import search_excerpt
from lintarticle.config.settings import Settings
from lintarticle.source import Span

_Kind = TypeVar("_Kind")


class Cut(NamedTuple):
    """A text, and as much of it as search results show."""

    whole: str
    shown: str

    @property
    def is_cut(self) -> bool:
        """Whether readers see less than the whole."""
        return len(self.shown) < len(self.whole)


class SectionView(NamedTuple):
    """One heading: its level (1 to 6), its text, the words up to the next heading, its 1-based line."""

    level: int
    title: str
    words: int
    line: int


Where = Literal["top", "intro", "before", "in", "after", "end", "nowhere"]


class PictureView(NamedTuple):
    """One illustration: where it goes, and what its brief says; a text is "" where the brief has none.

    `section` is the index in `Overview.sections` that `before`, `in` and `after` speak of, else -1. `asked` is
    the placement as written.
    """

    called: str
    type: str
    where: Where
    section: int
    asked: str
    status: str
    description: str
    prompt: str
    alt: str
    file: str
    line: int


class Overview(NamedTuple):
    """One article. `opening_words` stand before the first heading; `address` is where it will be read, if known."""

    title: Cut
    excerpt: Cut
    address: str
    date: str
    language: str
    words: int
    opening_words: int
    sections: tuple[SectionView, ...]
    pictures: tuple[PictureView, ...]


def overview(article: Article, settings: Settings) -> Overview:
    """Return the overview of an article; the limits are those of the rules that run, else what these start from."""
    metadata, body = article.metadata, article.body
    excerpt, limits = search_excerpt(article), search_limits(settings)
    wanted = wording(excerpt) if excerpt else ""
    headed = [(section, section.heading) for section in body.sections if section.heading]
    indices = {heading.span: index for index, (_, heading) in enumerate(headed)}
    line_of = article.source.line_of
    return Overview(
        _title(metadata.text("seo_title") or metadata.text("title"), limits),
        Cut(wanted, cut_at_columns(wanted, limits.excerpt)),
        metadata.text("canonical_url") or metadata.text("slug") or article.path,
        metadata.text("date"),
        article.language,
        body.words,
        sum(section.words for section in body.sections if not section.heading),
        tuple(
            SectionView(heading.level, heading.text, section.words, line_of(heading.span.start))
            for section, heading in headed
        ),
        tuple(_picture(item, indices, line_of(item.span.start)) for item in article.illustrations if item.is_read),
    )


class SearchLimits(NamedTuple):
    """What search results show: of a title so many em, of an excerpt so many columns; `suffix` ends every title."""

    title: float
    suffix: str
    excerpt: int


def search_limits(settings: Settings) -> SearchLimits:
    """Return the limits of the rules that run, else those that they start from."""
    from lintarticle.rules.excerpt.too_long import TooLong
    from lintarticle.rules.title.too_wide import TooWide

    title = _options(settings, "title/too-wide", TooWide)
    return SearchLimits(title.max, title.suffix, _options(settings, "excerpt/too-long", TooLong).max)


def _title(title: str, limits: SearchLimits) -> Cut:
    whole = title + limits.suffix if title else ""
    return Cut(whole, cut_at_em(whole, limits.title))


def _options(settings: Settings, rule: str, kind: type[_Kind]) -> _Kind:
    found = (active.options for active in settings.rules if active.rule.name == rule)
    return next((options for options in found if isinstance(options, kind)), kind())


def _picture(item: Illustration, indices: dict[Span, int], line: int) -> PictureView:
    where, section = _spot(item.placement, indices)
    return PictureView(
        item.called,
        _text(item.type),
        where,
        section,
        _text(item.placement.text) if item.placement and item.origin != "inline" else "",
        item.status,
        _text(item.description),
        _text(item.prompt),
        _text(item.alt),
        _text(item.file),
        line,
    )


def _spot(placement: Placement | None, indices: dict[Span, int]) -> tuple[Where, int]:
    if placement is None or not placement.is_resolved:
        return "nowhere", -1
    if placement.kind in ("top", "end", "intro"):
        return placement.kind, -1
    section = indices.get(placement.headings[0].span, -1)
    if section < 0:
        return "nowhere", -1
    return placement.kind if placement.kind in ("before", "after") else "in", section


def _text(text: Text | None) -> str:
    return text.text if text else ""
