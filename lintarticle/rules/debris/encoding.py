r"""Characters were damaged when the text was saved or pasted.

`â€™` was an apostrophe and `Ã©` an `é` until some program read UTF-8 text as Windows-1252. `�` replaces a lost
character. A byte order mark in the middle of the text comes from joined files, and a `\n` between sentences from a
program that wrote line breaks out. Only sequences that no language uses count, never a single accented letter; code and
articles about encodings are skipped.

The fix restores the characters in the body where they are known, and removes a byte order mark.

## Bad

```markdown
# Tide tables

The harbourâ€™s tables are old.
```

## Good

```markdown
# Tide tables

The harbour’s tables are old, naïve and à la carte.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.text.debris import damaged, may_be_damaged
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule
from lintarticle.source import BOM

_TOPIC = (
    r"(?i)\b(?:mojibake|encodings?|charsets?|utf-?8|latin-?1|(?:windows-|cp)1252|iso-8859|unicode|byte order mark)\b"
    r"|文字化け|乱码"
)


_LOST = "\ufffd"
_WRITTEN_OUT = TextPattern(
    r"(?m)\\(?<=[^\s\\/:]\\)(?:r\\)?n(?:(?:\\r)?\\n)*(?=[A-Z0-9#*“\"-]|[ \t]*$)",
    signs=("\\n",),
    unless=r"(?i)\b(?:newlines?|escap(?:e|ed|ing)|line (?:breaks?|feeds?|endings?)|carriage returns?|regex\w*)\b",
)


def check(article: Article) -> Findings:
    for match in _WRITTEN_OUT.matches(article):
        message = f"“{match[0]}” is a line break that a program wrote out; start a new line instead."
        yield Finding(Span(*match.span()), message, at_most=Severity.WARNING)
    special = article.special_characters
    is_lost, is_damaged = _LOST in special, may_be_damaged(special)
    if not (BOM in special or is_lost or is_damaged):
        return
    text = article.readable
    known = {fault.span.start for fault in article.front_matter.faults} if article.front_matter else set()
    for at in (place for place in _places(text, BOM) if place not in known):
        fix = Fix("Remove it", (Edit(Span(at, at + 1), ""),))
        message = "Invisible byte order mark (U+FEFF) in the text; delete it."
        yield Finding(Span(at, at + 1), message, fix=fix, at_most=Severity.WARNING)
    found = list(damaged(text)) if is_damaged else []
    lost = [match.span() for match in re.finditer(f"{_LOST}{{1,1000}}", text)] if is_lost else []
    if (not found and not lost) or re.search(_TOPIC, text):
        return
    for start, end in lost:
        yield Finding(Span(start, end), "A character was lost here (“�”); type it again.")
    for piece in found:
        fix = Fix(f"Put “{piece.meant}” back", (Edit(piece.span, piece.meant),))
        wrong = article.source[piece.span]
        yield Finding(piece.span, f"“{wrong}” is damaged text; write “{piece.meant}”.", fix=fix)


def _places(text: str, char: str) -> Iterator[int]:
    at = text.find(char, 1)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


RULE = rule(check, Severity.ERROR, fix=("safe",), changes_body=True)
