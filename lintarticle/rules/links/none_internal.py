"""The article has no link to another page of the site.

Readers who liked it find no way on, and search engines see no connection. Links to other hosts do not count; name the
site's own hosts in `hosts`. Off by default: it is a site's own decision.

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

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import leads_within
from lintarticle.problem import Finding
from lintarticle.rule import Context, Option, Options, Rule


class NoneInternal(Options):
    hosts: Annotated[tuple[str, ...], Option("Hosts of the site itself; their subdomains count too.")] = ()


def check(article: Article, options: NoneInternal, context: Context) -> Iterator[Finding]:
    links = (leads_within(link.target.text, options.hosts) for link in article.body.links)
    if not article.is_fragment and True not in links:
        yield Finding(article.metadata_span, "The article has no link to another page of the site.")


RULE = Rule(check, None, options=NoneInternal)
