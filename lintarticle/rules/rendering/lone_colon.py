"""A line is nothing but a colon.

The heading, term or name before it was lost, often with a component that the site no longer has.

## Bad

```markdown
# Tide tables

:

It gives the height of the water.
```

## Good

```markdown
# Tide tables

The second column:

It gives the height of the water.
```
"""

from __future__ import annotations

import re

from lintarticle.expression import expression
from lintarticle.rule import Article, Finding, Findings, Severity, TextPattern, rule

_COLON = r"(?m)^[ \t]*([:：])[ \t]*$"
_AT_END = tuple(expression(rf"{colon}(?<=[\s>]{colon})[ \t]*(?:\n|\Z)") for colon in ":：")
"""What ends a line that may be nothing but a colon, below the marks of quotes and lists: hardly any article has one."""


def check(article: Article) -> Findings:
    text = f"\n{article.text}"
    for paragraph in article.body.paragraphs if any(colon.search(text) for colon in _AT_END) else ():
        content = paragraph.content
        if (":" in content.text or "：" in content.text) and paragraph.container != "table":
            for match in re.finditer(_COLON, content.text):
                message = "This line is only a colon; restore the text before it, or delete it."
                yield Finding(content.span_of(*match.span(1)), message)


RULE = rule(check, Severity.ERROR, patterns=(TextPattern(_COLON, ("\n:", "\n ", "\n\t", "\n："), "readable"),))
