"""An illustration has an unknown type.

The types are hero, social, section, infographic, diagram, chart, map, table, screenshot, photo, conceptual, icon and
video, each with its usual names in several languages.

For a brief in the text, the fix changes that line of the body.

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

from typing import Annotated

from lintarticle.article.text.brief_words import TYPES
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Severity, rule
from lintarticle.wording import nearest


class TypeUnknown(Options):
    types: Annotated[tuple[str, ...], Option("Additional types that this site uses.")] = ()


def check(article: Article, options: TypeUnknown) -> Findings:
    allowed = {name.casefold() for name in options.types}
    for item in article.briefs:
        if item.type is None or item.kind or item.type.text.casefold() in allowed:
            continue
        known = nearest(item.type.text, (*TYPES, *options.types))
        verbatim = article.source[item.type.span] == item.type.text
        offered = f"Did you mean “{known}”?" if known else "Use hero, infographic, diagram, photo or the like."
        yield Finding(
            item.type.span,
            f"Unknown illustration type “{item.type.text}”. {offered}",
            fix=Fix(f"Write “{known}”", (Edit(item.type.span, known),), "unsafe") if known and verbatim else None,
        )


RULE = rule(check, Severity.INFO, looks_at="illustrations", fix=("unsafe",), options=TypeUnknown, changes_body=True)
