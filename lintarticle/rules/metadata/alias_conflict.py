"""Two names for the same field have different values.

Some fields have several names: `lastmod` and `updated`, `author` and `authors`. If both are set, the theme decides
which value readers see. Names that mean different things on some platform may differ: excerpt, summary and description;
cover, card and list images; writing and publication dates; one category and a list of them; a title for search engines.
The same name twice is reported by `front-matter/duplicate-key`.

## Bad

```markdown
---
title: Tide tables
lastmod: 2024-05-01
updated: 2024-06-30
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
updated: 2024-06-30
description: How the harbour towns came to print their tide tables.
summary: Printing the tides.
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

from lintarticle.article.metadata.fields import normal_key
from lintarticle.article.metadata.metadata import HEADS
from lintarticle.article.views.fields import same_value
from lintarticle.rule import Article, Finding, Findings, Related, Severity, rule

_COMPARED = (
    "title",
    "seo_title",
    "slug",
    "seo_excerpt",
    "tags",
    "keyphrase",
    "updated",
    "author",
    "canonical_url",
    "lang",
)
_MAY_DIFFER = (
    "longtitle",
    "headline",
    "publishdate",
    "created",
    "createdat",
    "datecreated",
    "startdate",
    "lastupdate.author",
)


def check(article: Article) -> Findings:
    for name in article.metadata.named(_COMPARED):
        if len(article.metadata.all(name)) < 2:
            continue
        fields = [
            field
            for field in article.metadata.all(name)
            if field.origin == "front-matter"
            and not field.is_empty
            and not isinstance(field.value, dict)  # `author` does not compete with its own `author.name`
            and normal_key(field.key) not in _MAY_DIFFER
            and normal_key(field.key).partition(".")[0] not in HEADS
            and field.name == name
        ]
        for field in fields[1:]:
            # The same key twice is reported by `front-matter/duplicate-key`.
            if field.key != fields[0].key and not same_value(fields[0], field, part=True):
                yield Finding(
                    field.span,
                    f"“{field.key}” and “{fields[0].key}” mean the same but differ; keep one.",
                    related=(Related(fields[0].span, f"“{fields[0].key}” is here."),),
                )


RULE = rule(check, Severity.WARNING)
