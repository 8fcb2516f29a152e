"""A section is too long to read in one go.

Off by default: 36 % of the posts of 13 edited blogs have such a section.

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

Source of the limit: 300 words between subheadings in Yoast and All in One SEO. In Chinese and Japanese, characters are
counted, so the limit is doubled.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.text.measure import is_unspaced
from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class SectionLength(Options):
    max: Annotated[int, Option("Maximum words in a section; doubled in Chinese and Japanese.", at_least=1)] = 300


def check(article: Article, options: SectionLength) -> Findings:
    limit = options.max * (2 if is_unspaced(article.body.prose, article.language) else 1)
    for section in article.body.sections:
        if (words := article.body.words_of(section)) > limit:
            name = f"Section “{section.title}”" if section.title else "Text before the first heading"
            message = f"{name} has {words} words; add a subheading after at most {limit}."
            yield Finding(section.title_span, message)


RULE = rule(check, None, options=SectionLength)
