"""The cover is too small for social cards, or has the wrong shape.

Cards are 1.91 times as wide as they are high. A picture under 600 × 315 is shown as a thumbnail, and one of another
shape is cropped. Guides advise 1200 × 630, but many well-edited sites use 1000 pixels, so set `width` and `height` to
require more. Only files in the repository are checked.

## Bad

`images/tides.png` is 400 pixels wide and 400 high:

````markdown article.md images/tides.png=400x400
---
title: Tide tables
cover: images/tides.png
---

Text.
````

## Good

````markdown
---
title: Tide tables
cover: https://example.org/tides.png
---

Text.
````

Source of the limits: guides to social cards agree on them; the tolerance is our own figure.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.targets import HEADER, local_target, pixel_size
from lintarticle.rule import Article, Context, Finding, Findings, Option, Options, Severity, rule


class CoverSize(Options):
    width: Annotated[int, Option("Minimum width, in pixels.", at_least=1)] = 600
    height: Annotated[int, Option("Minimum height, in pixels.", at_least=1)] = 315
    ratio: Annotated[float, Option("Width divided by height.", at_least=0.1)] = 1.91
    tolerance: Annotated[float, Option("Allowed deviation from the ratio, as a fraction of it.", at_least=0)] = 0.25


def check(article: Article, options: CoverSize, context: Context) -> Findings:
    cover = article.metadata.get("cover")
    target = local_target(cover.text) if cover else ""
    data = context.files.read(article.path, target, HEADER) if target else None
    if cover is None or not data:
        return
    width, height = pixel_size(data)
    if width <= 0 or height <= 0:
        return
    is_drawing = target.casefold().endswith(".svg")
    if not is_drawing and (width < options.width or height < options.height):
        yield Finding(
            cover.span,
            f"Cover is {width} × {height} pixels; use at least {options.width} × {options.height}.",
        )
    elif abs(width / height - options.ratio) > options.ratio * options.tolerance:
        yield Finding(
            cover.span,
            f"Cover is {width / height:.2f} times as wide as high; make it {options.ratio}, as social cards crop it.",
        )


RULE = rule(check, Severity.INFO, looks_at="cover", options=CoverSize)
