"""The keyphrase appears too rarely or too often.

A text that rarely names its subject is hard to find; one that names it in every other sentence is hard to read, and
search engines treat it as keyword stuffing. Density is the number of occurrences per hundred words; all words of the
phrase in one sentence, in any order, count as one. Longer phrases weigh more, since they can't be used as often. Texts
under 100 words are skipped. In Chinese and Japanese, two characters count as a word.

## Bad

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

Twice a day the harbour empties, and the boats lie on the mud like sleeping cows until the sea comes back to lift
them. The keeper of the light knows the hour without a clock. She counts the steps that are dry, looks at the moon,
and rings the bell once for the fishermen and twice for the children, who run out to dig for worms. When the last step
is dry, the town goes down to the shore with rakes and buckets, and for an hour the sea bed is a market square where
everybody meets, talks about the weather, and looks over the shoulder for the first silver line of the water that
comes home.
```

## Good

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

Twice a day the harbour empties, and the boats lie on the mud like sleeping cows until the sea comes back to lift
them. The keeper of the light knows the hour without a clock. She counts the steps that are dry, looks at the moon,
and rings the bell once for the fishermen and twice for the children, who run out to dig for worms. When the last step
is dry, the town goes down to the shore with rakes and buckets, and for an hour the sea bed is a market square where
everybody meets, talks about the weather, and looks over the shoulder for the first silver line of the water that
comes home.
Only then does the schoolmaster open his tide table.
```

Source of the limits: 0.5 to 3 % in Yoast SEO, which weighs an occurrence by 0.7 + words in the phrase / 3.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Annotated

from lintarticle.article.views.fields import keyphrase_of
from lintarticle.languages import language_or_english
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class Density(Options):
    min: Annotated[float, Option("Minimum occurrences per hundred words.", at_least=0)] = 0.5
    max: Annotated[float, Option("Maximum occurrences per hundred words.", at_least=0)] = 3.0
    words: Annotated[int, Option("Texts under this many words are skipped.", at_least=1)] = 100


def check(article: Article, options: Density) -> Findings:
    field, keyphrase = article.metadata.get("keyphrase"), keyphrase_of(article)
    words = article.body.words / (2 if language_or_english(article.language).unspaced else 1)
    if not field or not keyphrase or words < options.words:
        return
    texts = [*(each.text for each in article.body.headings), *(each.text for each in article.body.paragraphs)]
    count = keyphrase.count_in("\n".join(" ".join(text.split()) for text in texts))
    density = 100 * count * keyphrase.weight / words
    if density < options.min:
        least = ceil(options.min * words / 100 / keyphrase.weight)
        yield Finding(field.span, f"{_found(keyphrase.text, count, words)}; use it at least {_times(least)}.")
    elif density > options.max and count > 1:
        most = max(1, floor(options.max * words / 100 / keyphrase.weight))
        yield Finding(field.span, f"{_found(keyphrase.text, count, words)}; use it at most {_times(most)}.")


def _found(keyphrase: str, count: int, words: float) -> str:
    if not count:
        return f"Keyphrase “{keyphrase}” is missing from {round(words)} words of text"
    return f"Keyphrase “{keyphrase}” appears {_times(count)} in {round(words)} words"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


RULE = rule(check, Severity.INFO, looks_at="keyphrase", options=Density)
