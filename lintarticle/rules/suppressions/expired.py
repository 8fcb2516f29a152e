"""A suppression has expired, or its date can't be read.

`until=2027-01-31` is the last day on which a comment suppresses its rules; after that, the problems are reported again,
and this warning says why.

## Bad

```markdown
# Tide tables

<!-- lintarticle-disable-next-line debris/interface-text: waits for the new theme until=2020-01-31 -->
The link has been copied!
```

## Good

```markdown
# Tide tables

<!-- lintarticle-disable-next-line debris/interface-text: waits for the new theme until=2999-01-31 -->
The link has been copied!
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Context, Finding, Findings, Severity, rule
from lintarticle.suppressions.parse import read_suppressions


def check(article: Article, context: Context) -> Findings:
    for suppression in read_suppressions(article):
        if suppression.until and suppression.is_expired(context.is_ahead):
            until = suppression.until
            message = (
                f"This comment expired on {until.text} and has no effect; remove it or extend the date."
                if suppression.expires
                else f"“{until.text}” is not a date like 2027-01-31; this comment has no effect."
            )
            yield Finding(until.span, message)


RULE = rule(check, Severity.WARNING, looks_at="suppressions")
