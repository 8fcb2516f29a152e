"""A date in the front matter can't be read.

A date that platforms can't read breaks the build or files the article under 1970. All common formats are known:
`2024-01-31`, `2024-01-31T10:00:00Z`, `2013-09-28 23:30:00 +0000`, `2024/1/31`, `Jan 31, 2024`, `Wed, 31 Jan 2024
10:00:00 GMT`, JavaScript's `Wed Jan 31 2024 10:00:00 GMT+0100 (CET)`. `31/01/2024` is not one of them, since half of
the world reads day and month the other way round. In a metadata block, any format is fine.

A date that does not exist (`2024-02-30`) is reported by `front-matter/impossible-date`, a template's `yyyy-mm-dd` by
`metadata/placeholder`.

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

from datetime import datetime
from typing import Annotated

from lintarticle.article.metadata.dates import date_fields, is_impossible, is_to_be_filled_in, moment_of
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class DateForms(Options):
    forms: Annotated[tuple[str, ...], Option("Additional formats that this site can read, as strftime patterns.")] = ()


def check(article: Article, options: DateForms) -> Findings:
    for field in date_fields(article.metadata):
        readable = moment_of(field) or is_to_be_filled_in(field.text) or is_impossible(field.text)
        if field.origin == "front-matter" and not readable and not _has_form(field.text, options.forms):
            yield Finding(field.span, f"“{field.text}” is not a date; write it like 2024-01-31.")


def _has_form(text: str, forms: tuple[str, ...]) -> bool:
    for form in forms:
        try:
            datetime.strptime(text.strip(), form)  # noqa: DTZ007 - only whether it can be read
        except ValueError:
            continue
        return True
    return False


RULE = rule(check, Severity.ERROR, options=DateForms)
