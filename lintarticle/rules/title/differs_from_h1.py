"""The title and the main heading are about different things.

Readers who click a title and land on an unrelated heading wonder whether they are in the right place. A shorter, longer
or reworded heading is fine: only those that share less than half of their words are reported, and only where a single
level-1 heading opens the article.

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

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Related, Severity, rule


class DiffersFromH1(Options):
    similarity: Annotated[
        int, Option("Minimum similarity of title and heading, in percent.", at_least=0, at_most=100)
    ] = 50


def check(article: Article, options: DiffersFromH1) -> Findings:
    title, heading = article.metadata.get("title"), article.title_heading
    if not title or title.origin == "heading" or not heading:
        return
    if title.text.casefold() == heading.text.casefold() or _similarity(title.text, heading.text) >= options.similarity:
        return
    yield Finding(
        heading.text_span,
        f"The heading is “{heading.text}” but the title is “{title.text}”; make them match.",
        related=(Related(title.span, "the title"),),
    )


def _similarity(first: str, second: str) -> float:
    from rapidfuzz import fuzz, utils  # needed for the few articles that have both, and they differ

    ratios = (
        fuzz.token_set_ratio(first, second, processor=utils.default_process),
        fuzz.partial_ratio(first, second, processor=utils.default_process),
    )
    return max(ratios)


RULE = rule(check, Severity.INFO, looks_at="headings", options=DiffersFromH1)
