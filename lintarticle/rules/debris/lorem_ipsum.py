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

from lintarticle.rule import Article, Finding, Findings, Severity, Span, TextPattern, rule

_FILLER = TextPattern(
    r"(?i)\blorem\s{1,3}ipsum\s{1,3}dolor\s{1,3}sit\s{1,3}amet\b",
    signs=("lorem",),
    unless=r"(?i)\blorem\s{1,3}ipsum\b(?!\s{1,3}dolor)|\b(?:dummy|filler|placeholder|sample) (?:text|content|copy)\b",
)


def check(article: Article) -> Findings:
    for match in _FILLER.matches(article):
        span = Span(*match.span())
        if not article.is_quoted(span):
            yield Finding(span, f"Filler text “{' '.join(article.source[span].split())}” left in the article.")


RULE = rule(check, Severity.ERROR, patterns=(_FILLER,))
