"""The keyphrase is not in the excerpt.

Search results show the words that were searched for in bold, so an excerpt with the keyphrase is more visible.

## Bad

```markdown
---
title: How to read a tide table
excerpt: When the harbour empties, and when it fills again.
keyphrase: tide table
---

A tide table has four columns.
```

## Good

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

A tide table has four columns.
```
"""

from __future__ import annotations

from lintarticle.article.views.fields import keyphrase_of, search_excerpt
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    keyphrase, excerpt = keyphrase_of(article), search_excerpt(article)
    if keyphrase and excerpt and not keyphrase.is_in(excerpt.text):
        yield Finding(excerpt.span, f"Keyphrase “{keyphrase.text}” is not in the excerpt.")


RULE = rule(check, Severity.INFO, looks_at="keyphrase")
