"""A placement words a heading differently from the article.

The heading was probably reworded after the brief was written. The fix writes the heading's text. It is safe if only
capitals, punctuation and word endings differ (“printing”, “printed”), and unsafe otherwise: “Five columns” and “Four
columns” look alike but mean different things.

For a brief in the text, the fix changes that line of the body.

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

2. **Map** (After "The printing years"): Where they worked.
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

Source of the limits: our own figures; a name that is part of only one heading counts as 0.9.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.illustrations.illustration import Placement
from lintarticle.article.illustrations.positions import rewording, same_but_for_endings
from lintarticle.problem import Applicability
from lintarticle.rule import Article, Finding, Findings, Fix, Option, Options, Severity, rule


class PlacementRenamed(Options):
    similarity: Annotated[
        float, Option("Minimum similarity for a heading to count as reworded.", at_least=0, at_most=1)
    ] = 0.7
    same: Annotated[
        float, Option("Minimum similarity for two wordings to count as the same.", at_least=0, at_most=1)
    ] = 0.95


def check(article: Article, options: PlacementRenamed) -> Findings:
    for item in article.briefs:
        placement = item.placement
        if placement is None or placement.reference is None or placement.nearest is None:
            continue
        if not options.similarity <= placement.similarity < options.same:
            continue
        edits = rewording(article.text, placement, in_front_matter=item.origin == "front-matter")
        yield Finding(
            placement.reference.span,
            f"Placement says “{placement.reference.text}” but the heading is “{placement.nearest.text}”.",
            fix=Fix("Write the heading's text", edits, _applicability(placement)) if edits else None,
        )


def _applicability(placement: Placement) -> Applicability:
    named, heading = placement.reference, placement.nearest
    return "safe" if named and heading and same_but_for_endings(named.text, heading.text) else "unsafe"


RULE = rule(
    check,
    Severity.WARNING,
    looks_at="illustrations",
    fix=("safe", "unsafe"),
    options=PlacementRenamed,
    changes_body=True,
)
