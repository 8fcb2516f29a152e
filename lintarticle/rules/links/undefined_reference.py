"""A reference link names a definition that is not there.

Readers see the brackets as they stand: `[the tables][north]`. Text in which brackets are no links (`grid[0][1]`) and
articles that include text from elsewhere, where the definitions may be, are left alone.

## Bad

```markdown
# Tide tables

See [the tables][north] of 1890.
```

## Good

```markdown
# Tide tables

See [the tables][north] of 1890.

[north]: https://example.org/north
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.views.anchors import includes_text
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule

_NO_LABEL = r"\d{1,2}|[ xX]|.*\.\.\..*|[a-z_][\w.]*(?:\(\))?|[^\w\s]+"
"""An index, a box, a mark of omission, the name of something in code: labels that sites make links of themselves."""


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    if article.body.undefined_references and not includes_text(article):
        for label in article.body.undefined_references:
            if not _is_code(article, label.span.start, label.text):
                yield Finding(label.span, f"The link names the reference “[{label.text}]”, which is defined nowhere.")


def _is_code(article: Article, start: int, label: str) -> bool:
    """Whether both brackets hold what an index or the name of a function looks like."""
    text = article.text[article.text.rfind("[", 0, start - 2) + 1 : start - 2]
    if not re.fullmatch(_NO_LABEL, label):
        return False
    return "." in label or "_" in label or (len(text) < 3 and re.fullmatch(_NO_LABEL, text) is not None)


RULE = Rule(check, Severity.WARNING)
