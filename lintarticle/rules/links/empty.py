"""A link leads nowhere, or has no text that one could click.

`[tide tables]()` is shown as a link and does nothing; `[](tides.md)` is there for nobody to see. A link around an
image has the image as its text.

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
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Link
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    for link in article.body.links:
        target, text = link.target.text.strip(), article.source[link.text.span].strip()
        if (target and text) or link.kind == "autolink" or _is_no_link(article, link):
            continue
        if target:
            yield Finding(link.span, f"The link to “{target}” has no text, expected words to click.")
        else:
            shown = f" “{link.text.text}”" if link.text.text else ""
            yield Finding(link.span, f"The link{shown} leads nowhere, expected an address or a file.")


def _is_no_link(article: Article, link: Link) -> bool:
    """Whether it is a mark to jump to, an icon made by style sheets, a script's button, or code (`[](int x) {`)."""
    if link.kind == "html":
        opening = article.text[link.span.start : link.text.span.start]
        return re.search(r"\s(?:id|name|class|title|role|aria-|on|data-|@|:|v-|\{)", opening) is not None
    return article.text[link.span.end : link.span.end + 2].lstrip().startswith("{")


RULE = Rule(check, Severity.WARNING)
