"""The article has no tags.

Tags lead readers from one article to the next. Tags, topics and keywords count, in the front matter or in a metadata
block (“**SEO Tags:** …”). A site without tags turns this rule off.

Articles without any metadata, which `front-matter/missing` reports, files whose front matter can't be read, and
templates and parts of other pages (`archetypes/`, `_includes/`, `_partials/`, `_common/` and the like) are skipped, as
are the chapters of books on Zenn.

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
tags: [tides, printing]
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.expression import expression
from lintarticle.rule import Article, Context, Finding, Findings, Severity, rule

_CHAPTER = expression(r"(?:^|/)books/[^/]+/[^/]+$")


def check(article: Article, context: Context) -> Findings:
    if article.metadata.tag_field or not article.tells_what_is_missing or article.is_listing:
        return
    if context.site.slugger == "zenn" and _CHAPTER.search(article.path):
        return
    empty = article.metadata.all("tags")
    if empty:
        yield Finding(empty[0].key_span, f"No tags. Add at least one to “{empty[0].key}”.")
    else:
        yield Finding(article.metadata_span, "No tags. Add at least one.")


RULE = rule(check, Severity.ERROR)
