"""The vocabulary of illustration briefs: labels of the parts and names of the types, in all languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from itertools import chain

from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, LATIN, Joined, Language, Meanings, fold, language, pattern

TYPES = (
    "social", "hero", "section", "infographic", "diagram", "chart", "map", "table", "screenshot", "photo", "conceptual",
    "icon", "video",
)  # fmt: skip
"""The canonical types of illustrations."""

PLAIN_PICTURES = Joined("plain_pictures")
_FILLERS = Joined("picture_fillers")
_KEYS = Joined("picture_keys")

_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")
_PARENTHESES = expression(r"[(（\[][^()（）\[\]]*[)）\]]")
_MOST_KEPT = 1_000
"""Labels and names of which it is kept what they stand for: briefs repeat them."""

_LONGEST = 80
"""Characters of a label or a name that stands for something."""

_WORD = expression(r"[^\W_]+(?:'[^\W_]+)?")


class BriefWords:
    """The words of briefs in all languages, inverted for look-ups once per run; a word's first meaning counts."""

    def __init__(self) -> None:
        self._parts = _Meanings(lambda each: each.brief_parts)
        self._types = _Meanings(lambda each: each.brief_types)
        self._kept_part = lru_cache(_MOST_KEPT)(self._part_of)
        self._kept_kind = lru_cache(_MOST_KEPT)(self._kind_of)

    @cached_property
    def numbered(self) -> re.Pattern[str]:
        """`Image 1:` and its kin at the start of a name."""
        return self._pattern(self._numbered)

    @cached_property
    def numbered_line(self) -> re.Pattern[str]:
        """The same at the start of a line, bold or not."""
        return self._pattern(rf"[*_]{{0,3}}{self._numbered}")

    @cached_property
    def numbered_lead(self) -> re.Pattern[str]:
        """`Image 1`, closed by a colon, a dash or `(`."""
        return self._pattern(rf"{self._generic}\s*#?\d{{1,3}}(?=\s*(?:[:：–—(（-]|$))")

    @cached_property
    def numbered_name(self) -> re.Pattern[str]:
        """`Image 1:` with a name after it, which is the group."""
        return self._pattern(rf"{self._numbered}([^\n:：(（–—]{{2,60}}?)\s*(?=[:：(（]|\s[–—-]\s|$)")

    def is_nameless(self, name: str) -> bool:
        """Whether a name says only that there is a picture: `Image`, `Figure 2`."""
        return self._nameless.match(name) is not None

    @cached_property
    def _nameless(self) -> re.Pattern[str]:
        return self._pattern(rf"{self._generic}\s*#?\d*\Z")

    @staticmethod
    def _pattern(written: str) -> re.Pattern[str]:
        return re.compile(written, re.IGNORECASE)

    @cached_property
    def _generic(self) -> str:
        """Finds a word that names a picture without saying its type."""
        whole = (word for word in PLAIN_PICTURES.every if not word.endswith("."))
        shortened = "|".join(re.escape(word[:-1]) + r"\.?" for word in PLAIN_PICTURES.every if word.endswith("."))
        return f"(?:{pattern(whole)}|{shortened})"

    @cached_property
    def _numbered(self) -> str:
        return (
            rf"(?:{self._generic}\s*(?:#|no\.?\s?|nr\.?\s?)?\s?\d{{1,3}}|#\d{{1,3}})\s*(?:[.):：–—|-]+\s*|$|(?=[(（]))"
        )

    def is_picture_key(self, key: str) -> bool:
        """Whether a key names the file of a picture: `image`, `url`."""
        return fold(key.strip()) in _KEYS

    def part_of(self, label: str) -> str:
        """Return the canonical part that a label or a key stands for, or ""."""
        return self._kept_part(label) if len(label) <= _LONGEST else ""

    def _part_of(self, label: str) -> str:
        if not label.replace(" ", "").isalpha():
            label = _PARENTHESES.sub(" ", label)
        folded = _fold(label if label.islower() else _CAMEL.sub(" ", label))
        found = self._parts.get(folded)
        words = folded.split()
        if not found and 1 < len(words) <= 8 and words[-1] in ("prompt", "prompts"):
            return "prompt"
        return found

    def kind_of(self, name: str) -> str:
        """Return the canonical type that a name stands for, or "": its last known words decide."""
        return self._kept_kind(name) if len(name) <= _LONGEST else ""

    def _kind_of(self, name: str) -> str:
        folded = _fold(name)
        if named := self._types.get(folded):
            return named
        words = [word for word in folded.split() if word not in _FILLERS and not word.isdigit()]
        if not 0 < len(words) <= 6:
            return ""
        for size in (3, 2, 1):
            for end in range(len(words), size - 1, -1):
                found = self._types.get(" ".join(words[end - size : end]))
                if found:
                    return found
        return ""


class _Meanings:
    """One table of all languages, or of those in Latin letters for a word in ASCII; a word's first meaning counts."""

    def __init__(self, of: Callable[[Language], Meanings]) -> None:
        self._of = of

    def get(self, folded: str) -> str:
        """Return what a word means, "" for nothing."""
        return self._english.get(folded) or (self._latin if folded.isascii() else self._every).get(folded, "")

    @cached_property
    def _english(self) -> Mapping[str, str]:
        """Those of the first language: what is in it needs no other."""
        return self._meanings(LATIN[:1])

    @cached_property
    def _latin(self) -> Mapping[str, str]:
        return self._meanings(LATIN)

    @cached_property
    def _every(self) -> Mapping[str, str]:
        return self._meanings(LANGUAGES)

    def _meanings(self, codes: tuple[str, ...]) -> dict[str, str]:
        found: dict[str, str] = {}
        for words, meaning in chain.from_iterable(self._of(language(code)) for code in codes):
            is_plain = words.isascii() and words.replace(" ", "").isalnum()
            found.setdefault(words if is_plain else _fold(words), meaning)
        return found


def _fold(label: str) -> str:
    if label.isascii() and label.isalpha():
        return label.lower()
    folded = fold(label if label.isascii() else unicodedata.normalize("NFKC", label)).replace("’", "'")
    return " ".join(_WORD.findall(folded))


VOCABULARY = BriefWords()
