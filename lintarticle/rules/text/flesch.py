"""The text is hard to read.

The Flesch reading ease measures the length of sentences and words: 60 to 70 is plain English, under 50 takes some
schooling, under 30 is for specialists. It says nothing about the content. The hardest paragraph is marked.

English only, since syllables are counted by rules of English spelling. Texts under 100 words are skipped, since every
word changes their score. Off by default.

## Bad

```markdown
---
lang: en
---

The municipal administration's comprehensive documentation of tidal predictability necessitates considerable
institutional coordination. Responsibility for publication is distributed among numerous governmental organisations,
whose respective representatives periodically reconsider methodological assumptions. Theoretical considerations
notwithstanding, meteorological irregularities continuously undermine computational predictability.

Historically, experienced navigators distrusted governmental publications, preferring individual observation.
Contemporary authorities acknowledge that independent verification substantially improves operational reliability.
Furthermore, international organisations increasingly recommend standardised terminology, facilitating comparative
evaluation of approximately contemporaneous measurements. Consequently, professional associations periodically
reevaluate educational requirements, emphasising interdisciplinary understanding alongside traditional navigational
competence. Administrative simplification nevertheless remains politically controversial, and
alternative arrangements necessarily presuppose additional legislative authorisation, parliamentary
deliberation and considerable international consultation.
```

## Good

```markdown
---
lang: en
---

Twice a day the harbour empties, and the boats lie on the mud until the sea comes back to lift them. The keeper of
the light knows the hour without a clock. She counts the dry steps of the stair. She looks at the moon. Then she rings
the bell once for the men in the boats and twice for the children, who run out to dig for worms.

When the last step is dry, the town goes down to the shore with rakes and pails. For an hour the bed of the sea is a
market where all the town meets. They talk of the rain. They look out for the first thin line of the water that comes
home.
```

Source of the limit: Flesch's own bands, as Yoast SEO uses them. The formula is 206.835 − 1.015 × words per sentence −
84.6 × syllables per word.
"""

from __future__ import annotations

from math import floor
from typing import Annotated

from lintarticle.article.text.reading import flesch_reading_ease
from lintarticle.article.views.sentences import Sentence, sentences
from lintarticle.rule import Article, Finding, Findings, Option, Options, rule


class Flesch(Options):
    min: Annotated[int, Option("Minimum reading ease; 100 is very easy, 0 very hard.", at_most=100)] = 50
    words: Annotated[int, Option("Texts under this many words are skipped.", at_least=1)] = 100


def check(article: Article, options: Flesch) -> Findings:
    found = list(sentences(article)) if article.language == "en" else []
    if sum(each.length for each in found) < options.words:
        return
    ease = _ease(found)
    if ease < options.min:
        hardest = min(_paragraphs(found), key=_ease)
        yield Finding(
            article.body.paragraphs[hardest[0].paragraph].span,
            f"Reading ease is {floor(ease)}, below {options.min}; "
            f"shorten sentences, starting with this paragraph (score {floor(_ease(hardest))}).",
        )


def _ease(found: list[Sentence]) -> float:
    return flesch_reading_ease(each.text for each in found)


def _paragraphs(found: list[Sentence]) -> list[list[Sentence]]:
    """Group the sentences by paragraph; short paragraphs, whose score says little, only if there are no others."""
    grouped: dict[int, list[Sentence]] = {}
    for each in found:
        grouped.setdefault(each.paragraph, []).append(each)
    enough = [group for group in grouped.values() if sum(each.length for each in group) >= 20]
    return enough or list(grouped.values())


RULE = rule(check, None, looks_at="paragraphs", options=Flesch)
