"""Unknown key, probably a typo.

Site generators ignore unknown keys, so a typo is noticed late. Keys that closely resemble one of the site's are
reported as warnings. A `strict` type reports every other key as an error, and so is a key that the site has marked as
`deprecated`. Keys that platforms read (`layout`, `weight`, `aliases`, …) are known unless the type is strict.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
correction = { type = "string" }
```

```markdown
---
title: The new quay opens
corection: The quay opens in May.
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
correction: The quay opens in May.
layout: wide
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
    yield from context.violations_of("unknown-key")


RULE = Rule(check, Severity.ERROR, fix=("unsafe",))
