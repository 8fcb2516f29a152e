"""A link points to an anchor that does not exist.

`#the-tables` points to the heading “The tables”; once the heading is reworded, the link only opens the top of the page.
Anchors are derived from headings as the site's generator does it (`slugger` in the configuration or its preset);
without that setting, any known generator's way counts. Anchors in the text (`{#id}`, `id="…"`), footnotes and those
that themes add count too. A page that includes text from elsewhere is skipped. Links to other articles
(`tides.md#tables`) are checked too, in at most 40 files. `structure/stale-toc` reports the entries of a table of
contents.

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
"""Links for which the nearest anchor is looked up, since each is compared with every heading."""

_LARGEST = 1_000_000
"""Maximum size of another article that is read for its headings, in bytes."""


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
            where = f" in “{target.path}”" if target.path else ""
            message = f"No heading{where} matches the link “#{unquote(target.fragment)}”."
            fix = _fix(article, link, target, anchors) if found < _MOST_FIXES else None
            found += 1
            yield Finding(link.target.span, message, fix=fix)


def _anchors(article: Article, target: LinkTarget, context: Context) -> Anchors | None:
    """Return the anchors of the page that a link points to, None if it is not a readable article."""
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
