"""The placement grammar: where an illustration goes, resolved to a heading of the body."""

from __future__ import annotations

import re

from lintarticle.article.illustrations.heading_index import (
    CONTAINED,
    FILLERS,
    LAYOUT,
    PLACING_WORDS,
    TOKEN,
    HeadingIndex,
    bare_words,
    grammar_of,
    normal_place,
)
from lintarticle.article.illustrations.illustration import Placement, PlacementKind
from lintarticle.article.markdown.elements import Heading
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.languages import LATIN, fold, language
from lintarticle.record import NamedTuple
from lintarticle.source import Span

SAME = 0.95
"""Similarity from which two wordings of a heading are one and the same; own figure."""

_LONGEST_TEXT = 500
"""Characters of a placement that is read; longer ones are prose."""

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
_FURTHER = expression(r"[,，、;(（]\s*|\s[–—-]\s")
"""What is between a place and a closer one: `after H1, before the first paragraph`."""

_LEVEL = expression(r"\bh([1-6])\b", re.IGNORECASE)


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
    if fixed := _fixed(text.text, relation):
        return Placement(fixed, text)
    reference = _reference(text, relation)
    found = headings.named(reference.text.text)
    if not (found or reference.quoted) and (fixed := _after_relation(reference)):
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
    if not reference.quoted and any(word in LAYOUT for word in normal_place(reference.text.text).split()):
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
        return bool(placement.headings) or placement.similarity >= CONTAINED
    return True


def begins_with_place(text: str) -> bool:
    """Whether a text is the name of the top, or begins like a placement: `after …`."""
    return fold(text.strip()) in grammar_of(text).top or _relation_at_start(text) is not None


_WORD_IN_FRONT = expression(r"[\s:]*([^\s:\"“„«'‘`「『]+)(?=[\s:\"“„«'‘`「『])")
_MOST_WORDS = 7
"""Words that are looked at for a relation: three such as "insert", and the longest relation with what follows it."""


def _relation_at_start(text: str) -> tuple[PlacementKind, int] | None:
    """Return the relation that a placement begins with, and where its words end: those of the longest that fits."""
    found: list[re.Match[str]] = []
    while len(found) < _MOST_WORDS and (match := _WORD_IN_FRONT.match(text, found[-1].end() if found else 0)):
        found.append(match)
    words = [fold(match[1]) for match in found]
    relations = grammar_of(text).relations
    first = next((n for n, word in enumerate(words[:4]) if n == 3 or word not in PLACING_WORDS), len(words))
    for size in range(min(3, len(words) - first), 0, -1):
        *eaten, last = words[first : first + size]
        if kind := relations.get(" ".join((*eaten, last))):
            return kind, found[first + size - 1].end()
        if kind := relations.get(f"{' '.join(eaten)} ({last})"):
            return kind, found[first + size - 2].end()
    return None


def _kind_of_group(match: re.Match[str]) -> PlacementKind:
    return "before" if match["before"] else "after" if match["after"] else "in"


def _fixed(text: str, relation: PlacementKind | None) -> PlacementKind | None:
    if relation is None and fold(text.strip()) in language(LATIN[0]).top.folded:
        return "top"  # without the words of other languages
    words = bare_words(text)
    grammar = grammar_of(words)
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
    words = " ".join(token for token in name.split() if token not in FILLERS)
    grammar = grammar_of(words)
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
        behind = grammar_of(text.text).behind.match(text.text, quoted.end())
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
    tokens = [token for token in TOKEN.findall(text.casefold()) if token not in ("the", "of", "article", "post", "no")]
    others = [token for token in tokens if token not in grammar_of(text).section and not re.fullmatch("h[1-6]", token)]
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
