"""The headings of an article, found by what a writer calls them, and the words for other places in all languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from lintarticle.article.illustrations.illustration import Placement, PlacementKind
from lintarticle.article.markdown.body import Body
from lintarticle.article.markdown.elements import Heading
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, LATIN, Joined, Language, Words, fold, language, pattern
from lintarticle.record import cached_property

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


FILLERS = Joined("place_fillers")
LAYOUT = Joined("layout_words")
_SECTION_WORDS = Joined("section_words")
PLACING_WORDS = Joined("placing_words")
_BEFORE = Joined("before")
_AFTER = Joined("after")
_WITHIN = Joined("within")
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


_COMPARISONS = 1_000_000
"""Headings compared with references in one article, in all: past it nothing is offered (about half a second)."""

CONTAINED = 0.9
"""Similarity given to a reference that is a run of words of one heading, or the reverse; own figure."""

_NUMBERING = expression(r"(?:(?:step|part|section|chapter|h[1-6]|\w{1,3}\.\d+) )?\d{1,3} (?=\D)")
_DIGIT = expression(r"\d")
_LEVEL_NAME = expression(r"(?:\w{1,3} )?h[1-6] (?=\D)")
_SUBTITLE = expression(r"[:：?？(（]|\s[–—-]\s")


def _unnumbered(key: str) -> str:
    """Return the normal form of a heading without its number: `2 the setup` and `step 2 setup` as `setup`."""
    rest = _NUMBERING.sub("", key, 1) if _DIGIT.search(key) else key
    return normal_place(rest) if rest != key else key


class HeadingIndex:
    """The headings of one article, found by what a writer calls them."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self._found: dict[str, tuple[Heading | None, float]] = {}
        self.places: dict[tuple[Text, PlacementKind | None], Placement] = {}
        self._budget = _COMPARISONS

    def named(self, reference: str) -> tuple[Heading, ...]:
        """Return the headings that the reference names: all of it, else without numbering or subtitle."""
        key = normal_place(reference)
        return tuple(
            self._exact.get(key)
            or self._loose.get(key)
            or self._loose.get(_unnumbered(key))
            or self._exact.get(_LEVEL_NAME.sub("", key, 1))
            or ()
        )

    def numbered(self, number: int) -> tuple[Heading, ...]:
        """Return the heading of the section with this number, written in it or counted, if there is one."""
        level = self._section_level
        peers = [heading for heading in self.body.headings if heading.level == level]
        written = re.compile(rf"(?:\w+ )?0?{number}\b")
        labelled = [heading for heading in peers if written.match(normal_place(heading.text))]
        if len(labelled) == 1:
            return (labelled[0],)
        return (peers[number - 1],) if 0 < number <= len(peers) else ()

    def most_similar(self, reference: str) -> tuple[Heading | None, float]:
        """Return the heading most like the reference and how like it is, from 0 to 1."""
        key = normal_place(reference)[:LONGEST]
        if key not in self._found:
            self._found[key] = self._compare(key)
        return self._found[key]

    @property
    def _section_level(self) -> int:
        levels = [heading.level for heading in self.body.headings]
        many = [level for level in sorted(set(levels)) if levels.count(level) > 1]
        return many[0] if many else max(levels, default=2)

    @cached_property
    def _exact(self) -> dict[str, list[Heading]]:
        found: dict[str, list[Heading]] = {}
        for heading in self.body.headings:
            found.setdefault(normal_place(heading.text), []).append(heading)
        return found

    @cached_property
    def _loose(self) -> dict[str, list[Heading]]:
        found: dict[str, list[Heading]] = {}
        for heading in self.body.headings:
            for loose in _looser(heading.text, normal_place(heading.text)):
                found.setdefault(loose, []).append(heading)
        return found

    def _compare(self, key: str) -> tuple[Heading | None, float]:
        """Compare with every heading; rapidfuzz is imported late: most references name their heading exactly."""
        index, headings = self._exact, self.body.headings
        titles = [heading for heading in headings if heading.level == 1]
        title = titles[0] if len(titles) == 1 else None  # the title is not a section: nothing goes after it by mistake
        choices = [name for name, found in index.items() if title not in found]
        self._budget -= len(choices)
        if not choices or self._budget < 0:
            return None, 0.0
        from rapidfuzz import fuzz, process

        best: tuple[str, float] = ("", -1.0)
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            name, score, _ = process.extractOne(key, choices, scorer=scorer)
            best = max(best, (name, score / 100), key=lambda pair: pair[1])
        padded = f" {key} "
        around = [name for name in choices if padded in f" {name} " or (" " in name and f" {name} " in padded)]
        if best[1] < CONTAINED and len(around) == 1 and len(key) >= 5:
            best = (around[0], CONTAINED)
        return index[best[0]][0], round(min(best[1], 0.999), 3)


def _looser(text: str, key: str) -> list[str]:
    """Return what else a heading is called: without its number, its subtitle, or what is in parentheses."""
    found = {_unnumbered(key)}
    cuts = _SUBTITLE.split(text[:LONGEST], maxsplit=1)
    for cut in cuts if len(cuts) > 1 or len(text) > LONGEST else ():
        part = normal_place(cut)
        if len(part) >= 4:
            found |= {part, _unnumbered(part)}
    return sorted(found - {key})
