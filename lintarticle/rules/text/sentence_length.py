"""Too many sentences are long.

An occasional long sentence does no harm; if more than a quarter are long, readers tire. The longest ones are marked.
Lists, tables, quotations and code don't count. Off by default.

What counts as long depends on the language: 20 words; 15 in Russian, Hebrew and Turkish; 25 in Spanish, Italian,
Portuguese, Catalan and Persian; 40 characters in Chinese and Japanese. `max = 0` selects these figures. In Polish, 15 %
may be long.

## Bad

```markdown
The harbour empties twice a day. When the last step of the stair is dry, the town goes down to the shore with rakes and
buckets and lanterns, and for an hour the bed of the sea is a market where everybody meets. When the bell rings twice,
the children run out over the sand to dig for worms, and nobody calls them back until the first silver line of the
water comes home.
```

## Good

```markdown
The harbour empties twice a day. When the last step of the stair is dry, the town goes down to the shore. For an hour
the bed of the sea is a market where everybody meets. Then the bell rings twice. The water comes home.
```

Source of the limits: Yoast SEO; for Chinese, our own figure, based on its Japanese one.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.views.sentences import sentences
from lintarticle.languages import language_or_english
from lintarticle.rule import Article, Finding, Findings, Option, Options, Related, rule

_LONGEST_CATALAN = 25


class SentenceLength(Options):
    max: Annotated[
        int,
        Option(
            "Maximum words in a sentence; longer ones are long. 0 means the usual maximum of the language.", at_least=0
        ),
    ] = 0
    share: Annotated[
        int,
        Option(
            "Maximum percentage of long sentences. 0 means the usual maximum of the language.", at_least=0, at_most=100
        ),
    ] = 0


def check(article: Article, options: SentenceLength) -> Findings:
    language = language_or_english(article.language)
    limit = options.max or (_LONGEST_CATALAN if article.language == "ca" else language.long_sentence)
    share = options.share or language.long_sentences
    found = list(sentences(article))
    long = sorted((each for each in found if each.length > limit), key=lambda each: (-each.length, each.span))
    if len(long) < 2 or len(long) * 100 <= share * len(found):
        return
    unit = "characters" if language.unspaced else "words"
    yield Finding(
        long[0].span,
        f"{len(long)} of {len(found)} sentences have more than {limit} {unit}; "
        f"split some, starting with this one ({long[0].length} {unit}).",
        related=tuple(Related(each.span, f"{each.length} {unit}") for each in long[1:3]),
    )


RULE = rule(check, None, looks_at="paragraphs", options=SentenceLength)
