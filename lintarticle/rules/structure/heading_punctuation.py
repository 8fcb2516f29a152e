"""A heading ends with a full stop, colon or comma.

Off by default, since this is a matter of style. Question and exclamation marks, ellipses and abbreviations with an
inner dot (“e.g.”, “U.S.”) are fine. The fix removes the mark, which changes what readers see.

## Bad

```markdown
# The harbour at night

## The lamps:

Red to port, green to starboard.
```

## Good

```markdown
# The harbour at night

## Which lamps?

Red to port, green to starboard.
```
"""

from __future__ import annotations

import re
from typing import Annotated

from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Option, Options, Span, rule

_FINE = r"(?:\.\.|\.\w+\.|[\u0370-\u03ff\u1f00-\u1fff]\W*;)$"
"""Ellipses, abbreviations, and the question mark of Greek, which looks like a semicolon."""


class HeadingPunctuation(Options):
    characters: Annotated[str, Option("Characters that a heading may not end with.")] = ".,:;。，：；、"


def check(article: Article, options: HeadingPunctuation) -> Findings:
    for heading in article.body.headings:
        text = heading.text.rstrip()
        if heading.quoted or not text or text[-1] not in options.characters or re.search(_FINE, text):
            continue
        end = heading.text_span.start + len(article.source[heading.text_span].rstrip())
        mark = Span(end - 1, end)
        is_last = article.source[mark] == text[-1]
        fix = Fix(f"Remove the “{text[-1]}”", (Edit(mark, ""),)) if is_last and len(text) > 1 else None
        message = f"The heading “{text}” ends with “{text[-1]}”; remove it."
        yield Finding(mark if is_last else heading.text_span, message, fix=fix)


RULE = rule(check, None, looks_at="headings", fix=("safe",), options=HeadingPunctuation, changes_body=True)
