"""The title is longer than publishing systems store.

Ghost refuses a title of more than 255 characters, and so do the database columns of many other systems. A title of
this length is nearly always a paragraph that slipped into the wrong field.

Where it finds something, `title/too-wide` does not tell of the same title again.

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

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Option, Options, Rule


class TooLong(Options):
    max: Annotated[int, Option("Longest title, in characters.", at_least=1)] = 255


def check(article: Article, options: TooLong, context: Context) -> Iterator[Finding]:
    title = article.metadata.get("title")
    if title and len(title.text) > options.max:
        yield Finding(
            title.span,
            f"The title is {len(title.text)} characters long, expected at most {options.max}: "
            "publishing systems refuse or cut longer ones.",
        )


RULE = Rule(check, Severity.ERROR, options=TooLong, outweighs=("title/too-wide",))
