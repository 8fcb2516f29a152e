"""A tag is not in the site's style.

Off by default, since every site has its own style: `lower` (tide tables), `kebab` (tide-tables), `snake` (tide_tables),
`title` (Tide Tables) or `sentence` (Tide tables). With `title` and `sentence`, capitals inside a word stay as they are
(iOS, NVIDIA). The fix rewrites the tag.

## Bad

```markdown
---
title: Tide tables
tags: [Tide Tables, printing]
---
```

## Good

```markdown
---
title: Tide tables
tags: [tide tables, printing]
---
```
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from lintarticle.rule import Article, Finding, Findings, Fix, Option, Options, rule


class Case(Options):
    style: Annotated[
        Literal["lower", "kebab", "snake", "title", "sentence"], Option("How tags are written on this site.")
    ] = "lower"
    allow: Annotated[tuple[str, ...], Option("Tags to leave as they are, such as names.")] = ()


def check(article: Article, options: Case) -> Findings:
    tags = article.metadata.tag_field
    for index, tag in enumerate(tags.items if tags else ()):
        expected = _styled(tag.text, options.style)
        if not tags or tag.text in options.allow or expected == tag.text:
            continue
        from lintarticle.article.editing import set_field_item  # only fixes edit

        edits = set_field_item(article, tags, index, expected)
        yield Finding(
            tag.span,
            f"The tag “{tag.text}” is not in this site's style ({options.style}); write “{expected}”.",
            fix=Fix(f"Write “{expected}”", edits, "unsafe") if edits else None,
        )


def _styled(tag: str, style: str) -> str:
    if style == "lower":
        return tag.lower()
    if style in ("kebab", "snake"):
        return re.sub(r"[\s_-]+", "-" if style == "kebab" else "_", tag.strip().lower())
    words = tag.split(" ")
    capitals = len(words) if style == "title" else 1
    return " ".join(
        [word[:1].upper() + word[1:] if word.islower() else word for word in words[:capitals]] + words[capitals:]
    )


RULE = rule(check, None, looks_at="tags", fix=("unsafe",), options=Case)
