"""Signs: strings of which a text has to have one, looked for before anything looks at it more closely."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lintarticle.expression import expression

_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""The punctuation of ASCII: a mark is found missing in a thirtieth of the time of a longer sign."""


class Signs:
    """Some strings of which a text has to have one.

    A sign with a capital letter is looked for in the text as written, any other in the text as `folded` writes it.
    """

    def __init__(self, signs: Iterable[str]) -> None:
        alike: dict[tuple[bool, str], list[str]] = {}
        for sign in signs:
            alike.setdefault((sign != sign.lower(), _beginning(sign)), []).append(sign)
        self._searches = [
            (_MARKS.intersection(*some), as_written, _search(some)) for (as_written, _), some in alike.items()
        ]

    def are_in(self, folded: str, written: str, absent: frozenset[str]) -> bool:
        """Whether one of the signs is in a text. `absent`: ASCII punctuation marks that are not in the text."""
        for marks, as_written, search in self._searches:
            if absent.isdisjoint(marks) and search(written if as_written else folded):
                return True
        return False


def absent_marks(text: str) -> frozenset[str]:
    """Return the ASCII punctuation marks that are not in a text."""
    return frozenset([mark for mark in _MARKS if mark not in text])


_COMMON = " aeinorst"
"""The commonest characters of English: an expression that begins with one stops too often."""


def _beginning(sign: str) -> str:
    """Return what a sign shares with others that are looked for in one go: a rare character, or three common ones."""
    return sign[:3] if sign[0] in _COMMON else sign[0]


def _search(signs: list[str]) -> Callable[[str], object]:
    """Return what looks for signs that begin alike.

    `in` takes twice the time of an expression that begins with a rare character, and less if it is a common one.
    """
    if len(signs) == 1 and (len(signs[0]) == 1 or signs[0][0] in _COMMON):
        return lambda text: signs[0] in text
    pattern = expression("|".join(map(re.escape, signs)))
    return lambda text: pattern.search(text)  # noqa: PLW0108 - compiled when it is first used
