"""The article has no title.

Every page needs one: it is the link in search results and feeds, and the name of the browser tab. A title may stand in
the front matter, in a metadata block, or be the first heading of level 1 (`# …`).

The rule says nothing when the front matter can't be read, since the title may well be in there, nor about templates
and parts of other pages (`archetypes/`, `_includes/`, `_partials/`, `_common/` and the like).

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

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    if "title" in article.metadata or article.metadata_unreadable or article.is_fragment or not article.text.strip():
        return
    empty = article.metadata.all("title")
    if empty:
        yield Finding(empty[0].key_span, "The title is empty, and no heading of level 1 stands in for it.")
    else:
        yield Finding(
            article.metadata_span,
            "The article has no title, expected a title in its metadata or a heading of level 1 (“# …”).",
        )


RULE = Rule(check, Severity.ERROR)
