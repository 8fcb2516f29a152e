"""No illustration is suggested for the top of the article.

The picture at the top, the hero, is what feeds and social cards show. A cover field counts as one, and so does an image
before the first section.

## Bad

````markdown
# Tide tables

How they came about.

## The printed years

Then came the press.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Map** (After "The printed years"): Where the printers worked.
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

2. **Map** (After "The printed years"): Where.
````
"""

from __future__ import annotations

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    briefs = [item for item in article.briefs if item.status == "suggested"]
    if not briefs or "cover" in article.metadata or article.body.opens_with_picture:
        return
    if not any(_is_on_top(item) for item in article.briefs):
        yield Finding(
            article.source.first_line(briefs[0].span),
            "No hero image. Suggest one for the top of the article, or name a cover.",
        )


def _is_on_top(item: Illustration) -> bool:
    return item.kind in ("hero", "social") or (item.placement is not None and item.placement.kind == "top")


RULE = rule(check, Severity.WARNING, looks_at="illustrations")
