"""Two headings in one section have the same text.

They look the same in an outline, and a link to the second one breaks as soon as the order changes. The same text in
different sections (“Example” in each) is fine, and so are headings with their own anchors and those in separate tabs.

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

from lintarticle.article.markdown.elements import Heading
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule

_TABS = r"(?i)<(?:tab|steps?\b)|\{\{[<%]\s*/?\s*(?:tab|step)|\{%-?\s*(?:end)?tab|^:::\s*tab|^=== "


def check(article: Article) -> Findings:
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
        if _hidden_in(article, first) != _hidden_in(article, heading):
            continue
        if bisect_left(tabs, first.span.end) == bisect_left(tabs, heading.span.start):
            line = article.source.line_of(first.span.start)
            yield Finding(
                heading.span,
                f"The heading “{heading.text}” is already used on line {line}; reword one.",
                related=(Related(first.span, "the first one"),),
            )


def _hidden_in(article: Article, heading: Heading) -> int:
    """Return where the innermost `<details>` around a heading starts, or -1."""
    open_ones: list[int] = []
    for match in re.finditer(r"(?i)<(/?)details\b", article.body.uncoded[: heading.span.start]):
        if match[1]:
            del open_ones[-1:]
        else:
            open_ones.append(match.start())
    return open_ones[-1] if open_ones else -1


RULE = rule(check, Severity.INFO, looks_at="headings")
