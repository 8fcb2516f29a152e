"""How alike texts are: a short signature of each (MinHash), and the groups of those that nearly say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from zlib import crc32

from lintarticle.article.article import Article
from lintarticle.article.markdown.inline import Paragraph
from lintarticle.expression import expression
from lintarticle.source import Span

NEAR, REPEATED = "site/near-duplicate", "site/repeated-paragraph"
COMPARING = frozenset((NEAR, REPEATED))
"""The rules that compare texts: records hold what they need only where they run."""

HASHES = 128
"""Numbers of a signature: the share of words that it estimates is off by about 0.035."""

_BAND = 5
"""Numbers that must agree for two texts to be compared at all: of two that share 80 %, one in 20,000 is missed."""

_WORDS, _CHARACTERS = 5, 5
"""Words of a shingle, and characters in scripts without blanks."""

_FEWEST = 40
"""A text with fewer shingles has no signature: two short ones may be alike by chance."""

_UNSPACED = expression(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff]")
_SHORTEST = 15
"""A paragraph is compared with others if it has at least this many words."""


def signature_of(article: Article) -> str:
    """Return the signature of a text, four hexadecimal digits a number; "" for a short one.

    It is made by one-permutation hashing (Li, Owen, Zhang 2012): each shingle is hashed once and falls into one of
    `HASHES` bins, of which the least counts; an empty bin takes over what the next one has. Libraries for MinHash that
    hash in threads of their own stop for ever in a worker that is a copy of a process which used them.
    """
    shingles = set(_shingles(article.body.prose.casefold()))
    if len(shingles) < _FEWEST:
        return ""
    least = [_NONE] * HASHES
    for shingle in shingles:
        number = crc32(shingle.encode("utf-8", "surrogatepass")) * _MIXER & 0xFFFFFFFF
        place, rest = number % HASHES, number // HASHES
        if rest < least[place]:  # noqa: PLR1730 - a call of `min` takes twice as long
            least[place] = rest
    following = next(number for number in least if number != _NONE)
    for place in reversed(range(HASHES)):
        following = least[place] = following if least[place] == _NONE else least[place]
    return "".join(f"{number & 0xFFFF:04x}" for number in least)


_NONE = 1 << 32
_MIXER = 2_654_435_761
"""Knuth's multiplier, which spreads the numbers of CRC-32, whose order follows that of the texts."""


def _shingles(text: str) -> list[str]:
    unspaced = _UNSPACED.findall(text)
    if len(unspaced) * 3 > len(text.split()):
        plain = "".join(re.findall(r"\w+", text))
        return [plain[at : at + _CHARACTERS] for at in range(len(plain) - _CHARACTERS + 1)]
    words = re.findall(r"\w+", text)
    return [" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)]


def paragraphs_of(article: Article) -> list[int]:
    """Return the longer paragraphs of a text, three numbers each: a hash of the words, where it starts and ends."""
    found: list[int] = []
    for paragraph in article.body.paragraphs:
        if _is_long(paragraph):
            found += (hash_of(paragraph.text), *paragraph.span)
    return found


def has_paragraphs(article: Article) -> bool:
    """Whether a text has such a paragraph."""
    return any(map(_is_long, article.body.paragraphs))


def _is_long(paragraph: Paragraph) -> bool:
    return paragraph.span.end - paragraph.span.start >= _SHORTEST and paragraph.words >= _SHORTEST


def hash_of(text: str) -> int:
    """Return what paragraphs with the same words have in common."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return crc32(words.encode("utf-8", "surrogatepass"))


def likeness(one: str, other: str) -> float:
    """Return which share of the shingles of two texts they have in common, by their signatures."""
    pairs = zip(range(0, len(one), 4), range(4, len(one) + 4, 4), strict=True)
    return sum(one[start:end] == other[start:end] for start, end in pairs) / HASHES


def bands_of(signature: str) -> Iterator[tuple[int, str]]:
    """Yield the bands of a signature: where each begins, and its digits."""
    for start in range(0, len(signature) - 4 * _BAND + 1, 4 * _BAND):
        yield start, signature[start : start + 4 * _BAND]


def alike(signatures: Iterable[tuple[Hashable, str]], least: float) -> list[list[int]]:
    """Return the groups of signatures, by number, each of which is like another one of its group.

    Only those are compared that share a key, and a band of the signature. Of a band that very many share, all are
    compared with the first, so that the time stays in proportion to their number.
    """
    known = list(signatures)
    bands: dict[tuple[Hashable, tuple[int, str]], list[int]] = defaultdict(list)
    for index, (key, signature) in enumerate(known):
        for band in bands_of(signature):
            bands[key, band].append(index)
    groups = _Groups(len(known))
    compared: set[tuple[int, int]] = set()
    for members in bands.values():
        for first in members[: len(members) if len(members) < _MANY else 1]:
            for second in members:
                pair = (first, second) if first < second else (second, first)
                if first == second or pair in compared:
                    continue
                compared.add(pair)
                if likeness(known[first][1], known[second][1]) >= least:
                    groups.join(first, second)
    return groups.several()


_MANY = 30
"""If this many texts share a band, they are compared only with the first of them."""


class _Groups:
    """Numbers joined into groups."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def join(self, one: int, other: int) -> None:
        """Merge two groups."""
        first, second = sorted((self._top(one), self._top(other)))
        self._parents[second] = first

    def several(self) -> list[list[int]]:
        """Return the groups of two or more, each in order."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parents)):
            groups[self._top(number)].append(number)
        return [group for group in groups.values() if len(group) > 1]

    def _top(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number


def spans_of(paragraphs: Sequence[int]) -> list[tuple[int, Span]]:
    """Return the paragraphs of a record: a hash and where each is."""
    parts = (paragraphs[::3], paragraphs[1::3], paragraphs[2::3])
    return [(hashed, Span(start, end)) for hashed, start, end in zip(*parts, strict=True)]
