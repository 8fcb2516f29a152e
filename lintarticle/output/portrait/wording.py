"""What the portrait says in our own words."""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.output.portrait.model import Figures, Images, Landing, Links, Portrait

_FIXED = {"top": "at the top", "intro": "after the introduction", "end": "at the end"}

_TOLD_BY = {
    "metadata": "as its metadata say",
    "script": "told by its letters",
    "words": "told by its words",
    "path": "told by its path",
}


def number(count: int, noun: str) -> str:
    """Return `1 word`, `2 words`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def landing(place: Landing, portrait: Portrait) -> tuple[str, str]:
    """Say where an illustration lands: our words, then the heading that they speak of, "" for none."""
    if place.where in _FIXED:
        return _FIXED[place.where], ""
    if place.section is not None:
        section = portrait.sections[place.section]
        return f"{place.where} the section of line {section.line}:", section.title
    why, heading = _why_nowhere(place)
    return f"nowhere: {why}", heading


def _why_nowhere(place: Landing) -> tuple[str, str]:
    if not place.asked:
        return "the brief names no place", ""
    if len(place.candidates) > 1:
        lines = " and ".join(str(each.line) for each in place.candidates)
        return f"headings of that name stand in lines {lines}", ""
    if place.candidates:
        return f"that heading, in line {place.candidates[0].line}, opens no section of the article", ""
    if place.nearest:
        return f"no section has that name; the nearest, in line {place.nearest.line}:", place.nearest.text
    return "no section of the article is meant", ""


def figure_lines(figures: Figures) -> Iterator[tuple[str, str]]:
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
    yield "language", f"{language.tag}, {_TOLD_BY[language.told_by]}" if language.tag else "unknown: nothing tells it"
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
        (links.other, "to places on the page, mail and the like"),
    )
    return f"{links.total}: " + ", ".join(f"{count} {what}" for count, what in parts if count)
