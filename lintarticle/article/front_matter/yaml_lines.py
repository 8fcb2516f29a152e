"""The lines of a YAML block, each taken apart into indent, key and value."""

from __future__ import annotations

import re

from lintarticle.article.front_matter.repairs import content_lines
from lintarticle.record import NamedTuple
from lintarticle.source import Span

_LINE = re.compile(
    r"(?P<lead>[ \t\u00a0]*(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'#\[\]{}][^:\n]*):(?=[ \t]|$))?[ \t]*(?P<value>.*)"
)


class YamlLine(NamedTuple):
    """One line taken apart; offsets are those of the block. `key` is "" where the line has none."""

    start: int
    text: str
    indent: int
    key: str
    value: str
    value_start: int
    is_item: bool

    @property
    def end(self) -> int:
        """The offset of the line's end."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where the line is, blanks around it left out."""
        return Span(self.start + self.indent, self.start + len(self.text.rstrip()))

    @property
    def value_span(self) -> Span:
        """Where the value is, blanks around it left out."""
        return Span(self.value_start, self.value_start + len(self.value))


class YamlLines(tuple[YamlLine, ...]):
    """The lines of a block, without those that are blank or a comment."""

    __slots__ = ()

    def above(self, number: int) -> YamlLine | None:
        """Return the line above."""
        return self[number - 1] if number else None

    def below(self, number: int) -> YamlLine | None:
        """Return the line below."""
        return self[number + 1] if number + 1 < len(self) else None

    def last_of_run(self, number: int) -> YamlLine:
        """Return the last line of a value that continues on lines that are indented deeper or have no key."""
        last = self[number]
        for line in self[number + 1 :]:
            if line.indent <= self[number].indent and (line.key or line.is_item):
                break
            last = line
        return last


def split_yaml(text: str) -> YamlLines:
    """Take a text apart."""
    return YamlLines(_line(written, start) for start, written in content_lines(text))


def _line(written: str, start: int) -> YamlLine:
    found = _LINE.match(written)
    if found is None:  # every part may be empty, so this can't be
        raise AssertionError(written)
    lead = found["lead"]
    return YamlLine(
        start,
        written,
        len(lead) - len(lead.lstrip()),
        (found["key"] or "").strip("\"'"),
        found["value"].rstrip(),
        start + found.start("value"),
        "-" in lead,
    )
