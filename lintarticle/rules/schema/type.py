"""A value has the wrong type.

Site generators fail on, or misunderstand, a list instead of text, text instead of a date, or `"false"` in quotes, which
counts as true. A date or a number is fine as text, and a date may be written as text. The fix turns a single value into
a list of one.

Text where a list of tags or categories belongs is fine by default. With the preset `hugo` it is an error, since themes
stop with “range can't iterate over” it. With `jekyll`, commas in such text are an error: Jekyll splits it at spaces and
keeps the commas.

## Bad

```toml
[types.news]
files = ["**"]

[types.news.fields]
regions = { type = "list" }
```

```markdown
---
title: The new quay opens
regions: north
---

From May, ferries land at the new quay.
```

## Good

```markdown
---
title: The new quay opens
regions: [north]
---

From May, ferries land at the new quay.
```
"""

from __future__ import annotations

from typing import Annotated, Literal

from lintarticle.article.values import Node
from lintarticle.rule import Article, Context, Findings, Option, Options, Severity, rule

_LISTS = ("tags", "categories")


class ValueTypes(Options):
    reader: Annotated[
        Literal["any", "hugo", "jekyll"],
        Option("The platform that reads text where a list of tags or categories belongs."),
    ] = "any"


def check(article: Article, options: ValueTypes, context: Context) -> Findings:
    found = [fault.finding for fault in context.violations if fault.kind == "type"]
    yield from found
    root = article.front_matter.root if article.front_matter else None
    if options.reader == "any" or root is None:
        return
    message = {finding.span for finding in found}
    for entry in root.entries:
        node = entry.value
        if entry.key.text.casefold() not in _LISTS or node.kind != "string" or node.span in message:
            continue
        if node.text.strip() and "{{" not in node.text:
            yield from _text_for_list(article, entry.key.text, node, options.reader)


def _text_for_list(article: Article, key: str, node: Node, reader: str) -> Findings:
    """Find text that Hugo can't loop over, or that Jekyll does not split at its commas."""
    from lintarticle.schema.faults import wrong_type  # rarely needed

    if reader == "hugo":
        yield wrong_type(article, f"“{key}”", node, "Hugo expects a list", is_list=True).finding
    elif "," in node.text:
        expected = "Jekyll splits it at spaces, so write a list"
        fault = wrong_type(article, f"“{key}”", node, expected, is_list=True)
        yield fault._replace(at_most=Severity.WARNING).finding


RULE = rule(check, Severity.ERROR, fix=("safe", "unsafe"), options=ValueTypes)
