"""Everything that lintarticle knows about a language, one module a language (`de.py`), as paragraphs of words.

A language is named by its primary subtag (`en`, `zh`). Its module holds one `LANGUAGE`, loaded when somebody first asks
for its words; a paragraph is split when somebody first looks into it. All words are in lower case.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import Literal

from lintarticle.latin_index import LATIN_TABLES
from lintarticle.record import Record

LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "vi", "sk", "tr")
"""The languages written in Latin letters; where two share a word with two meanings, the first one decides."""

OTHER_SCRIPTS = ("ru", "zh", "ja", "ko", "ar", "he", "fa")
"""The languages whose words have other letters: a text in ASCII holds none of them."""

LANGUAGES = (*LATIN, *OTHER_SCRIPTS)
"""The languages that have a module."""

Kind = Literal[
    "alt_openers", "file_alts", "generic_links", "stop_words", "connecting_words", "placeholders", "abbreviations",
    "doubled_words",
]  # fmt: skip
"""The tables that rules ask for by the language of the article."""


class Words:
    """A paragraph of words, split at blanks, or at `|` where it holds phrases."""

    def __init__(self, paragraph: str, separator: str | None = None) -> None:
        self._paragraph = paragraph
        self._separator = separator

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The words in the order of the paragraph."""
        paragraph = " ".join(self._paragraph.split())
        return tuple(filter(None, map(str.strip, paragraph.split(self._separator))))

    @cached_property
    def folded(self) -> frozenset[str]:
        """The words as `fold` writes them, to look one up."""
        return frozenset(map(fold, self.listed))

    def __iter__(self) -> Iterator[str]:
        return iter(self.listed)


def words(paragraph: str) -> Words:
    """Return single words, with blanks between them."""
    return Words(paragraph)


def phrases(paragraph: str) -> Words:
    """Return words and phrases, with `|` between them."""
    return Words(paragraph, "|")


class Meanings:
    """Phrases by what they mean: one `meaning: phrase | phrase` a paragraph, further lines of it indented more."""

    def __init__(self, paragraphs: str) -> None:
        self._paragraphs = paragraphs

    @cached_property
    def rows(self) -> Mapping[str, Words]:
        """The phrases of each meaning."""
        pieces = re.split(r"(?m)^\s*([a-z_]+):", self._paragraphs)
        return {meaning: phrases(listed) for meaning, listed in zip(pieces[1::2], pieces[2::2], strict=True)}

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield each phrase with its meaning."""
        return ((phrase, meaning) for meaning, listed in self.rows.items() for phrase in listed)


class Language(Record):
    """The words and figures of one language. A language that needs no words in a table leaves it empty."""

    name: str
    """The English name."""

    stop_words: Words
    """The commonest words, which say nothing as a tag or a keyword."""
    connecting_words: Words
    """Articles, prepositions and conjunctions, which never end a sentence."""
    function_words: Words
    """Words by which a text is recognized, where its script and its path do not show the language."""
    and_words: Words
    """Words between the names of two authors."""
    bylines: Words
    """Words before the name of an author: "written by"."""
    abbreviations: Words
    """Abbreviations whose full stop does not end a sentence, without the full stop."""
    doubled_words: Words
    """Words that may be there twice in a row ("had had")."""
    length_units: Words
    """Beginnings of the units in which the length of a value is given: `(155 characters)`."""

    labels: Meanings
    """Labels of metadata blocks by field. `!` before a label: only ever metadata (`Meta Description`); `~`: an everyday
    word (`Title`), which counts only together with others; no mark: usually metadata (`Tags`)."""
    metadata_headings: Words
    """Headings over metadata that carry no value themselves."""
    metadata_heading_words: Words
    """Words of which such headings are made up in other ways; `!` in front: each of them has at least one of these."""
    label_modifiers: Words
    """Words around a label or a heading that make a suggestion of it."""
    placeholders: Words
    """Values of an unfilled template."""

    leading_articles: Words
    """Words before a noun that say nothing about it: "a", "the"."""
    alt_openers: Words
    """Beginnings of an alt text that say only that there is an image ("image of")."""
    file_alts: Words
    """Whole alt texts that name a medium and nothing else ("image", "screenshot")."""
    generic_links: Words
    """Link texts that do not say where they lead."""

    toasts: Words
    """Lines of a site's interface that no writer writes: "Link copied"."""
    interface_lines: Words
    """Lines that a site's interface has, and rarely a writer: "Advertisement"."""
    stand_ins: Words
    """What is between brackets until a writer fills it in: "[company name]"."""
    template_words: Words
    """Words of an article that offers a template; `*` at the end: any ending."""
    assistant_agrees: Words
    """How a chat assistant's answer begins, its punctuation included."""
    assistant_presents: Words
    """How the answer continues: "here is"."""
    assistant_offers: Words
    """How a chat assistant offers more at the end of its answer: "would you like me to"."""
    assistant_closes: Words
    """How its answer ends, and people's texts may end too: "let me know if"."""

    brief_parts: Meanings
    """Labels and keys of the parts of an illustration brief."""
    brief_labels: Words
    """Labels that belong to one illustration inside a list of them, though elsewhere they may be metadata."""
    brief_types: Meanings
    """Names of the types of illustrations."""
    brief_headings: Words
    """Parts of words in the headings over a brief."""
    pictures: Words
    """Words that name a picture in a mark such as `[Image: …]`."""
    plain_pictures: Words
    """Words that name a picture, but not its type; a full stop at the end may be left out."""
    picture_fillers: Words
    """Words around the name of a type that say nothing."""
    picture_keys: Words
    """Keys of a picture's file."""
    wanted_pictures: Words
    """What follows the word for a picture that is still to come: "suggestion", "placeholder"."""
    inserting_words: Words
    """Words that ask for a picture in a mark: "insert"."""

    top: Words
    """Names of the place at the top of an article."""
    end: Words
    """Names of the place at its end."""
    after_introduction: Words
    """Names of the place behind its introduction."""
    introductions: Words
    """Names of the introduction itself."""
    place_fillers: Words
    """Words that say nothing about the place."""
    placing_words: Words
    """Words before those that place a picture: "insert after …"."""
    before: Words
    """Words that place a picture before a section. `~` in front: it follows the section's name; what is in parentheses
    must come next, but belongs to the name."""
    after: Words
    """Words that place a picture after a section, in the same form."""
    within: Words
    """Words that place a picture in a section, in the same form."""
    section_words: Words
    """Words for a section, left out of its name; `~` in front as above."""
    layout_words: Words
    """Words that place a picture by the layout: a person understands them, no heading is meant."""

    doubles_words: bool = False
    """Whether any word may be there twice in a row, as a part of the grammar."""
    unspaced: bool = False
    """Whether words are written without blanks between them, so that lengths count characters."""
    reading_speed: int = 213
    """Words, or characters where `unspaced`, that people read in a minute. 213 and 501 are the figures behind Hugo's
    `.ReadingTime`; measured in English non-fiction: 238 (Brysbaert, 2019)."""
    long_sentence: int = 20
    """Words, or characters where `unspaced`, from which a sentence is long: the figures of Yoast SEO."""
    long_sentences: int = 25
    """Percent of the sentences of a text that may be long."""
    inflects: bool = False
    """Whether what follows an opener of an alt text changes its form when the opener goes."""
    own_letters: str = ""
    """Letters that tell the language from others of its script."""
    foreign_letters: str = ""
    """Letters that only those others have."""


def language(code: str) -> Language:
    """Return one of `LANGUAGES`."""
    name = f"lintarticle.languages.{code}"
    found: Language = (sys.modules.get(name) or importlib.import_module(name)).LANGUAGE
    return found


def table(kind: Kind, code: str) -> Words:
    """Return one table of a language, an empty one where the language has no module."""
    listed: Words = getattr(language(code), kind) if code in LANGUAGES else NOTHING
    return listed


def is_abbreviation(word: str, code: str) -> bool:
    """Whether a word, as `fold` writes it, is one in English or the article's language; in any where that is unknown."""
    return any(word in table("abbreviations", each).folded for each in (("en", code) if code else LANGUAGES))


def language_or_english(code: str) -> Language:
    """Return a language for its figures; one without a module has those of English."""
    return language(code if code in LANGUAGES else "en")


NOTHING = Words("")


class Joined:
    """One table of all languages, joined once per run, when somebody first asks for a word."""

    def __init__(self, table: str) -> None:
        self._table = table

    def of(self, codes: tuple[str, ...]) -> frozenset[str]:
        """Return the words of some languages."""
        return self.latin if codes == LATIN else words_in(self._table, codes)

    @cached_property
    def latin(self) -> frozenset[str]:
        """The words of the languages in Latin letters: no others are in ASCII."""
        return frozenset(LATIN_TABLES[self._table].split("|"))

    @cached_property
    def every(self) -> frozenset[str]:
        """The words of all languages."""
        return self.latin | words_in(self._table, OTHER_SCRIPTS)

    def openings(self, folded: str) -> tuple[str, ...]:
        """Return the words that a text, as `fold` writes it, may begin with."""
        return (self._latin_openings if folded.isascii() else self._openings).of(folded)

    @cached_property
    def _latin_openings(self) -> _Openings:
        return _Openings(self.latin)

    @cached_property
    def _openings(self) -> _Openings:
        return _Openings(self.every)

    def __contains__(self, folded: str) -> bool:
        """Whether a word, as `fold` writes it, is in the table."""
        return folded in (self.latin if folded.isascii() else self.every)

    @cached_property
    def pattern(self) -> str:
        """What finds a word of the table as a whole."""
        return pattern(self.every)

    @cached_property
    def stems(self) -> str:
        """What finds a word of the table with any ending."""
        return "|".join(map(re.escape, sorted(self.every)))


def words_in(table: str, codes: tuple[str, ...]) -> frozenset[str]:
    """Return the words of one table in some languages, as `fold` writes them."""
    return frozenset(chain.from_iterable(getattr(language(code), table).folded for code in codes))


class _Openings:
    """Words by their first characters, as many as the shortest of them has."""

    def __init__(self, listed: Iterable[str]) -> None:
        every = sorted(listed)
        self._length = min(map(len, every), default=0)
        starts = groupby(every, lambda word: word[: self._length])
        self._by_start = {start: tuple(beginning) for start, beginning in starts}

    def of(self, folded: str) -> tuple[str, ...]:
        """Return the words that begin as a text does."""
        return self._by_start.get(folded[: self._length], ())


LENGTH_UNITS = Joined("length_units")
STOP_WORDS = Joined("stop_words")
DOUBLED_WORDS = Joined("doubled_words")


def fold(text: str) -> str:
    """Return a text for comparisons: in lower case, with one kind of i, since capitals hide the Turkish two."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


def pattern(listed: Iterable[str]) -> str:
    """Return a pattern that finds any of some words whole, the longest where several fit.

    Chinese, Japanese and Korean put no blank between words, Arabic and Hebrew join words and endings to them: there a
    word begins and ends anywhere. `*` at the end of a word: it may go on. `(…)`: must follow, but is not part of it.
    """
    pieces = map(_piece, sorted(set(listed), key=lambda word: (-len(word), word)))
    alike = groupby(pieces, key=lambda piece: piece[::2])  # one look around for several words is made sooner
    return "|".join(f"{around[0]}(?:{'|'.join(word for _, word, _ in some)}){around[1]}" for around, some in alike)


def _piece(written: str) -> tuple[str, str, str]:
    """Return what must be before a word, the word, and what must follow."""
    word, _, follows = written.partition("(")
    bare = word.rstrip("* ")
    piece = re.escape(bare).replace(r"\ ", r"\s+")
    before = r"(?<![^\W\d_])" if bare[0].isalpha() and _is_bounded(bare[0]) else ""
    after = r"(?![^\W\d_])" if bare[-1].isalpha() and _is_bounded(bare[-1]) and not word.endswith("*") else ""
    ahead = rf"(?=\s+{re.escape(follows.rstrip(')'))})" if follows else ""
    return before, piece, after + ahead


def _is_bounded(letter: str) -> bool:
    """Whether a letter is Latin, Greek or Cyrillic: their words end where the letters do."""
    return letter < "\u0590" or "\u1e00" <= letter < "\u2000"
