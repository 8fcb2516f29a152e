"""YAML as lines, for text that can't be read as YAML: keys at the margin, the line of a mistake, quoting."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from lintarticle.article.front_matter.yaml_tree import LOADER
from lintarticle.source import Span

_ENTRY = re.compile(r"^(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s#\[\]{},\"'&*!|>%@`-][^:\n]*):(?=\s|\Z)", re.MULTILINE)
_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
    r"(?:(?P<key>\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'#\[\]{}][^:\n]*):(?=[ \t]|$))?[ \t]*(?P<value>.*)"
)


class Line(NamedTuple):
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
    def value_span(self) -> Span:
        """Where the value stands, blanks around it left out."""
        return Span(self.value_start, self.value_start + len(self.value))


def line_at(text: str, at: int) -> Line:
    """Return the line that holds an offset; for one past the text or in blank lines, the last line before it."""
    at = max(0, min(at, len(text) - 1))
    while at > 0 and not text[text.rfind("\n", 0, at) + 1 : _line_end(text, at)].strip():
        at = max(0, text.rfind("\n", 0, at))
        at = max(0, at - 1) if text[at : at + 1] == "\n" else at
    start = text.rfind("\n", 0, at) + 1
    if text[at : at + 1] == "\n" and start > at:
        start = text.rfind("\n", 0, max(0, at - 1)) + 1
    return _line(text, start)


def _line(text: str, start: int) -> Line:
    written = text[start : _line_end(text, start)]
    found = _LINE.match(written)
    if found is None:  # every part may be empty, so this can't be
        raise AssertionError(written)
    lead = found["lead"]
    return Line(
        start,
        written,
        len(lead) - len(lead.lstrip(" \t")),
        (found["key"] or "").strip("\"'"),
        found["value"].rstrip(),
        start + found.start("value"),
        "-" in lead,
    )


def line_above(text: str, line: Line) -> Line | None:
    """Return the nearest line above that is neither blank nor a comment."""
    end = line.start - 1
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        written = text[start:end].strip()
        if written and not written.startswith("#"):
            return _line(text, start)
        end = start - 1
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def entry_span(text: str, at: int) -> Span:
    """Return the lines of the key at the margin that hold an offset; a stray line at the margin is on its own."""
    line_start = text.rfind("\n", 0, at) + 1
    start = line_start
    if text[line_start : line_start + 1] in ("", " ", "\t", "-", "]", "}", "\n"):
        above = line_start
        while above > 0 and not _ENTRY.match(text, above):
            above = text.rfind("\n", 0, above - 1) + 1
        start = above
    following = _ENTRY.search(text, min(len(text), _line_end(text, at) + 1))
    return Span(start, following.start() if following else len(text))


def without_entry(text: str, at: int) -> str:
    """Blank the key whose lines hold an offset, so that the rest can be read at its places."""
    span = entry_span(text, at)
    return text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : span.end]) + text[span.end :]


def parses(text: str) -> bool:
    """Whether a piece of YAML can be read and gives keys with values."""
    loader = LOADER(text)
    try:
        first = [loader.get_event() for _ in range(3)]
        while loader.check_event():
            loader.get_event()
    except yaml.YAMLError:
        return False
    finally:
        loader.dispose()
    return isinstance(first[-1], yaml.MappingStartEvent)


def quoted(text: str) -> str:
    """Put text in quotes so that YAML reads it as it stands: double ones unless it holds such or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
