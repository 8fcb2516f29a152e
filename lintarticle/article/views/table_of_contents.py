"""Tables of contents that writers keep by hand: lists of links to the headings of their own page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import Link
from lintarticle.article.views.anchors import Anchors, anchors_of

_FEWEST = 3
"""Entries from which a list of links into the page counts as a table of contents: our own figure."""

_ENTRY = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S[^\n]*")


@view
def stale_entries(article: Article, slugger: str) -> tuple[Link, ...]:
    """Return the entries of hand-made tables of contents that lead to no heading.

    A list is one when every line of it is a single link into the page, and half of them at least lead somewhere: a
    list none of whose links work was made for another page, or for anchors that we do not know.
    """
    return tuple(_stale_entries(article, anchors_of(article, slugger))) if article.body.lists else ()


def _stale_entries(article: Article, anchors: Anchors) -> Iterator[Link]:
    starts = [link.span.start for link in article.body.links]
    for block in article.body.lists:
        if block.depth:
            continue
        links = article.body.links[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        lines = [line for line in article.text[block.span.start : block.span.end].split("\n") if line.strip()]
        if len(links) < _FEWEST or len(lines) != len(links) or not all(map(_ENTRY.fullmatch, lines)):
            continue
        if not all(link.target.text.startswith("#") and _stands_alone(article, link) for link in links):
            continue
        stale = [link for link in links if not anchors.has(link.target.text[1:])]
        if len(stale) * 2 <= len(links):
            yield from stale


def _stands_alone(article: Article, link: Link) -> bool:
    """Whether a link is all that its line holds behind the marker of its item."""
    line = article.source.line_span(article.source.line_of(link.span.start))
    around = article.text[line.start : link.span.start] + article.text[link.span.end : line.end]
    return not re.search(r"[^\s\d>*+.)_-]", around)
