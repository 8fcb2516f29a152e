"""The slug contains more than lower-case letters, digits and single hyphens.

Capitals, spaces, underscores and accents in an address are easily mistyped, turn into `%C3%A9` when copied, and on some
servers create a second address for the same page. A slug that is a path may have `/` between its parts.

The fix rewrites the slug; it is unsafe because it changes the address of a published article.

## Bad

```markdown
---
title: Tide tables
slug: Tide_Tables
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
slug: tide-tables
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.metadata.spelling import proper_slug
from lintarticle.rule import Article, Finding, Findings, Fix, Option, Options, Severity, rule


class SlugFormat(Options):
    unicode: Annotated[bool, Option("Allow letters and digits of any script, not only a–z and 0–9.")] = False


def check(article: Article, options: SlugFormat) -> Findings:
    field = article.metadata.get("slug")
    if not field or "{{" in field.text:
        return
    parts = [proper_slug(part, unicode=options.unicode) for part in field.text.strip("/").split("/")]
    if parts == field.text.strip("/").split("/"):
        return
    fix = None
    if all(parts):
        slug = "/" * field.text.startswith("/") + "/".join(parts) + "/" * field.text.endswith("/")
        from lintarticle.article.editing import set_field  # only fixes edit

        fix = Fix(f"Write “{slug}”", set_field(article, field, slug), "unsafe")
    letters = "lower-case letters" if options.unicode else "lower-case letters a–z"
    yield Finding(field.span, f"Slug “{field.text}” must use only {letters}, digits and single hyphens.", fix=fix)


RULE = rule(check, Severity.WARNING, looks_at="slug", fix=("unsafe",), options=SlugFormat)
