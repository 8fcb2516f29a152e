"""An HTML element or component is never closed, or closed without being opened.

A `<details>`, `<div>` or `<b>` that is never closed contains everything after it, and an extra closing tag closes an
element of the page around the article. In MDX the page can't be built at all; there, `<br>` must be `<br />`. A tag
that an article talks about, such as `<table>`, must be in backticks. The fix writes `<br />` in MDX, or closes an
element that was opened twice.

## Bad

```markdown
# Tide tables

<details>
<summary>How to read them</summary>

The second column gives the height.

## Wind

The wind moves the water.
```

## Good

```markdown
# Tide tables

<details>
<summary>How to read them</summary>

The second column gives the height.

</details>

## Wind

The wind moves the water.
```
"""

from __future__ import annotations

from lintarticle.article.views.unpaired_tags import Unpaired, unpaired_tags
from lintarticle.dialect import renderer_of
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule


def check(article: Article, context: Context) -> Findings:
    if not article.body.tags:
        return
    jsx = renderer_of(article.path, "") == "mdx" or any(mask.kind == "esm" for mask in article.body.masks)
    for unpaired in unpaired_tags(article, jsx=jsx):
        yield _finding(article, unpaired, jsx=jsx)


def _finding(article: Article, unpaired: Unpaired, *, jsx: bool) -> Finding:
    tag = unpaired.tag
    span = article.source.first_line(tag.span)
    name = f"</{tag.name}>" if tag.closing else f"<{tag.name}>"
    may_be_elsewhere = any(mask.name.startswith("include") or mask.kind == "shortcode" for mask in article.body.masks)
    at_most = Severity.WARNING if may_be_elsewhere else None
    if unpaired.fault == "void":
        edit = Edit(Span(tag.span.end - 1, tag.span.end), "/>" if article.text[tag.span.end - 2] == " " else " />")
        message = f"In MDX, “{name}” must close itself; write “<{tag.name} />”."
        return Finding(span, message, fix=Fix("Close the tag", (edit,)))
    if unpaired.fault == "reopened":
        edit = Edit(Span(tag.span.start + 1, tag.span.start + 1), "/")
        message = f"“{name}” opens again where it should close; write “</{tag.name}>”."
        return Finding(span, message, fix=Fix("Close the element", (edit,), "unsafe"), at_most=at_most)
    if unpaired.fault == "unopened":
        message = f"“{name}” closes an element that was never opened; delete it, or open the element."
        return Finding(span, message, at_most=at_most if jsx else Severity.WARNING)
    effect = "the page can’t be built" if jsx else "it contains everything after it"
    return Finding(span, f"“{name}” is never closed, so {effect}; add “</{tag.name}>”.", at_most=at_most)


RULE = rule(
    check,
    Severity.ERROR,
    patterns=(TextPattern("<", ("<",)),),
    fix=("safe", "unsafe"),
    changes_body=True,
    edits_opaque=True,
)
