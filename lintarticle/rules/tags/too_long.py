"""A tag is very long.

A long tag is a phrase that no other article will share, so it leads nowhere; on cards and in lists it breaks the line.
Wide characters, such as Chinese, Japanese and Korean ones, count as two.

## Bad

```markdown
---
title: Tide tables
tags: [how the harbour towns printed their tables]
---
```

## Good

```markdown
---
title: Tide tables
tags: [tide tables, history of printing]
---
```

Source of the limit: our own figure. Medium drops tags of more than 25 characters; Ghost stores 191.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.text.measure import columns, stated_width
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class TooLong(Options):
    max: Annotated[int, Option("Maximum tag length, in characters; wide ones count as two.", at_least=1)] = 30


def check(article: Article, options: TooLong) -> Findings:
    tags = article.metadata.tag_field
    for tag in tags.items if tags else ():
        if columns(tag.text) > options.max:
            width = stated_width(tag.text)
            yield Finding(tag.span, f"The tag “{tag.text}” is {width}; use at most {options.max}.")


RULE = rule(check, Severity.INFO, looks_at="tags", options=TooLong)
