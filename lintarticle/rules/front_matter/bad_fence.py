"""A front matter fence is malformed.

A fence is three dashes (YAML), three plus signs (TOML) or three semicolons (JSON), alone at the start of a line, and
the same at both ends. Site generators forgive different mistakes: Hexo and Zola miss a fence with spaces after it,
Jekyll misses one with text after it, gray-matter one with four dashes. The fix writes the fence that all of them read.

## Bad

```markdown
-----
title: Tide tables
-----

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
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
    yield from article.front_matter_findings("bad-fence")


RULE = Rule(check, Severity.WARNING, fix=("safe",))
