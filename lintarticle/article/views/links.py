"""The links of an article: their targets, bare addresses, and tables of contents that writers keep by hand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import LinkTarget, read_target
from lintarticle.expression import expression
from lintarticle.source import Span

_PUNCTUATION = "\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65«»،؛؟۔।"
"""Marks of other scripts, which end an address in the text although GFM lets them be part of it."""

_BARE = rf"https?://[^\s<>\"'`\[\]{{}}|{_PUNCTUATION}]{{3,2000}}"
_AFTER_BARE = rf"[\s<>\"'`\])|{_PUNCTUATION}?!.,:;*_~&]|\Z"


@view
def links_with_targets(article: Article) -> tuple[tuple[Link, LinkTarget], ...]:
    """Return each link with its target taken apart; links that share a definition only once."""
    links: dict[Span, Link] = {}
    for link in article.body.links:
        if link.kind != "autolink":
            links.setdefault(link.target.span, link)
    return tuple((link, read_target(link.target.text)) for link in links.values())


def address_spans(article: Article) -> Iterator[Span]:
    """Yield where http(s) addresses are: as the targets of links, and bare in the text, in no order.

    A bare one ends where GFM ends it (“Extended autolinks”), and before the punctuation of other scripts.
    """
    text = article.text
    for span in sorted({link.target.span for link in article.body.links}):
        if text.startswith(("http://", "https://"), span.start):
            yield span
    if "://" in text and "://" in article.body.prose:
        for match in re.finditer(_BARE, article.body.prose):
            end = match.start() + len(_without_trail(match[0]))
            if re.compile(_AFTER_BARE).match(text, end):
                yield Span(match.start(), end)


def _without_trail(address: str) -> str:
    """Leave out what GFM does not count to a bare address: punctuation, an entity, a parenthesis never opened."""
    while True:
        shorter = re.sub(r"(?:[?!.,:;*_~'\"]|&[A-Za-z0-9]+;)\Z", "", address)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


_FEWEST = 3
"""Entries from which a list of links into the page counts as a table of contents: our own figure."""

_ENTRY = expression(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S[^\n]*")


@view
def stale_entries(article: Article, slugger: str) -> tuple[Link, ...]:
    """Return the entries of hand-made tables of contents that lead to no heading.

    A list is one when every line of it is a single link into the page, and half of them at least lead somewhere: a
    list none of whose links work was made for another page, or for anchors that we do not know.
    """
    stale: list[Link] = []
    for links in _tables_of_contents(article):
        from lintarticle.article.views.anchors import anchors_of  # few articles have such a list

        anchors = anchors_of(article, slugger)
        broken = [link for link in links if not anchors.has(link.target.text[1:])]
        if len(broken) * 2 <= len(links):
            stale += broken
    return tuple(stale)


def _tables_of_contents(article: Article) -> Iterator[tuple[Link, ...]]:
    links = article.body.links
    if sum(link.target.text.startswith("#") for link in links) < _FEWEST:
        return
    starts = [link.span.start for link in links]
    for block in article.body.lists:
        entries = links[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        if block.depth or len(entries) < _FEWEST or not all(link.target.text.startswith("#") for link in entries):
            continue
        lines = [line for line in article.source[block.span].split("\n") if line.strip()]
        is_one = len(lines) == len(entries) and all(map(_ENTRY.fullmatch, lines))
        if is_one and all(_stands_alone(article, link) for link in entries):
            yield entries


def _stands_alone(article: Article, link: Link) -> bool:
    """Whether a link is all that its line holds behind the marker of its item."""
    line = article.source.line_span(article.source.line_of(link.span.start))
    around = article.text[line.start : link.span.start] + article.text[link.span.end : line.end]
    return not re.search(r"[^\s\d>*+.)_-]", around)
