"""A value is of another kind than the site asks for.

A list where text belongs, text where a date belongs, `"false"` in quotes, which counts as true: site generators fail
on these, or do something else than meant. What writers of YAML take for granted is no mistake: a date or a number is
fine where text is expected, and a date may be written as text. The fix makes a single value a list of one.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
regions = { type = "list" }
```

```markdown
---
title: The new quay opens
regions: north
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
regions: [north]
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
    yield from context.violations_of("type")


RULE = Rule(check, Severity.ERROR, fix=("safe",))
