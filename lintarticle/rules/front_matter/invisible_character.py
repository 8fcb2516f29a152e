"""A key or value contains an invisible character.

Text pasted from a word processor or a web page brings along characters you cannot see: zero-width spaces, byte order
marks, non-breaking spaces. A key or tag that contains one no longer matches its visible spelling, and searches miss it.
The fix removes them.

Joiners that scripts and emoji need are left alone, and so are non-breaking spaces between words.

## Bad

A zero-width space follows “Tide”:

```markdown
---
title: Tide\u200b tables
---
```

## Good

```markdown
---
title: Tide tables
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.values import Entry, Node
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule

_NAMES = {
    "\u00a0": "non-breaking space",
    "\u200b": "zero-width space",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\x85": "next-line character",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}
_INVISIBLE = "[\u200b\u2028\u2029\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
_IN_KEYS = _INVISIBLE[:-1] + "\u00a0]"
_QUOTES = ("'", '"')
_BREAKS = "\u2028\u2029\x85"


def check(article: Article) -> Findings:
    front_matter = article.front_matter
    if front_matter is None or article.source[front_matter.span].replace("\n", "").isprintable():
        return
    for node in front_matter.root.walk() if front_matter.root else ():
        for entry in node.entries:
            yield from _findings(article, entry.key, _IN_KEYS, f"The key “{_shown(entry)}” contains")
        if node.kind not in ("list", "mapping"):
            yield from _findings(article, node, _INVISIBLE, "The value contains")
            for place in _edges(article, node):
                yield _finding(place, "The value starts or ends with", "\u00a0")


def _edges(article: Article, node: Node) -> Iterator[Span]:
    """Yield the non-breaking spaces at either end of a value, inside its quotes; one between words is intended."""
    written = article.source[node.span]
    inside = written[written.startswith(_QUOTES) : len(written) - written.endswith(_QUOTES)]
    start = node.span.start + written.startswith(_QUOTES)
    leading = len(inside) - len(inside.lstrip("\u00a0"))
    if leading:
        yield Span(start, start + leading)
    trailing = len(inside) - len(inside.rstrip("\u00a0"))
    if trailing and leading < len(inside):
        yield Span(start + len(inside) - trailing, start + len(inside))


def _shown(entry: Entry) -> str:
    return re.sub(_IN_KEYS, "", entry.key.text)


def _findings(article: Article, node: Node, pattern: str, what: str) -> Iterator[Finding]:
    if article.source[node.span].isprintable():
        return
    for found in re.compile(pattern).finditer(article.text, *node.span):
        yield _finding(Span(*found.span()), what, found[0])


def _finding(span: Span, what: str, character: str) -> Finding:
    name = _NAMES.get(character, "control character")
    message = f"{what} an invisible character ({name}, U+{ord(character):04X})"
    if character in _BREAKS:
        return Finding(span, f"{message}; write a space.", fix=Fix("Write a space", (Edit(span, " "),)))
    return Finding(span, f"{message}; delete it.", fix=Fix("Remove it", (Edit(span, ""),)))


RULE = rule(check, Severity.WARNING, looks_at="front matter", fix=("safe",))
