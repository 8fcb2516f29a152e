"""The excerpt is very short.

An excerpt of a few words rarely says more than the title. Search engines then show a sentence of their own instead.
Wide characters, such as Chinese, Japanese and Korean ones, count as two.

## Bad

```markdown
---
title: Tide tables
excerpt: About tide tables.
---
```

## Good

```markdown
---
title: Tide tables
excerpt: How the harbour towns of the north coast came to print their tide tables.
---
```

Source of the limit: our own figure. The SEO Framework asks for 45 and Rank Math for 80, yet up to 21 % of the pages of
well-edited sites have a useful description of fewer than 50 characters, such as “Publishes the given resource.”; at
most 5 % have fewer than 30.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.metadata.spelling import is_filled_in, wording
from lintarticle.article.text.measure import columns, stated_width
from lintarticle.article.views.fields import search_excerpt
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class TooShort(Options):
    min: Annotated[int, Option("Minimum excerpt length, in characters; wide ones count as two.", at_least=1)] = 30


def check(article: Article, options: TooShort) -> Findings:
    excerpt = search_excerpt(article)
    if excerpt and not is_filled_in(excerpt) and columns(wording(excerpt)) < options.min:
        yield Finding(
            excerpt.span,
            f"Excerpt is only {stated_width(wording(excerpt))}; write at least {options.min}.",
        )


RULE = rule(check, Severity.INFO, options=TooShort)
