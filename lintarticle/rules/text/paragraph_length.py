"""A paragraph is too long.

On a screen, a long paragraph is a grey wall; on a phone it fills the page. Lists, tables, quotations and code don't
count. Off by default: 15 % of the articles of 13 edited blogs have a paragraph of more than 150 words. In Chinese and
Japanese, characters are counted.

## Bad

```toml
[rules."text/paragraph-length"]
max = 20
```

```markdown
When the last step of the stair is dry, the town goes down to the shore with rakes and buckets. For an hour the bed of
the sea is a market where everybody meets.
```

## Good

```markdown
When the last step of the stair is dry, the town goes down to the shore with rakes and buckets.

For an hour the bed of the sea is a market where everybody meets.
```

Source of the limits: Yoast SEO, 150 words, 300 characters in Japanese.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.text.measure import is_unspaced, length
from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class ParagraphLength(Options):
    max: Annotated[int, Option("Maximum words in a paragraph.", at_least=1)] = 150
    max_characters: Annotated[int, Option("Maximum characters in a Chinese or Japanese paragraph.", at_least=1)] = 300


def check(article: Article, options: ParagraphLength) -> Findings:
    for paragraph in article.body.paragraphs:
        prose = article.body.prose[paragraph.span.start : paragraph.span.end]
        size, limit, unit = length(prose, article.language), options.max, "words"
        if is_unspaced(prose, article.language):
            limit, unit = options.max_characters, "characters"
        if paragraph.container == "body" and size > limit:
            yield Finding(paragraph.span, f"Paragraph has {size} {unit}; split it after at most {limit}.")


RULE = rule(check, None, looks_at="paragraphs", options=ParagraphLength)
