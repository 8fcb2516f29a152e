"""A metadata block stands in the body, where readers will see it.

Editors and generators leave labelled lines such as “**SEO Excerpt:** …” before or after the text. A site prints them
like any other paragraph, so they belong in the front matter. A byline that is made for readers (author, dates,
reading time) is left alone, and so is a block inside a comment. Where the option `where` of `front-matter/missing`
is `block`, such blocks are this site's convention and the rule is silent.

The fix changes the body: it moves the block into the front matter, under the names that the site has for its fields,
and takes the block, the break before it and pasted remains after it away. Keys that the front matter has already
stay as they are; what differs from them stays in the body, and the fix names it. Without front matter, one is made,
with the first heading as its title.

## Bad

```markdown
# Tide tables

Twice a day the harbour empties.

---

**SEO Excerpt:** How the harbour towns came to print their tide tables.

**SEO Tags:** tides, printing
```

## Good

```markdown
---
title: Tide tables
excerpt: How the harbour towns came to print their tide tables.
tags: [tides, printing]
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.metadata_block.metadata_block import MetadataBlock
from lintarticle.problem import Finding, Fix, Severity
from lintarticle.rule import Context, Options, Rule

_FOR_READERS = frozenset({"author", "date", "updated", "reading_time", "series", "status", ""})


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    if getattr(context.options.get("front-matter/missing"), "where", "either") == "block":
        return
    for block in article.blocks:
        if block.place != "comment" and any(entry.field not in _FOR_READERS for entry in block.entries):
            yield Finding(
                block.entries[0].label.span,
                f"Metadata stands in the body, where readers will see it ({_named(block)}), expected it in the front"
                " matter.",
                fix=_move(article, block, context),
            )


def _move(article: Article, block: MetadataBlock, context: Context) -> Fix:
    from lintarticle.article.views.block_move import move_block  # 2 ms: only where there is a block

    move = move_block(article, block, context.site.fields)
    left = " and ".join(f"“{label}”" for label in move.left)
    message = "Move the block into the front matter"
    return Fix(f"{message}; {left} stays, it differs from what stands there" if left else message, move.edits, "unsafe")


def _named(block: MetadataBlock) -> str:
    labels = [f"“{entry.label.text}”" for entry in block.entries]
    shown = labels if len(labels) <= 3 else [*labels[:2], f"{len(labels) - 2} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


RULE = Rule(check, Severity.WARNING, fix=("unsafe",), changes_body=True)
