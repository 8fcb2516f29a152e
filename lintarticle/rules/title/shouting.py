"""The title is all capitals.

All capitals are slow to read, screen readers may spell them out, and many readers take them as shouting. If a theme
wants capitals, its style sheet can produce them. A title made of abbreviations (“HTML, CSS, SVG”) is fine, and so are
scripts without capitals.

## Bad

```markdown
# HOW TO READ THE HARBOUR TABLES

Twice a day the harbour empties.
```

## Good

```markdown
# How to read a NOAA tide table

Twice a day the harbour empties.
```

Source of the limit: our own figure: three words, at least one longer than an abbreviation.
"""

from __future__ import annotations

import re

from lintarticle.rule import Article, Finding, Findings, Severity, rule

LONGEST_ABBREVIATION = 5


def check(article: Article) -> Findings:
    title = article.metadata.get("title")
    if not title or not title.text.isupper():
        return
    cased = [word for word in re.findall(r"[^\W\d_]+", title.text) if word.isupper()]
    if len(cased) >= 3 and max(map(len, cased)) > LONGEST_ABBREVIATION:
        yield Finding(title.span, "Title is all capitals; use normal capitalization.")


RULE = rule(check, Severity.INFO, looks_at="title")
