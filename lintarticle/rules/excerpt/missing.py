"""The article has no excerpt.

The excerpt is what readers see of an article before they open it: in search results, in feeds, on cards and in
previews. Without one, machines pick whatever sentence they find. Any of its usual names counts (excerpt, description,
summary, …), and so does a line such as “**SEO Excerpt:** …” in a metadata block.

An article without any metadata has one problem, which `front-matter/missing` reports; this rule then says nothing.
It is silent as well when the front matter can't be read, since the excerpt may well be in there, and about
templates and parts of other pages (`archetypes/`, `_includes/`, `_partials/`, `_common/` and the like).

## Bad

```markdown
---
title: Tide tables
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
excerpt: How the harbour towns of the north coast came to print their tide tables.
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    if "excerpt" in article.metadata or "seo_excerpt" in article.metadata or not article.tells_what_is_missing:
        return
    empty = article.metadata.all("excerpt")
    if empty:
        yield Finding(empty[0].key_span, f"The excerpt is empty: “{empty[0].key}” is there without a text.")
    else:
        yield Finding(
            article.metadata_span, "The article has no excerpt, expected a sentence or two that say what it is about."
        )


RULE = Rule(check, Severity.ERROR)
