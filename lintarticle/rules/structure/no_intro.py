"""The article starts with a heading, list or table.

A sentence or two tell readers what to expect; search engines and feeds use them where there is no excerpt. The title
does not count. An image, a quotation, code or a shortcode is a fine opening.

Off by default: on a guide site, 80 % of the articles start with a heading on purpose; on two edited blogs, at most 2 %.

## Bad

```markdown
# Tide tables

## How they are printed

Every spring, in the harbour office.
```

## Good

```markdown
# Tide tables

The harbour towns have printed them since 1890.

## How they are printed

Every spring, in the harbour office.
```
"""

from __future__ import annotations

import re

from lintarticle.rule import Article, Finding, Findings, Span, rule


def check(article: Article) -> Findings:
    if article.is_fragment:
        return
    start, body = _first_character(article), article.body
    openings = [(heading.span, f"the heading “{heading.text}”") for heading in body.headings]
    openings += [(block.span, "a list") for block in body.lists]
    openings += [(table.span, "a table") for table in body.tables]
    for span, opening in openings:
        if span.start == start:
            message = f"Article starts with {opening}; add a sentence or two before it."
            yield Finding(article.source.first_line(span), message)
            return


def _first_character(article: Article) -> int:
    """Return the offset of the first thing to read after the title; comments and metadata blocks don't count."""
    at = article.title_heading.span.end if article.title_heading else article.body.span.start
    hidden = sorted([block.span for block in article.blocks] + [comment.span for comment in article.body.comments])
    for span in (*hidden, Span(len(article.text), len(article.text))):
        found = re.compile(r"[^\s\ufeff]").search(article.text, at, max(at, span.start))
        if found:
            return found.start()
        at = max(at, span.end)
    return at


RULE = rule(check, None)
