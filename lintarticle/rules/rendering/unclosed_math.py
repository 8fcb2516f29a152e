r"""A formula between `$$` is never closed.

Readers see the code of the formula, or everything up to the next `$$` as a formula. In most renderers, a blank line
inside a formula ends it too.

## Bad

```markdown
# Tide tables

$$
h = a \cos(\omega t)

The height depends on the time.
```

## Good

```markdown
# Tide tables

$$
h = a \cos(\omega t)
$$

The height depends on the time.
```
"""

from __future__ import annotations

import re

from lintarticle.rule import Article, Finding, Findings, Severity, Span, TextPattern, rule

_OPEN = TextPattern(r"(?<![\\$\w])\$\$(?!\$)", signs=("$$",))
_FORMULA = r"\\[A-Za-z]+|[\^_]\{?\w|=.*[+*/^-]|[+*/^-].*="
_REACH = 200
"""Characters after the mark in which there must be something of a formula."""


def check(article: Article) -> Findings:
    matches = _OPEN.matches(article)
    if len(matches) % 2 == 0:
        return  # they may belong together: some renderers read blank lines in formulas
    for match in matches:
        after = article.text[match.end() : match.end() + _REACH].partition("\n\n")[0]
        if re.search(_FORMULA, after):
            yield Finding(Span(*match.span()), "This formula is never closed; end it with “$$”.")
            return


RULE = rule(check, Severity.ERROR, patterns=(_OPEN,))
