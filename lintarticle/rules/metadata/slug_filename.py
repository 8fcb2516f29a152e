"""The slug differs from the file name.

Off by default, for sites that name files after their slugs. A date before the name (`2024-05-01-tide-tables.md`) and a
language after it (`tide-tables.de.md`) don't count; `index.md`, `SKILL.md` and the like use the name of their folder.
`tide_tables.md` and the slug `tide-tables` are the same.

The fix writes the file name into the slug; it is unsafe because it changes the address.

## Bad

```markdown
---
title: Tide tables
slug: tables-of-the-tides
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: Tide tables
slug: article
---

Twice a day the harbour empties.
```
"""

from __future__ import annotations

import re

from lintarticle.article.metadata.spelling import proper_slug
from lintarticle.rule import Article, Finding, Findings, Fix, rule

_FOLDER_FILES = frozenset({"index", "_index", "readme", "skill"})
_ANY_ARTICLE = frozenset({"article", "content", "draft", "main", "outline", "page", "pitch", "post", "text"})
"""Names that every article of a site has, each in a folder of its own: they say nothing about its slug."""


def check(article: Article) -> Findings:
    field = article.metadata.get("slug")
    source, own = _name(article.path)
    name = _slug(own)
    if not field or not name or "{{" in field.text:
        return
    slug = field.text.strip("/")
    if _slug(slug.rpartition("/")[2]) != name:
        written = field.text.replace(slug, slug[: slug.rfind("/") + 1] + name)
        called = "Name" if field.key == "name" else "Slug"
        from lintarticle.article.editing import set_field  # only fixes edit

        fix = Fix(f"Write “{written}”", set_field(article, field, written), "unsafe")
        yield Finding(
            field.span, f"{called} “{field.text}” differs from the name of its {source}; use “{name}”.", fix=fix
        )


def _slug(text: str) -> str:
    return proper_slug(text) or proper_slug(text, unicode=True)


def _name(path: str) -> tuple[str, str]:
    """Return what names an article, its file or its folder, and that name without date, language and extension."""
    parts = path.split("/")
    name = parts.pop().partition(".")[0]
    source = "file"
    if name.casefold() in _FOLDER_FILES:
        source, name = "folder", parts.pop() if parts else ""
    elif parts and name.casefold() in _ANY_ARTICLE:
        name = ""
    return source, re.sub(r"^\d{4}-\d\d-\d\d[-_]", "", name)


RULE = rule(check, None, looks_at="slug", fix=("unsafe",))
