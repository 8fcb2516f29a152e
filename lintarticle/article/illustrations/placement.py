"""The placement grammar: where an illustration goes, resolved to a heading of the body."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from lintarticle.article.illustrations.illustration import Placement, PlacementKind
from lintarticle.article.markdown.body import Body
from lintarticle.article.markdown.elements import Heading
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, LATIN, Joined, Language, Words, fold, language, pattern
from lintarticle.record import NamedTuple
from lintarticle.source import Span

SAME = 0.95
"""Similarity from which two wordings of a heading are one and the same; own figure."""

_COMPARISONS = 1_000_000
"""Headings compared with references in one article, in all: past it nothing is offered (about half a second)."""

_LONGEST = 200
"""Characters of a heading or a reference that are compared; longer ones are not section names."""

_LONGEST_TEXT = 500
"""Characters of a placement that is read; longer ones are prose."""

_CONTAINED = 0.9
"""Similarity given to a reference that is a run of words of one heading, or the reverse; own figure."""

_QUOTED = expression(
    r'"([^"\n]+)"|“([^“”\n]+)[”"]|„([^„“”\n]+)[“”]|«([^«»\n]+)»|「([^「」\n]+)」|『([^『』\n]+)』|`([^`\n]+)`'
)
_SINGLE_QUOTED = expression(r"(?<!\w)['‘]([^'‘’\n]+(?:['’]\w[^'‘’\n]*)*)['’](?!\w)")
_AROUND = (
    r"[\s:–—-]*(?:(?:the\s+)?section\s+\d{1,3}\s*[:–—.-]\s*)?"
    r"(?:(?:the\s+)?(?:section|heading|subheading|h[1-6])\s*[:–—-]\s*)?"
)
_ORDINALS = (
    "first one 1st|second two 2nd|third three 3rd|fourth four 4th|fifth five 5th|sixth six 6th|seventh seven 7th|"
    "eighth eight 8th|ninth nine 9th|tenth ten 10th"
)
_TOKEN = expression(r"(?:[^\W_]++|[+#])++")
_NUMBERING = expression(r"(?:(?:step|part|section|chapter|h[1-6]|\w{1,3}\.\d+) )?\d{1,3} (?=\D)")
_LEVEL_NAME = expression(r"(?:\w{1,3} )?h[1-6] (?=\D)")
_SUBTITLE = expression(r"[:：?？(（]|\s[–—-]\s")
_ARTICLES = ("the", "a", "an")
_FURTHER = expression(r"[,，、;(（]\s*|\s[–—-]\s")
"""What is between a place and a closer one: `after H1, before the first paragraph`."""

_LEVEL = expression(r"\bh([1-6])\b", re.IGNORECASE)


class _PlaceWords:
    """The words of the grammar in some languages, inverted for look-ups once per run."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        self._codes = codes

    @cached_property
    def top(self) -> frozenset[str]:
        return self._places(lambda each: each.top)

    @cached_property
    def end(self) -> frozenset[str]:
        return self._places(lambda each: each.end)

    @cached_property
    def after_introduction(self) -> frozenset[str]:
        return self._places(lambda each: each.after_introduction)

    @cached_property
    def introductions(self) -> frozenset[str]:
        return self._places(lambda each: each.introductions)

    @cached_property
    def section(self) -> frozenset[str]:
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
        fillers = _FILLERS.of(self._codes)
        return frozenset(_words(name, fillers) for code in self._codes for name in table(language(code)))


def _related(codes: tuple[str, ...]) -> Iterator[tuple[str, PlacementKind]]:
    """Yield every word of a relation; where one has two, the last one counts."""
    tables: tuple[tuple[PlacementKind, Joined], ...] = (("in", _WITHIN), ("after", _AFTER), ("before", _BEFORE))
    return ((word, kind) for kind, joined in tables for word in joined.of(codes))


_FILLERS = Joined(lambda each: each.place_fillers)
_LAYOUT = Joined(lambda each: each.layout_words)
_SECTION_WORDS = Joined(lambda each: each.section_words)
_PLACING_WORDS = Joined(lambda each: each.placing_words)
_BEFORE = Joined(lambda each: each.before)
_AFTER = Joined(lambda each: each.after)
_WITHIN = Joined(lambda each: each.within)
_LATIN_PLACES, _PLACES = _PlaceWords(LATIN), _PlaceWords(LANGUAGES)


def _grammar_of(text: str) -> _PlaceWords:
    """Return the words that a text may have."""
    return _LATIN_PLACES if text.isascii() else _PLACES


def normal_place(text: str) -> str:
    """Return the words of a heading or a reference: case, quotes, markup, punctuation, "the", "section" gone."""
    written = text[: _LONGEST * 2]
    tokens = _TOKEN.findall(fold(written if written.isascii() else unicodedata.normalize("NFKC", written)))
    section_words = _grammar_of(written).section
    while len(tokens) > 1 and (tokens[0] in _ARTICLES or (tokens[0] in section_words and not tokens[1].isdigit())):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in section_words:
        tokens.pop()
    return " ".join(tokens) or text.strip().casefold()


def _unnumbered(key: str) -> str:
    """Return the normal form of a heading without its number: `2 the setup` and `step 2 setup` as `setup`."""
    rest = _NUMBERING.sub("", key, 1)
    return normal_place(rest) if rest != key else key


class HeadingIndex:
    """The headings of one article, found by what a writer calls them."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self._exact: dict[str, list[Heading]] | None = None
        self._loose: dict[str, list[Heading]] = {}
        self._found: dict[str, tuple[Heading | None, float]] = {}
        self.places: dict[tuple[Text, PlacementKind | None], Placement] = {}
        self._budget = _COMPARISONS

    def named(self, reference: str) -> tuple[Heading, ...]:
        """Return the headings that the reference names: all of it, else without numbering or subtitle."""
        exact = self._index()
        key = normal_place(reference)
        return tuple(
            exact.get(key)
            or self._loose.get(key)
            or self._loose.get(_unnumbered(key))
            or exact.get(_LEVEL_NAME.sub("", key, 1))
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
        key = normal_place(reference)[:_LONGEST]
        if key not in self._found:
            self._found[key] = self._compare(key)
        return self._found[key]

    @property
    def _section_level(self) -> int:
        levels = [heading.level for heading in self.body.headings]
        many = [level for level in sorted(set(levels)) if levels.count(level) > 1]
        return many[0] if many else max(levels, default=2)

    def _index(self) -> dict[str, list[Heading]]:
        if self._exact is None:
            self._exact = {}
            for heading in self.body.headings:
                key = normal_place(heading.text)
                self._exact.setdefault(key, []).append(heading)
                for loose in _looser(heading.text, key):
                    self._loose.setdefault(loose, []).append(heading)
        return self._exact

    def _compare(self, key: str) -> tuple[Heading | None, float]:
        """Compare with every heading; rapidfuzz is imported late: most references name their heading exactly."""
        index, headings = self._index(), self.body.headings
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
        if best[1] < _CONTAINED and len(around) == 1 and len(key) >= 5:
            best = (around[0], _CONTAINED)
        return self._index()[best[0]][0], round(min(best[1], 0.999), 3)


def _looser(text: str, key: str) -> list[str]:
    """Return what else a heading is called: without its number, its subtitle, or what is in parentheses."""
    found = {_unnumbered(key)}
    cuts = _SUBTITLE.split(text[:_LONGEST], maxsplit=1)
    for cut in cuts if len(cuts) > 1 or len(text) > _LONGEST else ():
        part = normal_place(cut)
        if len(part) >= 4:
            found |= {part, _unnumbered(part)}
    return sorted(found - {key})


class _Reference(NamedTuple):
    kind: PlacementKind
    text: Text
    quoted: bool


def parse_placement(text: Text, headings: HeadingIndex, relation: PlacementKind | None = None) -> Placement:
    """Read what the writer says of the place. `relation` comes from a label such as "Insert after:"."""
    if (text, relation) not in headings.places:
        headings.places[text, relation] = _placement(text, headings, relation)
    return headings.places[text, relation]


def _placement(text: Text, headings: HeadingIndex, relation: PlacementKind | None) -> Placement:
    if len(text.text) > _LONGEST_TEXT:
        return Placement("unclear", text)
    reference = _reference(text, relation)
    found = headings.named(reference.text.text)
    fixed = _fixed(_words(text.text), relation) or (None if found or reference.quoted else _after_relation(reference))
    if fixed:
        return Placement(fixed, text)
    if found:
        return Placement(reference.kind, text, reference.text, _of_level(found, text.text))
    first = _part(text, 0, cut.start()) if (cut := _FURTHER.search(text.text)) else None
    if first and (place := parse_placement(first, headings, relation)).is_resolved:
        return place._replace(text=text)
    return _without_heading(text, reference, headings)


def _without_heading(text: Text, reference: _Reference, headings: HeadingIndex) -> Placement:
    """Read a reference that is not a heading's name: a number, a place in the layout, or a name that is not there."""
    if not reference.quoted and (number := _number_of(reference.text.text)):
        numbered = headings.numbered(number)
        kind = "number" if reference.kind == "section" else reference.kind
        return Placement(kind, text, reference.text, numbered, 1.0 if numbered else 0.0)
    if not reference.quoted and any(word in _LAYOUT for word in normal_place(reference.text.text).split()):
        return Placement("unclear", text)
    nearest, similarity = headings.most_similar(reference.text.text)
    same = (nearest,) if nearest and similarity >= SAME else ()
    return Placement(reference.kind, text, reference.text, same, similarity, nearest)


def names_a_place(text: Text, headings: HeadingIndex) -> bool:
    """Whether a text that nothing labels as a placement is one: a fixed place, a relation, or a section's name."""
    placement = parse_placement(text, headings)
    if placement.kind == "unclear":
        return False
    if placement.kind == "section":
        return bool(placement.headings) or placement.similarity >= _CONTAINED
    return True


def begins_with_place(text: str) -> bool:
    """Whether a text is the name of the top, or begins like a placement: `after …`."""
    return fold(text.strip()) in _grammar_of(text).top or _relation_at_start(text) is not None


_WORD_IN_FRONT = expression(r"[\s:]*([^\s:\"“„«'‘`「『]+)(?=[\s:\"“„«'‘`「『])")
_MOST_WORDS = 7
"""Words that are looked at for a relation: three such as "insert", and the longest relation with what follows it."""


def _relation_at_start(text: str) -> tuple[PlacementKind, int] | None:
    """Return the relation that a placement begins with, and where its words end: those of the longest that fits."""
    found: list[re.Match[str]] = []
    while len(found) < _MOST_WORDS and (match := _WORD_IN_FRONT.match(text, found[-1].end() if found else 0)):
        found.append(match)
    words = [fold(match[1]) for match in found]
    relations = _grammar_of(text).relations
    first = next((n for n, word in enumerate(words[:4]) if n == 3 or word not in _PLACING_WORDS), len(words))
    for size in range(min(3, len(words) - first), 0, -1):
        *eaten, last = words[first : first + size]
        if kind := relations.get(" ".join((*eaten, last))):
            return kind, found[first + size - 1].end()
        if kind := relations.get(f"{' '.join(eaten)} ({last})"):
            return kind, found[first + size - 2].end()
    return None


def _kind_of_group(match: re.Match[str]) -> PlacementKind:
    return "before" if match["before"] else "after" if match["after"] else "in"


def _words(text: str, fillers: Joined | frozenset[str] = _FILLERS) -> str:
    return " ".join(token for token in _TOKEN.findall(fold(text)) if token not in fillers)


def _fixed(words: str, relation: PlacementKind | None) -> PlacementKind | None:
    grammar = _grammar_of(words)
    if words in grammar.top and relation is None:
        return "top"
    if words in grammar.end and relation is None:
        return "end"
    if words in grammar.after_introduction:
        return "top" if relation == "before" else "intro"
    return None


def _after_relation(reference: _Reference) -> PlacementKind | None:
    """Return what `after introduction`, `before the conclusion`, `in header` mean where no heading is called so."""
    if reference.kind == "section":
        return None
    kind, name = reference.kind, normal_place(reference.text.text)
    words = " ".join(token for token in name.split() if token not in _FILLERS)
    grammar = _grammar_of(words)
    if words in grammar.after_introduction or words in grammar.introductions:
        return "top" if kind == "before" else "intro"
    if words in ("title", "headline", "h1", "heading", "main title", "main heading") or words in grammar.top:
        return "top"
    return "end" if words in grammar.end else None


def _reference(text: Text, relation: PlacementKind | None) -> _Reference:
    """Cut the relation and the words around a section's name off."""
    kind: PlacementKind = relation or "section"
    start, end = 0, len(text.text)
    found = _relation_at_start(text.text)
    if found:
        kind, start = found
    quoted = _QUOTED.search(text.text, start) or _SINGLE_QUOTED.search(text.text, start)
    if quoted:
        group = next(index for index, value in enumerate(quoted.groups(), 1) if value is not None)
        behind = _grammar_of(text.text).behind.match(text.text, quoted.end())
        if behind and relation is None:
            kind = _kind_of_group(behind)
        return _Reference(kind, _part(text, *quoted.span(group)), quoted=True)
    around = re.match(_AROUND, text.text[start:], re.IGNORECASE)
    start += around.end() if around else 0
    return _Reference(kind, _part(text, start, end), quoted=False)


def _part(text: Text, start: int, end: int) -> Text:
    """Return a part of a text without blanks and closing punctuation; its span follows where the text is verbatim."""
    piece = text.text[start:end]
    lead = len(piece) - len(piece.lstrip())
    piece = piece.strip().rstrip(".,;:")
    verbatim = text.span.end - text.span.start == len(text.text)
    at = text.span.start + start + lead
    return Text(piece, Span(at, at + len(piece)) if verbatim else text.span)


def _number_of(text: str) -> int:
    """Return 3 for `section 3`, `the 3rd section`, `third section`; 0 where the text is not the number of a section."""
    tokens = [token for token in _TOKEN.findall(text.casefold()) if token not in ("the", "of", "article", "post", "no")]
    others = [token for token in tokens if token not in _grammar_of(text).section and not re.fullmatch("h[1-6]", token)]
    if len(others) != 1 or len(others) == len(tokens):
        return 0
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)?", others[0])
    return int(digits.group(1)) if digits else _ordinal(others[0])


def _ordinal(word: str) -> int:
    return next((number for number, row in enumerate(_ORDINALS.split("|"), 1) if word in row.split()), 0)


def _of_level(found: tuple[Heading, ...], text: str) -> tuple[Heading, ...]:
    """Where several headings have the name, keep those of the level that the writer gives (`H2: "Name"`)."""
    level = _LEVEL.search(text) if len(found) > 1 else None
    same = tuple(heading for heading in found if level and heading.level == int(level.group(1)))
    return same or found
