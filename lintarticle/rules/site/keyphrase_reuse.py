"""Two articles have the same keyphrase.

They compete for one place in the search results, and a search engine may choose the one that you care less about. Give
one of them another keyphrase, or merge the two. Translations do not compete.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
keyphrase: tide table
---
```

```markdown posts/app.md
---
title: A tide table for your phone
keyphrase: Tide table
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
keyphrase: tide table
---
```

```markdown posts/app.md
---
title: A tide table for your phone
keyphrase: tide table app
---
```
"""

from __future__ import annotations

from lintarticle.article.metadata.spelling import plain_words
from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFindings
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite, named, shared


def check(site: WholeSite) -> SiteFindings:
    for group in site.alike(site.articles, lambda record: plain_words(record.keyphrase.text)):
        yield from shared(
            group,
            lambda record: record.keyphrase,
            lambda record, others: (
                f"“{record.keyphrase.text}” is also the keyphrase of {named(others)}; choose another."
            ),
            "the same keyphrase",
        )


RULE = site_rule(check, Severity.WARNING)
