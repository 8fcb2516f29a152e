"""The keyphrase is not in the opening paragraphs.

Readers want to see at once that they are in the right place. The paragraphs that make up the first `words` words are
searched.

## Bad

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

Twice a day the harbour empties.
```

## Good

```markdown
---
title: How to read a tide table
excerpt: Tide tables tell when the harbour empties.
keyphrase: tide table
---

A tide table has four columns.
```

Source of the limit: Yoast SEO asks for the first paragraph; a hundred words allow for a short opening line.
"""

from __future__ import annotations

from typing import Annotated

from lintarticle.article.markdown.inline import Paragraph
from lintarticle.article.views.fields import keyphrase_of
from lintarticle.rule import Article, Finding, Findings, Option, Options, Severity, rule


class InIntro(Options):
    words: Annotated[int, Option("Number of words in the opening; whole paragraphs are searched.", at_least=1)] = 100


def check(article: Article, options: InIntro) -> Findings:
    keyphrase, opening = keyphrase_of(article), _opening(article, options.words)
    if keyphrase and opening and not keyphrase.is_in(" ".join(paragraph.text for paragraph in opening)):
        yield Finding(opening[0].span, f"Keyphrase “{keyphrase.text}” is not in the opening paragraphs.")


def _opening(article: Article, words: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    for paragraph in article.body.paragraphs:
        if sum(each.words for each in found) >= words:
            break
        if paragraph.container == "body":
            found.append(paragraph)
    return found


RULE = rule(check, Severity.INFO, looks_at="keyphrase", options=InIntro)
