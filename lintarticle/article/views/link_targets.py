"""The links of an article with their targets taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import LinkTarget, read_target
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
    for span in sorted({link.target.span for link in article.body.links}):
        if article.text.startswith(("http://", "https://"), span.start):
            yield span
    if "://" in article.body.prose:
        for match in re.finditer(_BARE, article.body.prose):
            end = match.start() + len(_without_trail(match[0]))
            if re.compile(_AFTER_BARE).match(article.text, end):
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
