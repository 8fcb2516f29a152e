"""The outline language: what a site may ask of the sections of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Range(NamedTuple):
    """How many of something a section may hold; both ends belong to it, None is no bound. Written `2..5`."""

    least: int = 0
    most: int | None = None

    def __contains__(self, count: object) -> bool:
        return isinstance(count, int) and self.least <= count and (self.most is None or count <= self.most)

    @classmethod
    def of(cls, written: str | int) -> Range | None:
        """Read a range as a configuration writes it (`30..120`, `60..`, `..2`, `3`), None where it is none."""
        least, dots, most = (part.strip() for part in str(written).partition(".."))
        if not (least or most) or not all(part.isdecimal() for part in (least, most) if part):
            return None
        if not dots:
            return cls(int(least), int(least))
        found = cls(int(least or 0), int(most) if most else None)
        return found if found.most is None or found.least <= found.most else None

    @property
    def words(self) -> str:
        """The range as a person says it."""
        if self.most is None:
            return f"at least {self.least}"
        if self.least == self.most:
            return f"exactly {self.least}"
        return f"{self.least} to {self.most}" if self.least else f"at most {self.most}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a section must hold of its own, subsections not counted; None is no limit.

    `words` counts as `measure.count_words` does; `code` counts code blocks, those in `code_language` only where
    one is named. `must_contain` and `must_not_contain` are texts, looked for without regard to case.
    """

    words: Range | None = None
    images: Range | None = None
    code: Range | None = None
    code_language: str = ""
    lists: Range | None = None
    tables: Range | None = None
    links: Range | None = None
    must_contain: tuple[str, ...] = ()
    must_not_contain: tuple[str, ...] = ()
    must_link: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One section that an outline asks for: by heading (any of several), by pattern, or any section at all.

    `least` and `most` say how often it may stand there (`most` None: any number); an optional one has `least` 0.
    `level` is the heading level it must have, None for the one that its place gives.
    """

    headings: tuple[str, ...] = ()
    pattern: str = ""
    least: int = 1
    most: int | None = 1
    level: int | None = None
    description: str = ""
    limits: Limits = Limits()
    sections: Outline | None = None

    @property
    def is_any(self) -> bool:
        """Whether every section will do."""
        return not self.headings and not self.pattern

    @property
    def name(self) -> str:
        """What to call it in a message."""
        if self.headings:
            return f"“{self.headings[0]}”"
        return f"a section like “{self.pattern}”" if self.pattern else "any section"


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections asked for at one level. `additional`: others may stand between; `ordered`: order matters."""

    items: tuple[Item, ...]
    additional: bool = True
    ordered: bool = True
