"""How long people take to read a text, and how easy an English one is, by the formula of Rudolf Flesch."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lintarticle.languages import language_or_english
from lintarticle.record import NamedTuple


class ReadingTime(NamedTuple):
    """Whole minutes, rounded up, and the rate that they come from, in `unit` a minute."""

    minutes: int
    rate: int
    unit: str


def reading_time(words: int, code: str) -> ReadingTime:
    """Return the time for a number of words as `measure.count_words` counts them."""
    language = language_or_english(code)
    rate, unit = language.reading_speed, "characters" if language.unspaced else "words"
    return ReadingTime(-(-words // rate), rate, unit)


def flesch_reading_ease(sentences: Iterable[str]) -> float:
    """Return 206.835 − 1.015 words a sentence − 84.6 syllables a word: about 100 very easy, 0 and less very hard."""
    found = list(sentences)
    words = [word for sentence in found for word in re.findall(r"[a-z]+(?:['’][a-z]+)?", sentence.lower())]
    if not words:
        return 100.0
    return 206.835 - 1.015 * len(words) / len(found) - 84.6 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """Return the syllables of an English word in lower case: its groups of vowels, less the letters that are silent.

    An estimate: right for about nine words in ten, and its errors even out over a text.
    """
    bare = re.sub(r"[^a-z]", "", word)
    groups = len(re.findall(r"[aeiouy]+", bare)) - bool(re.search(_SILENT, bare))
    return max(1, groups + len(re.findall(_PARTED, re.sub(r"[tcsg]i(?:o|a|ous)", "", bare))))


_SILENT = r"[^aeiouy](?<![^aeiouy]l)e$|[^aeiouytd]ed$|(?<![aeiouyscxzg])(?<!sh)(?<!ch)(?<![^aeiouy]l)es$"
"""The e that is not heard: "tide", "rowed", "tides"; but "table", "wanted", "boxes", "tables"."""

_PARTED = r"i[ao](?!u)|iou|[aeiou]ing|eo(?!us|n$|p)|(?<![gq])ua|ea$|ea(?=t[eio]|l[i])|(?:sc|cl|d|qu)ie(?=t|n)|flue"
"""Vowels that are next to each other and are said apart: "going", "area", "create", "quiet"."""
