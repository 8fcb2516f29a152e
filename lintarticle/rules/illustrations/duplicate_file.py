"""Two illustrations name the same image file.

One was probably copied and not yet changed; `lintarticle place` puts neither into the article.

## Bad

````markdown article.md
---
title: Tide tables
illustrations:
  - type: map
    placement: after "The first sheets"
    file: images/coast.png
    description: The coast.
  - type: photo
    placement: after "The printed years"
    file: images/coast.png
    description: The press.
---

# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

## The printed years

Then came the press.
````

## Good

````markdown article.md
---
title: Tide tables
illustrations:
  - type: map
    placement: after "The first sheets"
    file: images/coast.png
    description: The coast.
  - type: photo
    placement: after "The printed years"
    file: images/press.png
    description: The press.
---

# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

## The printed years

Then came the press.
````
"""

from __future__ import annotations

from posixpath import normpath

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    seen: dict[str, Illustration] = {}
    for item in article.briefs:
        if item.file is None:
            continue
        first = seen.setdefault(normpath(item.file.text.strip()), item)
        if first is not item and first.file:
            yield Finding(
                item.file.span,
                f"“{item.file.text}” is the file of two illustrations; use another one here.",
                related=(Related(first.file.span, "the first one"),),
            )


RULE = rule(check, Severity.WARNING, looks_at="illustrations")
