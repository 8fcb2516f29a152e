"""The front matter has no keys.

It is a list or plain text, so no value has a name. Each line should be a name, a colon and a value.

## Bad

```markdown
---
- Tide tables
- Harbours
---
```

## Good

```markdown
---
title: Tide tables
tags: [harbours]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    yield from article.front_matter_findings("not-mapping")


RULE = Rule(check, Severity.ERROR)
