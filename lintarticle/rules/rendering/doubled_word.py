"""A word is repeated, such as “the the”.

Words that may be doubled in the article's language (“that that”, “die die”) are fine, and so are names, code and text
in quotation marks. If the language is unknown, only the commonest words of all languages count. Articles in languages
that lintarticle does not know, or that double words as part of their grammar, are skipped.

The fix offers to delete the second word.

## Bad

```markdown
---
lang: en
---

# Tide tables

Twice a day the the harbor empties.
```

## Good

```markdown
---
lang: en
---

# Tide tables

Twice a day the harbor empties, and all that that brings is mud.
```
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lintarticle.expression import expression
from lintarticle.languages import DOUBLED_WORDS, LANGUAGES, STOP_WORDS, fold, language
from lintarticle.rule import Article, Edit, Finding, Findings, Fix, Severity, Span, rule

_BETWEEN = r"[ \t]+|[ \t]*\n[ \t]*(?:>[ \t]?)*"
_DOUBLED = expression(rf"(?<![\w'’&/.@#$+-])([^\W\d_]+)({_BETWEEN})(\1)(?![\w'’]|[-./@=+][\w])", re.IGNORECASE)
_TWICE = expression(r" ([^ ]++) ++\1\b")
"""What begins with one certain character, and goes on up to one, is found in half the time of anything else."""


def check(article: Article) -> Findings:
    candidates = {word for word in _twice(article.folded) if word.isalpha() and f" {word}" in article.folded}
    slips = candidates and _slips(article.language)
    if slips:
        for word in sorted(filter(slips, candidates)):
            yield from _doubled(article, word)


def _twice(text: str) -> list[str]:
    """Return the words that are before themselves, found for all of a text at once and looked at more closely later."""
    apart = text.replace("\n\n", "| ")  # as long as it was: what has another length takes twice the time
    spaced = apart.replace("\n", " ").replace("\t", " ").replace("\xa0", " ")
    return _TWICE.findall(f" {spaced}")


def _slips(code: str) -> Callable[[str], bool] | None:
    """Return the test of a word whose repetition is a slip, or None for a language without one.

    If the language is unknown, it accepts only the commonest words of all languages.
    """
    if not code:
        return lambda word: fold(word) in STOP_WORDS and fold(word) not in DOUBLED_WORDS
    if code not in LANGUAGES or language(code).doubles_words:
        return None
    allowed, common = language(code).doubled_words.folded, language(code).stop_words.folded
    return lambda word: fold(word) not in allowed and (len(word) > 1 or fold(word) in common)


def _doubled(article: Article, word: str) -> Iterator[Finding]:
    for match in _matches(article.body.prose, word):
        first, second = Span(*match.span(1)), Span(*match.span(3))
        written = article.text[first.start : second.end]
        ends_a_word = article.text[first.start - 1 : first.start] == ";"  # after a character reference: d&iacute;a
        if written != match[0] or ends_a_word or not _is_slip(article, match[1], match[3]):
            continue
        if _is_said(article, first, second):
            continue
        edit = Edit(Span(first.end, second.end), "")
        yield Finding(
            Span(first.start, second.end),
            f"The word “{match[3]}” is repeated; delete one of the two.",
            fix=Fix("Delete the second word", (edit,), "unsafe"),
        )


def _matches(prose: str, word: str) -> Iterator[re.Match[str]]:
    """Yield where a word, as `folded` writes it, is followed by itself."""
    lower = prose.lower()
    if len(lower) != len(prose):  # a letter became two: the places are not those of the text
        yield from (match for match in _DOUBLED.finditer(prose) if match[1].lower() == word)
        return
    at = lower.find(word)
    while at >= 0:
        end = at + len(word)
        match = _DOUBLED.match(prose, at)
        if match and match.end(1) == end:
            yield match
            end = match.end()
        at = lower.find(word, end)


def _is_slip(article: Article, first: str, second: str) -> bool:
    """Whether two words are not a name: the second is in lower case, or a word of German like the first."""
    if first not in (second, second.capitalize()):
        return False
    return second == second.lower() or (article.language == "de" and not first.isupper())


def _is_said(article: Article, first: Span, second: Span) -> bool:
    """Whether the words are in quotation marks or emphasis, or in different blocks."""
    if article.text[second.end : second.end + 1] in ("”", '"', "“", "»", "*", "_", "`"):
        return True
    lines = article.source
    starts = (first.start, second.start)
    heads = [heading.span for heading in article.body.headings]
    return lines.line_of(starts[0]) != lines.line_of(starts[1]) and any(
        span.start <= starts[0] < span.end for span in heads
    )


RULE = rule(check, Severity.WARNING, looks_at="paragraphs", fix=("unsafe",), changes_body=True)
