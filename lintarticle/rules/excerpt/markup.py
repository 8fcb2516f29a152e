"""The excerpt holds markup, a web address, a line break or a note on its length.

An excerpt is shown as it stands in search results, feeds and previews: readers would see the asterisks and the tags,
nobody can click an address there, line breaks are dropped, and “(155 chars)” at the end was never meant for them. Only
what can hardly be meant literally counts as markup. A long value that the front matter folds over several lines (`>`)
has no line breaks in it.

Back-ticked code is let pass, since many themes render it; `code = true` reports it too. The fix removes markup, and as
an unsafe one the note: what to do with an address or a line break is for the writer to say.

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

from lintarticle.article.article import Article
from lintarticle.article.editing import cut_field, remove_markup
from lintarticle.article.metadata.excerpts import length_note
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.text.markup import find_markup
from lintarticle.article.values import Cut
from lintarticle.problem import Finding, Fix, Severity
from lintarticle.rule import Context, Option, Options, Rule


class Markup(Options):
    code: Annotated[bool, Option("Report back-ticked code too.")] = False


def check(article: Article, options: Markup, context: Context) -> Iterator[Finding]:
    excerpts = {field.span: field for name in ("seo_excerpt", "excerpt") if (field := article.metadata.get(name))}
    for excerpt in excerpts.values():
        yield from _look_at(article, excerpt, options)


def _look_at(article: Article, excerpt: Field, options: Markup) -> Iterator[Finding]:
    found = find_markup(excerpt.text, code=options.code)
    address = re.search(r"(?<!\()\bhttps?://[^\s<>()\"”]+", excerpt.text)
    if found:
        yield Finding(
            excerpt.span,
            f"The excerpt holds {found[0].name} (“{found[0].of(excerpt.text)}”), expected plain text.",
            fix=remove_markup(article, excerpt, code=options.code),
        )
    elif address:
        yield Finding(excerpt.span, f"The excerpt holds a web address ({address[0]}), expected plain text.")
    note = length_note(excerpt.text)
    if note:
        text = excerpt.text.removesuffix(note)
        edits = cut_field(article, excerpt, (Cut(len(text), len(excerpt.text), ""),), text)
        yield Finding(
            excerpt.span,
            f"The excerpt ends in a note on its own length, “{note.strip()}”, which readers would see.",
            fix=Fix("Remove the note", edits, "unsafe") if edits and not found else None,
        )
    if "\n" in excerpt.text.strip():
        yield Finding(excerpt.span, "The excerpt has a line break in it, expected a single paragraph.")


RULE = Rule(check, Severity.WARNING, fix=("safe", "unsafe"), options=Markup)
