"""The article has no links to other pages of the site.

Readers who like it have nowhere to go next, and search engines see no connection. Links to other hosts don't count;
list the site's own in `hosts`. Off by default, since each site decides this for itself.

## Bad

```markdown
---
title: Tide tables
---

The [tables](https://example.org/tables) are old.
```

## Good

```markdown
---
title: Tide tables
---

The [tables](/posts/tables/) are old.
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.targets import leads_within
from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class NoneInternal(Options):
    hosts: Annotated[tuple[str, ...], Option("The site's own hosts; their subdomains count too.")] = ()


def check(article: Article, options: NoneInternal) -> Findings:
    links = (leads_within(link.target.text, options.hosts) for link in article.body.links)
    if not article.is_fragment and True not in links:
        yield Finding(article.metadata_span, "No links to other pages of this site. Add at least one.")


RULE = rule(check, None, options=NoneInternal)
