"""The outline language: what a site may require of an article's sections."""

from __future__ import annotations

from dataclasses import dataclass

from lintarticle.ranges import Range


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
class OutlineSection:
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
        """The item's name in messages."""
        if self.headings:
            return f"“{self.headings[0]}”"
        return f"a section like “{self.pattern}”" if self.pattern else "any section"


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections at one level. `additional`: others are allowed; `ordered`: order matters."""

    items: tuple[OutlineSection, ...]
    additional: bool = True
    ordered: bool = True
