"""The article has no links to other sites.

Readers can't check its sources. Off by default, since each site decides this for itself. List the site's own hosts in
`hosts`, so that they don't count.

## Bad

```markdown
---
title: Tide tables
---

The [tables](/posts/tables/) are old.
```

## Good

```markdown
---
title: Tide tables
---

The [tables](https://example.org/tables) are old.
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.targets import leads_within
from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class NoneExternal(Options):
    hosts: Annotated[tuple[str, ...], Option("The site's own hosts; their subdomains count too.")] = ()


def check(article: Article, options: NoneExternal) -> Findings:
    links = (leads_within(link.target.text, options.hosts) for link in article.body.links)
    if not article.is_fragment and False not in links:
        yield Finding(article.metadata_span, "No links to other sites. Add at least one.")


RULE = rule(check, None, options=NoneExternal)
