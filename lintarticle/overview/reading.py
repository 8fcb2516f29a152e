"""From an article to its overview."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from lintarticle.article.article import Article
from lintarticle.article.front_matter.front_matter import FrontMatter
from lintarticle.article.illustrations.illustration import Illustration, Placement, local_files
from lintarticle.article.illustrations.naming import file_name
from lintarticle.article.markdown.elements import Heading
from lintarticle.article.markdown.targets import leads_within, local_target
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.metadata.spelling import wording
from lintarticle.article.metadata_block.metadata_block import MetadataBlock
from lintarticle.article.text.measure import columns, cut_at_columns, cut_at_em, em_width
from lintarticle.article.text.reading import reading_time
from lintarticle.article.values import Text
from lintarticle.article.views.fields import search_excerpt
from lintarticle.article.views.sentences import sentences
from lintarticle.config.settings import Settings
from lintarticle.languages import language_or_english
from lintarticle.overview.model import (
    ArticleLanguage,
    BlockPart,
    FaultPart,
    FieldPart,
    FrontMatterPart,
    IllustrationPart,
    ImageFiles,
    Images,
    LineRange,
    Links,
    Overview,
    Preview,
    Quotation,
    ResolvedPlacement,
    SearchResult,
    SectionPart,
    Sentences,
    ShownImage,
    TextFigures,
    Where,
)
from lintarticle.rule import Files, NoFiles
from lintarticle.rules.excerpt.too_long import TooLong
from lintarticle.rules.title.too_wide import FONT_SIZE, TooWide
from lintarticle.source import Span

_Kind = TypeVar("_Kind")

_NO_FILES = NoFiles()


def overview(article: Article, settings: Settings, files: Files = _NO_FILES) -> Overview:
    """Return the overview of an article without decoding errors; `files` has its images."""
    images = ImageFiles(article, files)
    return Overview(
        path=article.path,
        type=settings.type,
        front_matter=_front_matter(article, article.front_matter) if article.front_matter else None,
        blocks=tuple(_block(article, block) for block in article.blocks),
        metadata=tuple(_field(article, field) for field in article.metadata.every if not _is_opened(article, field)),
        opening_words=article.body.words_of(article.body.sections[0]),
        sections=tuple(_sections(article)),
        illustrations=tuple(_illustrations(article, settings, images)),
        search_result=_search_result(article, settings),
        figures=_figures(article),
        faults=tuple(_faults(article)),
        images=tuple(_images_shown(article, images)),
    )


def _lines(article: Article, span: Span) -> LineRange:
    line_of = article.source.line_of
    length = len(article.source[span].rstrip())
    return LineRange(line_of(span.start), line_of(span.start + max(0, length - 1)))


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
        tuple(_quotation(article, span) for span in block.left_out),
    )


def _quotation(article: Article, span: Span) -> Quotation:
    return Quotation(article.source[span].strip(), article.source.line_of(span.start))


def _is_opened(article: Article, field: Field) -> bool:
    """Whether a field is a mapping of which one part counts: `cover` if `cover.image` is the cover."""
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
    sections = article.body.sections
    words = list(map(article.body.words_of, sections))
    totals = words[:]
    for index in range(len(sections) - 1, 0, -1):
        if sections[index].parent > 0:
            totals[sections[index].parent] += totals[index]
    for section, own, total in zip(sections[1:], words[1:], totals[1:], strict=True):
        yield SectionPart(
            section.level,
            section.title,
            article.source.line_of(section.span.start),
            own,
            total,
            section.parent - 1 if section.parent > 0 else None,
        )


def _indices(article: Article) -> dict[Span, int]:
    headings = [section.heading for section in article.body.sections if section.heading]
    return {heading.span: index for index, heading in enumerate(headings)}


def _images_shown(article: Article, images: ImageFiles) -> Iterator[ShownImage]:
    """Yield the images of the body that are not those of its briefs."""
    of_briefs = {file_name(item.file.text) for item in article.illustrations if item.file}
    indices = _indices(article)
    for image in article.body.images:
        if image.target and file_name(image.target.text) not in of_briefs:
            heading = article.body.section_at(image.span.start).heading
            section = indices[heading.span] if heading else None
            line = article.source.line_of(image.span.start)
            target = image.target.text
            yield ShownImage(line, section, _text(image.alt), target, images.of([local_target(target)]))


def _illustrations(article: Article, settings: Settings, images: ImageFiles) -> Iterator[IllustrationPart]:
    indices = _indices(article)
    for item in article.illustrations:
        if item.is_read:
            yield IllustrationPart(
                item.called,
                item.kind,
                _text(item.type),
                item.status,
                item.origin,
                article.source.line_of(item.span.start),
                _resolved(article, item, indices),
                _text(item.description),
                _text(item.prompt),
                _text(item.alt),
                _text(item.file),
                _text(item.fields.get("caption")),
                _text(item.fields.get("style")),
                _size(item),
                images.of(local_files(item, settings.site.pictures)),
            )


def _size(item: Illustration) -> str:
    """Return the size as written, else what its width and height say."""
    sides = filter(None, (_text(item.fields.get(side)) for side in ("width", "height")))
    return _text(item.fields.get("size")) or " × ".join(sides)


def _text(text: Text | None) -> str:
    return text.text if text else ""


def _resolved(article: Article, item: Illustration, indices: dict[Span, int]) -> ResolvedPlacement:
    """Return where an illustration goes; a placeholder in the body goes where it is."""
    placement = item.placement
    asked = _text(placement.text) if placement and item.origin != "inline" else ""
    where, section = _place(placement, indices)
    if where != "nowhere":
        return ResolvedPlacement(where, section, asked, (), None)
    if item.origin == "inline":
        heading = article.body.section_at(item.span.start).heading
        section = indices[heading.span] if heading else None
        return ResolvedPlacement("intro" if section is None else "in", section, "", (), None)
    headings = tuple(_named(article, heading) for heading in placement.headings) if placement else ()
    nearest = _named(article, placement.nearest) if placement and placement.nearest and not headings else None
    return ResolvedPlacement("nowhere", None, asked, headings, nearest)


def _place(placement: Placement | None, indices: dict[Span, int]) -> tuple[Where, int | None]:
    if placement is None or not placement.is_resolved:
        return "nowhere", None
    if placement.kind in ("top", "end", "intro"):
        return placement.kind, None
    section = indices.get(placement.headings[0].span)
    if section is None:
        return "nowhere", None
    return placement.kind if placement.kind in ("before", "after") else "in", section


def _named(article: Article, heading: Heading) -> Quotation:
    return Quotation(heading.text, article.source.line_of(heading.span.start))


def _search_result(article: Article, settings: Settings) -> SearchResult:
    """Return what search engines show; the limits are those of the rules that run, else their defaults."""
    metadata = article.metadata
    limits = _options(settings, "title/too-wide", TooWide)
    title = metadata.text("seo_title") or metadata.text("title")
    title += limits.suffix if title else ""
    most = _options(settings, "excerpt/too-long", TooLong).max
    excerpt = search_excerpt(article)
    text = wording(excerpt) if excerpt else ""
    pixels, room = round(em_width(title) * FONT_SIZE), round(limits.max * FONT_SIZE)
    return SearchResult(
        metadata.text("canonical_url") or metadata.text("slug") or article.path,
        Preview(title, cut_at_em(title, limits.max), pixels, room, "pixels"),
        Preview(text, cut_at_columns(text, most), columns(text), most, "columns"),
    )


def _options(settings: Settings, rule: str, kind: type[_Kind]) -> _Kind:
    found = (active.options for active in settings.rules if active.rule.name == rule)
    return next((options for options in found if isinstance(options, kind)), kind())


def _faults(article: Article) -> Iterator[FaultPart]:
    for fault in sorted(article.faults, key=lambda fault: fault.span):
        line, column = article.source.position(fault.span.start)
        yield FaultPart(line, column, fault.message, fault.help)


# --- figures --------------------------------------------------------------------------------------------------


def _figures(article: Article) -> TextFigures:
    """Return the numbers of an article; those of sentences are of its own paragraphs."""
    body, language = article.body, article.detected
    levels = Counter(heading.level for heading in body.headings if not heading.quoted)
    return TextFigures(
        words=body.words,
        reading_time=reading_time(body.words, language.language),
        sentences=_sentences(article),
        headings=tuple(levels[level] for level in range(1, 7)),
        images=_images(article),
        links=_links(article),
        language=ArticleLanguage(language.language, language.basis),
        is_draft=article.is_draft,
    )


def _sentences(article: Article) -> Sentences:
    from statistics import median  # imports fractions and decimal

    lengths = [sentence.length for sentence in sentences(article)]
    middle = median(lengths) if lengths else 0
    return Sentences(len(lengths), middle, "characters" if language_or_english(article.language).unspaced else "words")


def _images(article: Article) -> Images:
    images = article.body.images
    decorative = sum(image.decorative for image in images)
    described = sum(bool(image.alt and image.alt.text.strip()) and not image.decorative for image in images)
    return Images(len(images), described, len(images) - described - decorative, decorative)


def _links(article: Article) -> Links:
    within = [leads_within(link.target.text, ()) for link in article.body.links]
    return Links(len(within), within.count(True), within.count(False), within.count(None))
