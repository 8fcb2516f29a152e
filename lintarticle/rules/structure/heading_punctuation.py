"""A heading ends in a full stop, a colon or a comma.

A matter of style, so it is off until asked for. Question and exclamation marks, ellipses and abbreviations with an
inner dot (“e.g.”, “U.S.”) are left alone. The fix drops the mark: it changes what readers see.

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
from collections.abc import Iterator
from typing import Annotated

from lintarticle.article.article import Article
from lintarticle.problem import Edit, Finding, Fix
from lintarticle.rule import Context, Option, Options, Rule
from lintarticle.source import Span


class HeadingPunctuation(Options):
    characters: Annotated[str, Option("The characters that no heading may end in.")] = ".,:;。，：；、"


def check(article: Article, options: HeadingPunctuation, context: Context) -> Iterator[Finding]:
    for heading in article.body.headings:
        text = heading.text.rstrip()
        if heading.quoted or not text or text[-1] not in options.characters or re.search(r"(?:\.\.|\.\w+\.)$", text):
            continue
        end = heading.text_span.start + len(article.source[heading.text_span].rstrip())
        mark = Span(end - 1, end)
        is_last = article.source[mark] == text[-1]
        fix = Fix(f"Drop the “{text[-1]}”", (Edit(mark, ""),)) if is_last and len(text) > 1 else None
        message = f"The heading “{text}” ends in “{text[-1]}”, expected no such mark."
        yield Finding(mark if is_last else heading.text_span, message, fix=fix)


RULE = Rule(check, None, fix=("safe",), options=HeadingPunctuation, changes_body=True)
