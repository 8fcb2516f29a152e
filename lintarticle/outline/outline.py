"""The outline language: what a site may require of an article's sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Range(NamedTuple):
    """How many of something a section may contain; both ends are included, None is unlimited. Written `2..5`."""

    least: int = 0
    most: int | None = None

    def __contains__(self, count: object) -> bool:
        return isinstance(count, int) and self.least <= count and (self.most is None or count <= self.most)

    @classmethod
    def of(cls, written: str | int) -> Range | None:
        """Read a range as written in a configuration (`30..120`, `60..`, `..2`, `3`), None if it is not one."""
        least, dots, most = (part.strip() for part in str(written).partition(".."))
        if not (least or most) or not all(part.isdecimal() for part in (least, most) if part):
            return None
        if not dots:
            return cls(int(least), int(least))
        found = cls(int(least or 0), int(most) if most else None)
        return found if found.most is None or found.least <= found.most else None

    @property
    def words(self) -> str:
        """The range in words."""
        if self.most is None:
            return f"at least {self.least}"
        if self.least == self.most:
            return f"exactly {self.least}"
        return f"{self.least} to {self.most}" if self.least else f"at most {self.most}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a section must contain, without its subsections; None means unlimited.

    `words` counts as `measure.count_words` does; `code` counts code blocks, only those in `code_language` if it is
    set. `must_contain` and `must_not_contain` are texts, in any case.
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
    """One section of an outline: by heading (any of several), by pattern, or any section at all.

    `least` and `most` say how often it may appear (`most` None: any number); an optional one has `least` 0.
    `level` is the heading level it must have, None if any.
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
        """Whether any section matches."""
        return not self.headings and not self.pattern

    @property
    def name(self) -> str:
        """Its name in messages."""
        if self.headings:
            return f"“{self.headings[0]}”"
        return f"a section like “{self.pattern}”" if self.pattern else "any section"


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections at one level. `additional`: others are allowed; `ordered`: order matters."""

    items: tuple[Item, ...]
    additional: bool = True
    ordered: bool = True
