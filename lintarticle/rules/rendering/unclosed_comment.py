"""A comment is never closed.

If `<!--` begins a line, browsers hide everything after it. Otherwise, and always in kramdown and Python-Markdown,
readers see the comment.

## Bad

```markdown
# Tide tables

<!-- Check the heights of May

Twice a day the harbor empties.
```

## Good

```markdown
# Tide tables

<!-- Check the heights of May -->

Twice a day the harbor empties.
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Severity, Span, TextPattern, rule

_MARK = TextPattern("<!--", signs=("<!--",))


def check(article: Article) -> Findings:
    for comment in article.body.comments:
        if comment.kind == "html" and not article.text.endswith("-->", 0, comment.span.end):
            yield _finding(comment.span.start, "hides everything after it")
    for match in _MARK.matches(article):
        yield _finding(match.start(), "is shown as text")


def _finding(start: int, effect: str) -> Finding:
    return Finding(Span(start, start + 4), f"This comment is never closed, so it {effect}; end it with “-->”.")


RULE = rule(check, Severity.ERROR, patterns=(_MARK,))
