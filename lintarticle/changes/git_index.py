"""What git has, looked up in the bytes of its index: to start git itself takes longer than to check an article."""

from __future__ import annotations

import os
from pathlib import Path

from lintarticle.changes.git import GitError, git_folder, top_of

_LONGEST_COUNTED = 0xFFF
"""Length of a path from which on an entry does not say how long it is."""


class GitIndex:
    """The index of the repository around a folder. It knows for sure what is there, but not what is not.

    Versions 2 and 3 keep each path whole, with its length before it and a NUL behind; version 4, whose paths are cut,
    and an index in two files have nothing that is found here.
    """

    def __init__(self, folder: Path) -> None:
        self._data, self._prefix = b"", ""
        try:
            top = top_of(folder)
            directory = git_folder(top) if top else None
            if top and directory:
                self._data = (directory / "index").read_bytes()
                inside = folder.relative_to(top).as_posix()
                self._prefix = "" if inside == "." else f"{inside}/"
        except (OSError, GitError):
            return

    def __bool__(self) -> bool:
        return bool(self._data)

    def has(self, path: str) -> bool:
        """Whether a path below the folder is surely in the index."""
        name = os.fsencode(self._prefix + path)
        start = self._data.find(name + b"\0")
        while start >= 4:
            flags = self._data[start - 4 : start]
            if min(len(name), _LONGEST_COUNTED) in (_length(flags[2:]), _length(flags[:2])):
                return True
            start = self._data.find(name + b"\0", start + 1)
        return False

    def has_ending(self, end: str) -> bool:
        """Whether the index surely has a path that ends so, from the start of one of its parts."""
        return b"/" + os.fsencode(end) + b"\0" in self._data or self.has(end)


def _length(flags: bytes) -> int:
    return int.from_bytes(flags, "big") & _LONGEST_COUNTED
