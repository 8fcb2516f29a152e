"""A link uses `http://`.

Others can read and change what readers send and see, and most hosts support `https://`. Off by default, since old
articles link to hosts that never will.

The fix changes where the link leads; check that the host supports `https://`.

## Bad

```markdown
# Tide tables

The [tables](http://example.org/tables) are old.
```

## Good

```markdown
# Tide tables

The [tables](https://example.org/tables) are old.
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.targets import remote_host, why_unreachable
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Span, rule


class Insecure(Options):
    allow: Annotated[tuple[str, ...], Option("Hosts without `https://`; their subdomains count too.")] = ()


def check(article: Article, options: Insecure) -> Findings:
    seen: set[Span] = set()
    for link in article.body.links:
        span = Span(link.target.span.start, link.target.span.start + 7)
        host = remote_host(link.target.text)
        if article.source[span].lower() != "http://" or span in seen or why_unreachable(f"http://{host}"):
            continue
        seen.add(span)
        if any(host == name or host.endswith(f".{name}") for name in options.allow):
            continue
        fix = Fix("Use https", (Edit(span, "https://"),), "unsafe")
        yield Finding(link.target.span, f"Link to “{host}” uses http; use https.", fix=fix)


RULE = rule(check, None, looks_at="links", fix=("unsafe",), options=Insecure, changes_body=True)
