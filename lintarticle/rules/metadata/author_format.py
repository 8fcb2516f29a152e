"""The author is a byline, or several people in one value.

“By Ines Fictional” is shown as “By By Ines Fictional”, and feeds and search engines take two people in one value for
one unknown person. A list of authors, or names separated by commas in `authors`, is fine; “Fictional & Sons” is one
name.

## Bad

```markdown
---
title: Tide tables
author: By Ines Fictional
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
author: Ines Fictional
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

import re

from lintarticle.article.metadata.metadata import Field
from lintarticle.languages import Joined
from lintarticle.rule import Article, Finding, Findings, Fix, Severity, rule

_BYLINES = Joined("bylines")
_AND_WORDS = Joined("and_words")


def check(article: Article) -> Findings:
    field = article.metadata.get("author")
    if not field or not isinstance(field.value, str | list) or "\n" in field.text or "{{" in field.text:
        return
    byline = re.fullmatch(rf"(?i)(?:{_BYLINES.pattern})\s+(\S.*)", field.text.strip())
    between = rf",?\s+(?:{_AND_WORDS.pattern}|&)\s+|\s*[;；]\s*"
    names = [name.strip() for name in re.split(between, field.text) if name.strip()]
    people = [part.strip() for name in names for part in name.split(",") if part.strip()]
    names = people if len(names) > 1 and all(map(_is_full_name, people)) else names
    if byline:
        from lintarticle.article.editing import set_field  # only fixes edit

        fix = Fix(f"Write “{byline[1]}”", set_field(article, field, byline[1]), "unsafe")
        yield Finding(field.span, f"Author “{field.text}” is a byline; write only the name.", fix=fix)
    elif len(names) > 1 and all(map(_is_full_name, names)):
        yield Finding(
            field.span,
            f"Author “{field.text}” looks like {len(names)} people; list each separately.",
            fix=_as_list(article, field, people),
        )


def _is_full_name(name: str) -> bool:
    return " " in name


def _as_list(article: Article, field: Field, names: list[str]) -> Fix | None:
    from lintarticle.article.editing import set_value  # only fixes edit

    edits = set_value(article, field.node, names) if field.node else ()
    return Fix("Make a list of the names", edits, "unsafe") if edits and all(map(_is_full_name, names)) else None


RULE = rule(check, Severity.INFO, looks_at="author", fix=("unsafe",))
