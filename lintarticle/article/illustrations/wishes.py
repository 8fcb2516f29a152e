"""What a mark asks to be shown, without the words that ask: `Insert an image of … here`."""

from __future__ import annotations

import re
from functools import cached_property

from lintarticle.article.text.brief_words import VOCABULARY
from lintarticle.languages import Joined, pattern
from lintarticle.source import Span

_INSERTING = Joined("inserting_words")
_WANTED = Joined("wanted_pictures")
_OPENERS = Joined("alt_openers")
_ARTICLES = Joined("leading_articles")


class _Patterns:
    """What is around the words for a picture in any language, compiled once per run."""

    @cached_property
    def front(self) -> re.Pattern[str]:
        """Words that ask for it, then an article, or an opener that says only that there is a picture."""
        articles = pattern(_ARTICLES.every)
        openers = pattern(word for word in _OPENERS.every if not VOCABULARY.kind_of(word))
        asking = rf"\s*(?:todo\b)?[\s:：]*(?:(?:{self._asking})[\s:：]*)*"
        return _compiled(rf"{asking}(?:(?:(?:{articles})\s*)?(?:{openers})\s*|(?:{articles})\s*)?")

    @cached_property
    def back(self) -> re.Pattern[str]:
        """Words that ask for it behind it."""
        return _compiled(rf"(?:[\s,，、–—-]*(?:{self._asking}))*[\s.!。！]*\Z")

    @cached_property
    def _asking(self) -> str:
        return pattern({*_INSERTING.every, *_WANTED.every})


def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


_PATTERNS = _Patterns()


def wished_for(text: str) -> Span:
    """Return the offsets of what to show; a text that says nothing else is returned whole."""
    front = _PATTERNS.front.match(text)
    start = front.end() if front else 0
    back = _PATTERNS.back.search(text, start)
    end = back.start() if back else len(text)
    return Span(start, end) if re.search(r"\w", text[start:end]) else Span(0, len(text))
