"""The article has no excerpt.

The excerpt is what search results, feeds, cards and previews show of an article. Without one, they show whatever
sentence they find. Any of its usual names counts (excerpt, description, summary, …), and so does a line such as “**SEO
Excerpt:** …” in a metadata block.

Articles without any metadata, which `front-matter/missing` reports, files whose front matter can't be read, and
templates and parts of other pages (`archetypes/`, `_includes/`, `_partials/`, `_common/` and the like) are skipped.

## Bad

```markdown
---
title: Tide tables
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
excerpt: How the harbour towns of the north coast came to print their tide tables.
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    if "excerpt" in article.metadata or "seo_excerpt" in article.metadata:
        return
    if not article.tells_what_is_missing or article.is_listing:
        return
    empty = article.metadata.all("excerpt")
    if empty:
        yield Finding(empty[0].key_span, f"Excerpt is empty; write a sentence or two after “{empty[0].key}”.")
    else:
        yield Finding(article.metadata_span, "No excerpt. Add a sentence or two that say what the article is about.")


RULE = rule(check, Severity.ERROR)
