"""The excerpt is longer than publishing systems store.

Ghost refuses an excerpt of more than 300 characters; some other systems silently cut it. A description for search
engines has no such limit: it is only cut on the screen (`excerpt/too-long`), and so an excerpt next to one is not
reported either. With `every = true`, as in the preset `ghost`, the excerpt is reported wherever it comes from.

`excerpt/too-long` does not report the same text again.

## Bad

```markdown
---
title: Tide tables
excerpt: >-
  Twice a day the harbour empties, and twice a day it fills again, and nobody in the town would know when to
  sail if it were not for the tables that hang in every hall, printed on thin yellow paper and read aloud on the
  quay each morning by the keeper of the light, whose voice carries far over the water and well into the hills
---
```

## Good

```markdown
---
title: Tide tables
excerpt: How the harbour towns of the north coast came to print their tide tables, and how to read one.
---
```

Source of the limit: `custom_excerpt` in Ghost's table of posts. Of the descriptions of 13 edited blogs, 13 % are
longer.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.metadata.metadata import Field
from lintarticle.article.metadata.spelling import is_filled_in, wording
from lintarticle.article.views.fields import search_excerpt
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class OverLimit(Options):
    max: Annotated[int, Option("Maximum excerpt length, in characters.", at_least=1)] = 300
    every: Annotated[bool, Option("Report descriptions, and excerpts next to one, too.")] = False


def check(article: Article, options: OverLimit) -> Findings:
    excerpt = article.metadata.get("excerpt")
    if not excerpt or is_filled_in(excerpt) or not (options.every or _is_stored(article, excerpt)):
        return
    length = len(wording(excerpt))
    if length > options.max:
        yield Finding(
            excerpt.span,
            f"Excerpt is {length} characters; publishing systems refuse or cut more than {options.max}.",
        )


def _is_stored(article: Article, excerpt: Field) -> bool:
    """Whether an excerpt is one by its name, and the article has no description for search engines."""
    return search_excerpt(article) == excerpt and "description" not in excerpt.key.casefold()


RULE = rule(check, Severity.WARNING, looks_at="excerpt", options=OverLimit, outweighs=("excerpt/too-long",))
