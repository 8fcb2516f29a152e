"""YAML changes text into something else.

Without quotes YAML reads `no` as false, `1.10` as the number 1.1, `0123` as 83, `12:30` as 750 and a bare year as a
number, and drops what follows a “#”. Jekyll and Python tools follow these rules of YAML 1.1; gray-matter (Docusaurus,
Eleventy) and Hugo follow only some, so the same file reads differently from site to site. Quotes keep the text.

Checked are title, excerpt, slug, author and other text fields, and each tag and category (a whole number is fine as a
tag: it reads the same).

## Bad

```markdown
---
title: 1984
tags: [no, harbours]
---
```

## Good

```markdown
---
title: "1984"
tags: ["no", harbours]
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.editing import quote_value
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.values import Node
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule

_LISTS = ("tags", "keywords", "categories")
_TEXTS = (
    "title", "seo_title", "social_title", "short_title", "subtitle", "excerpt", "seo_excerpt", "social_excerpt", "slug",
    "author", "series", "audience", "keyphrase", "lang", "cover_alt",
)  # fmt: skip

_CUT = re.compile(r"[ \t]+(#[^\s#][^\n]*)")


def check(article: Article) -> Findings:
    if article.front_matter is None or article.front_matter.format != "yaml":
        return
    for name in (*_TEXTS, *_LISTS):
        for field in article.metadata.all(name):
            for node in _nodes(field):
                what = _retyped(node, is_item=name in _LISTS)
                if what:
                    fix = Fix("Quote the value", quote_value(article, node))
                    message = f"YAML reads “{node.text}” as {what}; put it in quotes."
                    yield Finding(node.span, message, fix=fix if fix.edits else None)
            yield from _cut_off(article, field)


def _nodes(field: Field) -> tuple[Node, ...]:
    if field.node is None:
        return ()
    return field.node.items if field.node.kind == "list" else (field.node,)


def _retyped(node: Node, *, is_item: bool) -> str:
    """Say what a plain value became, "" if it is still text."""
    if node.kind == "boolean":
        return f"“{'true' if node.value else 'false'}”"
    if node.kind in ("integer", "number"):
        return "" if is_item and str(node.value) == node.text else f"the number {node.value}"
    return "a date" if node.kind in ("date", "datetime") else ""


def _cut_off(article: Article, field: Field) -> Iterator[Finding]:
    """Find text that a “#” turned into a comment: `tags: #tides`, `title: Pier #9`."""
    node = field.node
    if node is None or node.style != "plain" or node.kind not in ("null", "string"):
        return
    found = _CUT.match(article.text, node.span.end)
    if found and ((node.kind == "null" and not node.text) or found[1][1].isdigit()):
        start = node.span.start if node.text else found.start(1)
        whole = Span(start, found.start(1) + len(found[1].rstrip()))
        quoted = '"' + article.source[whole].replace("\\", "\\\\").replace('"', '\\"') + '"'
        message = f"“{found[1].rstrip()}” is ignored: text after “ #” is a comment. Put the whole value in quotes."
        fix = Fix("Quote the value", (Edit(whole, quoted),), "unsafe")
        yield Finding(Span(found.start(1), whole.end), message, fix=fix)


RULE = rule(check, Severity.WARNING, looks_at="front matter", fix=("safe", "unsafe"))
