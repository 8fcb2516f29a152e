"""A tag is listed twice.

Two spellings of one tag count as the same: `Machine Learning`, `machine-learning` and `machine_learning`, or `AI` and
`A.I.`; `C`, `C++` and `C#` are three tags. The fix removes the later one. It is safe only if both are spelled the same,
since a site may have pages under either spelling.

## Bad

```markdown
---
title: Tide tables
tags: [tide tables, printing, tide-tables]
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

from lintarticle.article.metadata.spelling import normal_form
from lintarticle.rule import Article, Finding, Findings, Fix, Related, Severity, Text, rule


def check(article: Article) -> Findings:
    tags = article.metadata.tag_field
    first: dict[str, Text] = {}
    for index, tag in enumerate(tags.items if tags else ()):
        earlier = first.setdefault(normal_form(tag.text), tag)
        if not tags or earlier is tag or not tag.text.strip():  # null, a list or a group is not a tag
            continue
        from lintarticle.article.editing import remove_field_item  # only fixes edit

        edits = remove_field_item(article, tags, index)
        spelling = "" if earlier.text == tag.text else f", here and as “{earlier.text}”"
        yield Finding(
            tag.span,
            f"The tag “{tag.text}” is listed twice{spelling}.",
            fix=Fix("Remove it", edits, "unsafe" if spelling else "safe") if edits else None,
            related=(Related(earlier.span, "the first one"),),
        )


RULE = rule(check, Severity.ERROR, looks_at="tags", fix=("safe", "unsafe"))
