"""A field is there, but nothing is in it.

An empty field is usually left over from a template; some themes print the empty value. An empty title, excerpt or
list of tags is reported by `title/missing`, `excerpt/missing` and `tags/missing`, a date that is still empty in a
draft is not reported at all.

## Bad

```markdown
---
title: Tide tables
author:
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
author: Ines Fictional
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.model import Article, Field
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    seen: set[int] = set()
    for field in article.metadata.every:
        if field.is_empty and field.key_span.start not in seen and not _is_reported_elsewhere(article, field):
            seen.add(field.key_span.start)
            yield Finding(field.key_span, f"“{field.key}” is empty, expected a value or no such line.")


def _is_reported_elsewhere(article: Article, field: Field) -> bool:
    if field.name in ("date", "updated", "published", "expires"):
        return article.is_draft
    return field.name in ("title", "excerpt", "tags") and field.name not in article.metadata


RULE = Rule(check, Severity.WARNING)
