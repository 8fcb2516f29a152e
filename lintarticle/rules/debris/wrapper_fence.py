"""The whole article is inside a code fence.

A chat assistant that is asked for Markdown wraps it in ```` ```markdown ````; pasted unchanged, the article becomes one
block of code.

The fix removes the two fences from the body.

## Bad

`````markdown
```markdown
# Tide tables

Twice a day the harbour empties.
```
`````

## Good

`````markdown
# Tide tables

A heading is written so:

```markdown
# Tide tables
```
`````
"""

from __future__ import annotations

from lintarticle.article.markdown.elements import CodeBlock
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule

_LANGUAGES = ("markdown", "md", "mdx")


def check(article: Article) -> Findings:
    blocks = article.body.code_blocks
    if not blocks or not blocks[0].fenced or blocks[0].language.lower() not in _LANGUAGES:
        return
    first = blocks[0]
    last = _last_line(article)
    if article.text[article.body.span.start : first.span.start].strip("\ufeff \t\n") or last.start <= first.span.start:
        return
    mark = article.text[first.span.start]
    closing = article.source[last].strip()
    if len(closing) < 3 or closing.strip(mark) or not _is_whole(article, first, blocks[-1], last):
        return
    opening = article.source.first_line(first.span)
    edits = (Edit(Span(opening.start, opening.end + 1), ""), Edit(_with_line_end(article.text, last), ""))
    yield Finding(
        opening,
        "The whole article is inside a code block; remove the “```” lines around it.",
        fix=Fix("Remove the fence", edits),
    )


def _last_line(article: Article) -> Span:
    """Return the last line of the text that is not blank."""
    end = len(article.text.rstrip())
    return Span(article.text.rfind("\n", 0, end) + 1, end)


def _is_whole(article: Article, first: CodeBlock, last_block: CodeBlock, last: Span) -> bool:
    """Whether the first fence is closed by the last line; fences inside may have closed it early.

    Then the last line opens a block that nothing follows.
    """
    if first.span.end >= last.end:
        return "\n" in article.source[first.content].strip()
    return last_block.span.start >= last.start


def _with_line_end(text: str, line: Span) -> Span:
    return Span(line.start, min(line.end + 1, len(text)))


RULE = rule(check, Severity.WARNING, looks_at="code", fix=("safe",), changes_body=True, edits_opaque=True)
