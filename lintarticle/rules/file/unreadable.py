"""The file can't be read as text.

A file that is missing, can't be opened, is larger than 10 MB or 20,000 lines, is not text (a picture, a word-processor
document) or is not saved as UTF-8 can't be checked, and most site generators stop at it or print garbled letters.
Nothing else is reported for it. To repair it, save the text as UTF-8.

The rule also reports an article to which a setting can't be applied, such as a pattern that would take too long.

This rule always runs: `select`, `ignore` and "off" don't switch it off, but `exclude` skips the file.

## Bad

A NUL character (shown as ␀), left by a failed conversion:

```markdown
---
title: Tide␀tables
---
```

## Good

```markdown
---
title: Tide tables
---
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, Severity, Span, rule


def check(article: Article) -> Findings:
    fault = article.source.fault
    if fault:
        end = min(fault.offset + 1, len(article.text))
        yield Finding(Span(fault.offset, end), fault.message, fault.help)


RULE = rule(check, Severity.ERROR)
