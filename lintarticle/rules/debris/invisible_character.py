"""The text contains an invisible character.

Zero-width spaces and word joiners come with text copied from web pages. They break searches for words, and copied
links. Characters that writing needs are fine: joiners in emoji, Persian and Indic scripts, non-breaking spaces, soft
hyphens, marks of writing direction, zero-width spaces in scripts without spaces, and one that keeps `*`, `_`, `@` or
another sign next to it from taking effect.

The fix removes the character from the body.

## Bad

```markdown
# Tide tables

Twice a day the har\u200bbour empties.
```

## Good

```markdown
# Tide tables

Twice a day the harbour empties 👩‍🚒.
```
"""

from __future__ import annotations

import re

from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule

_INVISIBLE = r"[\u200b\u2060\u2061-\u2064\u180e]{1,1000}|(?<![\U000e0020-\U000e007f🏴])[\U000e0001-\U000e007f]{1,1000}"
_NAMES = {"\u200b": "zero-width space", "\u2060": "word joiner", "\u180e": "Mongolian vowel separator"}
_SIGNS = "*_~`@#<>{}[]()|\\/:&^$!"
_WITHOUT_SPACES = (
    ("\u0e00", "\u0eff"),
    ("\u0f00", "\u0fff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u1800", "\u18af"),
)
"""Thai and Lao, Tibetan, Burmese, Khmer, Mongolian."""


_ANY = r"[\u200b\u2060-\u2064\u180e\U000e0001-\U000e007f]"


def check(article: Article) -> Findings:
    if re.search(_ANY, article.special_characters) is None:
        return
    prose = article.body.prose
    for match in re.finditer(_INVISIBLE, prose):
        around = article.text[max(0, match.start() - 1) : match.start()] + article.text[match.end() : match.end() + 1]
        if any(char in _SIGNS or _needs_spaces(char) for char in around):
            continue
        count = len(match[0])
        name = _NAMES.get(match[0][0], "control character")
        what = f"Invisible {name}" if count == 1 else f"{count} invisible characters"
        span = Span(*match.span())
        fix = Fix("Remove it" if count == 1 else "Remove them", (Edit(span, ""),))
        yield Finding(span, f"{what} in the text; delete {'it' if count == 1 else 'them'}.", fix=fix)


def _needs_spaces(char: str) -> bool:
    return any(first <= char <= last for first, last in _WITHOUT_SPACES)


RULE = rule(check, Severity.WARNING, looks_at="special characters", fix=("safe",), changes_body=True)
