"""The fence of a code block does not close where it should.

If the closing fence is missing, is followed by text, or is outside the list or quote that the block is in, readers see
the article itself as code, up to the next fence or the end. kramdown and Python-Markdown show the fence instead. The
fix closes a block at the end of the article, puts text after a fence on its own line, or moves a closing fence into the
list or quote.

## Bad

````markdown
# Tide tables

The sheet is read so:

```sh
tides --port north

## Wind

The wind moves the water, and no table knows the wind.
````

## Good

````markdown
# Tide tables

The sheet is read so:

```sh
tides --port north
```

## Wind

The wind moves the water, and no table knows the wind.
````
"""

from __future__ import annotations

import re

from lintarticle.article.views.code_fences import BrokenFence, broken_fences, container_marks, is_closed
from lintarticle.dialect import renderer_of, verdict
from lintarticle.rule import Article, Context, Edit, Finding, Findings, Fix, Related, Severity, Span, rule


def check(article: Article, context: Context) -> Findings:
    renderer = renderer_of(article.path, context.site.renderer)
    for broken in broken_fences(article):
        if broken.fault == "text":
            yield _with_text(article, broken)
        elif broken.fault == "unclosed":
            yield _unclosed(article, broken)
        elif broken.fault == "outside" and (found := verdict(renderer, lambda each: not each.fences_end_further_left)):
            yield _outside(article, broken, certain=found.certain)


def _with_text(article: Article, broken: BrokenFence) -> Finding:
    edit = Edit(Span(broken.at.end, broken.at.end), f"\n{container_marks(article, broken.opening.start)}")
    return Finding(
        broken.at,
        "Text follows this closing fence, so the code continues; put the text on its own line.",
        fix=Fix("Put the text on its own line", (edit,), "unsafe"),
        related=(Related(broken.opening, "The code block opens here"),),
    )


def _outside(article: Article, broken: BrokenFence, *, certain: bool) -> Finding:
    line = article.source.line_span(article.source.line_of(broken.at.start))
    edit = Edit(Span(line.start, broken.at.start), container_marks(article, broken.opening.start))
    return Finding(
        broken.at,
        "This fence is outside the list or quote of its code block, so it opens another; start both lines "
        "in the same way.",
        fix=Fix("Move the fence into the list or quote", (edit,), "unsafe"),
        related=(Related(broken.opening, "The code block opens here"),),
        at_most=None if certain else Severity.WARNING,
    )


def _unclosed(article: Article, broken: BrokenFence) -> Finding:
    if is_closed(broken.block):
        return Finding(broken.at, "Another fence opens before this code block is closed; close it first.")
    message = "This code block is never closed; add a closing fence below the code."
    if broken.prose:
        return Finding(broken.at, message)
    end = broken.block.span.end
    mark = re.match(r"`+|~+", article.source[broken.opening])
    edit = Edit(Span(end, end), f"\n{container_marks(article, broken.opening.start)}{mark[0] if mark else ''}")
    return Finding(broken.at, message, fix=Fix("Close the code block", (edit,)), at_most=Severity.WARNING)


RULE = rule(check, Severity.ERROR, looks_at="code", fix=("safe", "unsafe"), changes_body=True, edits_opaque=True)
