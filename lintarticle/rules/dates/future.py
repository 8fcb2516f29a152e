"""The article is dated in the future.

Most generators leave such an article out until that day, and some platforms refuse it; usually the year is mistyped.
Drafts and articles whose status is “scheduled” may have any date. Tomorrow is allowed, since it has already begun in
another time zone.

## Bad

```markdown
---
title: Tide tables
date: 2999-01-31
---
```

## Good

```markdown
---
title: Tide tables
date: 2024-01-31
---
```
"""

from __future__ import annotations

from lintarticle.article.metadata.dates import calendar_date, moment_of
from lintarticle.rule import Article, Context, Finding, Findings, Severity, rule


def check(article: Article, context: Context) -> Findings:
    field = article.metadata.get("date")
    moment = moment_of(field) if field else None
    scheduled = article.metadata.text("status").strip().casefold() == "scheduled"
    if not field or not moment or scheduled or article.is_draft:
        return
    day = calendar_date(moment)
    if context.is_ahead(day, 1):
        yield Finding(
            field.span,
            f"Date {day.isoformat()} is in the future; correct it, or mark the article as a draft.",
        )


RULE = rule(check, Severity.WARNING, looks_at="date")
