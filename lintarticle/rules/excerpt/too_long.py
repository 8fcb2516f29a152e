"""The excerpt is too long for search results.

Search engines cut a description after about 160 characters, so its end is never read. Wide characters, such as Chinese,
Japanese and Korean ones, count as two; combining marks don't count. A `lead`, `intro` or `abstract` is a paragraph of
the page and may be longer.

## Bad

```markdown
---
title: Tide tables
excerpt: >-
  A long and careful walk through every table of tides that was ever printed in the harbour towns of the
  north coast, from the first hand-drawn sheets to the ones that your phone shows today.
---
```

## Good

```markdown
---
title: Tide tables
excerpt: How the harbour towns of the north coast came to print their tide tables, and how to read one.
---
```

Source of the limit: 160 characters in All in One SEO, Rank Math and The SEO Framework; a third of the descriptions of
13 edited blogs are longer, so this is a warning.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.metadata.spelling import is_filled_in, is_lead, wording
from lintarticle.article.text.measure import columns, cut_at_columns, last_words, stated_width
from lintarticle.article.views.fields import search_excerpt
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class TooLong(Options):
    max: Annotated[int, Option("Maximum excerpt length, in characters; wide ones count as two.", at_least=1)] = 160


def check(article: Article, options: TooLong) -> Findings:
    excerpt = search_excerpt(article)
    if excerpt and not is_filled_in(excerpt) and not is_lead(excerpt) and columns(wording(excerpt)) > options.max:
        shown = cut_at_columns(wording(excerpt), options.max)
        yield Finding(
            excerpt.span,
            f"Excerpt is {stated_width(wording(excerpt))}; search results cut it at about {options.max}, "
            f"after “{last_words(shown)}…”.",
        )


RULE = rule(check, Severity.WARNING, options=TooLong)
