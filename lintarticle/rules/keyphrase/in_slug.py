"""The keyphrase is not in the slug.

The slug is the part of the address that readers see. It should contain more than half of the keyphrase's words, or all
of them if there are one or two. Only a slug in the metadata is checked, and not one in Latin letters for a keyphrase in
another script.

## Bad

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
slug: when-the-harbour-empties
---

A tide table has four columns.
```

## Good

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
slug: read-tide-tables
---

A tide table has four columns.
```

Source of the limit: Yoast SEO uses the same limits.
"""

from __future__ import annotations

from lintarticle.article.views.fields import keyphrase_of
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    keyphrase, slug = keyphrase_of(article), article.metadata.get("slug")
    if not keyphrase or not slug or (slug.text.isascii() and not keyphrase.is_latin):
        return
    share = keyphrase.share_in(slug.text)
    if share <= 0.5 or (keyphrase.size <= 2 and share < 1):
        yield Finding(slug.span, f"Keyphrase “{keyphrase.text}” is not in the slug “{slug.text}”.")


RULE = rule(check, Severity.INFO, looks_at="slug")
