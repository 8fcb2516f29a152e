"""The article has too many or too few tags.

A few tags work best: with a dozen on every article, everything is filed under everything, and many platforms keep only
the first few.

## Bad

```markdown
---
title: Tide tables
tags: [tides, tables, printing, harbours, sea, moon, boats, sailing, history, paper, north coast]
---
```

## Good

```markdown
---
title: Tide tables
tags: [tides, printing, history]
---
```

Source of the limit: our own figure; at most 3 % of the articles of an edited blog have more than 10 tags. DEV accepts
4, Hashnode 5 and Medium 3: their presets set `max`.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, Span, rule
from lintarticle.wording import number


class Count(Options):
    min: Annotated[
        int, Option("Minimum number of tags; `tags/missing` reports an article without any.", at_least=1)
    ] = 1
    max: Annotated[int, Option("Maximum number of tags.", at_least=1)] = 10


def check(article: Article, options: Count) -> Findings:
    tags = article.metadata.tag_field
    if not tags or not tags.items:
        return
    count = len(tags.items)
    if count > options.max:
        surplus = Span(tags.items[options.max].span.start, tags.items[-1].span.end)
        yield Finding(surplus, f"{count} tags; use at most {options.max}.")
    elif count < options.min:
        yield Finding(tags.span, f"Only {number(count, 'tag')}; use at least {options.min}.")


RULE = rule(check, Severity.WARNING, looks_at="tags", options=Count)
