"""A metadata block is in the body, where readers see it.

Editors and generators leave labelled lines such as “**SEO Excerpt:** …” before or after the text. A site shows them
like any other paragraph; they belong in the front matter. A byline for readers (author, dates, reading time) is fine,
and so is a block inside a comment. With `where = "block"` in `front-matter/missing`, such blocks are the site's
convention and are not reported.

The fix moves the block from the body into the front matter, under the site's own field names, and removes the break
before it and pasted leftovers after it. Keys already in the front matter are kept; lines that differ from them stay in
the body, and so do lines that have no known label: the fix names both. If there is no front matter, the fix adds it,
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

from lintarticle.article.metadata_block.metadata_block import MetadataBlock
from lintarticle.rule import Article, Context, Finding, Findings, Fix, PlannedFix, Severity, Span, rule
from lintarticle.wording import in_words

_FOR_READERS = frozenset({"author", "date", "updated", "reading_time", "series", "status", ""})


def check(article: Article, context: Context) -> Findings:
    if getattr(context.options.get("front-matter/missing"), "where", "either") == "block":
        return
    for block in article.blocks:
        if all(any(mark in article.source[entry.value.span] for mark in ("{{", "{%")) for entry in block.entries):
            continue  # a template prints them
        if block.place != "comment" and any(entry.field not in _FOR_READERS for entry in block.entries):
            yield Finding(
                block.entries[0].label.span,
                f"Readers will see this metadata ({_named(block)}); move it to the front matter at the top.",
                _unread(article, block.left_out),
                fix=_move(article, block, context),
            )


def _move(article: Article, block: MetadataBlock, context: Context) -> PlannedFix | None:
    from lintarticle.article.views.block_move import move_block  # 2 ms: only where there is a block

    move = move_block(article, block, context.site.fields)
    if move.removal is None:
        return None
    left = in_words([f"“{label}”" for label in move.left])
    stays = f"; {left} stays here, since the front matter differs" if left else ""
    unread = _lines(article, move.unread)
    stays += f"; {unread} stays here, since it has no known label" if unread else ""
    message = f"Move the block into the front matter{stays}"
    return PlannedFix(message, lambda: Fix(message, move.edits, "unsafe"), "unsafe", touches=move.removal.span)


def _unread(article: Article, spans: tuple[Span, ...]) -> str:
    return f"Not understood and left out: {_lines(article, spans)}." if spans else ""


def _lines(article: Article, spans: tuple[Span, ...]) -> str:
    """Return `line 65`, `lines 65 and 67`, or ""."""
    numbers = [str(article.source.line_of(span.start)) for span in spans]
    return f"line{'s' * (len(numbers) > 1)} {in_words(numbers)}" if numbers else ""


_MOST_NAMED = 12
"""Labels that a message names: a block of more is hardly written by hand."""


def _named(block: MetadataBlock) -> str:
    labels = [f"“{entry.label.text}”" for entry in block.entries]
    shown = labels if len(labels) <= _MOST_NAMED else [*labels[:_MOST_NAMED], f"{len(labels) - _MOST_NAMED} more"]
    return in_words(shown)


RULE = rule(check, Severity.WARNING, looks_at="metadata blocks", fix=("unsafe",), changes_body=True)
