"""The article was changed before it was published.

One of the two dates is mistyped, or they were swapped. Readers see both, and search engines trust neither then. Where
only one of the dates has a time zone, a day's difference is let pass.

## Bad

```markdown
---
title: Tide tables
date: 2024-01-31
updated: 2023-02-01
---
```

## Good

```markdown
---
title: Tide tables
date: 2024-01-31
updated: 2024-02-01
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.metadata.dates import is_before, moment_of
from lintarticle.problem import Finding, Related, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    published, updated = article.metadata.get("date"), article.metadata.get("updated")
    first, second = published and moment_of(published), updated and moment_of(updated)
    if published and updated and first and second and is_before(second, first):
        yield Finding(
            updated.span,
            f"The article was changed ({updated.text}) before it was published ({published.text}).",
            related=(Related(published.span, "the date of publication"),),
        )


RULE = Rule(check, Severity.ERROR)
