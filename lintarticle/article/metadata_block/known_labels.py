"""The words that are labels: what each stands for, and which headings announce metadata."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import chain
from typing import Literal

from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, LATIN, Joined, fold, language, pattern, words_in
from lintarticle.latin_index import CORE_WORDS, PICTURE_STEMS, SIGNS
from lintarticle.record import NamedTuple


class Weight(IntEnum):
    """How much a label proves, on its own, that its line is metadata."""

    WEAK = 0
    USUAL = 1
    SURE = 2


class Meaning(NamedTuple):
    """What a known label stands for."""

    field: str
    weight: Weight


_WEIGHTS = {"~": Weight.WEAK, "!": Weight.SURE}
_HINT = expression(r"\([^()\n]{0,120}\)|\[[^\[\]\n]{0,120}\]|（[^（）\n]{0,120}）")
_EDGES = expression(r"^[\W\d_]+|[\W_]+$")
_ASCII_WORDS = expression(r"[a-z]+")
_GAPS = expression(r"[\s_\-\u2010-\u2014]+")
_DIGIT = expression(r"\d")
Announced = Literal["surely", "perhaps", ""]


def normal_label(text: str) -> str:
    """Fold a label to the form the table has: no numbers, emoji or marks around it, no hint in brackets."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return " ".join(text.split()).casefold()
    folded = _HINT.sub(" ", text) if "(" in text or "[" in text or "（" in text else text
    folded = fold(_GAPS.sub(" ", folded).strip())
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded)
    return _EDGES.sub("", folded)


def _signs_of(labels: Iterable[str]) -> frozenset[str]:
    """Return words of which each label in ASCII has at least one."""
    signs: set[str] = set()
    for words in sorted((_ASCII_WORDS.findall(label) for label in labels if label.isascii()), key=len):
        if words and signs.isdisjoint(words):
            signs.add(max(words, key=len))
    return frozenset(signs)


def _shortest(stems: Iterable[str]) -> tuple[str, ...]:
    """Leave out the stems that hold another one: where they are found, that one is."""
    kept: list[str] = []
    for stem in sorted(set(stems), key=lambda stem: (len(stem), stem)):
        if not any(map(stem.__contains__, kept)):
            kept.append(stem)
    return tuple(kept)


class _Telling(dict[str, bool]):
    """Which words in ASCII are among some, or hold one of some stems; what was found out of a word is kept."""

    _MOST = 10_000

    def __init__(self, words: frozenset[str], stems: Iterable[str]) -> None:
        super().__init__()
        self._words = words
        self._stems = _shortest(_ASCII_WORDS.findall(stem)[0] for stem in stems)

    def __missing__(self, word: str) -> bool:
        """Look at a word for the first time."""
        found = word in self._words or any(map(word.__contains__, self._stems))
        if len(self) < self._MOST:
            self[word] = found
        return found

    def is_in(self, folded: str) -> bool:
        """Whether a text has such a word; of a stem that is several words, the first one is enough."""
        return any(map(self.__getitem__, _ASCII_WORDS.findall(folded)))


class _Known:
    """The words of some languages, inverted for look-ups once per run; the first meaning of a label counts."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        self._codes = codes

    @cached_property
    def meanings(self) -> Mapping[str, Meaning]:
        known: dict[str, Meaning] = {}
        meanings: dict[tuple[str, str], Meaning] = {}
        for label, field in chain.from_iterable(language(code).labels for code in self._codes):
            mark = label[0] if label[0] in _WEIGHTS else ""
            meaning = meanings.get((field, mark))
            if meaning is None:
                meaning = meanings[field, mark] = Meaning(field, _WEIGHTS.get(mark, Weight.USUAL))
            known.setdefault(fold(label[len(mark) :]), meaning)
        return known

    def make_up(self, name: str) -> bool:
        """Whether a heading says nothing but that metadata follows: `SEO / Metadata Notes`, `For the CMS`."""
        return any(map(name.__contains__, self.cores)) and self.heading_words.fullmatch(name) is not None

    @cached_property
    def cores(self) -> tuple[str, ...]:
        """The words of which such a heading has at least one."""
        return _shortest(word[1:] for word in words_in("metadata_heading_words", self._codes) if word[0] == "!")

    @cached_property
    def heading_words(self) -> re.Pattern[str]:
        """What matches a heading that has no other words."""
        words = pattern(word.lstrip("!") for word in words_in("metadata_heading_words", self._codes))
        return re.compile(rf"(?>{words}|[\W\d_])+")

    @cached_property
    def picture_stems(self) -> tuple[str, ...]:
        """Beginnings of the words for pictures in headings over briefs, and the words for pictures themselves."""
        named = words_in("pictures", self._codes)
        stems = {
            stem for stem in words_in("brief_headings", self._codes) if any(word.startswith(stem) for word in named)
        }
        return _shortest(stems | {word for word in named if len(word) > 1})


_LATIN, _EVERY = _Known(LATIN), _Known(LANGUAGES)
_HEADINGS = Joined("metadata_headings")
_MODIFIERS = Joined("label_modifiers")
_PARTS = Joined("brief_labels")
_LIMIT = expression(r"[^\w\s]*\s\W*(?:max|min|approx|ca)?\W*\d.*", re.DOTALL)
"""What follows a label that states a length without brackets: `– 158 chars`."""

_MOST_WORDS = 8
"""Words of a label or a heading that are looked at for others than those of the tables."""


def latin_signs() -> dict[str, tuple[str, ...]]:
    """Return what `latin_index.py` keeps of the labels in ASCII, by its names."""
    return {
        "SIGNS": tuple(sorted(_signs_of(_LATIN.meanings) | _signs_of(sorted(words_in("metadata_headings", LATIN))))),
        "CORE_WORDS": _shortest(core.partition(" ")[0] for core in _LATIN.cores if core.isascii()),
        "PICTURE_STEMS": tuple(filter(str.isascii, _LATIN.picture_stems)),
    }


def _known(name: str) -> _Known:
    """Return what a label is looked up in: one in ASCII can be none of a language that has other letters."""
    return _LATIN if name.isascii() else _EVERY


_NUMBERED = expression(r"[\W_]*([^\W\d_][^\d\n:：]{0,20}?)[\s#]*\d{1,3}\s*(?:[:：.)–—|-]|\(|（|$)")
_PICTURES = Joined("plain_pictures")
PICTURE = Meaning("illustrations", Weight.SURE)
"""What a line stands for that names a picture."""
_QUOTED = expression(r"[^\W\d_]*\s*[\"“„«「『《](?:[^\n]*[\"”“»」』》]|[^\n]*$)|^[^\n\"“„«「『《]*[”»」』》]")
"""A title in quotation marks with the word before it; a mark may be gone from the edge of a label."""


_PARTING = '/"“„«»「」『』《》'
"""What is between two names of a label, or before a title in it."""


_MOST_KEPT = 1_000
"""Labels of which it is kept what they stand for: articles repeat each other's."""

_LONGEST_KEPT = 80
"""Characters of a label that is kept."""


class KnownLabels:
    """The labels that count: those of the tables, and those a site adds."""

    def __init__(self, extra: Mapping[str, tuple[str, ...]]) -> None:
        self._extra = {
            normal_label(label): Meaning(field, Weight.SURE) for field, labels in extra.items() for label in labels
        }
        self._kept = lru_cache(_MOST_KEPT)(self._look_up)

    def meaning(self, label: str) -> Meaning | None:
        """Return what a label as written stands for, None if it is unknown."""
        return self.meaning_of(normal_label(label))

    def meaning_of(self, name: str) -> Meaning | None:
        """Return what a label, as `normal_label` writes it, stands for."""
        return self._extra.get(name) or _known(name).meanings.get(name) or self._looser(name)

    def look_up(self, label: str) -> tuple[Meaning | None, Announced]:
        """Return what a label as written stands for, and whether it announces metadata."""
        return self._kept(label) if len(label) <= _LONGEST_KEPT else self._look_up(label)

    def _look_up(self, label: str) -> tuple[Meaning | None, Announced]:
        if not self.may_know(label):
            return None, ""
        name = normal_label(label)
        return self.meaning_of(name), self.announced_by(name)

    def may_know(self, label: str) -> bool:
        """Whether a label may be known, or announce metadata: in ASCII, it has a word of those that do."""
        return not label.isascii() or self._signs.is_in(label.casefold())

    def may_be_label(self, heading: str) -> bool:
        """Whether a heading may be a label that is known, announce metadata, or be about pictures, by its words."""
        return not heading.isascii() or self._of_headings.is_in(heading.casefold())

    @cached_property
    def _of_headings(self) -> _Telling:
        pictures = chain.from_iterable(map(_ASCII_WORDS.findall, _PICTURES.latin))
        return _Telling(frozenset(SIGNS).union(_signs_of(self._extra), pictures), (*CORE_WORDS, *PICTURE_STEMS))

    @cached_property
    def _signs(self) -> _Telling:
        """Words of which any label or heading in ASCII that is known, in whatever form, has at least one."""
        return _Telling(frozenset(SIGNS) | _signs_of(self._extra), CORE_WORDS)

    def _looser(self, name: str) -> Meaning | None:
        """Look a label up without a second name, a length, the words for a suggestion, or whom a picture is for."""
        if any(map(name.__contains__, _PARTING)):
            name = _QUOTED.sub("", name.partition("/")[0]).strip()
            if found := _known(name).meanings.get(name):
                return found
        if found := self._of_article(name):
            return found
        bare = _LIMIT.sub("", name) if _DIGIT.search(name) else name
        bare = _without_modifiers(bare)
        if bare == name:
            return None
        found = self._extra.get(bare) or _known(bare).meanings.get(bare)
        return found._replace(weight=max(found.weight, Weight.USUAL)) if found else None

    @staticmethod
    def _of_article(name: str) -> Meaning | None:
        """Look up what names the article that its pictures are for: `image prompts for this blog post`."""
        words = name.split()
        for size in range(min(len(words), _MOST_WORDS) - 1, 0, -1):
            found = _known(name).meanings.get(" ".join(words[:size]))
            if (
                found
                and found.field == "illustrations"
                and _known(name).heading_words.fullmatch(" ".join(words[size:]))
            ):
                return found
        return None

    @staticmethod
    def announces(text: str) -> Announced:
        """Say whether a heading announces metadata: `7. Meta Information` surely, `SEO checklist` perhaps."""
        return KnownLabels.announced_by(normal_label(text))

    @staticmethod
    def announced_by(name: str) -> Announced:
        """Say whether a heading, as `normal_label` writes it, announces metadata."""
        if name in _HEADINGS:
            return "surely"
        if len(name) > _LONGEST_HEADING:
            return ""
        unquoted = _QUOTED.sub("", name) if '"' in name or not name.isascii() else name
        return "perhaps" if _known(name).make_up(unquoted) else ""

    @staticmethod
    def names_picture(text: str) -> bool:
        """Whether a heading or bold line begins with the number of a picture: `Image 1: Spring tide`."""
        found = _NUMBERED.match(text) if _DIGIT.search(text) else None
        return found is not None and fold(found[1]).rstrip(".") in _PICTURES

    @staticmethod
    def is_about_pictures(heading: str) -> bool:
        """Whether a heading has a word for pictures."""
        folded = fold(heading)
        return any(map(folded.__contains__, PICTURE_STEMS if folded.isascii() else _EVERY.picture_stems))

    def is_part(self, label: str) -> bool:
        """Whether a label names a part of an illustration (`Alt text`, `Placement`)."""
        return normal_label(label) in _PARTS


_LONGEST_HEADING = 80
"""Characters of a heading that may announce metadata."""


def _without_modifiers(name: str) -> str:
    """Leave out the words that make of a label a suggestion, also where nothing parts them from it."""
    words = name.split()
    if len(words) > _MOST_WORDS:
        return name
    kept = [word for word in words if word not in _MODIFIERS] if len(words) > 1 else words
    if name.isascii():
        return " ".join(kept)
    return " ".join(filter(None, map(_unjoined, kept)))


def _unjoined(word: str) -> str:
    """Leave out a modifier that is written onto a word of a script without blanks: `分类建议`."""
    if word[0] < "\u2e80":
        return word
    for modifier in _MODIFIERS.every:
        if len(modifier) < len(word) and not modifier.isascii():
            if word.endswith(modifier):
                return word.removesuffix(modifier)
            if word.startswith(modifier):
                return word.removeprefix(modifier)
    return word
