"""The update date is before the publication date.

One of the dates is mistyped, or they are swapped. A difference of up to one day is allowed: it may be due to a time
zone, or to an article that was edited the day before it appeared.

## Bad

```markdown
---
title: Tide tables
date: 2024-01-31
updated: 2023-02-01
---
```

## Good

```markdown
---
title: Tide tables
date: 2024-01-31
updated: 2024-02-01
---
```
"""

from __future__ import annotations

from lintarticle.article.metadata.dates import is_days_before, moment_of
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    published, updated = article.metadata.get("date"), article.metadata.get("updated")
    first, second = published and moment_of(published), updated and moment_of(updated)
    if published and updated and first and second and is_days_before(second, first):
        yield Finding(
            updated.span,
            f"Update date {updated.text} is before the publication date {published.text}; correct one.",
            related=(Related(published.span, "the publication date"),),
        )


RULE = rule(check, Severity.ERROR, looks_at="updated")
