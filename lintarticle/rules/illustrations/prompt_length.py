"""A prompt is very short or very long.

A few words leave everything to chance; image generators ignore what comes after the first page.

## Bad

````markdown
# Tide tables

How they came about.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A lamp. Prompt: "A lamp"
````

## Good

````markdown
# Tide tables

How they came about.

---

**SEO Excerpt:** How to read them.

**Suggested Illustrations:**

1. **Hero Image** (Top of post): A desk. Prompt: "A tide table of 1890 under a brass lamp, in oil"
````

Source of the limits: our own figures.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class PromptLength(Options):
    min: Annotated[int, Option("Minimum prompt length, in characters.", at_least=0)] = 40
    max: Annotated[int, Option("Maximum prompt length, in characters.", at_least=1)] = 1000


def check(article: Article, options: PromptLength) -> Findings:
    for item in article.illustrations:
        length = len(item.prompt.text) if item.prompt else options.min
        if item.prompt and not options.min <= length <= options.max:
            expected = f"at least {options.min}" if length < options.min else f"at most {options.max}"
            yield Finding(
                article.source.first_line(item.prompt.span),
                f"The prompt of “{item.called}” is {length} characters; use {expected}.",
            )


RULE = rule(check, Severity.INFO, looks_at="illustrations", options=PromptLength)
