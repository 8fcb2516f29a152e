"""The article has no metadata.

It has neither front matter at the top nor a metadata block before or after the text, so there is no excerpt, no tags
and no date. This one problem is reported instead of one for each, `title/missing` included.

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

from typing import Annotated, Literal

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class Missing(Options):
    where: Annotated[
        Literal["front-matter", "block", "either"],
        Option("Where metadata must be: in front matter, in a metadata block, or in either."),
    ] = "either"


def check(article: Article, options: Missing) -> Findings:
    if options.where == "either" and (article.is_fragment or (article.is_listing and not article.text.strip())):
        return
    has_front_matter, has_block = article.front_matter is not None, bool(article.blocks)
    if options.where == "block":
        if not has_block:
            message = "No metadata block. Add lines such as “**SEO Excerpt:** …” before or after the text."
            yield Finding(article.metadata_span, message)
    elif not has_front_matter and (options.where == "front-matter" or not has_block):
        message = "No front matter. Add a block between two “---” lines at the top."
        yield Finding(
            article.metadata_span, message, "Each line in it has a name and a value, such as “title: Tide tables”."
        )


RULE = rule(check, Severity.ERROR, options=Missing, outweighs=("title/missing",))
