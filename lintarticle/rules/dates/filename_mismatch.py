"""The dates in the file name and the metadata differ.

Jekyll and other generators name articles by their date (`2024-01-31-tide-tables.md`), or keep them in folders by date
(`2024/01/31/`). If the date field differs, the article is found under one date and listed under another. If the date
field has a time, a difference of one day is allowed, since it may be due to the time zone.

Jekyll leaves out a file in `_posts` whose name has no date, or an impossible one; the preset `jekyll` reports both.

The fix writes the date of the file name, which may be the wrong one.

## Bad

```markdown posts/2024-01-31-tide-tables.md
---
title: Tide tables
date: 2024-01-13
---
```

## Good

```markdown posts/2024-01-31-tide-tables.md
---
title: Tide tables
date: 2024-01-31
---
```
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Annotated

from lintarticle.article.metadata.dates import calendar_date, moment_of
from lintarticle.article.metadata.metadata import Field
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Severity, rule

_IN_NAME = r"(?<!\d)(\d{4})[-_](\d\d)[-_](\d\d)(?!\d)"
_SLIP = timedelta(days=3)
"""How far apart two dates may be for one of them to be a slip; own figure. Further apart, both may be meant."""

_IN_FOLDERS = r"(?:^|/)(\d{4})/(\d\d)/(?:(\d\d)/)?"


class FileNames(Options):
    dated_posts: Annotated[bool, Option("A file in `_posts` must start with its date, as for Jekyll.")] = False


def check(article: Article, options: FileNames) -> Findings:
    fault = _fault_of_post(article.path.rpartition("/")[2], options) if "_posts/" in article.path else ""
    if fault:
        yield Finding(article.metadata_span, fault)
        return
    field = article.metadata.get("date")
    moment, named = (moment_of(field) if field else None), _date_of(article.path)
    if not field or not moment or not named:
        return
    slack = timedelta(days=1 if isinstance(moment, datetime) else 0)
    if abs(calendar_date(moment) - named) > slack:
        edits = _redated(article, field, calendar_date(moment), named)
        yield Finding(
            field.span,
            f"Date is {calendar_date(moment).isoformat()} but the file name says {named.isoformat()}; make them match.",
            fix=Fix("Write the date of the file name", edits, "unsafe") if edits else None,
        )


def _redated(article: Article, field: Field, written: date, named: date) -> tuple[Edit, ...]:
    """Rewrite a date that has the form of the file name, with or without quotes, where one of the two is a slip.

    Digits that changed places are one as well. Other forms get no edit.
    """
    if abs(written - named) > _SLIP and sorted(written.isoformat()) != sorted(named.isoformat()):
        return ()
    if article.source[field.span] == written.isoformat():
        return (Edit(field.span, named.isoformat()),)
    from lintarticle.article.editing import set_field  # only fixes edit

    return set_field(article, field, named.isoformat()) if field.value == written.isoformat() else ()


def _fault_of_post(name: str, options: FileNames) -> str:
    """Say why Jekyll leaves a file in `_posts` out, "" if it does not."""
    start = re.match(r"(\d{2,4})-(\d\d?)-(\d\d?)-", name)
    if not start and not options.dated_posts:
        return ""
    if not start:
        return f"Jekyll leaves out a post whose name has no date; rename it to “2024-01-31-{name}”."
    try:
        date(int(start[1]), int(start[2]), int(start[3]))
    except ValueError:
        return f"The file name starts with “{start[0][:-1]}”, which is not a possible date."
    return ""


def _date_of(path: str) -> date | None:
    """Return the date at the start of the file's or its folder's name, or the one that its folders spell out."""
    if not any(map(str.isdigit, path)):
        return None
    parts = path.split("/")[-2:]
    named = next((found for part in reversed(parts) if (found := re.match(_IN_NAME, part))), None)
    found = named or re.search(_IN_FOLDERS, path)
    if not found or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


RULE = rule(check, Severity.WARNING, options=FileNames, fix=("unsafe",))
