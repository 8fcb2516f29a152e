"""Filler text is left in the article.

“Lorem ipsum dolor sit amet …” shows where text will go. Code and quoted words are fine; articles about filler text are
skipped.

## Bad

```markdown
# Tide tables

Lorem ipsum dolor sit amet, consectetur adipiscing elit.
```

## Good

```markdown
# Tide tables

The printer set the first page in lorem ipsum, to see the type.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule
from lintarticle.source import Span

_FILLER = r"(?i)\blorem\s{1,3}ipsum\s{1,3}dolor\s{1,3}sit\s{1,3}amet\b"
_TOPIC = r"(?i)\blorem\s{1,3}ipsum\b(?!\s{1,3}dolor)|\b(?:dummy|filler|placeholder|sample) (?:text|content|copy)\b"


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    prose = article.body.prose
    found = [Span(*match.span()) for match in re.finditer(_FILLER, prose)]
    if found and not re.search(_TOPIC, prose):
        for span in found:
            if not article.is_quoted(span):
                yield Finding(span, f"Filler text “{' '.join(article.source[span].split())}” left in the article.")


RULE = Rule(check, Severity.ERROR)
