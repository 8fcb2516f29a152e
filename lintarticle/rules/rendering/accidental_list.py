r"""A year or a date at the start of a paragraph turns it into a list.

A number and a dot start a numbered list: readers see “1986. A great year.” indented, and with some renderers as “1.”. A
backslash before the dot (`1986\. A great year.`) keeps it as text. kramdown (Jekyll) turns any such line into a list,
even within a paragraph.

## Bad

```markdown
# Tide tables

1986. A great year for the harbor, said the pilots.
```

## Good

```markdown
# Tide tables

1986\. A great year for the harbor, said the pilots.
```
"""

from __future__ import annotations

from lintarticle.dialect import DIALECTS
from lintarticle.expression import expression
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule

_NUMBER = r"(?:[12]\d{3}|\d{1,2}(?=[.)] [^\W\d_]{3,12}\.? [12]\d{3}\b))"
_ITEM = expression(rf"{_NUMBER}[.)](?=\s)")
_LINE = expression(rf"\n({_NUMBER}\.)[ \t]")


def check(article: Article, context: Context) -> Findings:
    for found in article.body.lists:
        match = _ITEM.match(article.text, found.span.start) if found.ordered and len(found.items) == 1 else None
        if match:
            yield _finding(article, Span(*match.span()))
    renderer = "any" if article.path.endswith(".mdx") else context.site.renderer
    if renderer != "any" and DIALECTS[renderer].any_number:
        for content in article.body.contents:
            for match in _LINE.finditer(content.text):
                yield _finding(article, content.span_of(*match.span(1)))


def _finding(article: Article, span: Span) -> Finding:
    shown = article.source[span]
    fix = Fix("Put a backslash before the dot", (Edit(Span(span.end - 1, span.end - 1), "\\"),))
    return Finding(span, f"“{shown}” starts a numbered list; write “{shown[:-1]}\\{shown[-1]}”.", fix=fix)


RULE = rule(
    check,
    Severity.WARNING,
    fix=("safe",),
    patterns=(TextPattern(rf"(?m)^[ \t>]*{_NUMBER}[.)]\s", (". ", ") ", ".\t")),),
    changes_body=True,
)
