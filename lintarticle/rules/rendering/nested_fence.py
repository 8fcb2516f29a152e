"""A code block contains fences as long as its own.

The first closing fence inside closes the outer block. What follows it is shown as part of the article, and the last
fence opens an unintended block. The fix makes the outer fences longer.

## Bad

`````markdown
# Tide tables

A note for the sheet is written so:

```markdown
## Tides

```sh
tides --port north
```

That is all.
```
`````

## Good

`````markdown
# Tide tables

A note for the sheet is written so:

````markdown
## Tides

```sh
tides --port north
```

That is all.
````
`````
"""

from __future__ import annotations

import re

from lintarticle.article.views.code_fences import BrokenFence, broken_fences
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule


def check(article: Article) -> Findings:
    for broken in broken_fences(article):
        if broken.fault == "nested":
            yield Finding(
                broken.at,
                "This code block contains a fence as long as its own, which closes it; make the outer fences longer.",
                fix=_longer(article, broken),
            )


def _longer(article: Article, broken: BrokenFence) -> Fix | None:
    mark = re.match(r"`+|~+", article.source[broken.opening])
    if mark is None or broken.end is None:
        return None
    inside = article.text[broken.opening.end : broken.end.start]
    longest = max(map(len, re.findall(rf"(?m)^[ \t>]*({mark[0][0]}{{3,}})", inside)), default=len(mark[0]))
    longer = mark[0][0] * (max(longest, len(mark[0])) + 1)
    opening = Span(broken.opening.start, broken.opening.start + len(mark[0]))
    return Fix("Make the outer fences longer", (Edit(opening, longer), Edit(broken.end, longer)), "unsafe")


RULE = rule(check, Severity.ERROR, looks_at="code", fix=("unsafe",), changes_body=True, edits_opaque=True)
