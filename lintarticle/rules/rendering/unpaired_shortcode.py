"""A shortcode or template tag is never closed, or closed without being opened.

`{{< tab >}}` in Hugo, `{% if … %}` in Liquid and `{% note() %}` in Zola open a block. If they are not closed, most
sites can't be built; an extra closing tag stops the build too, and so does a shortcode without its `>}}`.

## Bad

```markdown
# Tide tables

{{< tabs >}}
{{< tab "North" >}}
The second column gives the height.
{{< /tab >}}

The wind moves the water.
```

## Good

```markdown
# Tide tables

{{< tabs >}}
{{< tab "North" >}}
The second column gives the height.
{{< /tab >}}
{{< /tabs >}}

The wind moves the water.
```
"""

from __future__ import annotations

from lintarticle.article.views.unpaired_blocks import (
    UnpairedBlock,
    half_shortcodes,
    unpaired_liquid,
    unpaired_shortcodes,
)
from lintarticle.dialect import renderer_of
from lintarticle.rule import Article, Context, Finding, Findings, Severity, TextPattern, rule

_HUGO = frozenset(("any", "goldmark"))
_LIQUID = frozenset(("any", "kramdown", "dev", "markdown-it", "marked", "pulldown-cmark"))
"""Renderers of the platforms that read templates in articles: Jekyll, DEV, Eleventy, Hexo, Zola."""


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    if renderer in _HUGO:
        for span in half_shortcodes(article):
            written = article.source[span]
            message = f"“{written}” begins a shortcode that has no “{written[2].replace('<', '>')}}}}}”; add it."
            yield Finding(span, message)
        for block in unpaired_shortcodes(article):
            yield _finding(article, block, f"{{{{< /{block.name} >}}}}")
    if renderer in _LIQUID:
        for block in unpaired_liquid(article):
            yield _finding(article, block, f"{{% end{block.name} %}}")


def _finding(article: Article, block: UnpairedBlock, closer: str) -> Finding:
    span = article.source.first_line(block.span)
    written = article.source[span]
    if block.fault == "unopened":
        return Finding(span, f"“{written}” closes a block that was never opened; delete it.")
    message = f"“{written}” is never closed; add “{closer}” below its text."
    return Finding(span, message, at_most=Severity.WARNING if block.likely else None)


RULE = rule(
    check,
    Severity.ERROR,
    patterns=(TextPattern(r"\{\{[<%]|\{%", ("{{<", "{{%", "{%"), "readable"),),
)
