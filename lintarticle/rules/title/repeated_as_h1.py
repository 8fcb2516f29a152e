"""A level-1 heading repeats the title.

Off by default: readers see the title twice only where the theme prints the title field as the page's heading. With such
a theme, the heading does not belong in the body, and the fix removes it.

## Bad

```markdown
---
title: Tide tables
---

# Tide tables

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.article.markdown.elements import Heading
from lintarticle.article.metadata.spelling import same_title
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Span, rule


def check(article: Article, context: Context) -> Findings:
    title = article.metadata.get("title")
    if not context.site.renders_title or not title or title.origin == "heading":
        return
    for heading in article.body.headings:
        if heading.level == 1 and not heading.quoted and same_title(title.text, heading.text):
            yield Finding(
                heading.span,
                "Heading repeats the title, which the site already shows above the text; remove it.",
                fix=Fix("Remove the heading", (_removal(article, heading),)),
            )


def _removal(article: Article, heading: Heading) -> Edit:
    """Remove the heading's lines and the blank lines after it."""
    text, end = article.text, heading.span.end
    while text.startswith("\n", end) or (end < len(text) and text[end] in " \t" and not text[end:].lstrip(" \t")):
        end += 1
    return Edit(Span(heading.span.start, end), "")


RULE = rule(check, None, looks_at="headings", fix=("safe",), changes_body=True)
