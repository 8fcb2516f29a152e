"""A placement names a heading that appears more than once.

Say which one by its number ("section 3"), by its level ("H2: …"), or by the heading above it.

## Bad

````markdown
# Tide tables

How they came about.

## The first sheets

They were drawn by hand.

## The printed years

Then came the press.

## The first sheets

Once more.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"

2. **Map** (After "The first sheets"): Where.
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

2. **Map** (After "The first sheets"): Where.
````
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    for item in article.briefs:
        placement = item.placement
        if placement and placement.reference and len(placement.headings) > 1:
            yield Finding(
                placement.reference.span,
                f"{len(placement.headings)} headings say “{placement.headings[0].text}”; "
                f"specify which one for “{item.called}”.",
                "Add its number or level, such as “section 3” or “H2: …”.",
                related=tuple(Related(heading.text_span, "one of them") for heading in placement.headings),
            )


RULE = rule(check, Severity.INFO, looks_at="illustrations")
