"""The excerpt is longer than publishing systems store.

Ghost refuses an excerpt of more than 300 characters. Off by default, since other systems have no such limit: search
results only cut it on the screen (`excerpt/too-long`). The preset `ghost` makes it an error.

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

from lintarticle.article.metadata.spelling import is_filled_in, wording
from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class OverLimit(Options):
    max: Annotated[int, Option("Maximum excerpt length, in characters.", at_least=1)] = 300


def check(article: Article, options: OverLimit) -> Findings:
    excerpt = article.metadata.get("excerpt")
    if not excerpt or is_filled_in(excerpt):
        return
    length = len(wording(excerpt))
    if length > options.max:
        yield Finding(
            excerpt.span,
            f"Excerpt is {length} characters; publishing systems refuse or cut more than {options.max}.",
        )


RULE = rule(check, None, looks_at="excerpt", options=OverLimit, outweighs=("excerpt/too-long",))
