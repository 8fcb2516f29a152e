"""A date in the front matter can't be read.

A date that platforms can't read breaks the build or files the article under 1970. All common formats are known:
`2024-01-31`, `2024-01-31T10:00:00Z`, `2013-09-28 23:30:00 +0000`, `2024/1/31`, `Jan 31, 2024`, `Wed, 31 Jan 2024
10:00:00 GMT`, JavaScript's `Wed Jan 31 2024 10:00:00 GMT+0100 (CET)`. `31/01/2024` is not one of them, since half of
the world reads day and month the other way round. In a metadata block, any format is fine.

Hugo reads fewer forms and takes any other for the year 1, so the preset `hugo` asks for a date that Hugo reads.

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

from typing import Annotated, Literal

from lintarticle.article.metadata.dates import (
    date_fields,
    has_form,
    is_impossible,
    is_read_by_hugo,
    is_to_be_filled_in,
    moment_of,
    parse_moment,
)
from lintarticle.article.metadata.metadata import Field
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class DateForms(Options):
    forms: Annotated[tuple[str, ...], Option("Additional formats that this site can read, as strftime patterns.")] = ()
    reader: Annotated[Literal["any", "hugo"], Option("The platform that has to read the dates.")] = "any"


def check(article: Article, options: DateForms) -> Findings:
    faults = article.front_matter.faults if article.front_matter else ()
    for field in date_fields(article.metadata):
        if field.origin != "front-matter" or is_to_be_filled_in(field.text) or has_form(field.text, options.forms):
            continue
        if not moment_of(field):
            if not any(fault.span == field.span for fault in faults):
                yield Finding(field.span, _unreadable(field))
        elif options.reader == "hugo" and isinstance(field.value, str) and not is_read_by_hugo(field.text):
            moment = moment_of(field)
            yield Finding(field.span, f"Hugo takes the date “{field.text}” for the year 1; write it like {moment}.")


def _unreadable(field: Field) -> str:
    if is_impossible(field.text) and not parse_moment(field.text[:10]):
        return f"“{field.text}” is not a possible date; correct the day, the month or the time."
    return f"“{field.text}” is not a date; write it like 2024-01-31."


RULE = rule(check, Severity.ERROR, options=DateForms)
