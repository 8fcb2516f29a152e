"""The title lacks the keyphrase.

An article that names the words it wants to be found by should have them in its title, in any order and form (“tables of
the tides” will do for “tide table”). The title for search engines counts where there is one. The rules of this family
say nothing of articles that name no keyphrase.

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

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.views.search import keyphrase_of
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    keyphrase = keyphrase_of(article)
    titles = [title for name in ("seo_title", "title") if (title := article.metadata.get(name))]
    if keyphrase and titles and not any(keyphrase.is_in(title.text) for title in titles):
        yield Finding(titles[0].span, f"The title lacks the keyphrase “{keyphrase.text}”.")


RULE = Rule(check, Severity.INFO)
