"""A link has no address or no text.

`[tide tables]()` looks like a link and does nothing; readers can't see or click `[](tides.md)`. An image counts as
text.

## Bad

```markdown
# Tide tables

The [tide tables]() of the north are old.
```

## Good

```markdown
# Tide tables

The [tide tables](https://example.org/tables) of the north are old.
```
"""

from __future__ import annotations

import re

from lintarticle.article.markdown.elements import Link
from lintarticle.rule import Article, Finding, Findings, Severity, rule


def check(article: Article) -> Findings:
    for link in article.body.links:
        target, text = link.target.text.strip(), article.source[link.text.span].strip()
        if (target and text) or link.kind == "autolink" or _is_no_link(article, link):
            continue
        if target:
            yield Finding(link.span, f"Link to “{target}” has no text; add words to click.")
        else:
            shown = f" “{link.text.text}”" if link.text.text else ""
            yield Finding(link.span, f"Link{shown} has no address; add one or remove the link.")


def _is_no_link(article: Article, link: Link) -> bool:
    """Whether it is an anchor, an icon made by style sheets, a script's button, or code (`[](int x) {`)."""
    if link.kind == "html":
        opening = article.text[link.span.start : link.text.span.start]
        return re.search(r"\s(?:id|name|class|title|role|aria-|on|data-|@|:|v-|\{)", opening) is not None
    return article.text[link.span.end : link.span.end + 2].lstrip().startswith("{")


RULE = rule(check, Severity.WARNING, looks_at="links")
