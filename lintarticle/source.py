"""The text of one file: bytes to text and back, offsets to lines and columns."""

from __future__ import annotations

import errno
import stat
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from lintarticle.record import NamedTuple

if TYPE_CHECKING:
    import os
    from pathlib import Path

BOM = "\ufeff"

_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


class Span(NamedTuple):
    """A half-open range of characters in `SourceText.text`, 0-based."""

    start: int
    end: int


class Position(NamedTuple):
    """A position as people count it: 1-based line and column, both in characters."""

    line: int
    column: int


class DecodingFault(NamedTuple):
    """Why a file is not text: one plain sentence, and the place of the first sign."""

    offset: int
    message: str
    help: str = ""


MOST_LINES = 20_000
"""Lines of a file that is checked: four times those of the longest article we know; more are data."""

LARGEST = 10_000_000
"""Bytes of a file that is read. No article is larger; data saved as one would take minutes and gigabytes."""


def read_file(path: Path, most: int = LARGEST) -> bytes:
    """Return the bytes of a file.

    Raises `OSError`, also for a pipe or a device, which may never end, and for a file that is too large (EFBIG).
    """
    check_readable(path.stat(), str(path), most)
    return path.read_bytes()


def check_readable(status: os.stat_result, name: str, most: int = LARGEST) -> None:
    """Raise `OSError` for what is not a file, and for a file that is too large (EFBIG)."""
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise OSError(errno.ENOTSUP, "it is a pipe or a device, not a file", name)
    if stat.S_ISREG(status.st_mode) and status.st_size > most:
        raise OSError(errno.EFBIG, too_large(status.st_size, most), name)


TOO_LARGE_HELP = "Split the article, or leave the file out with `exclude`."


def too_large(size: int, most: int = LARGEST) -> str:
    """Say that a file of this many bytes is not read."""
    return f"Too large to check: {size / 1_000_000:,.1f} MB; the limit is {most / 1_000_000:,.0f} MB."


class SourceText:
    r"""The decoded text of one file, with line ends made `\n`.

    `text` is what every parser and rule reads; its offsets are those of every `Span`. `raw` is the file as
    decoded, line ends kept, and `raw_offset` leads from the one to the other, so that an edit can be
    written back without touching any other byte. A byte order mark stays in both, as character 0, but no
    column counts it.
    """

    def __init__(self, raw: str, fault: DecodingFault | None = None) -> None:
        self.raw = raw
        self.fault = fault
        self.text = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw

    @classmethod
    def from_bytes(cls, data: bytes) -> SourceText:
        """Decode UTF-8; anything else comes back as readable as can be, with its `fault` named."""
        if len(data) > LARGEST:
            return cls("", DecodingFault(0, too_large(len(data)), TOO_LARGE_HELP))
        if data.startswith(_UTF16_BOMS):
            fault = DecodingFault(0, "The file is saved as UTF-16, not UTF-8.", "Save it as UTF-8.")
            return cls(data.decode("utf-16", errors="replace"), fault)
        try:
            raw = data.decode("utf-8")
        except UnicodeDecodeError as error:
            before = SourceText(data[: error.start].decode("utf-8"))
            fault = DecodingFault(len(before.text), *_undecodable(data, error.start))
            return cls(data.decode("utf-8", errors="replace"), fault)
        lines = raw.count("\n") + raw.count("\r") - raw.count("\r\n")
        if lines > MOST_LINES:
            message = f"Too large to check: {lines:,} lines; the limit is {MOST_LINES:,}."
            return cls("", DecodingFault(0, message, TOO_LARGE_HELP))
        nul = raw.find("\0")
        if nul >= 0:
            return cls(raw, DecodingFault(len(SourceText(raw[:nul]).text), *_BINARY))
        return cls(raw)

    @property
    def has_bom(self) -> bool:
        """Whether the file starts with a byte order mark."""
        return self.raw.startswith(BOM)

    @cached_property
    def newline(self) -> str:
        r"""The most common line end in the file: `\n` or `\r\n`."""
        windows = self.raw.count("\r\n")
        return "\r\n" if windows * 2 > self.text.count("\n") else "\n"

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of the first character of each line."""
        return list(accumulate([len(line) + 1 for line in self.text.split("\n")[:-1]], initial=0))

    @property
    def line_count(self) -> int:
        """How many lines the text has, at least 1; a final line end opens no further line."""
        count = len(self.line_starts)
        return count - 1 if count > 1 and self.line_starts[-1] == len(self.text) else count

    def line_of(self, offset: int) -> int:
        """Return the 1-based number of the line that holds the character at `offset`."""
        return bisect_right(self.line_starts, offset)

    def line_span(self, line: int) -> Span:
        """Return the span of a 1-based line, without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Span(start, end)

    def first_line(self, span: Span) -> Span:
        """Return the part of a span that is on its first line: enough to point at something long."""
        return Span(span.start, min(span.end, self.line_span(self.line_of(span.start)).end))

    def position(self, offset: int) -> Position:
        """Turn an offset into a line and a column."""
        line = self.line_of(offset)
        column = offset - self.line_starts[line - 1] + 1
        if line == 1 and self.has_bom:
            column = max(1, column - 1)
        return Position(line, column)

    def raw_offset(self, offset: int) -> int:
        """Turn an offset of `text` into the offset of the same character in `raw`."""
        return offset + bisect_right(self._shifts, offset) if self._shifts else offset

    def text_offset(self, raw_offset: int) -> int:
        """Turn an offset of `raw` into the offset of the same character in `text`: `raw_offset` the other way."""
        shifts = self._shifts
        ends = range(len(shifts))
        return raw_offset - bisect_right(ends, raw_offset, key=lambda index: shifts[index] + index + 1)

    @cached_property
    def _shifts(self) -> list[int]:
        r"""Offsets in `text` just past each line end that was `\r\n`: each moves the rest by one."""
        shifts: list[int] = []
        found = self.raw.find("\r\n")
        while found >= 0:
            shifts.append(found + 1 - len(shifts))
            found = self.raw.find("\r\n", found + 2)
        return shifts

    def __getitem__(self, span: Span) -> str:
        """Return the text under a span."""
        return self.text[span.start : span.end]


_BINARY = ("The file contains NUL characters, so it is not text.", "Save it as plain text (UTF-8), or exclude it.")


def _undecodable(data: bytes, at: int) -> tuple[str, str]:
    if b"\0" in data:
        return _BINARY
    return (
        f"The byte 0x{data[at]:02X} is not valid UTF-8 text.",
        "Save the file as UTF-8; it may be in an older encoding such as Windows-1252.",
    )
