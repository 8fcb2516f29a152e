"""A chat assistant's markup was pasted with its answer.

`:contentReference[oaicite:0]`, `citeturn0search0`, `【4†source】`, `[web:1]` and `[attached_file:1]` are links in the
chat window. On the page they are noise and reveal how the text was made. Code is skipped, and so are articles that
only mention these words.

The fix removes the markup from the body.

## Bad

```markdown
# Tide tables

Twice a day the harbour empties. :contentReference[oaicite:0]{index=0}
```

## Good

```markdown
# Tide tables

Twice a day the harbour empties. An answer of a chat may hold `oaicite` marks.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.text.debris import whole_mark
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, TextPattern, rule

_NOTED = ("web", "post", "citation", "cite", "web_search", "generated_image")
_MARKS = TextPattern(
    r":?contentReference\[oaicite:[^\]\n]{0,40}\](?:\{index=\d{1,4}\})?"
    r"|\[?oaicite:\d{1,4}\]?(?:\{index=\d{1,4}\})?"
    r"|(?<=\[)oai_citation(?:_attribution)?:\d{1,4}‡(?=[^\]\n]{1,300}\]\()"
    r"|\[oai_citation(?:_attribution)?:\d{1,4}[^\]\n]{0,60}\](?!\()"
    r"|\ue200[^\ue201\n]{1,200}\ue201"
    r"|【\d{1,3}(?::\d{1,3})?†[^】\n]{0,80}】|\[\d{1,3}(?::\d{1,3})?†[^\]\n]{0,80}\]"
    rf"|\[\^?(?:{'|'.join(_NOTED)}):"
    r"\d{1,3}(?:, ?(?:\w{1,20}:)?\d{1,3})*\](?![(:])"
    r"|\[(?:attached_file|cite_start|cite_end)(?::\d{1,3})?\]|\[cite: ?\d{1,3}(?:, ?\d{1,3})*\]"
    r"|</?grok[-_](?:card|render)[^<>\n]{0,300}>|\[grok_card[^\]\n]{0,100}\]"
    r"|\(?\{\"attribution\":\{\"attributableIndex\":\"[^\"\n]{0,20}\"\}\}\)?",
    signs=(
        *("oaicite:", "oai_citation", "\ue200", "【", "†", "[cite", "[attached_file"),
        *(f"[{mark}{what}:" for what in _NOTED for mark in ("", "^")),
        *("<grok", "</grok", "[grok_card", '{"attribution"'),
    ),
    scope="uncoded",
)
_TURN = r"turn\d{1,3}(?:search|view|news|image|file|forecast|finance)\d{1,3}"
_TURNS = TextPattern(rf"{_TURN}(?:{_TURN})*", signs=tuple(f"turn{digit}" for digit in range(10)), scope="uncoded")
"""`citeturn0search0`; an expression that begins with letters is found fast, and many articles have the word “turn”."""

_BEFORE_TURNS = r"(?<![A-Za-z])(?:cite|navlist|image_group|video)?\Z"


def check(article: Article) -> Findings:
    end = 0
    for span in sorted([*(Span(*match.span()) for match in _MARKS.matches(article)), *_turns(article)]):
        if span.start < end:  # a part of another mark
            continue
        end = span.end
        fix = Fix("Remove the markup", (Edit(whole_mark(article.text, span), ""),))
        shown = "".join(char for char in article.body.uncoded[slice(*span)] if char.isprintable())
        yield Finding(span, f"“{shown[:60]}” is markup from a chat assistant; remove it.", fix=fix)


def _turns(article: Article) -> Iterator[Span]:
    for match in _TURNS.matches(article):
        start, end = match.span()
        before = re.search(_BEFORE_TURNS, article.body.uncoded[max(0, start - 20) : start])
        first = re.match(_TURN, match[0])
        start += -len(before[0]) if before else first.end() if first else 0  # the first of several may be in a word
        if start < end:
            yield Span(start, end)


RULE = rule(check, Severity.ERROR, patterns=(_MARKS, _TURNS), fix=("safe",), changes_body=True)
