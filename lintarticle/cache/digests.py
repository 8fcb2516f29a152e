"""What files hold, known by how they look: a file is read again only if it looks otherwise than before."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lintarticle.cache.hashing import digest_of
from lintarticle.source import read_file

if TYPE_CHECKING:
    from lintarticle.cache.store import Store

GRAIN = 2_000_000_000
"""Nanoseconds within which a second change of a file may leave its times as they are, on the coarsest of disks."""


class Digests:
    """The hashes of files, each file read once in a run and only if it does not look as when it was last read.

    Paths are absolute; those below `top` are kept relative to it. `known` is what the cache says of files that were not
    read yet, None for one of which it says nothing. Each is asked for once; where there was no cache, none is.
    """

    def __init__(self, top: str, store: Store) -> None:
        self._top = top.rstrip(os.sep) + os.sep
        self._store = store
        self._known: dict[str, tuple[str, str] | None] = {}
        self._sure: dict[str, str] = {}
        self._plain: dict[str, str] = {}

    def short(self, path: str) -> str:
        """Return a path as it is kept."""
        return path.removeprefix(self._top)

    def full(self, path: str) -> str:
        """Return the path that is kept so."""
        return path if path.startswith(os.sep) or path[1:2] == ":" else self._top + path

    def plain_folder(self, folder: str) -> str:
        """Return the shortest way to write a folder, which is the folder itself if a link is in the way."""
        if folder not in self._plain:
            short = os.path.normpath(folder)
            self._plain[folder] = short if os.path.realpath(short) == os.path.realpath(folder) else folder
        return self._plain[folder]

    def is_known(self, path: str) -> bool:
        """Whether a file was read in this run, or found as it was when it was read."""
        return bool(self._sure.get(path))

    def known_files(self) -> Iterator[str]:
        """Yield the files that were read in this run, or found as they were when they were read."""
        return (path for path, digest in self._sure.items() if digest)

    def look_up(self, paths: Iterable[str]) -> None:
        """Fetch what is known of some files, given as they are kept."""
        if self._store.is_new:
            return
        wanted = [path for path in paths if path not in self._known]
        self._known.update({**dict.fromkeys(wanted), **self._store.files(wanted)})

    def of_file(self, path: str) -> str:
        """Return the digest of a file, "" for what can't be read as one."""
        if path not in self._sure:
            self._sure[path] = self._read(path)
        return self._sure[path]

    def note(self, path: str, look: str, data: bytes) -> str:
        """Note the content of a file that looked so right before it was read; return its digest."""
        digest = digest_of(data)
        short = self.short(path)
        if self._known.pop(short, None) != (look, digest):
            self._store.keep_file(short, look, digest)
        self._sure[path] = digest
        return digest

    def take(self, path: str, digest: str) -> None:
        """Take the digest of a file that another process has read."""
        self._sure[path] = digest

    def _read(self, path: str) -> str:
        look = self.look_of(path)
        short = self.short(path)
        if short not in self._known:
            self.look_up([short])
        known = self._known.get(short)
        if known and look and known[0] == look:
            return known[1]
        try:
            return self.note(path, look, read_file(Path(path)))
        except (OSError, ValueError):
            return ""

    @staticmethod
    def look_of(path: str) -> str:
        """Return how a file looks from outside, "" for one that changed so lately that it may change unseen."""
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return ""
        if max(status.st_mtime_ns, status.st_ctime_ns) > time.time_ns() - GRAIN:
            return ""
        return f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"
