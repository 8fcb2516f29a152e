"""Another article of the site has the same excerpt.

Lists, feeds and search results show the excerpt below the title. The same sentence below two titles says nothing about
either, and search engines may show only one of the pages. Case, punctuation and spaces are ignored, and so are
translations and other versions of the same page.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
excerpt: All that you need to know about the sea before you sail.
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
excerpt: All that you need to know about the sea before you sail.
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
excerpt: Four columns of figures say when the harbour empties.
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
excerpt: Why there are two high waters a day, and one of them is higher.
---
```
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintarticle.article.metadata.spelling import plain_words
from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFindings
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite, named, shared


def check(site: WholeSite) -> SiteFindings:
    for group in site.alike(site.articles, _wording):
        yield from shared(group, lambda record: record.excerpt, _message, "the same excerpt")


_SIGNS = re.compile(r"[+#$%&=<>|/^~@\\]")
"""What makes a difference between two texts of the same words: `a < b` and `a > b`."""


def _wording(record: ArticleRecord) -> str:
    text = record.excerpt.text
    words = "" if "{{" in text or "{%" in text else plain_words(text)
    return f"{words} {''.join(_SIGNS.findall(text))}".strip() if words else ""


def _message(_: ArticleRecord, others: Sequence[ArticleRecord]) -> str:
    has = "has" if len(others) == 1 else "have"
    return f"{named(others)} {has} the same excerpt; write what only this one is about."


RULE = site_rule(check, Severity.WARNING)
