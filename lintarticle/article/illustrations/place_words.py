"""The words in which placements are written, in all languages, and the form in which places are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from lintarticle.article.illustrations.illustration import PlacementKind
from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, LATIN, Joined, Language, Words, fold, language, pattern

LONGEST = 200
"""Characters of a heading or a reference that are compared; longer ones are not section names."""

TOKEN = expression(r"(?:[^\W_]++|[+#])++")
_ARTICLES = ("the", "a", "an")


class PlaceWords:
    """The words of the grammar in some languages, inverted for look-ups once per run."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        self._codes = codes

    @cached_property
    def top(self) -> frozenset[str]:
        """Names of the top of an article."""
        return self._places(lambda each: each.top)

    @cached_property
    def end(self) -> frozenset[str]:
        """Names of its end."""
        return self._places(lambda each: each.end)

    @cached_property
    def after_introduction(self) -> frozenset[str]:
        """Names of the place after the introduction."""
        return self._places(lambda each: each.after_introduction)

    @cached_property
    def introductions(self) -> frozenset[str]:
        """Names of the introduction itself."""
        return self._places(lambda each: each.introductions)

    @cached_property
    def section(self) -> frozenset[str]:
        """Words for a section, such as “section” and “chapter”."""
        return frozenset(word for word in _SECTION_WORDS.of(self._codes) if not word.startswith("~"))

    @cached_property
    def relations(self) -> Mapping[str, PlacementKind]:
        """The words in front of a section's name, what must follow some of them left in parentheses."""
        return {word: kind for word, kind in _related(self._codes) if not word.startswith("~")}

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """The words behind a section's name that say the same, in Chinese, Japanese, Korean and Turkish."""
        sections = pattern(word[1:] for word in _SECTION_WORDS.of(self._codes) if word.startswith("~"))
        kinds = "|".join(f"(?P<{kind}>{pattern(words)})" for kind, words in self._behind.items())
        return re.compile(rf"\s*['’]?(?:{sections})?\s*(?:{kinds})", re.IGNORECASE)

    @cached_property
    def _behind(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word, kind in _related(self._codes):
            if word.startswith("~"):
                found.setdefault(kind, []).append(word[1:])
        return found

    def _places(self, table: Callable[[Language], Words]) -> frozenset[str]:
        fillers = FILLERS.of(self._codes)
        return frozenset(bare_words(name, fillers) for code in self._codes for name in table(language(code)))


def _related(codes: tuple[str, ...]) -> Iterator[tuple[str, PlacementKind]]:
    """Yield every word of a relation; where one has two, the last one counts."""
    tables: tuple[tuple[PlacementKind, Joined], ...] = (("in", _WITHIN), ("after", _AFTER), ("before", _BEFORE))
    return ((word, kind) for kind, joined in tables for word in joined.of(codes))


FILLERS = Joined(lambda each: each.place_fillers)
LAYOUT = Joined(lambda each: each.layout_words)
_SECTION_WORDS = Joined(lambda each: each.section_words)
PLACING_WORDS = Joined(lambda each: each.placing_words)
_BEFORE = Joined(lambda each: each.before)
_AFTER = Joined(lambda each: each.after)
_WITHIN = Joined(lambda each: each.within)
_LATIN_PLACES, _PLACES = PlaceWords(LATIN), PlaceWords(LANGUAGES)


def grammar_of(text: str) -> PlaceWords:
    """Return the words that a text may have."""
    return _LATIN_PLACES if text.isascii() else _PLACES


def normal_place(text: str) -> str:
    """Return the words of a heading or a reference: case, quotes, markup, punctuation, "the", "section" gone."""
    written = text[: LONGEST * 2]
    tokens = TOKEN.findall(fold(written if written.isascii() else unicodedata.normalize("NFKC", written)))
    section_words = grammar_of(written).section
    while len(tokens) > 1 and (tokens[0] in _ARTICLES or (tokens[0] in section_words and not tokens[1].isdigit())):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in section_words:
        tokens.pop()
    return " ".join(tokens) or text.strip().casefold()


def bare_words(text: str, fillers: Joined | frozenset[str] = FILLERS) -> str:
    """Return the words of a place without case, markup and words that add nothing."""
    return " ".join(token for token in TOKEN.findall(fold(text)) if token not in fillers)
