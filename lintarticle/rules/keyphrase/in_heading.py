"""The keyphrase is not in any section heading.

Readers skim the headings, so at least one should contain the keyphrase. The article's title doesn't count, and articles
without sections are skipped.

## Bad

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

A tide table has four columns.

## The four columns

The first one is the hour.
```

## Good

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

A tide table has four columns.

## The columns of a tide table

The first one is the hour.
```
"""

from __future__ import annotations

from lintarticle.article.views.fields import keyphrase_of
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    keyphrase, title = keyphrase_of(article), article.title_heading
    headings = [heading for heading in article.body.headings if heading is not title]
    if keyphrase and headings and not any(keyphrase.is_in(heading.text) for heading in headings):
        yield Finding(headings[0].text_span, f"Keyphrase “{keyphrase.text}” is not in any section heading.")


RULE = rule(check, Severity.INFO, looks_at="keyphrase")
