"""Another article of the site has the same title.

Readers of a list, a feed or a search result can't tell the two apart, and neither can search engines. Case, punctuation
and blanks do not count, nor do translations, other versions of the same page, and the pages of sections.

Articles in different folders are often listed apart: between them, only a title of four words or more counts, and
weighs less. The pages of a manual may each have an “Overview”, and if the articles of two folders share five titles,
that is how the site wants it.

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
