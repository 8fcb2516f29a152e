"""The title ends with a full stop, comma or semicolon.

A title is a name, not a sentence; a comma at its end is usually left over from a longer one. Question marks,
exclamation marks and ellipses are fine, and so are abbreviations (“Inc.”, “U.S.”) and titles of several sentences.

The fix removes the mark; where the title is the article's heading, it changes the heading.

## Bad

```markdown
# How to read a tide table.

Twice a day the harbour empties.
```

## Good

```markdown
# How to read a tide table, part 2

Twice a day the harbour empties.
```
"""

from __future__ import annotations

import re

from lintarticle.languages import fold, is_abbreviation
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule


def check(article: Article) -> Findings:
    title = article.metadata.get("title")
    if not title or not _ends_badly(title.text.rstrip(), article):
        return
    mark = title.text.rstrip()[-1]
    at = article.text.rfind(mark, *title.span)
    fix = Fix("Remove it", (Edit(Span(at, at + 1), ""),)) if at >= 0 else None
    yield Finding(title.span, f"Title ends with “{mark}”; remove it.", fix=fix)


def _ends_badly(title: str, article: Article) -> bool:
    if not title.endswith((".", ",", ";", "。", "、", "，", "；", "،", "؛", "۔")) or title.endswith(".."):
        return False
    if title[-1] not in ".。۔":
        return not re.search(r"[\u0370-\u03ff\u1f00-\u1fff]\W*;$", title)  # the question mark of Greek
    last_word = fold(title.rpartition(" ")[2].rstrip(".")).lstrip("([\"'“„«")
    abbreviated = "." in last_word or len(last_word) == 1 or is_abbreviation(last_word, article.language)
    return not abbreviated and not re.search(r"[.!?。！？۔؟]\s*\S", title[:-1])


RULE = rule(check, Severity.INFO, looks_at="title", fix=("safe",), changes_body=True)
