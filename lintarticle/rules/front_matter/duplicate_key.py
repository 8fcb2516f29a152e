"""A key is used twice in the same group.

Most site generators silently take the last of the two values, some the first, and some refuse the file. One value is
lost, and rarely the one you expect.

## Bad

```markdown
---
title: Tide tables
author: Mara Lind
title: Tables of the tide
---
```

## Good

```markdown
---
title: Tide tables
author: Mara Lind
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    yield from article.front_matter_findings("duplicate-key")


RULE = Rule(check, Severity.ERROR)
