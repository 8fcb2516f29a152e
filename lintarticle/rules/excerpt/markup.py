"""The excerpt contains markup, a web address, a line break or a note on its length.

Search results, feeds and previews show an excerpt exactly as written: readers see the asterisks and tags, can't click
an address, and were never meant to see “(155 chars)”. Only clear markup counts. A long value that the front matter
folds over several lines (`>`) has no line breaks.

A `summary` or `excerpt` next to a `description` is a teaser for lists, where many themes render Markdown; only its note
is reported. Hugo and Jekyll render it in any case, so their presets set `teasers = false`.

Code in backticks is allowed, since many themes render it; `code = true` reports it too. The fix removes markup and, as
an unsafe fix, the note; what to do with an address or a line break is for the writer to decide.

## Bad

```markdown
---
title: Tide tables
excerpt: How to read a **tide table**, and see [the almanac](https://example.org/almanac) for more.
---
```

## Good

```markdown
---
title: Tide tables
excerpt: How to read a tide table, with the help of the almanac.
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.metadata.fields import normal_key
from lintarticle.article.metadata.metadata import PLAIN_EXCERPTS, Field
from lintarticle.article.metadata.spelling import length_note
from lintarticle.article.text.markup import find_markup
from lintarticle.article.values import Cut
from lintarticle.article.views.fields import search_excerpt
from lintarticle.rule import Article, Finding, Findings, Fix, Option, Options, Severity, rule


class Markup(Options):
    code: Annotated[bool, Option("Report code in backticks too.")] = False
    teasers: Annotated[bool, Option("Report markup in a lone summary or excerpt, which some platforms render.")] = True


def check(article: Article, options: Markup) -> Findings:
    described = search_excerpt(article)
    shown = {field.span for field in (described, article.metadata.get("seo_excerpt")) if field}
    excerpts = {field.span: field for name in ("seo_excerpt", "excerpt") if (field := article.metadata.get(name))}
    if described:
        excerpts.setdefault(described.span, described)
    for excerpt in excerpts.values():
        renders = not options.teasers and normal_key(excerpt.key) in PLAIN_EXCERPTS
        if excerpt.span in shown and not renders:
            yield from _markup(article, excerpt, options)
        yield from _note(article, excerpt)


def _markup(article: Article, excerpt: Field, options: Markup) -> Iterator[Finding]:
    found = find_markup(excerpt.text, code=options.code)
    address = "://" in excerpt.text and re.search(r"(?<!\()\bhttps?://[^\s<>()\"”]+", excerpt.text)
    if found:
        from lintarticle.article.editing import remove_markup  # only fixes edit

        yield Finding(
            excerpt.span,
            f"Excerpt contains {found[0].name} (“{found[0].of(excerpt.text)}”); use plain text.",
            fix=remove_markup(article, excerpt, code=options.code),
        )
    elif address:
        yield Finding(excerpt.span, f"Excerpt contains a web address ({address[0]}); use plain text.")
    if "\n" in excerpt.text.strip():
        yield Finding(excerpt.span, "Excerpt contains a line break; write it as one paragraph.")


def _note(article: Article, excerpt: Field) -> Iterator[Finding]:
    note = length_note(excerpt.text)
    if note:
        from lintarticle.article.editing import cut_field  # only fixes edit

        text = excerpt.text.removesuffix(note)
        edits = cut_field(article, excerpt, (Cut(len(text), len(excerpt.text), ""),), text)
        yield Finding(
            excerpt.span,
            f"Excerpt ends with a note on its own length, “{note.strip()}”; remove it.",
            fix=Fix("Remove the note", edits, "unsafe") if edits and not find_markup(text) else None,
        )


RULE = rule(check, Severity.WARNING, fix=("safe", "unsafe"), options=Markup)
