"""The files around an article, on disk: what a link or an image path leads to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Container, Hashable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

from lintarticle.boundary import Boundary
from lintarticle.source import read_file

_Made = TypeVar("_Made")


class DiskFiles:
    """Answers what a rule asks about files; targets are as the article writes them.

    `base` is the folder that article paths are relative to, `root` the site's: that of the configuration, else of
    the repository. A target that starts with `/` is looked for in the static folders and the plain folders from the
    article's up to `root`, so that a site in a subfolder works without configuration. Query, fragment and percent
    escapes are undone; letter case counts on every system, as it does on the server. Files outside `boundary`
    (default: `base` and `root`) are never read, and count as there: nothing can be learned of them.
    """

    def __init__(
        self, base: Path, root: Path, static_dirs: tuple[str, ...] = (), boundary: Boundary | None = None
    ) -> None:
        self.boundary = boundary or Boundary(base, root)
        self._base = base
        self._root = root
        self._static_dirs = static_dirs
        self._case_blind = os.name == "nt" or sys.platform == "darwin"
        self._listings: dict[Path, frozenset[str]] = {}
        self._made: dict[Hashable, Any] = {}

    def exists(self, article: str, target: str) -> bool:
        """Whether `target`, relative to the article or rooted at a static folder, is a file or a folder."""
        return self.path_of(article, target) is not None

    def read(self, article: str, target: str, most: int) -> bytes | None:
        """Return the first bytes of such a file, at most `most`, None where there is none that can be read."""
        for path in self._candidates(article, target):
            try:
                if self._is_there(path) and path.is_file() and self.boundary.holds(path):
                    with path.open("rb") as file:
                        return file.read(most)
            except OSError:
                continue
        return None

    def places(self, article: str, target: str) -> Iterator[Path]:
        """Yield the places at which the file of a target may be, the most likely first."""
        return self._candidates(article, target)

    def read_root(self, path: str) -> bytes | None:
        """Return the bytes of a file below the root; raises `OSError`."""
        self.boundary.check(self._root / path)
        return self.once(("bytes", path), lambda: read_file(self._root / path))

    def path_of(self, article: str, target: str) -> Path | None:
        """Return where such a file is or, outside the boundary, would be; None where there is none."""
        candidates = self._candidates(article, target)
        return next((path for path in candidates if self._is_there(path) or self._is_outside(path)), None)

    def article_names(self) -> Container[str]:
        """Return every path, file name and slug that an article below the root goes by."""
        from lintarticle.article_names import names_below

        return self.once("article names", lambda: names_below(self._root, self.boundary))

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` returns, made once."""
        if key not in self._made:
            self._made[key] = make()
        made: _Made = self._made[key]
        return made

    def _candidates(self, article: str, target: str) -> Iterator[Path]:
        """Yield the places to look at, the most likely first."""
        folder = (self._base / article).parent
        names = _names(target)
        if not target.startswith("/"):
            yield from (folder / name for name in names)
            return
        for place in self._site_folders(folder):
            yield from (place / name.lstrip("/") for name in names)

    def _site_folders(self, folder: Path) -> Iterator[Path]:
        """Yield where a rooted path may lead: static folders and the folder itself, from the article's up."""
        for current in (folder, *folder.parents):
            yield from (current / static for static in self._static_dirs)
            yield current
            if current == self._root:
                return

    def _is_outside(self, path: Path) -> bool:
        return "\0" not in str(path) and not self.boundary.holds(path)

    def _is_there(self, path: Path) -> bool:
        try:
            there = path.exists()
        except (OSError, ValueError):  # too long for the system, or a NUL character in it
            return False
        return there and (not self._case_blind or self._is_spelt_so(path))

    def _is_spelt_so(self, path: Path) -> bool:
        """Whether every part of a path below the root is spelt as on disk, where the system itself does not care."""
        current = Path(os.path.normpath(path))
        while current not in (self._root, current.parent):
            if current.name not in self._names_in(current.parent):
                return False
            current = current.parent
        return True

    def _names_in(self, folder: Path) -> frozenset[str]:
        if folder not in self._listings:
            try:
                self._listings[folder] = frozenset(path.name for path in folder.iterdir())
            except OSError:
                self._listings[folder] = frozenset()
        return self._listings[folder]


def _names(target: str) -> tuple[str, ...]:
    """Return the file names a target may mean: without query and fragment, escapes undone; else as written."""
    plain = target.partition("#")[0].partition("?")[0]
    return tuple(dict.fromkeys((unquote(plain), plain, target)))
