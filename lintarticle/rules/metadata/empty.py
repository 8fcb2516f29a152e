"""A field is empty.

It is usually left over from a template, and some themes show the empty value. An empty title, excerpt or list of tags
is reported by `title/missing`, `excerpt/missing` or `tags/missing`. An empty date in a draft is fine, and so is an
empty list (`keywords: []`), which says that there are none. Templates for new articles (`archetypes/`, `_template/`)
are skipped.

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

from lintarticle.article.metadata.metadata import Field
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    if article.is_template:
        return
    seen: set[int] = set()
    for field in article.metadata.every:
        blank = field.is_empty and not isinstance(field.value, list | dict)
        if blank and field.key_span.start not in seen and not _is_reported_elsewhere(article, field):
            seen.add(field.key_span.start)
            yield Finding(field.key_span, f"“{field.key}” is empty; fill it in or delete the line.")


def _is_reported_elsewhere(article: Article, field: Field) -> bool:
    if field.name in ("date", "updated", "published", "expires"):
        return article.is_draft
    return field.name in ("title", "excerpt", "tags") and field.name not in article.metadata


RULE = rule(check, Severity.WARNING)
