"""The excerpt is very short.

An excerpt of a few words rarely says more than the title. Search engines then show a sentence of their own choice
instead. Characters that take the room of two, as Chinese, Japanese and Korean ones do, count as two.

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

Source of the limit: our own figure. The SEO Framework asks for 45 and Rank Math for 80, yet up to 21 % of the
pages of well-edited sites have a description of fewer than 50 characters that does its work, such as “Publishes the
given resource.”; fewer than 30 have 0 to 5 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.metadata.excerpts import is_filled_in, wording
from lintarticle.article.text.measure import columns, stated_width
from lintarticle.article.views.search import search_excerpt
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Option, Options, Rule


class TooShort(Options):
    min: Annotated[int, Option("Shortest excerpt, in characters; wide ones count as two.", at_least=1)] = 30


def check(article: Article, options: TooShort, context: Context) -> Iterator[Finding]:
    excerpt = search_excerpt(article)
    if excerpt and not is_filled_in(excerpt) and columns(wording(excerpt)) < options.min:
        yield Finding(
            excerpt.span,
            f"The excerpt is only {stated_width(wording(excerpt))}, expected at least {options.min}: "
            "search engines pick a text of their own for shorter ones.",
        )


RULE = Rule(check, Severity.INFO, options=TooShort)
