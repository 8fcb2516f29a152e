"""A date is not in the site's format.

Off by default. `form` is a `strftime` pattern, as in Python, C and most other languages: `%Y-%m-%d` is 2024-01-31,
`%Y-%m-%dT%H:%M:%S%z` is 2024-01-31T10:00:00+0100. The fix rewrites a date if nothing is lost; it never drops a time or
invents a time zone.

## Bad

```markdown
---
title: Tide tables
date: 2024/1/31
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

import re
from typing import Annotated

from lintarticle.article.metadata.dates import Moment, date_fields, moment_of, parse_moment
from lintarticle.article.metadata.metadata import Field
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, rule

_TOML_DATE = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?"


class Format(Options):
    form: Annotated[str, Option("The format of a date, as a strftime pattern.")] = "%Y-%m-%d"


def check(article: Article, options: Format) -> Findings:
    for field in date_fields(article.metadata):
        moment = moment_of(field)
        written = article.source[field.span].strip("\"'")
        if field.origin != "front-matter" or not moment or moment.strftime(options.form) == written:
            continue
        example = moment.strftime(options.form)
        edits = _rewriting(article, field, moment, example)
        yield Finding(
            field.span,
            f"The date “{written}” is not in this site's format; write “{example}”.",
            fix=Fix(f"Write “{example}”", edits) if edits else None,
        )


def _rewriting(article: Article, field: Field, moment: Moment, text: str) -> tuple[Edit, ...]:
    """Rewrite the date where the new text says the same; one without quotes gets none if its format allows."""
    node, front_matter = field.node, article.front_matter
    if parse_moment(text) != moment or not node or not front_matter:
        return ()
    is_bare = node.style == "plain" and article.source[field.span][:1] not in ("'", '"')
    if is_bare and (front_matter.format in ("yaml", "headers") or re.fullmatch(_TOML_DATE, text)):
        return (Edit(field.span, text),)
    from lintarticle.article.editing import set_field  # only fixes edit

    return set_field(article, field, text)


RULE = rule(check, None, fix=("safe",), options=Format)
