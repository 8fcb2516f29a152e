"""A suppression has no reason.

Months later, you can't tell whether the comment is still needed. Off by default; sites that review their articles turn
it on.

## Bad

```markdown
# Tide tables

<!-- lintarticle-disable-next-line debris/interface-text -->
The link has been copied!
```

## Good

```markdown
# Tide tables

<!-- lintarticle-disable-next-line debris/interface-text: part of the quotation -->
The link has been copied!
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Finding, Findings, rule
from lintarticle.suppressions.parse import read_suppressions


def check(article: Article) -> Findings:
    for suppression in read_suppressions(article):
        if not suppression.reason:
            yield Finding(
                suppression.span,
                "This comment suppresses a rule without a reason.",
                "Add “: ” and the reason after the rule's name.",
            )


RULE = rule(check, None, looks_at="suppressions")
