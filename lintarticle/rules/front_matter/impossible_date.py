"""A date does not exist.

A day that is not in the calendar stops most site generators; others roll over into the next month and publish on the
wrong day.

## Bad

```markdown
---
title: Tide tables
date: 2026-02-30
---
```

## Good

```markdown
---
title: Tide tables
date: 2026-02-28
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    yield from article.front_matter_findings("impossible-date")


RULE = Rule(check, Severity.ERROR)
