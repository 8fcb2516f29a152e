"""The links of an article with their targets taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import LinkTarget, read_target
from lintarticle.source import Span

_BARE = r"https?://[^\s<>\"'`()\[\]{}]{3,2000}"


@view
def links_with_targets(article: Article) -> tuple[tuple[Link, LinkTarget], ...]:
    """Return each link with its target taken apart; links that share a definition only once."""
    links: dict[Span, Link] = {}
    for link in article.body.links:
        if link.kind != "autolink":
            links.setdefault(link.target.span, link)
    return tuple((link, read_target(link.target.text)) for link in links.values())


def address_spans(article: Article) -> Iterator[Span]:
    """Yield where http(s) addresses stand: as the targets of links, and bare in the text, in no order."""
    for span in sorted({link.target.span for link in article.body.links}):
        if article.text.startswith(("http://", "https://"), span.start):
            yield span
    if "://" in article.body.prose:
        for match in re.finditer(_BARE, article.body.prose):
            yield Span(*match.span())
