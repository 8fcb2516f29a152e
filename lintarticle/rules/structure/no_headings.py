"""A long article has no headings.

Readers can't skim it, link into it or find their place again. The title does not count.

## Bad

```toml
[rules]
"structure/no-headings" = { max = 20 }
```

```markdown
# Tide tables

The harbour towns have printed them since 1890, and every spring a child of the first form is sent to the office to
fetch the new one for the school.
```

## Good

```markdown
# Tide tables

The harbour towns have printed them since 1890.
```

Source of the limit: twice the 300 words after which Yoast asks for a subheading; 8 % of the posts of 13 edited blogs
have over 300 words and no heading. In Chinese and Japanese, characters are counted, so the limit is doubled.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.text.measure import is_unspaced, most_words
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class NoHeadings(Options):
    max: Annotated[int, Option("Maximum words without a heading; doubled in Chinese and Japanese.", at_least=1)] = 600


def check(article: Article, options: NoHeadings) -> Findings:
    if len(article.text) < options.max:  # there are fewer words than characters
        return
    inner = [heading for heading in article.body.headings if heading is not article.title_heading]
    paragraphs = article.body.paragraphs
    if inner or not paragraphs or most_words(article.body.prose) <= options.max or article.body.words <= options.max:
        return
    limit = options.max * (2 if is_unspaced(article.body.prose, article.language) else 1)
    if article.body.words > limit:
        message = f"{article.body.words} words without a heading; add headings to a text over {limit} words."
        yield Finding(article.source.first_line(paragraphs[0].span), message)


RULE = rule(check, Severity.INFO, options=NoHeadings)
