"""A placement names a section that the article does not have.

The picture would end up nowhere, or in the wrong place. Case, quotes, "the" and "section" make no difference; wording
that is only slightly off is reported by `illustrations/placement-renamed`. For a brief in the text, the fix changes
that line of the body.

## Bad

````markdown
# Tide tables

How they came about.

## The printed years

Then came the press.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Map** (After "The lighthouse keepers"): Where they worked.
````

## Good

````markdown
# Tide tables

How they came about.

## The printed years

Then came the press.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Map** (After "The printed years"): Where they worked.
````
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.illustrations.positions import rewording
from lintarticle.rule import Article, Finding, Findings, Fix, Option, Options, Severity, rule


class PlacementUnknown(Options):
    similarity: Annotated[
        float, Option("Minimum similarity for a heading to count as reworded.", at_least=0, at_most=1)
    ] = 0.7


def check(article: Article, options: PlacementUnknown) -> Findings:
    for item in article.briefs:
        placement = item.placement
        if placement is None or placement.reference is None or placement.headings:
            continue
        if placement.similarity >= options.similarity:
            continue
        edits = rewording(article.text, placement, in_front_matter=item.origin == "front-matter")
        near = f" The nearest heading is “{placement.nearest.text}”." if placement.nearest else ""
        yield Finding(
            placement.reference.span,
            f"“{item.called}” should go to “{placement.reference.text}”, but no section has that heading.{near}",
            fix=Fix("Name the nearest heading", edits, "unsafe") if edits else None,
        )


RULE = rule(
    check, Severity.ERROR, looks_at="illustrations", fix=("unsafe",), options=PlacementUnknown, changes_body=True
)
