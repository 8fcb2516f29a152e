"""The type of an illustration is not one that is known.

The types are hero, social, section, infographic, diagram, chart, map, table, screenshot, photo, conceptual, icon and
video, each under its usual names in several languages.

For a brief that stands in the text, the fix changes that line of the body.

## Bad

````markdown
---
title: Tide tables
illustrations:
  - type: infografic
    placement: top
    description: How the moon pulls the water.
---

Text.
````

## Good

````markdown
---
title: Tide tables
illustrations:
  - type: infographic
    placement: top
    description: How the moon pulls the water.
---

Text.
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.nearest import nearest
from lintarticle.problem import Edit, Finding, Fix, Severity
from lintarticle.rule import Context, Option, Options, Rule


class TypeUnknown(Options):
    types: Annotated[tuple[str, ...], Option("More types that this site uses.")] = ()


def check(article: Article, options: TypeUnknown, context: Context) -> Iterator[Finding]:
    allowed = {name.casefold() for name in options.types}
    for item in article.briefs:
        if item.type is None or item.kind or item.type.text.casefold() in allowed:
            continue
        from lintarticle.article.illustrations.words import KINDS  # a large table, rarely needed

        known = nearest(item.type.text, (*KINDS, *options.types))
        verbatim = article.source[item.type.span] == item.type.text
        offered = f", such as “{known}”" if known else ": hero, infographic, diagram, photo and so on"
        yield Finding(
            item.type.span,
            f"The type “{item.type.text}” is not known, expected a known one{offered}.",
            fix=Fix(f"Write “{known}”", (Edit(item.type.span, known),), "unsafe") if known and verbatim else None,
        )


RULE = Rule(check, Severity.INFO, fix=("unsafe",), options=TypeUnknown, changes_body=True)
