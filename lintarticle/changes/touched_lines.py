"""The lines that a patch touches, read from what `git diff -U0` prints."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


class Lines(NamedTuple):
    """Ranges of 1-based lines, ends included, sorted and separate."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, ranges: Iterable[tuple[int, int]]) -> Lines:
        """Merge ranges that overlap or touch."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(ranges):
            if ends and start <= ends[-1] + 1:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def meet(self, first: int, last: int) -> bool:
        """Whether any line from `first` to `last` is included."""
        before = bisect_right(self.starts, last)
        return before > 0 and self.ends[before - 1] >= first


def touched_lines(patch: bytes) -> Iterator[tuple[str, Lines]]:
    """Yield each file that a patch without context lines changes, with the touched lines of its new version.

    Where lines were only removed, the lines on either side count. Added and deleted files are left out.
    """
    lines = iter(patch.split(b"\n"))
    name, counts = "", False
    ranges: list[tuple[int, int]] = []
    for line in lines:
        if line.startswith(b"diff --git "):
            if counts:
                yield name, Lines.of(ranges)
            name, ranges, counts = "", [], False
        elif line.startswith(b"--- "):
            counts = line != b"--- /dev/null"
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
            counts = counts and line != b"+++ /dev/null"
        elif hunk := _HUNK.match(line):
            removed, added = (1 if count is None else int(count) for count in (hunk[1], hunk[3]))
            start = int(hunk[2])
            ranges.append((start, start + added - 1) if added else (max(start, 1), start + 1))
            for _ in range(removed + added):  # the text of a line may look like a header
                next(lines, None)
    if counts:
        yield name, Lines.of(ranges)


def _name(written: bytes) -> str:
    """Return the file name of a header: `b/…`, quoted with escapes if it is unusual."""
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written.rstrip(b"\t")[1:-1])
    else:
        written = written.removesuffix(b"\t")
    return os.fsdecode(written.removeprefix(b"b/"))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    character = escape[1]
    return bytes([int(character, 8) & 0xFF]) if len(character) == 3 else _LETTERS.get(character, character)
