"""The text speaks in a chat assistant's voice.

“As an AI language model, I …” and “Certainly! Here is the article” belong to the chat that the text was copied from.
Only the first person, the very first words of the body, and an offer that opens one of the last paragraphs (“Would you
like me to …?”) count; endings that people write too (“Let me know if …”) are info. Quoted text (in quotation marks,
italics, a block quote or code) is fine, and articles about language models are skipped.

## Bad

```markdown
# Tide tables

As an AI language model, I cannot look at the harbour.
```

## Good

```markdown
# Tide tables

The answer began with “As an AI language model, I cannot …” and told me nothing.
```
"""

from __future__ import annotations

import re
from itertools import islice

from lintarticle.languages import Joined, fold
from lintarticle.rule import Article, Finding, Findings, Severity, Span, TextPattern, rule

_VOICE = TextPattern(
    r"(?i)\bas an? (?:ai|artificial intelligence|large)\b(?: language)?(?: model| assistant| chatbot)?,? (?:i|my)\b"
    r"|\bas of my (?:last|latest|most recent) (?:knowledge |training )?(?:update|cut-?off|training)\b"
    r"|\bi (?:do not|don['’]t|cannot|can['’]t) (?:have access to real-time|browse the (?:web|internet))"
    r"|\bmy (?:knowledge cut-?off|training data (?:only )?(?:goes|ends|includes))\b",
    signs=(
        *("as an ai", "as a ai", "as an artificial intelligence", "as a artificial intelligence", "as a large"),
        *("as an large", "as of my ", "access to real-time", "browse the ", "my knowledge cut", "my training data"),
    ),
)
_DRAFT = (
    r"here(?:'s| is) (?:a|an|the|your) (?:\w+[- ]){0,3}(?:version of (?:the|your)|(?:article|blog post|draft)"
    r"(?: (?:on|about|based on) [^.\n]{1,100}| with [^.\n]{1,60})?:)"
)
_AGREES = Joined("assistant_agrees")
_PRESENTS = Joined("assistant_presents")
_OFFERS = Joined("assistant_offers")
_CLOSES = Joined("assistant_closes")
_FEWEST_WORDS = 20
"""Words of a body whose opening is looked at."""
_LAST = 5
"""Paragraphs at the end of the body that are looked at for an offer."""
_LONGEST_OPENING = 80
_TOPIC = r"(?i)\b(?:chatgpt|gpt-?\d|openai|llms?|language models?|claude|gemini|prompts?|chatbots?|copilot)\b"
_ABOUT = 3
"""Mentions of language models that make an article one about them; our own figure."""


def check(article: Article) -> Findings:
    opener = _opener(article)
    if opener:
        shown = article.source[opener].strip()
        yield Finding(opener, f"“{shown}” is a chat assistant's reply; start with the article itself.")
    yield from _closing(article)
    found = [span for match in _VOICE.matches(article) if not article.is_quoted(span := Span(*match.span()))]
    if found and sum(1 for _ in re.finditer(_TOPIC, article.body.prose)) - len(found) < _ABOUT:
        for span in found:
            yield Finding(span, f"“{article.source[span]}” is a chat assistant speaking; rewrite or remove it.")


def _closing(article: Article) -> Findings:
    """Yield the last paragraphs that offer to continue the answer."""
    from_the_end = (each for each in reversed(article.body.paragraphs) if each.container == "body")
    last = [*islice(from_the_end, _LAST)][::-1]
    if next(from_the_end, None) is None:
        del last[:1]
    for paragraph in last:
        opening = fold(article.source[paragraph.span][:_LONGEST_OPENING].replace("’", "'"))
        is_offer = opening.startswith(_OFFERS.openings(opening))
        is_short = paragraph.span.end - paragraph.span.start <= _LONGEST_OPENING
        if is_offer or (paragraph is last[-1] and is_short and opening.startswith(_CLOSES.openings(opening))):
            span = article.source.first_line(paragraph.span)
            shown = article.source[span].strip()
            yield Finding(
                span,
                f"“{shown if len(shown) <= _LONGEST_OPENING else shown[:_LONGEST_OPENING] + '…'}” "
                f"{'is' if is_offer else 'may be'} a chat assistant's offer at the end of its reply; remove it.",
                at_most=None if is_offer else Severity.INFO,
            )


def _opener(article: Article) -> Span | None:
    """Return the opening words of the first paragraph where they answer a request."""
    first = next((each for each in article.body.paragraphs if each.container == "body"), None)
    if first is None:
        return None
    text = article.source[first.span].replace("’", "'")
    end = _answer(text) or _draft(text)
    return Span(first.span.start, first.span.start + end) if end and article.body.words >= _FEWEST_WORDS else None


def _answer(text: str) -> int:
    """Return where “Certainly! Here is” or “Bien sûr ! Voici” ends at the start of a text, or 0."""
    opening = fold(text[:_LONGEST_OPENING])
    known = _AGREES.openings(opening)
    if not opening.startswith(known):
        return 0
    agrees = max(len(each) for each in known if opening.startswith(each))
    start = len(opening) - len(opening[agrees:].lstrip(" \t"))
    answer = opening[start:]
    presents = (len(words) for words in _PRESENTS.openings(answer) if agrees and answer.startswith(words))
    return max((start + length for length in presents), default=0)


def _draft(text: str) -> int:
    match = re.match(_DRAFT, text, re.IGNORECASE) if text[:4].lower() == "here" else None
    return match.end() if match else 0


RULE = rule(check, Severity.WARNING)
