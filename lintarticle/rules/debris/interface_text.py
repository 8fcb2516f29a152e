"""A line of a site's interface was pasted with the text.

“The link has been copied!” is what a button says when clicked; it does not belong in the article. Only whole lines
count, and code is skipped. Lines that no writer writes are errors; those that a writer might mean (“Advertisement”,
“Share this article”) are at most warnings.

The fix removes the line.

## Bad

```markdown
---
title: Tide tables
---

Twice a day the harbour empties.
The link has been copied!
```

## Good

```markdown
---
title: Tide tables
---

Twice a day the harbour empties. A toast says “The link has been copied!” when you share it.
```
"""

from __future__ import annotations

from lintarticle.article.text.debris import interface_lines
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule


def check(article: Article) -> Findings:
    done = 0
    comments = [comment.span for comment in article.body.comments]
    for line in interface_lines(article.body.uncoded):
        if any(span.start <= line.span.start < span.end for span in comments):
            continue
        certain = line.certainty == "certain"
        removed = _whole_line(article.text, line.span)
        removed, done = Span(max(removed.start, done), removed.end), removed.end
        yield Finding(
            line.span,
            f"“{article.source[line.span]}” {'is' if certain else 'looks like'} part of a site's interface; remove it.",
            fix=Fix("Remove the line", (Edit(removed, ""),)),
            at_most=None if certain else Severity.WARNING,
        )


def _whole_line(text: str, span: Span) -> Span:
    """Widen a span to its line with one line end, and to the blank line after it if there is one before it too."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) + 1
    before = text.rfind("\n", 0, max(0, start - 1)) + 1
    stands_apart = start == 0 or not text[before:start].strip()
    if end == 0:  # the last line has no line end: remove the one before it
        return Span(max(0, start - 1), len(text))
    after = text.find("\n", end) + 1 or len(text)
    if not stands_apart or text[end:after].strip():
        return Span(start, end)
    return Span(start, after) if end < len(text) else Span(before, end)


RULE = rule(check, Severity.ERROR, fix=("safe",), changes_body=True)
