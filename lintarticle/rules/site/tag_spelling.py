"""A tag is spelled differently in other articles.

`open source`, `Open Source` and `open-source` are three tags for most sites, each with a page that lists some of the
articles. The spelling that most articles use counts as the right one; of two that are equally common, it is the one
that comes first in the order of the paths. Case, spaces, hyphens and the dots of initials are ignored; C, C++ and C#
are three tags.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
tags: [open source]
---
```

```markdown posts/harbours.md
---
title: Harbours of the north
tags: [Open-Source]
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
tags: [open source]
---
```

```markdown posts/harbours.md
---
title: Harbours of the north
tags: [open source]
---
```
"""

from __future__ import annotations

from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.rule import site_rule
from lintarticle.site.tags import SiteTag, rewriting
from lintarticle.site.whole import WholeSite


def check(site: WholeSite) -> SiteFindings:
    for tags in site.tags:
        for tag in tags.values():
            if len(tag.spellings) > 1:
                yield from _findings(tag)


def _findings(tag: SiteTag) -> SiteFindings:
    usual, users, spots = tag.usual, tag.users(), tag.spots()
    for text, uses in tag.spellings.items():
        is_alike = text.split() == usual.split()
        wrong = f"has a different kind of space than in {users}" if is_alike else f"is written “{usual}” in {users}"
        for use in uses if text != usual else ():
            yield SiteFinding(
                use.record.path,
                use.tag.span,
                f"The tag “{text}” {wrong}; use one spelling.",
                tag.form,
                spots,
                fix=rewriting(use, usual),
            )


RULE = site_rule(check, Severity.WARNING, fix=("unsafe",))
