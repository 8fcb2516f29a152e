"""Which files a run may read on behalf of articles and configurations: those below the root of the repository."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

OUTSIDE = "it is outside the repository"
"""Why a file is not read, as the end of a sentence."""

_REPOSITORY_DATA = ".git"
"""The folder of the repository itself; its configuration may hold credentials."""


class Boundary:
    """A set of folders and files. Links are resolved first, so that a link out of a folder leads out of it here too."""

    def __init__(self, *roots: Path) -> None:
        self._roots = tuple(Path(os.path.realpath(root)) for root in roots)

    def widened(self, paths: Iterable[Path]) -> Boundary:
        """Return this boundary with more folders and files inside it."""
        return Boundary(*self._roots, *paths)

    def holds(self, path: Path) -> bool:
        """Whether a path is inside; it need not exist. Nothing inside `.git` ever is."""
        try:
            real = Path(os.path.realpath(path))
        except ValueError:  # a NUL character
            return False
        below = (real.relative_to(root) for root in self._roots if real.is_relative_to(root))
        return any(_REPOSITORY_DATA not in map(str.casefold, relative.parts) for relative in below)

    def check(self, path: Path) -> None:
        """Raise `OSError` for a path that is not inside."""
        if not self.holds(path):
            raise OSError(errno.EACCES, OUTSIDE, str(path))
