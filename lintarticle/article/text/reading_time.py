"""How long people take to read an article."""

from __future__ import annotations

from typing import NamedTuple

from lintarticle.article.text.sentences import UNSPACED

WORDS = 213
"""Words a minute; the figure behind Hugo's `.ReadingTime`. Measured in English non-fiction: 238 (Brysbaert, 2019)."""

CHARACTERS = 501
"""Characters a minute in Chinese and Japanese; the figure behind Hugo's `.ReadingTime` for these languages."""


class ReadingTime(NamedTuple):
    """Whole minutes, rounded up, and the rate that they come from, in `unit` a minute."""

    minutes: int
    rate: int
    unit: str


def reading_time(words: int, language: str) -> ReadingTime:
    """Return the time for a number of words as `measure.count_words` counts them."""
    rate, unit = (CHARACTERS, "characters") if language in UNSPACED else (WORDS, "words")
    return ReadingTime(-(-words // rate), rate, unit)
