"""No link uses a link reference.

`[tables]: https://example.org` is invisible; it was left over when the text was changed. Comments written as
definitions (`[//]: # (…)`) are fine. Off by default, since readers never see it.

The fix removes the line.

## Bad

```markdown
# Tide tables

The tables are old.

[tables]: https://example.org/tables
```

## Good

```markdown
# Tide tables

The [tables] are old.

[tables]: https://example.org/tables
```
"""

from __future__ import annotations

import re
from collections import Counter

from lintarticle.article.markdown.elements import Definition
from lintarticle.article.markdown.inline import normal_reference
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Span, rule

_BRACKETS = r"\[([^\[\]]{1,999})\]"


def check(article: Article) -> Findings:
    definitions = article.body.definitions
    if not definitions:
        return
    used = {part.label for parts in (article.body.links, article.body.images) for part in parts}
    defined = Counter(definition.label for definition in definitions)
    # Text passed to a component or included elsewhere may use a label without a visible link.
    named = Counter(normal_reference(match[1]) for match in re.finditer(_BRACKETS, article.text))
    for definition in definitions:
        label = definition.label
        if label in used or named[label] > defined[label] or definition.target.text in ("#", ""):
            continue
        yield Finding(
            definition.span,
            f"No link uses the link reference “[{label}]”; remove it.",
            fix=_removal(article, definition),
        )


def _removal(article: Article, definition: Definition) -> Fix | None:
    text, (start, end) = article.text, definition.span
    if start and text[start - 1] != "\n":
        return None
    if not text[end:].strip() and text[:start].endswith("\n\n"):
        start -= 1  # the file must not end with a blank line
    return Fix("Remove the line", (Edit(Span(start, min(end + 1, len(text))), ""),))


RULE = rule(check, None, looks_at="definitions", fix=("safe",))
