"""The article has no metadata at all.

Neither front matter at the start nor a metadata block around the text was found, so nothing is known of the article
but its words: no excerpt, no tags, no date. This one problem stands for all of them.

## Bad

```markdown
# Tide tables

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Option, Options, Rule


class Missing(Options):
    where: Annotated[
        Literal["front-matter", "block", "either"],
        Option("Where the metadata must stand: in front matter, in a metadata block, or in either."),
    ] = "either"


def check(article: Article, options: Missing, context: Context) -> Iterator[Finding]:
    has_front_matter, has_block = article.front_matter is not None, bool(article.blocks)
    if options.where == "front-matter" and not has_front_matter:
        message = "The article has no front matter, expected a block of metadata between “---” lines at its start."
    elif options.where == "block" and not has_block:
        message = "The article has no metadata block, expected lines such as “**SEO Excerpt:** …” around the text."
    elif not has_front_matter and not has_block:
        message = "The article has no metadata, expected front matter between “---” lines at its start."
    else:
        return
    yield Finding(article.metadata_span, message)


RULE = Rule(check, Severity.ERROR, options=Missing)
