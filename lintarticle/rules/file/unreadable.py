"""The file can't be read as text.

A file that is missing, that may not be opened, that is no text (a picture, a word-processor document) or that is
saved in another encoding than UTF-8 can't be checked at all, and most site generators stop at it or print
garbled letters. Nothing else is reported for such a file. To repair it, save the text again as UTF-8.

The rule also reports an article that a setting can't be applied to, such as a pattern that would take too long.

This rule always runs: `select`, `ignore` and "off" don't switch it off, `exclude` leaves the file out.

## Bad

A file with a NUL character in its text (shown as ␀), as conversions that go wrong leave it:

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

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule
from lintarticle.source import Span


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    fault = article.source.fault
    if fault:
        end = min(fault.offset + 1, len(article.text))
        yield Finding(Span(fault.offset, end), fault.message, fault.help)


RULE = Rule(check, Severity.ERROR)
