"""From an article to its portrait."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.markdown.elements import Heading
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.metadata_block.metadata_block import MetadataBlock
from lintarticle.article.text.measure import columns, em_width
from lintarticle.config.configuration import read_typed
from lintarticle.config.settings import Settings
from lintarticle.output.portrait.figures import figures
from lintarticle.output.portrait.model import (
    BlockPart,
    FaultPart,
    FieldPart,
    FrontMatterPart,
    IllustrationPart,
    Landing,
    Lines,
    Portrait,
    Preview,
    Quotation,
    SearchResult,
    SectionPart,
)
from lintarticle.overview import Overview, PictureView, overview, search_limits
from lintarticle.rules.title.too_wide import FONT_SIZE
from lintarticle.source import SourceText, Span


def portrait(path: str, source: SourceText, settings: Settings) -> Portrait:
    """Read an article as its settings say and return what was understood; the source has no fault."""
    article, chosen = read_typed(path, source, settings)
    view = overview(article, chosen)
    return Portrait(
        path=path,
        type=chosen.type,
        front_matter=_front_matter(article, article.front_matter) if article.front_matter else None,
        blocks=tuple(_block(article, block) for block in article.blocks),
        metadata=tuple(_field(article, field) for field in article.metadata.every if not _is_opened(article, field)),
        opening_words=view.opening_words,
        sections=tuple(_sections(article)),
        illustrations=tuple(_illustrations(article, view)),
        search_result=_search_result(view, chosen),
        figures=figures(article),
        faults=tuple(_faults(article)),
    )


def _lines(article: Article, span: Span) -> Lines:
    line_of = article.source.line_of
    length = len(article.source[span].rstrip())
    return Lines(line_of(span.start), line_of(span.start + max(0, length - 1)))


def _front_matter(article: Article, front_matter: FrontMatter) -> FrontMatterPart:
    entries = front_matter.root.entries if front_matter.root else ()
    starts = sorted(field.key_span.start for field in article.metadata.every if field.origin == "front-matter")
    others = [
        entry.key.text
        for entry in entries
        if not _has_one_in(starts, Span(entry.key.span.start, max(entry.key.span.end, entry.value.span.end)))
    ]
    return FrontMatterPart(front_matter.format, _lines(article, front_matter.span), tuple(others))


def _has_one_in(offsets: list[int], span: Span) -> bool:
    index = bisect_left(offsets, span.start)
    return index < len(offsets) and offsets[index] < span.end


def _block(article: Article, block: MetadataBlock) -> BlockPart:
    return BlockPart(
        block.place,
        _lines(article, block.span),
        tuple(entry.label.text for entry in block.entries),
        tuple(entry.label.text for entry in block.entries if not entry.field),
        tuple(_quotation(article, span) for span in block.debris),
    )


def _quotation(article: Article, span: Span) -> Quotation:
    return Quotation(article.source[span].strip(), article.source.line_of(span.start))


def _is_opened(article: Article, field: Field) -> bool:
    """Whether a field is a mapping of which a part is what counts: `cover`, where `cover.image` is the cover."""
    effective = article.metadata.get(field.name)
    return effective is not None and effective.key.startswith(f"{field.key}.")


def _field(article: Article, field: Field) -> FieldPart:
    is_text = bool(field.text) or bool(field.items) or field.is_empty
    effective = article.metadata.get(field.name)
    return FieldPart(
        field.name,
        field.key,
        field.origin,
        article.source.line_of(field.key_span.start),
        field.text if is_text else article.source[field.span],
        tuple(item.text for item in field.items),
        "empty" if field.is_empty else "used" if field is effective else "not-used",
    )


def _sections(article: Article) -> Iterator[SectionPart]:
    """Yield the sections with a heading; the text before the first heading is section 0 of the body."""
    for section in article.body.sections[1:]:
        yield SectionPart(
            section.level,
            section.title,
            article.source.line_of(section.span.start),
            section.words,
            section.total_words,
            section.parent - 1 if section.parent > 0 else None,
        )


def _illustrations(article: Article, view: Overview) -> Iterator[IllustrationPart]:
    items = [item for item in article.illustrations if item.is_read]
    indices = {section.span: index for index, section in enumerate(article.body.sections)}
    for item, picture in zip(items, view.pictures, strict=True):
        yield IllustrationPart(
            picture.called,
            item.kind,
            picture.type,
            item.status,
            item.origin,
            picture.line,
            _landing(article, item, picture, indices),
            picture.description,
            picture.prompt,
            picture.alt,
            picture.file,
        )


def _landing(article: Article, item: Illustration, picture: PictureView, indices: dict[Span, int]) -> Landing:
    """Say where an illustration goes; a mark in the body stands where it goes."""
    if picture.where == "nowhere" and item.origin == "inline":
        index = indices[article.body.section_at(item.span.start).span]
        return Landing("in", index - 1, "", (), None) if index else Landing("intro", None, "", (), None)
    placement = item.placement
    if picture.where != "nowhere" or placement is None:
        return Landing(picture.where, picture.section if picture.section >= 0 else None, picture.asked, (), None)
    headings = tuple(_named(article, heading) for heading in placement.headings)
    nearest = _named(article, placement.nearest) if placement.nearest and not headings else None
    return Landing("nowhere", None, picture.asked, headings, nearest)


def _named(article: Article, heading: Heading) -> Quotation:
    return Quotation(heading.text, article.source.line_of(heading.span.start))


def _search_result(view: Overview, settings: Settings) -> SearchResult:
    limits = search_limits(settings)
    title, excerpt = view.title, view.excerpt
    return SearchResult(
        view.address,
        Preview(
            title.whole,
            title.shown,
            round(em_width(title.whole) * FONT_SIZE),
            round(limits.title * FONT_SIZE),
            "pixels",
        ),
        Preview(excerpt.whole, excerpt.shown, columns(excerpt.whole), limits.excerpt, "columns"),
    )


def _faults(article: Article) -> Iterator[FaultPart]:
    for fault in sorted(article.faults, key=lambda fault: fault.span):
        line, column = article.source.position(fault.span.start)
        yield FaultPart(line, column, fault.message, fault.help)
