"""A list directly below a paragraph is shown as part of it.

Python-Markdown (MkDocs, Pelican) and Pandoc (Quarto) need an empty line above a list: without one, its items run
together in one line. Only sites whose preset or setting `renderer` names one of these are checked.

## Bad

```toml
renderer = "python-markdown"
```

```markdown
# Tide tables

The sheet has columns for:
- the day
- the height
```

## Good

```toml
renderer = "python-markdown"
```

```markdown
# Tide tables

The sheet has columns for:

- the day
- the height
```
"""

from __future__ import annotations

from bisect import bisect_left

from lintarticle.dialect import DIALECTS
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule


def check(article: Article, context: Context) -> Findings:
    renderer = context.site.renderer
    if renderer == "any" or not DIALECTS[renderer].lists_need_blank or article.path.endswith(".mdx"):
        return
    ends = [paragraph.span.end for paragraph in article.body.paragraphs]
    for found in article.body.lists:
        start = article.text.rfind("\n", 0, found.span.start) + 1
        above = article.text[article.text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
        end = start - 1 - (len(above) - len(above.rstrip(" \t")))
        index = bisect_left(ends, end)
        if found.depth or index == len(ends) or ends[index] != end:
            continue
        prefix = article.text[start : found.span.start].rstrip()
        fix = Fix("Add an empty line", (Edit(Span(start, start), f"{prefix}\n"),))
        span = article.source.first_line(found.span)
        name = DIALECTS[renderer].name
        yield Finding(
            span,
            f"{name} does not recognize this list directly below a paragraph; put an empty line above it.",
            fix=fix,
        )


RULE = rule(
    check,
    Severity.ERROR,
    fix=("safe",),
    patterns=(TextPattern(r"(?m)^[ \t>]*(?:[-*+]|\d+[.)])\s", ("- ", "* ", "+ ", ". ", ") "), "readable"),),
    changes_body=True,
)
