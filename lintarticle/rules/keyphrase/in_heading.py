"""No section heading has the keyphrase.

Headings are what readers skim. In an article that is divided into sections, one of the headings should say the words
that the article wants to be found by. The article's title doesn't count.

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

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.views.search import keyphrase_of
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    keyphrase, title = keyphrase_of(article), article.title_heading
    headings = [heading for heading in article.body.headings if heading is not title]
    if keyphrase and headings and not any(keyphrase.is_in(heading.text) for heading in headings):
        yield Finding(headings[0].text_span, f"No section heading has the keyphrase “{keyphrase.text}”.")


RULE = Rule(check, Severity.INFO)
