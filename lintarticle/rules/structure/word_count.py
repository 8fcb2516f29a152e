"""The article is shorter or longer than the site wants its articles.

Off until asked for, and without limits of its own: there is no length that search engines reward. Set `min`, `max` or
both. Chinese and Japanese characters count as words.

## Bad

```toml
[rules]
"structure/word-count" = { severity = "warning", min = 20 }
```

```markdown
# Tide tables

The harbour towns have printed them since 1890.
```

## Good

```markdown
# Tide tables

The harbour towns have printed them since 1890, and every spring a child of the first form is sent to the office
to fetch the new one for the school.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.problem import Finding
from lintarticle.rule import Context, Option, Options, Rule


class WordCount(Options):
    min: Annotated[int, Option("Fewest words of the body; 0 is no limit.", at_least=0)] = 0
    max: Annotated[int, Option("Most words of the body; 0 is no limit.", at_least=0)] = 0


def check(article: Article, options: WordCount, context: Context) -> Iterator[Finding]:
    words = article.body.words
    where = article.h1.span if article.h1 else article.metadata_span
    if words < options.min:
        yield Finding(where, f"The article has {words} words, expected at least {options.min}.")
    if options.max and words > options.max:
        yield Finding(where, f"The article has {words} words, expected at most {options.max}.")


RULE = Rule(check, None, options=WordCount)
