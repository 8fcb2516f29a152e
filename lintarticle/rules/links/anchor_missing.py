"""A link leads to a place on a page that has no such place.

`#the-tables` leads to the heading “The tables”; when the heading is reworded the link goes to the top of the page
instead. Anchors of headings are made as the site's generator makes them (`slugger` in the configuration or its
preset); as long as nobody names one, the way of any known generator counts. Marks in the text (`{#id}`, `id="…"`),
footnotes and what themes add count too. A page that includes text from elsewhere is left alone. Links to another
article (`tides.md#tables`) are followed where its file is there; at most 40 of them. Entries of a table of
contents are left to `structure/stale-toc`.

The fix offers the nearest anchor there is: look at it. It changes where the link leads.

## Bad

```markdown
# Tide tables

See [the tables](#the-table).

## The tables

They are old.
```

## Good

```markdown
# Tide tables

See [the tables](#the-tables).

## The tables

They are old.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lintarticle.article.article import Article
from lintarticle.article.article_reader import read_article
from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import ARTICLES, LinkTarget, places
from lintarticle.article.views.anchors import Anchors, anchors_of
from lintarticle.article.views.link_targets import links_with_targets
from lintarticle.article.views.table_of_contents import stale_entries
from lintarticle.nearest import nearest
from lintarticle.problem import Edit, Finding, Fix, Severity
from lintarticle.rule import Context, Options, Rule
from lintarticle.source import SourceText, Span

_MOST_FILES = 40
_MOST_FIXES = 100
"""Links for which the nearest anchor is looked up: each is compared with every heading."""

_LARGEST = 1_000_000
"""Bytes of another article that is read for its headings."""


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    found = 0
    known: dict[str, Anchors | None] = {}
    listed = stale_entries(article, context.site.slugger)
    for link, target in links_with_targets(article):
        if not target.fragment or target.form not in ("page", "file", "reference") or link in listed:
            continue
        if target.path not in known:
            known[target.path] = _anchors(article, target, context) if len(known) <= _MOST_FILES else None
        anchors = known[target.path]
        if anchors is not None and not anchors.has(target.fragment):
            where = f"“{target.path}” has" if target.path else "The article has"
            message = f"{where} no heading or mark for the anchor “#{unquote(target.fragment)}”."
            fix = _fix(article, link, target, anchors) if found < _MOST_FIXES else None
            found += 1
            yield Finding(link.target.span, message, fix=fix)


def _anchors(article: Article, target: LinkTarget, context: Context) -> Anchors | None:
    """Return the anchors of the page that a link leads to, None where it is no article that can be read."""
    if target.form == "page":
        return anchors_of(article, context.site.slugger)
    if target.form == "file" and target.extension not in ARTICLES:
        return None
    for place in places(article.path, target):
        data = context.files.read(article.path, place)
        if data is not None and len(data) <= _LARGEST and place.rpartition(".")[2] in ARTICLES:
            other = read_article(place, SourceText.from_bytes(data))
            return None if other.source.fault else anchors_of(other, context.site.slugger)
    return None


def _fix(article: Article, link: Link, target: LinkTarget, anchors: Anchors) -> Fix | None:
    span = Span(link.target.span.end - len(target.fragment), link.target.span.end)
    best = nearest(unquote(target.fragment), anchors.offered)
    if not best or article.source[span] != target.fragment or " " in best:
        return None
    return Fix(f"Link to “#{best}”", (Edit(span, best),), "unsafe")


RULE = Rule(check, Severity.ERROR, fix=("unsafe",), changes_body=True)
