"""A suppression holds no longer, or its last day can't be read.

`until=2027-01-31` is the last day on which a comment silences its rules; after it the problems show again, and
this warning says why.

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

from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Options, Rule
from lintarticle.suppress import read_suppressions


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    for suppression in read_suppressions(article):
        if suppression.until and suppression.is_expired(context.today):
            until = suppression.until
            said = (
                f"This comment held until {until.text}, so it silences nothing any more."
                if suppression.expires
                else f"“{until.text}” is no date such as 2027-01-31, so this comment silences nothing."
            )
            yield Finding(until.span, said)


RULE = Rule(check, Severity.WARNING)
