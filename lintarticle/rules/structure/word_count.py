"""The article is too short or too long.

Off by default, and without default limits, since search engines reward no particular length. Set `min`, `max` or
both. In Chinese and Japanese, each character counts as a word.

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

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class WordCount(Options):
    min: Annotated[int, Option("Minimum words in the body; 0 means no limit.", at_least=0)] = 0
    max: Annotated[int, Option("Maximum words in the body; 0 means no limit.", at_least=0)] = 0


def check(article: Article, options: WordCount) -> Findings:
    words = article.body.words
    where = article.h1.span if article.h1 else article.metadata_span
    if words < options.min:
        yield Finding(where, f"Article has {words} words; write at least {options.min}.")
    if options.max and words > options.max:
        yield Finding(where, f"Article has {words} words; use at most {options.max}.")


RULE = rule(check, None, options=WordCount)
