"""Illustrations are listed out of order, or two go to the same place.

A list in the order of the article is easier to work through. Two pictures in one place compete with each other.

## Bad

````markdown
# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

## The printed years

Then came the press.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Map** (After "The printed years"): Where.

3. **Chart** (After "The first sheets"): How high.
````

## Good

````markdown
# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

## The printed years

Then came the press.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Chart** (After "The first sheets"): How high.

3. **Map** (After "The printed years"): Where.
````
"""

from __future__ import annotations

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.positions import position_of
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    seen: dict[tuple[int, int], Illustration] = {}
    last = (-1, 0)
    for item in article.briefs:
        position = position_of(item.placement) if item.placement and item.kind != "social" else None
        if position is None or item.placement is None:
            continue
        if position in seen:
            yield Finding(
                item.placement.text.span,
                f"The illustrations “{seen[position].called}” and “{item.called}” go to the same place.",
                related=(Related(article.source.first_line(seen[position].span), "the first of them"),),
            )
        elif position < last:
            yield Finding(
                item.placement.text.span,
                f"The illustration “{item.called}” goes before the one above it; swap them in this list.",
            )
        seen.setdefault(position, item)
        last = max(last, position)


RULE = rule(check, Severity.INFO, looks_at="illustrations")
