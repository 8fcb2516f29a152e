"""The excerpt only repeats the title.

Title and excerpt stand one below the other wherever an article is listed. An excerpt that is the title once more, or
the beginning of it, wastes the only lines that could make a reader curious.

Where it finds something, `excerpt/too-short` does not tell of the same text again.

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
excerpt: Four columns of figures tell when the harbour empties; here is what each of them means.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.metadata.titles import plain_words
from lintarticle.problem import Finding, Related, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    title, excerpt = article.metadata.get("title"), article.metadata.get("excerpt")
    if not title or not excerpt:
        return
    words = plain_words(excerpt.text)
    if words and plain_words(title.text).startswith(words):
        yield Finding(
            excerpt.span,
            "The excerpt only repeats the title, expected a sentence or two that say more.",
            related=(Related(title.span, "the title"),),
        )


RULE = Rule(check, Severity.WARNING, outweighs=("excerpt/too-short",))
