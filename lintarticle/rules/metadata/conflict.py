"""Front matter and metadata block have different values for a field.

The front matter wins, so the value in the block is lost, although it may be the newer one. Lists are compared in any
order, dates as dates, and text without a length note such as “(158 chars)”.

## Bad

```markdown
---
title: Tide tables
tags: [tides]
---

Twice a day the harbour empties.

---

**Tags:** tides, printing

**Slug:** tide-tables
```

## Good

```markdown
---
title: Tide tables
tags: [printing, tides]
---

Twice a day the harbour empties.

---

**Tags:** tides, printing

**Slug:** tide-tables
```
"""

from __future__ import annotations

from lintarticle.article.metadata.metadata import Field, Origin
from lintarticle.article.views.fields import same_value
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule

_NOT_COMPARED = frozenset({"illustrations", "cover", "word_count", "reading_time"})


def check(article: Article) -> Findings:
    for field in article.metadata:
        front, block = (_first(article, field.name, origin) for origin in ("front-matter", "block"))
        if front and block and field.name not in _NOT_COMPARED and not same_value(front, block):
            yield Finding(
                block.span,
                f"“{block.key}” differs from “{front.key}” in the front matter, which wins; make them match.",
                related=(Related(front.span, f"“{front.key}” in the front matter."),),
            )


def _first(article: Article, name: str, origin: Origin) -> Field | None:
    fields = article.metadata.all(name)
    return next(
        (field for field in fields if field.origin == origin and not field.is_empty and field.name == name), None
    )


RULE = rule(check, Severity.WARNING, looks_at="metadata blocks")
