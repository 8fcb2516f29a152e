"""A block between `:::` is never closed, or closed without being opened.

A note such as `:::tip` without its closing `:::` contains everything after it, or is shown as text; an extra `:::` is
shown as text. The closing line needs as many colons as the opening one, except in Pandoc.

## Bad

```markdown
# Tide tables

:::tip
Read the second column first.

## Wind

The wind moves the water.
```

## Good

```markdown
# Tide tables

:::tip
Read the second column first.
:::

## Wind

The wind moves the water.
```
"""

from __future__ import annotations

from lintarticle.article.views.unpaired_blocks import unpaired_directives
from lintarticle.dialect import renderer_of
from lintarticle.rule import Article, Context, Finding, Findings, Severity, TextPattern, rule


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    if renderer == "python-markdown":
        return  # there, the mark is that of mkdocstrings, which needs no end
    for block in unpaired_directives(article):
        written = article.source[block.span].strip()
        if block.fault == "unopened":
            yield Finding(block.span, f"“{written}” closes a block that was never opened; delete it.")
        elif block.fault == "unclosed":
            yield Finding(block.span, f"“{written}” is never closed; add “{_colons(written)}” below its text.")
        elif renderer != "pandoc":
            message = f"“{written}” is closed with too few colons; close it with “{_colons(written)}”."
            yield Finding(block.span, message)


def _colons(written: str) -> str:
    return ":" * (len(written) - len(written.lstrip(":")))


RULE = rule(check, Severity.ERROR, patterns=(TextPattern(":::", (":::",), "readable"),))
