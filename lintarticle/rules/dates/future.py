"""The article is dated in the future.

Most generators leave such an article out until that day, and some platforms refuse it; usually the year is mistyped.
Drafts and articles whose status is “scheduled” may have any date. A date with an offset (`2024-01-31T10:00:00+01:00`)
is compared with the clock. For any other, tomorrow is allowed, since it has already begun in another time zone.

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

from datetime import datetime

from lintarticle.article.metadata.dates import Moment, calendar_date, has_offset, moment_of
from lintarticle.rule import Article, Context, Finding, Findings, Severity, rule


def check(article: Article, context: Context) -> Findings:
    field = article.metadata.get("date")
    moment = moment_of(field) if field else None
    scheduled = article.metadata.text("status").strip().casefold() == "scheduled"
    if not field or not moment or scheduled or article.is_draft:
        return
    if _is_future(moment, context):
        yield Finding(
            field.span,
            f"Date {calendar_date(moment).isoformat()} is in the future; correct it, or mark the article as a draft.",
        )


def _is_future(moment: Moment, context: Context) -> bool:
    """Say it exactly where a moment within three days has an offset."""
    day = calendar_date(moment)
    if not has_offset(moment) or context.is_ahead(day, 2) or not context.is_ahead(day, -3):
        return context.is_ahead(day, 1)
    now = context.now
    return moment > now if now and isinstance(moment, datetime) else context.is_ahead(day, 1)


RULE = rule(check, Severity.WARNING, looks_at="date")
