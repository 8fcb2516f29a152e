"""A value is not one that the site allows.

The site gives a list of values, a range, a length, a pattern or a form such as an address, and the value keeps to
none of it. Lengths count characters. The fix writes the nearest value that is allowed, where there is one.

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
