"""A tag does not appear in the article.

Off by default: many good tags name a subject in words that the article does not use. It finds tags that a machine made
up, or that were left over from an article that was copied. Title, excerpt, text and code are searched for all words of
the tag, in any order and form.

## Bad

```markdown
---
title: Tide tables
tags: [tides, gardening]
---

The tides come twice a day.
```

## Good

```markdown
---
title: Tide tables
tags: [tides, tide-tables]
---

The tides come twice a day.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.text.phrase import Phrase
from lintarticle.rule import Article, Finding, Findings, rule

MOST = 100
"""Tags that are looked for, since each takes a search through the whole text."""


def check(article: Article) -> Findings:
    tags = article.metadata.tag_field
    if not tags or not tags.items:
        return
    text = "\n".join(_shown(article))
    for tag in tags.items[:MOST]:
        if tag.text and not Phrase(tag.text, article.language).is_in(text):
            yield Finding(tag.span, f"The tag “{tag.text}” does not appear in the article.")


def _shown(article: Article) -> Iterator[str]:
    yield from (article.metadata.text("title"), article.metadata.text("excerpt"))
    yield from (heading.text for heading in article.body.headings)
    yield from (paragraph.text for paragraph in article.body.paragraphs)
    yield from (article.source[block.content] for block in article.body.code_blocks)


RULE = rule(check, None, looks_at="tags")
