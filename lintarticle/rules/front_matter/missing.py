"""The article has no metadata.

It has neither front matter at the top nor a metadata block before or after the text, so there is no excerpt, no tags
and no date. This one problem is reported instead of one for each.

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
        Option("Where metadata must be: in front matter, in a metadata block, or in either."),
    ] = "either"


def check(article: Article, options: Missing, context: Context) -> Iterator[Finding]:
    has_front_matter, has_block = article.front_matter is not None, bool(article.blocks)
    if options.where == "front-matter" and not has_front_matter:
        message = "No front matter. Add a block between two “---” lines at the top."
    elif options.where == "block" and not has_block:
        message = "No metadata block. Add lines such as “**SEO Excerpt:** …” before or after the text."
    elif not has_front_matter and not has_block:
        message = "No front matter. Add a block between two “---” lines at the top."
    else:
        return
    yield Finding(article.metadata_span, message)


RULE = Rule(check, Severity.ERROR, options=Missing)
