"""The slug is too long.

A long address is cut off in search results and breaks over lines in messages.

## Bad

```markdown
---
title: Tide tables
slug: how-the-harbour-towns-of-the-north-coast-came-to-print-their-own-tables-of-the-tides
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
slug: printing-the-tides
---

Twice a day the harbour empties.
```

Source of the limit: 75 characters in Rank Math and Squirrelscan.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class SlugLength(Options):
    max: Annotated[int, Option("Maximum slug length, in characters.", at_least=1)] = 75


def check(article: Article, options: SlugLength) -> Findings:
    field = article.metadata.get("slug")
    if field and (length := len(field.text)) > options.max:
        yield Finding(field.span, f"Slug is {length} characters; use at most {options.max}.")


RULE = rule(check, Severity.INFO, looks_at="slug", options=SlugLength)
