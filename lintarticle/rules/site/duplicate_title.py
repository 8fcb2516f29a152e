"""Another article of the site has the same title.

Readers of a list, a feed or a search result can't tell the two apart, and neither can search engines. Case, punctuation
and spaces are ignored, and so are translations, other versions of the same page, the pages of sections, drafts, and
versions for another host (`substack-article.md`).

Articles in different folders are often listed separately: for these, only a title of four words or more is reported, as
less severe. Pages of a manual may share a title such as “Overview”. If the articles of two folders share five titles,
or if one of them only leads to the other (`link`), that is taken as intended.

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

from lintarticle.article.metadata.spelling import title_form
from lintarticle.article.text.measure import count_words
from lintarticle.rule import Severity
from lintarticle.site.duplicates import Shared, duplicates
from lintarticle.site.finding import SiteFindings
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite

_MANY_WORDS = 4
"""Two articles in different folders that share a title of this many words hardly ever have a reason."""


_TITLE = Shared(
    "title",
    "change one, so that readers can tell them apart",
    key=lambda record: title_form(record.title.text),
    part=lambda record: record.title,
    is_rare=lambda text: count_words(text) >= _MANY_WORDS,
)


def check(site: WholeSite) -> SiteFindings:
    return duplicates(site, _TITLE)


RULE = site_rule(check, Severity.WARNING)
