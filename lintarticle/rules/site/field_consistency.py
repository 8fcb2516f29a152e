"""An article lacks a key that nearly all others in its folder have.

What 9 of 10 articles have may be expected of all: a cover, a category, an author. Some keys are rightly rare, so the
rule is off by default; a [type](../../types.md) says reliably what is required.

## Bad

```toml
[rules]
"site/field-consistency" = { articles = 2, share = 50 }
```

```markdown posts/tides.md
---
title: How to read a tide table
author: jo
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
author: jo
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
author: jo
---
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Annotated

from lintarticle.rule import Option, Options
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite


class Share(Options):
    articles: Annotated[int, Option("Minimum number of articles in the folder.", at_least=2)] = 10
    share: Annotated[int, Option("Minimum percentage of articles that have the key.", at_least=50, at_most=99)] = 90


def check(site: WholeSite, options: Share) -> SiteFindings:
    folders: dict[tuple[str, str, str], list[ArticleRecord]] = defaultdict(list)
    for record in site.articles:
        if record.keys:
            folders[(*site.edition(record), site.paths[record.path].collection)].append(record)
    for records in folders.values():
        if len(records) < options.articles:
            continue
        counts = Counter(key for record in records for key in set(record.keys))
        usual = [key for key, count in counts.items() if options.share <= 100 * count / len(records) < 100]
        for record in records:
            for key in sorted(set(usual).difference(record.keys)):
                share = 100 * counts[key] // len(records)
                message = f"{share} % of the articles in this folder have “{key}”; add it here too."
                yield SiteFinding(record.path, record.start, message, (record.path, key))


RULE = site_rule(check, None, options=Share)
