"""A heading has an emoji in it.

Screen readers say every emoji by its full name, anchors made from the heading get odd, and emoji look different on
every system. Off until asked for: it is a matter of taste. Signs such as ©, ™ and arrows are let pass.

## Bad

```markdown
## 🌊 The harbour empties

Twice a day.
```

## Good

```markdown
## The harbour empties →

Twice a day.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.problem import Finding
from lintarticle.rule import Context, Options, Rule
from lintarticle.source import Span

_EMOJI = (
    "(?:[\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff\u2600-\u27bf\u2b50\u2b55\u23e9-\u23f3]|[\u0023-\u3299]\ufe0f)"
    "[\ufe0f\u200d\u20e3\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf]*"
)


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    for heading in article.body.headings:
        found = re.search(_EMOJI, article.source[heading.text_span])
        if found:
            start = heading.text_span.start
            yield Finding(
                Span(start + found.start(), start + found.end()),
                f"The heading has an emoji in it (“{found[0]}”), expected words only.",
            )


RULE = Rule(check, None)
