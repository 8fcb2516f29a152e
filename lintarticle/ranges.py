"""Ranges of numbers as a configuration writes them: `20..70`, `..5`, `0.5..`, `3`."""

from __future__ import annotations

import re

from lintarticle.record import NamedTuple


class Range(NamedTuple):
    """How small and how large a number may be; both ends belong to it, None means no bound."""

    least: float | None = None
    most: float | None = None

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, (int, float)):
            return False
        return (self.least is None or self.least <= number) and (self.most is None or number <= self.most)

    @property
    def words(self) -> str:
        """The range as a person says it."""
        if self.least is not None and self.most is not None:
            same = self.least == self.most
            return f"exactly {_plain(self.least)}" if same else f"{_plain(self.least)} to {_plain(self.most)}"
        if self.least is None:
            return f"at most {_plain(self.most)}" if self.most is not None else "any"
        return f"at least {_plain(self.least)}"

    @classmethod
    def of(cls, written: object, *, whole: bool = False) -> Range | str:
        """Read a range, or return what was expected instead.

        `whole`: it counts things, so that its ends are whole and not negative, and a least of 0 is not a bound.
        """
        if isinstance(written, (int, float)) and not isinstance(written, bool):
            written = f"{written}"
        found = _RANGE.fullmatch(written.strip()) if isinstance(written, str) else None
        if not found or not (found["least"] or found["most"]) or (found["most"] and not found["dots"]):
            return "a number or a range such as “20..70”, “..5” or “3..”"
        least = float(found["least"]) if found["least"] else None
        most = (float(found["most"]) if found["most"] else None) if found["dots"] else least
        if whole and any(end is not None and (end < 0 or end != int(end)) for end in (least, most)):
            return "whole numbers, none of them negative"
        if least is not None and most is not None and least > most:
            return f"the smaller end first: “{_plain(most)}..{_plain(least)}”"
        return cls(None, most) if whole and most and least == 0 else cls(least, most)


_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"(?P<least>{_NUMBER})?\s*(?P<dots>\.\.)?\s*(?P<most>{_NUMBER})?")


def _plain(number: float) -> str:
    return f"{int(number)}" if number == int(number) else f"{number:g}"
