"""Phrases that an article is filed under or wants to be found by, and where their words occur."""

from __future__ import annotations

import re
import unicodedata

from lintarticle.languages import fold, table

_LONGEST_ENDING = 3
"""Letters by which two forms of one word may differ at the end: own figure, for plurals and cases."""

_MOST_WORDS = 20
"""Words of a phrase that are looked for; real searches have fewer."""

_UNSPACED = r"[\u3040-\u30ff]|[\u3400-\u9fff]|[\uf900-\ufaff]"
"""Characters of Chinese and Japanese. Compiled where it is used: most articles name no phrase."""


class Phrase:
    """A keyphrase or a tag, and what counts as an occurrence of it.

    Case, compatibility forms, hyphens and the endings of words don't matter, nor do common words such as “of”
    in the phrase. A Chinese or Japanese phrase is looked for as it is, blanks left out.
    """

    def __init__(self, text: str, language: str) -> None:
        self.text = text.strip().strip("\"'“”")
        common, spoken = table("stop_words", language).folded, _words(self.text)
        self._words = ([word for word in spoken if word not in common] or spoken)[:_MOST_WORDS]
        self._unspaced = "".join(_folded(self.text).split()) if re.search(_UNSPACED, self.text) else ""

    def is_in(self, text: str) -> bool:
        """Whether all the words of the phrase are in a text, in any order."""
        if self._unspaced:
            return self._unspaced in "".join(_folded(text).split())
        return self.share_in(text) == 1

    def share_in(self, text: str) -> float:
        """Return the share of the phrase's words that are in a text, 0 to 1."""
        if self._unspaced:
            return float(self.is_in(text))
        present = set(_words(text))
        found = [any(_is_form(word, other) for other in present) for word in self._words]
        return sum(found) / len(found) if found else 0.0

    def count_in(self, text: str) -> int:
        """Return how often the phrase is in a text: in a sentence, as often as the rarest of its words."""
        if self._unspaced:
            return "".join(_folded(text).split()).count(self._unspaced)
        return sum(self._count_in_sentence(sentence) for sentence in re.split(r"[.!?؟۔।][\"”’)]*\s|\n", text))

    def _count_in_sentence(self, sentence: str) -> int:
        spoken = _words(sentence)
        return min((sum(_is_form(word, other) for other in spoken) for word in self._words), default=0)

    @property
    def is_latin(self) -> bool:
        """Whether the phrase could be spelt in a slug of Latin letters."""
        return unicodedata.normalize("NFKD", self.text).encode("ascii", "ignore").strip() != b""

    @property
    def weight(self) -> float:
        """How much an occurrence counts: more for a longer phrase, by the formula of Yoast SEO."""
        return 0.7 + self.size / 3

    @property
    def size(self) -> int:
        """How many words of the phrase are looked for, 1 for a Chinese or Japanese phrase."""
        return 1 if self._unspaced else len(self._words)


def _folded(text: str) -> str:
    return fold(unicodedata.normalize("NFKC", text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", "", _folded(text)))


def _is_form(word: str, other: str) -> bool:
    """Whether two words are equal but for an ending: `sanction` and `sanctions`, `policy` and `policies`.

    In scripts beyond Greek and Cyrillic, articles and particles are written onto the word, in front or behind.
    """
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    if shorter[0] > "\u0530":
        return len(shorter) >= 2 and shorter in longer and len(longer) - len(shorter) <= _LONGEST_ENDING
    if len(shorter) < 5:
        return longer == shorter + "s"
    stem = shorter[:-1] if shorter.endswith(("y", "e")) else shorter
    return longer.startswith(stem) and len(longer) - len(stem) <= _LONGEST_ENDING
