"""A suppression names a rule that does not exist.

The comment has no effect: the name is misspelt, or the rule was renamed. The message suggests the nearest name.

## Bad

```markdown
# Tide tables

<!-- lintarticle-disable-next-line excerpt/to-long: agreed with the editor -->
The harbour office prints them every spring.
```

## Good

```markdown
# Tide tables

<!-- lintarticle-disable-file excerpt/missing: the feed writes its own -->
The harbour office prints them every spring.
```
"""

from __future__ import annotations

from lintarticle.rule import Article, Context, Finding, Findings, Severity, rule


def check(article: Article, context: Context) -> Findings:
    for judgement in context.judgements:
        if judgement.name and not judgement.known:
            yield Finding(
                judgement.span,
                f"Unknown rule or family “{judgement.name.text}”; this comment has no effect.",
                f"Did you mean “{judgement.nearest}”?" if judgement.nearest else "",
            )


RULE = rule(check, Severity.WARNING, looks_at="suppressions")
