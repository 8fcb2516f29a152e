"""Two headings of one section have the same text.

Readers of an outline can't tell them apart, and a link to the second one's anchor breaks as soon as the order
changes. The same text under different sections (“Example” in each) is fine, so are headings with anchors of their
own, and those in tabs, of which only one shows.

## Bad

```markdown
# The harbour at night

## Lamps

Red to port.

## Lamps

Green to starboard.
```

## Good

```markdown
# The harbour at night

## Lamps to port

Red.

## Lamps to starboard

Green.
```
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Heading
from lintarticle.problem import Finding, Related, Severity
from lintarticle.rule import Context, Options, Rule

_TABS = r"(?i)<(?:tab|steps?\b|details|summary)|\{\{[<%]\s*/?\s*(?:tab|step)|\{%-?\s*(?:end)?tab|^:::\s*tab|^=== "


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    seen: dict[tuple[int, str], Heading] = {}
    tabs: list[int] | None = None
    for section in article.body.sections:
        heading = section.heading
        if heading is None or not heading.text:
            continue
        first = seen.setdefault((section.parent, heading.text.casefold()), heading)
        if first is heading or (heading.anchor and heading.anchor != first.anchor):
            continue
        if tabs is None:
            tabs = [match.start() for match in re.finditer(_TABS, article.text, re.MULTILINE)]
        if bisect_left(tabs, first.span.end) == bisect_left(tabs, heading.span.start):
            line = article.source.line_of(first.span.start)
            yield Finding(
                heading.span,
                f"“{heading.text}” is the heading of another part of this section too, on line {line}.",
                related=(Related(first.span, "the first one"),),
            )


RULE = Rule(check, Severity.INFO)
