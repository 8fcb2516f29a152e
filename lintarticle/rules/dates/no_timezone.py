"""A date with a time has no time zone.

Without a zone, the machine that builds the site takes its own: the same article gets another time, and near midnight
another date, on a laptop and on a server. Off until asked for, since many sites set their zone once for all.

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

from collections.abc import Iterator
from datetime import datetime

from lintarticle.article.article import Article
from lintarticle.article.metadata.dates import date_fields, moment_of
from lintarticle.problem import Finding
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    for field in date_fields(article.metadata):
        moment = moment_of(field)
        if field.origin == "front-matter" and isinstance(moment, datetime) and moment.tzinfo is None:
            yield Finding(
                field.span, f"The date “{article.source[field.span]}” has a time but no time zone, expected one."
            )


RULE = Rule(check, None)
