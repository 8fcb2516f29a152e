"""Two illustrations have the same prompt.

One was probably copied and not yet changed; the pictures would look alike.

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

2. **Map** (After "The printed years"): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"
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
````
"""

from __future__ import annotations

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    seen: dict[str, Illustration] = {}
    for item in article.illustrations:
        if item.prompt is None:
            continue
        first = seen.setdefault(item.prompt.text.casefold(), item)
        if first is not item and first.prompt:
            yield Finding(
                article.source.first_line(item.prompt.span),
                f"The illustrations “{first.called}” and “{item.called}” have the same prompt; change one.",
                related=(Related(article.source.first_line(first.prompt.span), "the same prompt"),),
            )


RULE = rule(check, Severity.WARNING, looks_at="illustrations")
