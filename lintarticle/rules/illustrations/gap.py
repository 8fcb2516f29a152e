"""A long stretch of text has no picture and no illustration brief.

Off by default, since the number of pictures is a matter of style.

## Bad

````markdown
---
title: Tide tables
cover: images/tides.jpg
---

The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
The tide comes and goes twice a day, and someone wrote it down.
````

## Good

````markdown
---
title: Tide tables
---

A short text.
````
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from lintarticle.article.illustrations.positions import position_of
from lintarticle.article.text.measure import count_words
from lintarticle.rule import Article, Finding, Findings, Option, Options, Span, rule


class Gap(Options):
    words: Annotated[int, Option("Maximum number of words without a picture.", at_least=1)] = 600


def check(article: Article, options: Gap) -> Findings:
    places = [image.span.start for image in article.body.images]
    places += [item.span.start for item in article.illustrations if item.origin == "inline"]
    positions = [position_of(item.placement) for item in article.briefs if item.placement]
    places += [
        position[0]
        for position in positions
        if position and article.body.span.start <= position[0] < article.body.span.end
    ]
    start, end = article.body.span
    bounds = [start, *sorted(set(places)), end]
    for left, right in pairwise(bounds):
        found = count_words(article.body.prose[left:right])
        if found > options.words:
            at = left + len(article.text[left:right]) - len(article.text[left:right].lstrip())
            yield Finding(
                article.source.first_line(Span(at, right)),
                f"The next {found} words have no picture or illustration brief; add one every {options.words} words.",
            )


RULE = rule(check, None, options=Gap)
