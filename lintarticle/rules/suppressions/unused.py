"""A suppression is not needed.

The problem it was written for is gone, so the comment would only hide the next one. A rule that is switched off for the
article does not count as unused. The fix removes the name, or the whole comment if it is the only one.

## Bad

```markdown
# Tide tables

<!-- lintarticle-disable-next-line debris/interface-text: part of the quotation -->
The harbour office prints them every spring.
```

## Good

```markdown
# Tide tables

<!-- lintarticle-disable-next-line debris/interface-text: part of the quotation -->
The link has been copied!
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, rule
from lintarticle.suppressions.parse import Judgement


def check(article: Article, context: Context) -> Findings:
    for judgement in context.judgements:
        if judgement.known and judgement.ran and not judgement.used:
            silent = f"“{judgement.name.text}” reports nothing" if judgement.name else "No rule reports anything"
            what = "it from this comment" if len(judgement.suppression.names) > 1 else "this comment"
            yield Finding(
                judgement.span,
                f"{silent} here; remove {what}.",
                fix=Fix("Remove it", (Edit(_superfluous(article, judgement), ""),)),
            )


def _superfluous(article: Article, judgement: Judgement) -> Span:
    """Return the name with the comma or space before it, or the comment with its line if nothing else is on it."""
    suppression, name, text = judgement.suppression, judgement.name, article.text
    if name and len(suppression.names) > 1:
        start, end = name.span
        if name is suppression.names[0]:
            return Span(start, suppression.names[1].span.start)
        while text[start - 1] in ", \t":
            start -= 1
        return Span(start, end)
    start, end = suppression.span
    line = article.source.line_span(article.source.line_of(start))
    if article.source[line].strip() == article.source[suppression.span].strip():
        return Span(line.start, min(line.end + 1, len(text)))
    while start > line.start and text[start - 1] in " \t":
        start -= 1
    return Span(start, end)


RULE = rule(check, Severity.WARNING, looks_at="suppressions", fix=("safe",), edits_opaque=True)
