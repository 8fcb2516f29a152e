"""Two illustrations have the same prompt.

One was probably copied and not yet changed; both pictures would look alike.

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

2. **Map** (After "The printed years"): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"
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
````
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.problem import Finding, Related, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
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


RULE = Rule(check, Severity.WARNING)
