"""A heading runs into the text of its section.

The line break after the heading was lost: the text is shown as large as a heading, and in the table of contents. A
heading over the limit is reported if it has three or more sentences, if one begins in the middle (`The second column It
gives …`), or if its section is empty. A long heading of one or two sentences with text below it is fine, and so is a
question.

## Bad

```toml
[rules]
"rendering/run-on-heading" = { max = 80 }
```

```markdown
# Tide tables

## The second column It gives the height of the water in feet. It is for one harbor.

The third column gives the time.
```

## Good

```toml
[rules]
"rendering/run-on-heading" = { max = 80 }
```

```markdown
# Tide tables

## The second column

It gives the height of the water in feet. It is for one harbor.

The third column gives the time.
```
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.views.lost_headings import is_run_on
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class RunOnHeading(Options):
    max: Annotated[int, Option("Longest heading, in characters.", at_least=20)] = 150


def check(article: Article, options: RunOnHeading) -> Findings:
    for heading in article.body.headings:
        if heading.kind == "atx" and len(heading.text) > options.max and is_run_on(article, heading):
            message = f"Heading is {len(heading.text)} characters long; start a new line where its text begins."
            yield Finding(heading.text_span, message)


RULE = rule(check, Severity.WARNING, options=RunOnHeading, looks_at="headings")
