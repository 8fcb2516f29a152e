"""The heading of a missing section, added where the section belongs."""

from __future__ import annotations

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Section
from lintarticle.outline.outline import OutlineSection
from lintarticle.problem import Edit, Fix
from lintarticle.source import Span


def added_heading(article: Article, item: OutlineSection, parent: Section | None, after: Section | None) -> Fix:
    """Return the fix that adds an item's heading behind a section, else before the first one of its parent."""
    offset = _offset(article, parent, after)
    heading = f"{'#' * (item.level or _level(article, parent, after))} {item.headings[0]}"
    text = f"{_gap_before(article, offset)}{heading}\n\nTODO{_gap_behind(article, offset)}"
    return Fix(f"Add the heading “{item.headings[0]}”", (Edit(Span(offset, offset), text),), "unsafe")


def _offset(article: Article, parent: Section | None, after: Section | None) -> int:
    """Return the end of the text before the new section, without blank lines."""
    if after:
        end = after.span.end
    elif parent:
        end = parent.own.end
    else:
        first = article.body.sections[0]
        end = first.span.start if first.heading else first.own.end
    return max(len(article.text[:end].rstrip()), article.body.span.start)


def _level(article: Article, parent: Section | None, after: Section | None) -> int:
    """Return the level that the sections next to the new one have."""
    if after:
        return after.level
    if parent:
        inner = (s for s in article.body.sections if s.level and parent.span.start < s.span.start < parent.span.end)
        sibling = next(inner, None)
        return sibling.level if sibling else min(parent.level + 1, 6)
    return next((section.level for section in article.body.sections if section.heading), 2)


def _gap_before(article: Article, offset: int) -> str:
    """Return the line ends that make a blank line before it, "" at the start of the file."""
    before = article.text[:offset]
    if not before.strip("\ufeff\n"):
        return ""
    return "\n" if before.endswith("\n") else "\n\n"


def _gap_behind(article: Article, offset: int) -> str:
    """Return the line ends that make a blank line behind, one line end where the file ends here."""
    behind = article.text[offset : offset + 2]
    if not behind.strip("\n"):
        return "" if behind else "\n"
    return "\n" if behind.startswith("\n") else "\n\n"
