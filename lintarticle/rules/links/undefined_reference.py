"""A link reference is not defined.

Readers see the brackets: `[the tables][north]`. Brackets that are not links (`grid[0][1]`) are fine. Articles that
include text from elsewhere, which may contain the definitions, are skipped.

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

from lintarticle.article.views.anchors import includes_text
from lintarticle.rule import Article, Finding, Findings, Severity, rule

_NO_LABEL = r"\d{1,2}|[ xX]|.*\.\.\..*|[a-z_][\w.]*(?:\(\))?|[^\w\s]+"
"""An index, a box, an omission, a name in code: labels that sites turn into links themselves."""


def check(article: Article) -> Findings:
    if not includes_text(article):
        for label in article.body.undefined_references:
            if not _is_code(article, label.span.start, label.text):
                yield Finding(
                    label.span,
                    f"The link reference “[{label.text}]” is not defined; add a line “[{label.text}]: https://…”.",
                )


def _is_code(article: Article, start: int, label: str) -> bool:
    """Whether the brackets are a chain of them, a subscript, an index or the name of a function."""
    opening = article.text.rfind("[", 0, start - 2)
    text = article.text[opening + 1 : start - 2].strip()
    after = article.text[start : start + 300].partition("]")[2]
    if after.startswith("[") or article.text[opening - 1 : opening] == "]":
        return True  # a chain: `[one][two][three]`
    if text[:1] in ("'", '"') and text[-1:] == text[:1]:
        return True  # a subscript: `result["a"][0]`
    if not re.fullmatch(_NO_LABEL, label):
        return False
    return "." in label or "_" in label or (len(text) < 3 and re.fullmatch(_NO_LABEL, text) is not None)


RULE = rule(check, Severity.WARNING, looks_at="undefined references")
