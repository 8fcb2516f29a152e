"""An article shows or links to a file that git does not have.

On the writer's computer all is well, but the file is missing wherever the site is built. The rule looks at articles
that git has, and at files that are there and that no `.gitignore` names: what is ignored is made by the build. Where
there is no git, it finds nothing.

## Bad

Nobody has run `git add images/pier.jpg`:

```markdown posts/tides.md images/pier.jpg?
---
title: How to read a tide table
---

![The pier at low water](../images/pier.jpg)
```

## Good

```markdown posts/tides.md images/pier.jpg
---
title: How to read a tide table
---

![The pier at low water](../images/pier.jpg)
```
"""

from __future__ import annotations

from shlex import quote

from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFinding, SiteFindings
from lintarticle.site.repository_files import new_files
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite


def check(site: WholeSite) -> SiteFindings:
    for record in site.records:
        for text, path in new_files(record, site.repository):
            message = f"“{path}” is not in git, so it is missing wherever the site is built."
            yield SiteFinding(record.path, text.span, message, path, help=f"Run “git add {quote(path)}”.")


RULE = site_rule(check, Severity.ERROR)
