"""What an overview says about an article, in words."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.article_text import one_line
from lintarticle.overview.model import Images, LineRange, Links, Overview, ResolvedPlacement, TextFigures
from lintarticle.wording import number

_FIXED = {"top": "at the top", "intro": "after the introduction", "end": "at the end"}

_KNOWN_BY = {
    "metadata": "from its metadata",
    "script": "from its letters",
    "words": "from its words",
    "path": "from its path",
}


def _range(lines: LineRange) -> str:
    return f"line {lines.first}" if lines.first == lines.last else f"lines {lines.first} to {lines.last}"


def parts_found(overview: Overview) -> Iterator[str]:
    """Yield what metadata an article has, and where."""
    if overview.type:
        yield f"an article of the type {one_line(overview.type)}"
    if overview.front_matter:
        name = {"headers": "headers without fence"}.get(overview.front_matter.format)
        what = name or overview.front_matter.format.upper()
        yield f"front matter ({what}), {_range(overview.front_matter.lines)}"
    for block in overview.blocks:
        where = {"head": "before the text", "tail": "after the text", "comment": "in a comment"}[block.place]
        yield f"metadata block {where}, {_range(block.lines)}, {number(len(block.labels), 'label')}"
    if not overview.front_matter and not overview.blocks:
        yield "no front matter and no metadata block"


def place_words(place: ResolvedPlacement, overview: Overview) -> str:
    """Say where an illustration goes; a heading of the article comes last."""
    if place.where in _FIXED:
        return _FIXED[place.where]
    if place.section is not None:
        section = overview.sections[place.section]
        return f"{place.where} the section of line {section.line}: {section.title}"
    return f"nowhere: {_why_nowhere(place)}"


def _why_nowhere(place: ResolvedPlacement) -> str:
    if not place.asked:
        return "the brief does not say where"
    if len(place.candidates) > 1:
        lines = " and ".join(str(heading.line) for heading in place.candidates)
        return f"the headings on lines {lines} have that text"
    if place.candidates:
        return f"that heading, on line {place.candidates[0].line}, does not start a section"
    if place.nearest:
        return f"no section has that name; the nearest, on line {place.nearest.line}: {place.nearest.text}"
    return "it does not name a section"


def figure_lines(figures: TextFigures) -> Iterator[tuple[str, str]]:
    """Yield a label and a text for each figure."""
    time, sentences = figures.reading_time, figures.sentences
    note = " (each Chinese or Japanese character is one)" if time.unit == "characters" else ""
    yield "words", f"{figures.words}{note}"
    if figures.words:
        yield "reading time", f"about {number(time.minutes, 'minute')}, at {time.rate} {time.unit} a minute"
    if sentences.total:
        yield "sentences", f"{sentences.total}; half of them have {sentences.median_length:g} {sentences.unit} or fewer"
    levels = [f"{count} × H{level}" for level, count in enumerate(figures.headings, 1) if count]
    yield "headings", ", ".join(levels) or "none"
    yield "images", _images(figures.images)
    yield "links", _links(figures.links)
    language = figures.language
    yield "language", f"{language.tag}, {_KNOWN_BY[language.told_by]}" if language.tag else "unknown"
    yield "draft", "yes" if figures.is_draft else "no"


def _images(images: Images) -> str:
    if not images.total:
        return "none"
    parts = (
        (images.with_alt, "with alternative text"),
        (images.without_alt, "without alternative text"),
        (images.decorative, "marked as decoration"),
    )
    return f"{images.total}: " + ", ".join(f"{count} {what}" for count, what in parts if count)


def _links(links: Links) -> str:
    if not links.total:
        return "none"
    parts = (
        (links.internal, "within the site"),
        (links.external, "to other sites"),
        (links.other, "to anchors, e-mail addresses and the like"),
    )
    return f"{links.total}: " + ", ".join(f"{count} {what}" for count, what in parts if count)
