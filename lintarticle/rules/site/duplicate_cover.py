"""Another article of the site has the same cover.

In a list, two articles with the same picture look like one article. Many sites have a picture for each subject, so
the rule is off by default.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
cover: /images/pier.jpg
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
cover: /images/pier.jpg
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
cover: /images/pier.jpg
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
cover: /images/moon.jpg
---
```
"""

from __future__ import annotations

from posixpath import dirname, join, normpath

from lintarticle.site.finding import SiteFindings
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite, named, shared


def check(site: WholeSite) -> SiteFindings:
    for group in site.alike(site.articles, _picture):
        yield from shared(
            group,
            lambda record: record.cover,
            lambda _, others: (
                f"{named(others)} {'has' if len(others) == 1 else 'have'} the same cover; choose another."
            ),
            "the same cover",
        )


def _picture(record: ArticleRecord) -> str:
    text = record.cover.text
    if text.casefold() in ("true", "false"):  # whether there is one
        return ""
    is_relative = text and not text.startswith("/") and "://" not in text
    return normpath(join(dirname(record.path), text)) if is_relative else text


RULE = site_rule(check, None)
