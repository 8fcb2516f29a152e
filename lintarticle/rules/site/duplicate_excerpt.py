"""Another article of the site has the same excerpt.

Lists, feeds and search results show the excerpt below the title. The same sentence below two titles says nothing about
either, and search engines may show only one of the pages. Case, punctuation and spaces are ignored, and so are
translations, other versions of the same page, drafts, and versions for another host (`substack-article.md`).

For articles in different folders, the problem is less severe. If two folders share five excerpts, that is taken as
intended.

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

from lintarticle.article.metadata.spelling import plain_words
from lintarticle.rule import Severity
from lintarticle.site.duplicates import Shared, duplicates
from lintarticle.site.finding import SiteFindings
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite

_SIGNS = re.compile(r"[+#$%&=<>|/^~@\\]")
"""What makes a difference between two texts of the same words: `a < b` and `a > b`."""


def _wording(record: ArticleRecord) -> str:
    text = record.excerpt.text
    words = "" if "{{" in text or "{%" in text else plain_words(text)
    return f"{words} {''.join(_SIGNS.findall(text))}".strip() if words else ""


_EXCERPT = Shared("excerpt", "write what only this one is about", _wording, lambda record: record.excerpt)


def check(site: WholeSite) -> SiteFindings:
    return duplicates(site, _EXCERPT)


RULE = site_rule(check, Severity.WARNING)
