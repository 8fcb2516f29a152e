"""The article is both a draft and unlisted.

A draft is not published; an unlisted article is published without being listed. Docusaurus stops with an error if both
are set.

## Bad

```markdown
---
title: Tide tables
draft: true
unlisted: true
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
unlisted: true
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.article.metadata.metadata import Field
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    draft, unlisted = _set(article, "draft"), _set(article, "unlisted")
    if draft and unlisted:
        yield Finding(
            unlisted.key_span,
            f"“{unlisted.key}” and “{draft.key}” are both set; keep one.",
            related=(Related(draft.key_span, f"“{draft.key}” is set here."),),
        )


def _set(article: Article, name: str) -> Field | None:
    field = article.metadata.get(name)
    return field if field and field.text.strip().casefold() in ("true", "yes", "on") else None


RULE = rule(check, Severity.ERROR, looks_at="draft")
