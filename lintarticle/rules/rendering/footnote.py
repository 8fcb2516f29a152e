"""A footnote is missing, is defined twice, or is never referred to.

Readers see `[^2]` itself if no line `[^2]: …` defines it. Of two definitions with the same name one is lost, and one
that nothing refers to is not shown. Articles that include text from elsewhere may have their definitions there and are
skipped; `[^a-z]` and the like are patterns.

## Bad

```markdown
# Tide tables

The sheets are old.[^1] Some were never printed.[^2]

[^1]: From 1890.
```

## Good

```markdown
# Tide tables

The sheets are old.[^1] Some were never printed.[^2]

[^1]: From 1890.
[^2]: Those of the islands.
```
"""

from __future__ import annotations

import re

from lintarticle.article.markdown.masking import Mask
from lintarticle.article.views.anchors import includes_text
from lintarticle.rule import Article, Finding, Findings, Related, Severity, TextPattern, rule

_PATTERN = r"^(?:\w-\w)+_?$|[\\/\"'<>(){}|,;$^*+?%&=]|^[^\w]*$"
"""What labels of footnotes do not hold, but classes of characters do."""


def check(article: Article) -> Findings:
    marks = [mask for mask in article.body.masks if mask.kind == "footnote"]
    first: dict[str, Mask] = {}
    used = {_label(article, mark) for mark in marks if mark.name != "definition"}
    for mark in marks:
        label = _label(article, mark)
        if mark.name != "definition":
            continue
        if label in first:
            related = (Related(first[label].span, "the first one"),)
            yield Finding(mark.span, f"The footnote “{label}” is defined twice; rename one.", related=related)
        elif label not in used:
            message = f"Nothing refers to the footnote “{label}”; readers don't see it."
            yield Finding(mark.span, message, at_most=Severity.WARNING)
        first.setdefault(label, mark)
    if not includes_text(article):
        for mark in marks:
            label = _label(article, mark)
            if label not in first and not _is_pattern(article, mark, label):
                message = f"Readers see “[^{label}]”, since no line “[^{label}]: …” defines this footnote."
                yield Finding(mark.span, message)
                first[label] = mark


def _label(article: Article, mark: Mask) -> str:
    return article.source[mark.span].removesuffix(":")[2:-1]


def _is_pattern(article: Article, mark: Mask, label: str) -> bool:
    """Whether brackets are a class of characters in a pattern."""
    after = article.text[mark.span.end : mark.span.end + 1]
    return re.search(_PATTERN, label) is not None or after in ("*", "+", "{") or after == "]"


RULE = rule(check, Severity.ERROR, patterns=(TextPattern(r"\[\^", ("[^",)),))
