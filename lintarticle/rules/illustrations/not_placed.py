"""A finished picture is not where its brief puts it.

The file exists, but the body does not show it there or, for a hero, no cover field names it. `lintarticle place` puts
it there.

## Bad

````markdown
---
title: Tide tables
illustrations:
  - type: map
    placement: after "The first sheets"
    file: images/coast.png
    description: The coast.
---

# Tide tables

How they came about.

## The first sheets

They were drawn by hand.
````

## Good

````markdown
---
title: Tide tables
illustrations:
  - type: map
    placement: after "The first sheets"
    file: images/coast.png
    description: The coast.
---

# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

![The coast](images/coast.png)
````
"""

from __future__ import annotations

from lintarticle.article.illustrations.illustration import local_files
from lintarticle.rule import Article, Context, Finding, Findings, rule


def check(article: Article, context: Context) -> Findings:
    for item in article.briefs:
        files = local_files(item, context.site.pictures)
        if item.status == "generated" and item.file and context.files.exists_any(article.path, files):
            where = f" at “{item.placement.text.text}”" if item.placement else ""
            yield Finding(item.file.span, f"The picture “{item.file.text}” exists but is not shown{where}; add it.")


RULE = rule(check, None, looks_at="illustrations")
