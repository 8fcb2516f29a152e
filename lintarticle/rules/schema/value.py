"""A value is not allowed.

It does not match the site's list of values, range, length, pattern or format, such as a web address. Lengths are in
characters. The fix writes the nearest allowed value, if there is one.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
section = { enum = ["harbour", "weather"] }
```

```markdown
---
title: The new quay opens
section: harbor
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
section: harbour
---

From May, ferries land at the new quay.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    yield from context.violations_of("value")


RULE = Rule(check, Severity.ERROR, fix=("unsafe",))
