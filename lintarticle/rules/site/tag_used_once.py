"""A tag is used by one article only.

The page of such a tag leads only back to the same article. On a new site, every tag starts like that, so the rule is
off by default, and it needs a minimum number of articles. A tag whose singular or plural is used too is left to
[site/tag-plural](tag-plural.md).

## Bad

```toml
[rules]
"site/tag-used-once" = { articles = 2 }
```

```markdown posts/tides.md
---
title: How to read a tide table
tags: [tides]
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
tags: [tides, moon]
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
tags: [tides]
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
tags: [tides]
---
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.rule import Option, Options
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.rule import site_rule
from lintarticle.site.tags import plurals
from lintarticle.site.whole import WholeSite


class Once(Options):
    articles: Annotated[int, Option("Minimum number of articles on the site.", at_least=1)] = 20


def check(site: WholeSite, options: Once) -> SiteFindings:
    if site.size < options.articles:
        return
    for tags in site.tags:
        both_forms = {form for one in tags for plural in plurals(one) if plural in tags for form in (one, plural)}
        for tag in tags.values():
            uses = tag.uses
            is_alone = tag.count == len(uses) and len({use.record.path for use in uses}) == 1
            if tag.form not in both_forms and is_alone:
                message = f"No other article has the tag “{tag.usual}”; choose one that other articles have."
                yield SiteFinding(uses[0].record.path, uses[0].tag.span, message, tag.form)


RULE = site_rule(check, None, options=Once)
