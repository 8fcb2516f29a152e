"""The article has no link to another site.

Readers can't look up what it rests on. Off by default: it is a site's own decision. Name the site's own hosts in
`hosts`, so that they do not count.

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

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import leads_within
from lintarticle.problem import Finding
from lintarticle.rule import Context, Option, Options, Rule


class NoneExternal(Options):
    hosts: Annotated[tuple[str, ...], Option("Hosts of the site itself; their subdomains count too.")] = ()


def check(article: Article, options: NoneExternal, context: Context) -> Iterator[Finding]:
    links = (leads_within(link.target.text, options.hosts) for link in article.body.links)
    if not article.is_fragment and False not in links:
        yield Finding(article.metadata_span, "The article has no link to another site.")


RULE = Rule(check, None, options=NoneExternal)
