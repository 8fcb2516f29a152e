"""The title is longer than publishing systems store.

Ghost and the databases of many other systems refuse a title of more than 255 characters. A title this long is nearly
always a paragraph in the wrong field.

`title/too-wide` does not report the same title again.

## Bad

```markdown
---
title: >-
  Twice a day the harbour empties, and twice a day it fills again, and nobody in the town would know when to
  sail if it were not for the tables that hang in every hall, printed on thin yellow paper and read aloud on the
  quay each morning by the keeper of the light, whose voice carries far
---
```

## Good

```markdown
---
title: The tables that hang in every hall
---
```

Source of the limit: the posts table of Ghost. DEV stores 128 characters, Medium 100: their presets set `max`.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class TooLong(Options):
    max: Annotated[int, Option("Maximum title length, in characters.", at_least=1)] = 255


def check(article: Article, options: TooLong) -> Findings:
    title = article.metadata.get("title")
    if title and len(title.text) > options.max:
        yield Finding(
            title.span,
            f"Title is {len(title.text)} characters; publishing systems refuse or cut more than {options.max}.",
        )


RULE = rule(check, Severity.WARNING, looks_at="title", options=TooLong, outweighs=("title/too-wide",))
