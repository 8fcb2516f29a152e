"""A date field of the front matter holds no date.

Platforms read dates by machine; one that they can't read breaks the build or files the article under 1970. All usual
forms are known: `2024-01-31`, `2024-01-31T10:00:00Z`, `2013-09-28 23:30:00 +0000`, `2024/1/31`, `Jan 31, 2024`,
`Wed, 31 Jan 2024 10:00:00 GMT`, JavaScript's `Wed Jan 31 2024 10:00:00 GMT+0100 (CET)`. `31/01/2024` is none of them:
half of the world reads such a date otherwise. In a metadata block a person reads the date, so any form will do.

A date that looks right but that no calendar has (`2024-02-30`) is for `front-matter/impossible-date`, and a template's
`yyyy-mm-dd` for `metadata/placeholder`.

## Bad

```markdown
---
title: Tide tables
date: the last Wednesday of January
---
```

## Good

```markdown
---
title: Tide tables
date: 2024-01-31
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.metadata.dates import date_fields, is_impossible, is_to_be_filled_in, moment_of
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Option, Options, Rule


class DateForms(Options):
    forms: Annotated[tuple[str, ...], Option("More forms that this site reads, as strftime patterns.")] = ()


def check(article: Article, options: DateForms, context: Context) -> Iterator[Finding]:
    for field in date_fields(article.metadata):
        readable = moment_of(field) or is_to_be_filled_in(field.text) or is_impossible(field.text)
        if field.origin == "front-matter" and not readable and not _has_form(field.text, options.forms):
            yield Finding(field.span, f"“{field.text}” is no date, expected one such as 2024-01-31.")


def _has_form(text: str, forms: tuple[str, ...]) -> bool:
    for form in forms:
        try:
            datetime.strptime(text.strip(), form)  # noqa: DTZ007 - only whether it can be read
        except ValueError:
            continue
        return True
    return False


RULE = Rule(check, Severity.ERROR, options=DateForms)
