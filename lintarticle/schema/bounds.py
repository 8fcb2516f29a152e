"""Ranges of numbers as a configuration writes them: `20..70`, `..5`, `0.5..`, `3`."""

from __future__ import annotations

import re
from typing import NamedTuple


class Bounds(NamedTuple):
    """How small and how large a number may be; both ends belong to it, None is no bound."""

    least: float | None = None
    most: float | None = None

    @property
    def words(self) -> str:
        """The range as a person says it."""
        if self.least is not None and self.most is not None:
            return f"exactly {self.least:g}" if self.least == self.most else f"{self.least:g} to {self.most:g}"
        if self.least is None:
            return f"at most {self.most:g}" if self.most is not None else "any"
        return f"at least {self.least:g}"

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, (int, float)):
            return False
        return (self.least is None or self.least <= number) and (self.most is None or number <= self.most)


_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"(?P<least>{_NUMBER})?\s*(?P<dots>\.\.)?\s*(?P<most>{_NUMBER})?")


def read_bounds(written: object, *, whole: bool = False) -> Bounds | str:
    """Read a range, or return what is wrong with it as the end of a sentence.

    `whole`: it counts things, so that its ends are whole and not negative.
    """
    example = "expected a range such as “20..70”, “..5” or “3..”"
    if isinstance(written, (int, float)) and not isinstance(written, bool):
        written = f"{written}"
    found = _RANGE.fullmatch(written.strip()) if isinstance(written, str) else None
    if not found or not (found["least"] or found["most"]) or (found["most"] and not found["dots"]):
        return example
    least = float(found["least"]) if found["least"] else None
    most = (float(found["most"]) if found["most"] else None) if found["dots"] else least
    ends = [end for end in (least, most) if end is not None]
    if whole and any(end < 0 or end != int(end) for end in ends):
        return "expected whole numbers, none of them negative"
    if least is not None and most is not None and least > most:
        return f"expected the smaller end first: “{most:g}..{least:g}”"
    return Bounds(least, most)
