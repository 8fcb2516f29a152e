"""A heading contains an emoji.

Screen readers read out an emoji's full name, it makes for odd anchors, and it looks different on every system. Off
by default, since this is a matter of taste. Signs such as ©, ™ and arrows are fine.

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

from lintarticle.rule import Article, Finding, Findings, Span, rule

_EMOJI = (
    "(?:[\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff\u2600-\u27bf\u2b50\u2b55\u23e9-\u23f3]|[\u0023-\u3299]\ufe0f)"
    "[\ufe0f\u200d\u20e3\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf]*"
)


def check(article: Article) -> Findings:
    for heading in article.body.headings:
        found = re.search(_EMOJI, article.source[heading.text_span])
        if found:
            start = heading.text_span.start
            yield Finding(
                Span(start + found.start(), start + found.end()),
                f"Heading contains an emoji (“{found[0]}”); use words only.",
            )


RULE = rule(check, None, looks_at="headings")
