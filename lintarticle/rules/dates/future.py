"""The article is dated in the future.

Most generators leave such an article out until its day has come, and some platforms refuse it; more often than not, the
year is mistyped. Drafts may carry any date, and so may an article whose status is “scheduled”. A day ahead is let
pass, since it is tomorrow already in another time zone.

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

from collections.abc import Iterator
from datetime import timedelta

from lintarticle.article.article import Article
from lintarticle.article.metadata.dates import calendar_date, moment_of
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    field = article.metadata.get("date")
    moment = moment_of(field) if field else None
    scheduled = article.metadata.text("status").strip().casefold() == "scheduled"
    if not field or not moment or scheduled or article.is_draft:
        return
    day = calendar_date(moment)
    if day > context.today + timedelta(days=1):
        yield Finding(
            field.span,
            f"The article is dated {day.isoformat()}, which is after today ({context.today.isoformat()}), "
            "and is neither a draft nor scheduled.",
        )


RULE = Rule(check, Severity.WARNING)
