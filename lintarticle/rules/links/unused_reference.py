"""A reference definition that no link uses.

`[tables]: https://example.org` at the end of an article is invisible; where no link names it, it was left behind when
the text was changed. Comments written as definitions (`[//]: # (…)`) are left alone.
Off by default: readers never see it, and one edited blog of release notes that was looked at has some in 10 % of its
articles.

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
from collections.abc import Iterator

from lintarticle.article.article import Article
from lintarticle.article.markdown.elements import Definition
from lintarticle.article.markdown.inline import normal_label
from lintarticle.problem import Edit, Finding, Fix
from lintarticle.rule import Context, Options, Rule
from lintarticle.source import Span

_BRACKETS = r"\[([^\[\]]{1,999})\]"


def check(article: Article, options: Options, context: Context) -> Iterator[Finding]:
    definitions = article.body.definitions
    if not definitions:
        return
    used = {part.label for parts in (article.body.links, article.body.images) for part in parts}
    defined = Counter(definition.label for definition in definitions)
    # Text that is handed to a component or included elsewhere may use a label where no link is seen.
    named = Counter(normal_label(match[1]) for match in re.finditer(_BRACKETS, article.text))
    for definition in definitions:
        label = definition.label
        if label in used or named[label] > defined[label] or definition.target.text in ("#", ""):
            continue
        yield Finding(definition.span, f"No link uses the reference “[{label}]”.", fix=_removal(article, definition))


def _removal(article: Article, definition: Definition) -> Fix | None:
    text, (start, end) = article.text, definition.span
    if start and text[start - 1] != "\n":
        return None
    if not text[end:].strip() and text[:start].endswith("\n\n"):
        start -= 1  # no blank line is to end the file
    return Fix("Remove the line", (Edit(Span(start, min(end + 1, len(text))), ""),))


RULE = Rule(check, None, fix=("safe",))
