"""The keyphrase is not in the title.

The title should contain the words that the article should be found by, in any order and form (“tables of the tides” is
fine for “tide table”). A separate title for search engines counts too. Articles without a keyphrase are skipped by all
rules of this family.

## Bad

```markdown
---
title: When the harbour empties
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

A tide table has four columns.
```

## Good

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

A tide table has four columns.
```
"""

from __future__ import annotations

from lintarticle.article.views.fields import keyphrase_of
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    keyphrase = keyphrase_of(article)
    titles = [title for name in ("seo_title", "title") if (title := article.metadata.get(name))]
    if keyphrase and titles and not any(keyphrase.is_in(title.text) for title in titles):
        yield Finding(titles[0].span, f"Keyphrase “{keyphrase.text}” is not in the title.")


RULE = rule(check, Severity.INFO, looks_at="keyphrase")
