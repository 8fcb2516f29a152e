"""The title and the article's heading say different things.

Readers click on a title and land on a heading: when the two have nothing in common, they wonder whether they are in
the right place. A shorter, longer or reworded heading is fine; only a title and a heading that share less than
half of their words are reported, and only where one single heading of level 1 opens the article.

## Bad

```markdown
---
title: How to read a tide table
---

# Welcome to our spring newsletter

Twice a day the harbour empties.
```

## Good

```markdown
---
title: How to read a tide table
---

# Reading tide tables, a short guide

Twice a day the harbour empties.
```

Source of the limit: our own figure, `similarity = 50` percent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Related, Severity
from lintarticle.rule import Context, Option, Options, Rule


class DiffersFromH1(Options):
    similarity: Annotated[
        int, Option("Least similarity of title and heading, in percent.", at_least=0, at_most=100)
    ] = 50


def check(article: Article, options: DiffersFromH1, context: Context) -> Iterator[Finding]:
    title, heading = article.metadata.get("title"), article.title_heading
    if not title or title.origin == "heading" or not heading:
        return
    if title.text.casefold() == heading.text.casefold() or _similarity(title.text, heading.text) >= options.similarity:
        return
    yield Finding(
        heading.text_span,
        f"The heading says “{heading.text}”, the title says “{title.text}”: expected the same subject.",
        related=(Related(title.span, "the title"),),
    )


def _similarity(first: str, second: str) -> float:
    from rapidfuzz import fuzz, utils  # needed for the few articles that have both, and they differ

    ratios = (
        fuzz.token_set_ratio(first, second, processor=utils.default_process),
        fuzz.partial_ratio(first, second, processor=utils.default_process),
    )
    return max(ratios)


RULE = Rule(check, Severity.INFO, options=DiffersFromH1)
