"""Another article of the site has the same title.

Readers of a list, a feed or a search result can't tell the two apart, and neither can search engines. Case, punctuation
and spaces are ignored, and so are translations, other versions of the same page, and the pages of sections.

Articles in different folders are often listed separately: for these, only a title of four words or more is reported, as
less severe. Pages of a manual may share a title such as “Overview”, and if the articles of two folders share five
titles, that is taken as intended.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
---
```

```markdown posts/tides-again.md
---
title: How to read a tide table
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
---
```

```markdown posts/tides-again.md
---
title: How to read a tide table at night
---
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from lintarticle.article.metadata.spelling import title_form
from lintarticle.article.text.measure import count_words
from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFindings
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite, named, shared

_MANY_WORDS = 4
"""Words from which on two articles in different folders have the same title hardly ever for a reason."""


_MANY_TITLES = 5
"""Titles from which on two folders share them by intent: events and their recordings, for instance."""


def check(site: WholeSite) -> SiteFindings:
    groups = list(site.alike(site.articles, lambda record: title_form(record.title.text)))
    folders = [Counter(site.paths[record.path].collection for record in group) for group in groups]
    pairs = Counter(pair for each in folders for pair in combinations(sorted(each), 2))
    for group, counted in zip(groups, folders, strict=True):
        is_long = count_words(group[0].title.text) >= _MANY_WORDS
        is_meant = any(pairs[pair] >= _MANY_TITLES for pair in combinations(sorted(counted), 2))
        for finding in shared(group, lambda record: record.title, _message, "the same title"):
            if counted[site.paths[finding.path].collection] > 1:
                yield finding
            elif is_long and not is_meant:
                yield finding._replace(at_most=Severity.INFO)


def _message(_: ArticleRecord, others: Sequence[ArticleRecord]) -> str:
    has = "has" if len(others) == 1 else "have"
    return f"{named(others)} {has} the same title; readers can’t tell them apart."


RULE = site_rule(check, Severity.WARNING)
