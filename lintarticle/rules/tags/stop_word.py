"""A tag is too common a word to be useful.

Words such as “the” or “with”, single letters and pieces of web addresses (`www`, `com`) become tags when a machine
picks them from a text, or when a phrase is split at its spaces. Readers don't look for them. `html`, `php` and `https`
are subjects, unless another piece of an address is next to them. Words are checked in the article's language; one in
capitals (`IT`, `US`) is an abbreviation, and `allow` lists short tags that are useful.

## Bad

```markdown
---
title: How to read the tide tables
tags: [how, tides, the, tables]
---

How to read the tables that hang in the hall, and what each of the columns means.
```

## Good

```markdown
---
title: How to read the tide tables
tags: [tides, tide tables, R]
---

How to read the tables that hang in the hall, and what each of the columns means.
```
"""

from __future__ import annotations

from functools import cache
from typing import Annotated

from lintarticle.article.metadata.spelling import normal_form
from lintarticle.languages import Joined, fold, table
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule

_STOP_WORDS = Joined("stop_words")
_ADDRESS_PIECES = frozenset(("www", "com", "htm"))
_SUBJECTS = frozenset(("http", "https", "html", "php"))
"""Pieces of addresses that readers look for."""


class StopWord(Options):
    allow: Annotated[tuple[str, ...], Option("Tags that are allowed although they are short or common words.")] = (
        "b", "c", "d", "e", "f", "j", "k", "q", "r", "s", "v", "x", "ai", "go", "it", "own", "via", "hers", "will",
    )  # fmt: skip


def check(article: Article, options: StopWord) -> Findings:
    tags = article.metadata.tag_field
    allowed = _folded(options.allow)
    names = [normal_form(tag.text) for tag in tags.items] if tags else []
    pieces = _ADDRESS_PIECES if _ADDRESS_PIECES.isdisjoint(names) else _ADDRESS_PIECES | _SUBJECTS
    for tag, name in zip(tags.items if tags else (), names, strict=True):
        if name in allowed or tag.text.casefold() in allowed:
            continue
        if len(name) == 1 and name.isascii() and name.isalpha():
            yield Finding(tag.span, f"The tag “{tag.text}” is a single letter; use a word that readers look for.")
        elif name in pieces and not tag.text.isupper():
            yield Finding(tag.span, f"The tag “{tag.text}” is part of a web address; use a word that readers look for.")
        elif not tag.text.isupper() and _is_stop_word(fold(name), article):
            yield Finding(tag.span, f"The tag “{tag.text}” is too common; use a word that readers look for.")


@cache
def _folded(tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(str.casefold, tags))


def _is_stop_word(name: str, article: Article) -> bool:
    """Whether a tag is one in the language of the article, which is asked for only if it is one in some language."""
    return name in _STOP_WORDS and name in table("stop_words", article.language).folded


RULE = rule(check, Severity.WARNING, looks_at="tags", options=StopWord)
