"""A field that this kind of article must have is missing.

A site says in `[types.NAME]` what its articles need, as a table of fields, a JSON Schema or a pydantic model; a build
that finds a field missing fails, or shows a page with a hole. A field counts as there under any of its names, in
front matter or in a metadata block, but not where it is empty. Articles without any metadata are left to
`front-matter/missing`. The fix adds the key alone, for its writer to fill in.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
section = { required = true }
```

```markdown
---
title: The new quay opens
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
    yield from context.violations_of("required")


RULE = Rule(check, Severity.ERROR, fix=("unsafe",))
