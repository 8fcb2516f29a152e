"""A date with a time has no time zone.

Without a zone, the computer that builds the site uses its own, so the time, and near midnight the date, depends on
where the site is built. Off by default, since many sites set their zone in one place.

## Bad

```markdown
---
title: Tide tables
date: 2024-01-31 23:30:00
---
```

## Good

```markdown
---
title: Tide tables
date: 2024-01-31 23:30:00 +0100
---
```

Source: Google Search Central recommends ISO 8601 dates with a time zone.
"""

from __future__ import annotations

from datetime import datetime

from lintarticle.article.metadata.dates import date_fields, moment_of
from lintarticle.rule import Article, Finding, Findings, rule


def check(article: Article) -> Findings:
    for field in date_fields(article.metadata):
        moment = moment_of(field)
        if field.origin == "front-matter" and isinstance(moment, datetime) and moment.tzinfo is None:
            yield Finding(
                field.span,
                f"The date “{article.source[field.span]}” has no time zone; add one, such as “Z” or “+01:00”.",
            )


RULE = rule(check, None)
