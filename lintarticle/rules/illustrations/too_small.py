"""An image is smaller than its brief asks for.

A brief may say a size. If it does not, a cover should have 1200 × 630 pixels, and an image in the text a width of 1200;
`cover-width`, `cover-height` and `text-width` in the table `[illustrations]` of the configuration change that. An SVG
drawing fits every size, and an icon may have any size.

## Bad

`images/coast.png` is 640 pixels wide and 480 high:

````markdown article.md images/coast.png=640x480
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

````markdown article.md images/coast.png=1200x900
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

Source of the sizes: guides to social cards agree on 1200 × 630; the width in the text is our own figure.
"""

from __future__ import annotations

from lintarticle.article.illustrations.illustration import local_files, size_of
from lintarticle.article.markdown.targets import HEADER, pixel_size
from lintarticle.rule import Article, Context, Finding, Findings, Severity, rule


def check(article: Article, context: Context) -> Findings:
    pictures = context.site.pictures
    for item in article.briefs:
        wanted = size_of(item, pictures)
        if item.file is None or not any(wanted) or item.file.text.casefold().endswith(".svg"):
            continue
        data = next(
            filter(None, (context.files.read(article.path, f, HEADER) for f in local_files(item, pictures))), b""
        )
        size = pixel_size(data) if data else (-1, -1)
        if size != (-1, -1) and any(side < (least or 0) for side, least in zip(size, wanted, strict=True)):
            asked = (
                f"{wanted[0]} × {wanted[1]}" if all(wanted) else f"{wanted[0] or wanted[1]} {_SIDE[wanted[0] is None]}"
            )
            yield Finding(
                item.file.span, f"“{item.file.text}” is {size[0]} × {size[1]} pixels; this image should be {asked}."
            )


_SIDE = {False: "wide", True: "high"}

RULE = rule(check, Severity.INFO, looks_at="illustrations")
