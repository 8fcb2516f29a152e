"""A section is too long to be read in one go.

Off until asked for: measured, 36 % of the posts of 13 edited blogs have such a section.

## Bad

```toml
[rules]
"structure/section-length" = { max = 20 }
```

```markdown
# Tide tables

The harbour towns have printed them since 1890, and every spring a child of the first form is sent to the office to
fetch the new one for the school.
```

## Good

```markdown
# Tide tables

## How they are printed

Every spring, in the harbour office.
```

Source of the limit: 300 words between subheadings in Yoast and All in One SEO. Chinese and Japanese count characters,
so twice as many.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.article.text.measure import is_unspaced
from lintarticle.problem import Finding
from lintarticle.rule import Context, Option, Options, Rule


class SectionLength(Options):
    max: Annotated[int, Option("Most words of a section; twice as many in Chinese and Japanese.", at_least=1)] = 300


def check(article: Article, options: SectionLength, context: Context) -> Iterator[Finding]:
    limit = options.max * (2 if is_unspaced(article.body.prose, article.language) else 1)
    for section in article.body.sections:
        if section.words > limit:
            name = f"The section “{section.title}”" if section.title else "The text before the first heading"
            message = f"{name} has {section.words} words, expected at most {limit} before the next heading."
            yield Finding(section.title_span, message)


RULE = Rule(check, None, options=SectionLength)
