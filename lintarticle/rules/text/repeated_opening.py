"""Three sentences in a row start with the same word.

This sounds monotonous, unless it is deliberate. If the first word is an article or another small word, the second one
counts too: “The sea … The moon … The boats …” is fine. Chinese and Japanese are skipped. Off by default.

## Bad

```markdown
She counts the steps. She looks at the moon. She rings the bell.
```

## Good

```markdown
She counts the steps. Then she looks at the moon. She rings the bell.
```

Source of the limit: Yoast SEO.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Annotated

from lintarticle.article.views.sentences import Sentence, sentences
from lintarticle.languages import fold, language_or_english, table
from lintarticle.rule import Article, Finding, Findings, Option, Options, Span, rule


class RepeatedOpening(Options):
    max: Annotated[int, Option("Number of sentences in a row that are reported.", at_least=2)] = 3


def check(article: Article, options: RepeatedOpening) -> Findings:
    if language_or_english(article.language).unspaced:
        return
    small = table("connecting_words", article.language).folded
    for (_, opening), group in groupby(sentences(article), key=lambda each: (each.paragraph, _opening(each, small))):
        run = list(group)
        if opening and len(run) >= options.max:
            yield Finding(
                Span(run[0].span.start, run[-1].span.end),
                f"{len(run)} sentences in a row start with “{opening}”; start one differently.",
            )


def _opening(sentence: Sentence, small: frozenset[str]) -> str:
    """Return the first word in lower case, with the second if the first is a small one."""
    spoken = re.findall(r"[^\W_][^\s_]*", sentence.text[:200].lower())[:2]
    bare = [word.strip(".,;:!?…\"')]»”’") for word in spoken]
    return " ".join(bare if bare and fold(bare[0]) in small else bare[:1])


RULE = rule(check, None, looks_at="paragraphs", options=RepeatedOpening)
