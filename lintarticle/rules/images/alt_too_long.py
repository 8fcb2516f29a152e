"""The alt text is very long.

Screen reader users can't pause or go back in it. More than a sentence belongs in the text or a caption. Wide
characters, such as Chinese, Japanese and Korean ones, count as two.

## Bad

````markdown
# Tide tables

![A tide table of 1890 that lies under a brass lamp on the desk of the harbour master,
with a pencil, a ruler and two letters from the capital beside it](images/table.jpg)
````

## Good

````markdown
# Tide tables

![A tide table of 1890 under a brass lamp](images/table.jpg)
````

Source of the limit: accessibility guides commonly advise 125; Ghost stores 191.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.text.measure import columns, stated_width
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class AltTooLong(Options):
    max: Annotated[int, Option("Maximum alt text length, in characters; wide ones count as two.", at_least=1)] = 125


def check(article: Article, options: AltTooLong) -> Findings:
    for image in article.body.images:
        if image.alt and columns(image.alt.text) > options.max:
            yield Finding(
                article.source.first_line(image.alt.span),
                f"Alt text is {stated_width(image.alt.text)}; use at most {options.max}.",
            )


RULE = rule(check, Severity.INFO, looks_at="images", options=AltTooLong)
