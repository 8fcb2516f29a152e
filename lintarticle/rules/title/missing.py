"""The article has no title.

Every page needs one: it is the link in search results and feeds, and the name of the browser tab. A title can be in the
front matter, in a metadata block, or be the first level-1 heading (`# …`).

Files whose front matter can't be read, since the title may be in there, and templates and parts of other pages
(`archetypes/`, `_includes/`, `_partials/`, `_common/` and the like) are skipped.

## Bad

```markdown
---
excerpt: How the harbour towns came to print their tide tables.
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
excerpt: How the harbour towns came to print their tide tables.
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    if "title" in article.metadata or article.metadata_unreadable or not article.text.strip():
        return
    if article.is_fragment or article.is_listing:
        return
    empty = article.metadata.all("title")
    if empty:
        yield Finding(empty[0].key_span, "Title is empty. Fill it in, or start the text with a heading (“# …”).")
    else:
        yield Finding(
            article.metadata_span,
            "No title. Add “title: …” to the front matter, or start the text with a heading (“# …”).",
        )


RULE = rule(check, Severity.ERROR)
