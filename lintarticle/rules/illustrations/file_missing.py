"""The image file of an illustration does not exist.

The brief names a file that does not exist: the image has not been made yet, or has another name. It is looked for as a
path from the article, from the root of the site, and in the platform's folder of images. A missing image in the text is
reported by [images/file-missing](../images/file-missing.md).

## Bad

The folder has no `images/coast.png`:

````markdown article.md
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

````markdown article.md images/coast.png
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
"""

from __future__ import annotations

from lintarticle.article.illustrations.illustration import local_files
from lintarticle.rule import Article, Context, Finding, Findings, rule


def check(article: Article, context: Context) -> Findings:
    for item in article.briefs:
        if item.file is None or item.status == "placed":
            continue
        files = tuple(local_files(item, context.site.pictures))
        if files and not context.files.exists_any(article.path, files):
            yield Finding(
                item.file.span, f"The image file “{item.file.text}” does not exist; make it or name another one."
            )


RULE = rule(check, None, looks_at="illustrations")
