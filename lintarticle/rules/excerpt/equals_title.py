"""The excerpt only repeats the title.

Lists of articles show the excerpt right below the title. An excerpt that is the title again, or its beginning, wastes
the only lines that could make a reader curious.

`excerpt/too-short` does not report the same text again.

## Bad

```markdown
---
title: How to read a tide table
excerpt: How to read a tide table.
---
```

## Good

```markdown
---
title: How to read a tide table
excerpt: Four columns of figures say when the harbour empties; here is what each of them means.
---
```
"""

from __future__ import annotations

from lintarticle.article.metadata.spelling import plain_words
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule


def check(article: Article) -> Findings:
    title, excerpt = article.metadata.get("title"), article.metadata.get("excerpt")
    if not title or not excerpt or _differ_at_once(title.text[:1], excerpt.text[:1]):
        return
    words = plain_words(excerpt.text)
    if words and plain_words(title.text).startswith(words):
        yield Finding(
            excerpt.span,
            "Excerpt only repeats the title; write a sentence or two that say more.",
            related=(Related(title.span, "the title"),),
        )


def _differ_at_once(first: str, second: str) -> bool:
    """Whether texts that begin with these characters begin with different words, as most do."""
    plain = f"{first}{second}"
    return plain.isascii() and plain.isalnum() and len(plain) == 2 and first.lower() != second.lower()


RULE = rule(check, Severity.WARNING, looks_at="title", outweighs=("excerpt/too-short",))
