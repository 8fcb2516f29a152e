"""The front matter is never closed.

Without its closing fence, site generators stop, or print the keys as text. The message says after which line the
closing fence most likely belongs; the fix inserts it there.

## Bad

```markdown
---
title: Tide tables
tags: [tides, harbours]

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
tags: [tides, harbours]
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    yield from article.front_matter_findings("unclosed")


RULE = Rule(check, Severity.ERROR, fix=("unsafe",))
