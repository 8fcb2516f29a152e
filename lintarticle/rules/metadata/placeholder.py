"""A value is still the template's.

`yyyy-mm-dd`, `TODO`, `Untitled` and `[Your description here]` come from a template and were never filled in. Only a
whole value counts, so a title that mentions TODOs is fine; `{{ … }}` is filled in when the site is built. Templates for
new articles (`archetypes/`, `_template/`) are skipped.

## Bad

```markdown
---
title: Tide tables
date: yyyy-mm-dd
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: TODO lists that work
date: 2024-05-01
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

import re

from lintarticle.languages import fold, table
from lintarticle.rule import Article, Finding, Findings, Severity, Text, rule

_FORM = (
    r"(?i)[ymd]{1,4}([-/.])[ymd]{1,4}\1[ymd]{1,4}.{0,9}|your-[\w-]+|lorem ipsum dolor\b.*|<(?:your|insert|add) [^<>]+>"
)
_BRACKETED = r"\[[^\[\]]+\]"


def check(article: Article) -> Findings:
    if article.is_template:
        return
    known = table("placeholders", "en").folded | table("placeholders", article.language).folded
    seen: set[int] = set()
    for field in article.metadata.every:
        for text in field.items or (Text(field.text, field.span),):
            if text.span.start not in seen and field.name != "illustrations" and _is_placeholder(text.text, known):
                seen.add(text.span.start)
                yield Finding(text.span, f"Unfilled placeholder “{text.text.strip()}” in “{field.key}”.")


def _is_placeholder(text: str, known: frozenset[str]) -> bool:
    value = text.strip()
    if len(value) > 500 or "{{" in value:
        return False
    folded = " ".join(fold(value).split()).rstrip(".…!")
    return folded in known or re.fullmatch(_FORM, value) is not None or re.fullmatch(_BRACKETED, value) is not None


RULE = rule(check, Severity.ERROR)
