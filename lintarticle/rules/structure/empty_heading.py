"""A heading has no text.

Screen readers announce it, readers see a gap, and tables of contents show a blank line. Usually it is left over from
editing. The fix removes it from the body.

## Bad

```markdown
# The harbour at night

##

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

from lintarticle.article.markdown.elements import Heading
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule


def check(article: Article) -> Findings:
    for heading in article.body.headings:
        # Not `heading.text`: a shortcode, a component or an image without alt may show something.
        if not article.source[heading.text_span].strip():
            yield Finding(
                heading.span,
                f"Level-{heading.level} heading has no text; add some or remove it.",
                fix=Fix("Remove the empty heading", (Edit(_line(article, heading), ""),)),
            )


def _line(article: Article, heading: Heading) -> Span:
    """Return what to remove: the whole line, and the blank one after it if there is one before it too."""
    text, (start, end) = article.text, heading.span
    while start > 0 and text[start - 1] == " ":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    if (start > 0 and text[start - 1] != "\n") or text[end : end + 1] != "\n":
        return heading.span
    follows_blank = text[max(0, start - 2) : start] in ("", "\n", "\n\n")
    return Span(start, end + 2 if follows_blank and text[end + 1 : end + 2] == "\n" else end + 1)


RULE = rule(check, Severity.ERROR, looks_at="headings", fix=("safe",), changes_body=True)
