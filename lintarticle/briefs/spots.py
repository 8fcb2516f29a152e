"""Where in the text an image goes: the start of a line, between two blocks of the article."""

from __future__ import annotations

import re

from lintarticle.article.article import Article
from lintarticle.article.illustrations.illustration import Illustration, Placement
from lintarticle.article.markdown.elements import Heading
from lintarticle.source import BOM, Span

_ANCHOR = r"<a\s[^<>\n]*>\s*(?:</a>)?"


class NoSpotError(Exception):
    """A placement leads nowhere: a sentence that says why."""


def spot_of(article: Article, item: Illustration) -> int:
    """Return the offset of the line before which the image of a brief goes; raises `NoSpotError`."""
    placement = item.placement
    if placement is None and item.kind == "hero":
        return _top(article)
    if placement is None:
        raise NoSpotError("The brief does not say where the image goes; add a placement.")
    if not placement.is_resolved:
        raise NoSpotError(_why_nowhere(article, placement))
    if placement.kind in ("top", "intro"):
        return _top(article) if placement.kind == "top" else _after_introduction(article)
    if placement.kind == "end":
        return _behind_content(article, article.body.span.end)
    heading = placement.headings[0]
    if placement.kind == "after":
        return _behind_content(article, _section_end(article, heading))
    if placement.kind == "before":
        return _behind_content(article, heading.span.start, rules=False)
    return _line_after(article.text, heading.span.end)


def _why_nowhere(article: Article, placement: Placement) -> str:
    asked = placement.reference.text if placement.reference else placement.text.text
    if len(placement.headings) > 1:
        lines = " and ".join(str(article.source.line_of(heading.span.start)) for heading in placement.headings)
        return f"“{asked}” matches the headings on lines {lines}; say which one."
    nearest = f" The nearest heading is “{placement.nearest.text}”." if placement.nearest else ""
    return f"No section is called “{asked}”.{nearest}"


def _top(article: Article) -> int:
    """Return what follows the title, or else the front matter and the imports of MDX."""
    if article.title_heading:
        return _line_after(article.text, article.title_heading.span.end)
    return _line_of_text(article.text, end_of_imports(article))


def end_of_imports(article: Article) -> int:
    """Return where the imports at the start of the body end, where it starts without any."""
    at = article.body.span.start
    for mask in article.body.masks:
        if mask.kind == "esm" and not article.text[at : mask.span.start].strip(f"{BOM} \t\n"):
            at = mask.span.end
    return _line_after(article.text, at) if at > article.body.span.start else at


def _after_introduction(article: Article) -> int:
    title = article.title_heading
    first = next((section.heading for section in article.body.sections if section.level >= 2), None)
    if first and first is not title:
        return _behind_content(article, first.span.start)
    start = title.span.end if title else article.body.span.start
    paragraph = next((each for each in article.body.paragraphs if each.span.start >= start), None)
    if paragraph is None:
        return _top(article)
    gap = re.compile(r"\n[ \t]*\n").search(article.text, paragraph.span.end - 1, article.body.span.end)
    return gap.start() + 1 if gap else _behind_content(article, article.body.span.end)


def _section_end(article: Article, heading: Heading) -> int:
    return next(section.span.end for section in article.body.sections if section.heading is heading)


def _behind_content(article: Article, end: int, *, rules: bool = True) -> int:
    """Return the line after the last content before an offset.

    Comments and anchors right above the offset belong to what follows, and so do rules if `rules`.
    """
    text, body = article.text, article.body
    passed = [comment.span for comment in body.comments] + (list(body.thematic_breaks) if rules else [])
    ends = {_trimmed_end(text, span): span for span in passed}
    at = end
    while True:
        stop = _trimmed_end(text, Span(body.span.start, at))
        start = ends[stop].start if stop in ends else _start_of_anchor(text, stop)
        if start is None or text[text.rfind("\n", 0, start) + 1 : start].strip():
            break
        at = start
    if stop <= body.span.start + (text[body.span.start : body.span.start + 1] == BOM):
        return _line_of_text(text, body.span.start)
    return _line_after(text, stop)


def _trimmed_end(text: str, span: Span) -> int:
    return span.start + len(text[span.start : span.end].rstrip())


def _start_of_anchor(text: str, stop: int) -> int | None:
    start = text.rfind("\n", 0, stop) + 1
    return start if re.fullmatch(_ANCHOR, text[start:stop].strip()) else None


def _line_after(text: str, offset: int) -> int:
    """Return the start of the line after the one in which a block ends; `offset` may be past its line end."""
    if offset and text[offset - 1] == "\n":
        return offset
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _line_of_text(text: str, start: int) -> int:
    """Return the start of the first nonblank line from an offset on; at the start of the file, after a BOM."""
    match = re.compile(rf"{BOM}?(?:[ \t]*\n)*").match(text, start)
    return match.end() if match else start
