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

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.text.measure import columns, stated_width
from lintarticle.problem import Finding, Severity
from lintarticle.rule import Context, Option, Options, Rule


class AltTooLong(Options):
    max: Annotated[int, Option("Maximum alt text length, in characters; wide ones count as two.", at_least=1)] = 125


def check(article: Article, options: AltTooLong, context: Context) -> Iterator[Finding]:
    for image in article.body.images:
        if image.alt and columns(image.alt.text) > options.max:
            yield Finding(
                article.source.first_line(image.alt.span),
                f"Alt text is {stated_width(image.alt.text)}; use at most {options.max}.",
            )


RULE = Rule(check, Severity.INFO, options=AltTooLong)
