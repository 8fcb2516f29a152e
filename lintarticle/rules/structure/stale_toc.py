"""A handwritten table of contents lists a heading that does not exist.

The heading was reworded or removed, so the entry leads nowhere. A list of three or more lines counts as a table of
contents if each line is one link into the page and at least half of them work.

If exactly one heading has the entry's text, the fix corrects the anchor. Otherwise an unsafe fix removes the entry's
line, unless other entries are nested below it, which changes what readers see.

## Bad

```markdown
# The harbour

- [The lamps](#the-lamps)
- [The tides](#the-tides)
- [The fog](#the-fog)

## The lamps

Red and green.

## The tides

Twice a day.
```

## Good

```markdown
# The harbour

- [The lamps](#the-lamps)
- [The tides](#the-tides)
- [The fog](#the-fog)

## The lamps

Red and green.

## The tides

Twice a day.

## The fog

In May.
```
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lintarticle.article.markdown.elements import Heading, Link
from lintarticle.article.metadata.spelling import same_title
from lintarticle.article.views.anchors import headings_by_anchor
from lintarticle.article.views.links import stale_entries
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, rule


def check(article: Article, context: Context) -> Findings:
    slugger = context.site.slugger
    entries = stale_entries(article, slugger)
    anchors = headings_by_anchor(article, slugger) if entries else {}
    for link in entries:
        entry = f"Table of contents links “{link.text.text}” to “{link.target.text}”"
        message = f"{entry}, which no heading matches; correct the link."
        yield Finding(link.span, message, fix=_repair(article, link, anchors, slugger) or _removal(article, link))


def _repair(article: Article, link: Link, anchors: Mapping[str, Heading], slugger: str) -> Fix | None:
    """Return a link to the only heading with the entry's text; the fix is safe if its anchor is certain."""
    same = [(anchor, heading) for anchor, heading in anchors.items() if same_title(heading.text, link.text.text)]
    span = Span(link.target.span.end - len(link.target.text) + 1, link.target.span.end)
    if len(same) != 1 or article.source[span] != link.target.text[1:]:
        return None
    anchor, heading = same[0]
    known = slugger != "any" or heading.anchor or re.fullmatch(r"[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*", heading.text)
    return Fix(f"Link to “#{anchor}”", (Edit(span, anchor),), "safe" if known else "unsafe")


def _removal(article: Article, link: Link) -> Fix | None:
    """Return the line's removal, None if entries below it are nested in it."""
    source = article.source
    number = source.line_of(link.span.start)
    line = source.line_span(number)
    below = source[source.line_span(number + 1)] if number < source.line_count else ""
    if below.strip() and _indent(below) > _indent(source[line]):
        return None
    return Fix("Drop the entry", (Edit(Span(line.start, min(line.end + 1, len(article.text))), ""),), "unsafe")


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip(" >"))


RULE = rule(check, Severity.WARNING, looks_at="links", fix=("safe", "unsafe"), changes_body=True)
