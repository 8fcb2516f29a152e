"""A value from the template was never filled in.

`yyyy-mm-dd`, `TODO`, `Untitled` and `[Your description here]` are what a template starts with. Only a whole value
counts, so a title that mentions TODOs is fine, and so are the slug `your-tides-are-late`, the title “Coming soon” and
tags that name a subject (`todo`); `{{ … }}` is filled in when the site is built. Templates for new articles
(`archetypes/`, `_template/`) are skipped. `TODO` in capitals, as `lintarticle new` writes it, counts under every key.

## Bad

```markdown
---
title: Tide tables
date: yyyy-mm-dd
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: TODO lists that work
date: 2024-05-01
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.values import Node
from lintarticle.languages import Joined, fold, table
from lintarticle.rule import Article, Finding, Findings, Severity, rule

_FORM = (
    r"(?i)[ymd]{1,4}([-/.])[ymd]{1,4}\1[ymd]{1,4}.{0,9}|lorem ipsum dolor\b.*|undefined|<(?:your|insert|add) [^<>]+>"
    r"|your(?:-(?:slug|title|url|post|article|blog|page|description|excerpt|summary|name|author|tag|category|keyword|"
    r"image|cover|file|text|link|path|here|goes|the|seo|meta|custom|new|my|handle|site|domain|id))+(?:\.[a-z]{2,4})?"
)
TODO = "TODO"
"""What `lintarticle new` writes where a value is still to be given."""

_PLACEHOLDERS = Joined("placeholders")
_BRACKETED = r"\[[^\[\]]+\]"
_SUBJECTS = frozenset({"tags", "keywords", "categories", "keyphrase"})
_TO_COME = r"(?i)\s*coming[ -]soon[.…!]*\s*"
_TEMPLATE_TAG = r"(?i)(?:tag|keyword|category) ?\d|(?:your|example|new) .*|change ?me"
_FIRST = tuple("[<ymdluYMDLU")
"""What begins a value of one of these forms."""


def check(article: Article) -> Findings:
    if article.is_template:
        return
    seen: set[int] = set()
    for field in article.metadata.every:
        if field.name == "illustrations":
            continue
        for text in field.items or (field,):
            if text.span.start in seen or not _is_placeholder(text.text, article):
                continue
            if not _may_be_meant(article, field.name, text.text):
                seen.add(text.span.start)
                yield Finding(text.span, f"Unfilled placeholder “{text.text.strip()}” in “{field.key}”.")
    for place, node in _to_do(article):
        if seen.isdisjoint(range(node.span.start, node.span.end)):
            yield Finding(node.span, f"Unfilled placeholder “{TODO}” in “{place}”.")


def _to_do(article: Article) -> Iterator[tuple[str, Node]]:
    """Yield the values that `lintarticle new` leaves to the writer, under any key."""
    if article.front_matter is None or article.front_matter.root is None or TODO not in article.text:
        return
    for entry in article.front_matter.root.entries:
        if not any(field.key == entry.key.text for name in _SUBJECTS for field in article.metadata.all(name)):
            yield from ((entry.key.text, node) for node in entry.value.walk() if node.value == TODO)


def _may_be_meant(article: Article, name: str, text: str) -> bool:
    """Whether a value that is a placeholder elsewhere has a meaning here: a subject, or words of a page to come."""
    if name in _SUBJECTS:
        return text.strip()[:1].isalpha() and re.match(_TEMPLATE_TAG, text.strip()) is None
    if re.fullmatch(_TO_COME, text) is None:
        return False
    return name in ("title", "seo_title", "slug") or re.fullmatch(_TO_COME, article.metadata.text("title")) is not None


def _is_placeholder(text: str, article: Article) -> bool:
    value = text.strip()
    if len(value) > 500 or "{{" in value:
        return False
    if value.startswith(_FIRST) and (re.fullmatch(_FORM, value) or re.fullmatch(_BRACKETED, value)):
        return True
    folded = " ".join(fold(value).split()).rstrip(".…!")
    if folded not in _PLACEHOLDERS:  # most values are in no language's table, and telling the language takes time
        return False
    return any(folded in table("placeholders", language).folded for language in ("en", article.language))


RULE = rule(check, Severity.ERROR)
