"""Markdown inside an HTML element is shown as source text.

A line that starts with `<div>`, `<p>`, `<td>` or the like begins a block of HTML: up to the next blank line, no
Markdown is read. In kramdown, Python-Markdown and DEV, the block ends with the element; the first two read Markdown in
an element with `markdown="1"`. The fix adds a blank line after the tag, or the attribute.

## Bad

```markdown
# Tide tables

<div class="note">
The **second column** gives the height.
</div>
```

## Good

```markdown
# Tide tables

<div class="note">

The **second column** gives the height.

</div>
```
"""

from __future__ import annotations

from functools import partial

from lintarticle.article.views.literal_markdown import Literal, literal_markdown
from lintarticle.dialect import DIALECTS, Dialect, renderer_of, verdict
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule

_LONGEST = 40
"""Characters of the Markdown that a message shows."""


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    if renderer == "any" and any("markdown" in tag.attributes for tag in article.body.tags):
        renderer = "kramdown"  # nothing else asks for it
    last = -1
    for literal in literal_markdown(article):
        found = verdict(renderer, partial(_breaks, literal)) if literal.in_lines or renderer != "any" else None
        if not found or (literal.parent and literal.parent.span.start == last):
            continue
        last = literal.parent.span.start if literal.parent else last
        shown = article.source[article.source.first_line(literal.at)]
        shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
        seen = f"In {found.names}, readers see" if found.names else "Readers see"
        fix = _fix(article, literal, renderer)
        advice = _advice(fix, renderer)
        where = f"inside “<{literal.parent.tag.name}>”" if literal.parent else "in a block of HTML"
        yield Finding(
            literal.at,
            f"{seen} “{shown}” as source text, since it is {where}; {advice}.",
            fix=fix,
            at_most=None if found.certain else Severity.WARNING,
        )


def _breaks(literal: Literal, dialect: Dialect) -> bool:
    if dialect.html_blocks == "lines":
        return literal.in_lines
    if dialect.html_blocks == "markdown" or literal.parent is None:
        return False
    return not (dialect.markdown_attribute and "markdown" in literal.parent.tag.attributes)


def _advice(fix: Fix | None, renderer: str) -> str:
    if fix is None:
        return "write it in HTML"
    return 'add markdown="1" to the tag' if _takes_attribute(renderer) else "put a blank line above"


def _takes_attribute(renderer: str) -> bool:
    return renderer in DIALECTS and DIALECTS[renderer].markdown_attribute


def _fix(article: Article, literal: Literal, renderer: str) -> Fix | None:
    if _takes_attribute(renderer):
        end = literal.parent.tag.span.end - 1 if literal.parent else 0
        return (
            Fix("Have the Markdown read", (Edit(Span(end, end), ' markdown="1"'),), "unsafe")
            if literal.parent
            else None
        )
    line = article.source.line_span(article.source.line_of(literal.at.start))
    above = article.source[article.source.line_span(article.source.line_of(line.start - 1))] if line.start else ""
    if article.text[line.start : literal.at.start].strip(" \t>") or not above.rstrip().endswith(">"):
        return None
    prefix = article.text[line.start : line.end]
    mark = prefix[: len(prefix) - len(prefix.lstrip(" \t>"))].rstrip()
    return Fix("Put a blank line above", (Edit(Span(line.start, line.start), f"{mark}\n"),), "unsafe")


RULE = rule(
    check,
    Severity.ERROR,
    patterns=(TextPattern("<", ("<",), "readable"),),
    fix=("unsafe",),
    changes_body=True,
    edits_opaque=True,
)
