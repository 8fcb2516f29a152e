"""A tag is used both in the singular and in the plural.

`map` and `maps` are two tags with two pages, each of which lists some of the articles. The form that most articles use
counts as the right one. Only plurals in “s” of European languages are recognized. A tag that is also spelled in another
way is first left to [site/tag-spelling](tag-spelling.md).

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
tags: [harbours]
---
```

```markdown posts/moon.md
---
title: What the moon does to a harbour
tags: [harbour]
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
tags: [harbours]
---
```

```markdown posts/moon.md
---
title: What the moon does to a harbour
tags: [harbours]
---
```
"""

from __future__ import annotations

from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.rule import site_rule
from lintarticle.site.tags import plurals, rewriting
from lintarticle.site.whole import WholeSite


def check(site: WholeSite) -> SiteFindings:
    for tags in site.tags:
        for form, tag in tags.items():
            for plural in plurals(form):
                if plural in tags:
                    rare, frequent = sorted((tag, tags[plural]), key=lambda each: each.count)
                    for use in rare.spellings[rare.usual]:
                        yield SiteFinding(
                            use.record.path,
                            use.tag.span,
                            f"The tag “{use.tag.text}” is “{frequent.usual}” in {frequent.users()}; use one form.",
                            form,
                            frequent.spots(),
                            fix=rewriting(use, frequent.usual),
                        )


RULE = site_rule(check, Severity.INFO, fix=("unsafe",))
