"""A link points to an anchor that does not exist.

`#the-tables` points to the heading “The tables”; once the heading is reworded, the link only opens the top of the page.
Anchors are derived from headings as the site's generator does it (`slugger` in the configuration or its preset);
without that setting, any known generator's way counts. Anchors in the text (`{#id}`, `id="…"`), footnotes and those
that themes add count too. A page that includes text from elsewhere is skipped. Links to other articles
(`tides.md#tables`) are checked too. `structure/stale-toc` reports the entries of a table of contents.

The fix uses the nearest anchor, which changes where the link leads.

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

from urllib.parse import unquote

from lintarticle.article.markdown.elements import Link
from lintarticle.article.markdown.targets import ARTICLES, LinkTarget, places
from lintarticle.article.views.anchors import PageAnchors, anchors_of
from lintarticle.article.views.links import links_with_targets, stale_entries
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, rule
from lintarticle.wording import nearest

_MOST_FIXES = 100
"""Links for which the nearest anchor is looked up, since each is compared with every heading."""


def check(article: Article, context: Context) -> Findings:
    found = 0
    pages = _Pages(article, context)
    listed = stale_entries(article, context.site.slugger)
    for link, target in links_with_targets(article):
        if not target.fragment or target.form not in ("page", "file", "reference") or link in listed:
            continue
        anchors = pages.anchors(target)
        if anchors is not None and not anchors.has(target.fragment):
            where = f" in “{target.path}”" if target.path else ""
            message = f"No heading{where} matches “#{unquote(target.fragment)}”; correct the link."
            fix = _fix(article, link, target, anchors) if found < _MOST_FIXES else None
            found += 1
            yield Finding(link.target.span, message, fix=fix)


class _Pages:
    """The pages that one article links to, each looked up once."""

    def __init__(self, article: Article, context: Context) -> None:
        self._article, self._context = article, context
        self._known: dict[str, PageAnchors | None] = {}

    def anchors(self, target: LinkTarget) -> PageAnchors | None:
        """Return the anchors of the page that a link leads to, None if it is not an article that can be read."""
        if target.path not in self._known:
            own = target.form == "page"
            slugger = self._context.site.slugger
            self._known[target.path] = anchors_of(self._article, slugger) if own else self._of_file(target)
        return self._known[target.path]

    def _of_file(self, target: LinkTarget) -> PageAnchors | None:
        if target.form == "file" and target.extension not in ARTICLES:
            return None
        files, slugger = self._context.files, self._context.site.slugger
        articles = (place for place in places(self._article.path, target) if place.rpartition(".")[2] in ARTICLES)
        return next(filter(None, (files.anchors(self._article.path, place, slugger) for place in articles)), None)


def _fix(article: Article, link: Link, target: LinkTarget, anchors: PageAnchors) -> Fix | None:
    span = Span(link.target.span.end - len(target.fragment), link.target.span.end)
    best = nearest(unquote(target.fragment), anchors.offered)
    if not best or article.source[span] != target.fragment or " " in best:
        return None
    return Fix(f"Link to “#{best}”", (Edit(span, best),), "unsafe")


RULE = rule(check, Severity.ERROR, looks_at="links", fix=("unsafe",), changes_body=True)
