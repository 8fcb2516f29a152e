"""A heading skips a level.

Readers who navigate by headings, with a screen reader or in an outline, look for a section that is not there. Going
back up several levels is fine, and so is an article that does not start at level 1.

The fix changes the level of the heading in the body.

## Bad

```markdown
# The harbour at night

### The lamps

Red to port, green to starboard.
```

## Good

```markdown
# The harbour at night

## The lamps

Red to port, green to starboard.
```
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from lintarticle.article.markdown.elements import Heading
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule


def check(article: Article) -> Findings:
    headings = [heading for heading in article.body.headings if not heading.quoted]
    for index, (before, heading) in enumerate(pairwise(headings), start=1):
        if heading.level > before.level + 1 and heading.kind == "atx":
            yield Finding(
                heading.span,
                f"The heading “{heading.text}” skips from level {before.level} to {heading.level}; "
                f"use level {before.level + 1} (“{'#' * (before.level + 1)}”).",
                fix=_raise(headings[index:], heading.level - before.level - 1),
            )


def _raise(headings: Sequence[Heading], by: int) -> Fix | None:
    """Raise the first heading, and with it those that follow down to the next of a higher level."""
    run = list(takewhile(lambda heading: heading.level >= headings[0].level, headings))
    if any(heading.kind != "atx" for heading in run):
        return None
    edits = (Edit(Span(heading.span.start, heading.span.start + by), "") for heading in run)
    return Fix(f"Raise the heading and those under it by {by}", tuple(edits), "unsafe")


RULE = rule(check, Severity.WARNING, looks_at="headings", fix=("unsafe",), changes_body=True)
