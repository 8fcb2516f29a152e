"""An illustration does not say where it goes.

Without a placement, it is unclear which part of the text it belongs to. A hero, cover or social image needs no
placement, nor does a picture that the body already shows.

## Bad

````markdown
# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Infographic**: How the moon pulls the water.
````

## Good

````markdown
# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Infographic** (After "The first sheets"): How the moon pulls the water.
````
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class PlacementMissing(Options):
    implied: Annotated[tuple[str, ...], Option("Types that need no placement.")] = ("hero", "social")


def check(article: Article, options: PlacementMissing) -> Findings:
    for item in article.briefs:
        if item.placement is None and item.kind not in options.implied and item.status != "placed":
            yield Finding(
                article.source.first_line(item.span),
                f"The illustration “{item.called}” does not say where it goes.",
                "Add a place: “top”, or “after” and the heading of a section in quotes.",
            )


RULE = rule(check, Severity.ERROR, looks_at="illustrations", options=PlacementMissing)
