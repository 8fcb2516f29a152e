"""Which files a run may read and write: those below the root of the repository, wherever links lead."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lintarticle.source import check_readable

OUTSIDE = "it is outside the repository"
"""Why a file is not read, as the end of a sentence."""

_REPOSITORY_DATA = ".git"
"""The folder of the repository itself; its configuration may hold credentials."""


_IS_PINNED = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
"""Whether the system opens names inside an open folder; elsewhere (Windows) links are resolved and checked first."""

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = _NO_LINK | getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
_PLAIN = _NO_LINK | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux."""


class OutsideError(OSError):
    """A path leads out of the boundary."""


class Boundary:
    """A set of folders and files. Links are resolved first, so that a link out of a folder leads out of it here too."""

    def __init__(self, *roots: Path) -> None:
        self._roots = tuple(Path(os.path.realpath(root)) for root in roots)
        self._known: dict[Path, Path | None] = {}

    def widened(self, paths: Iterable[Path]) -> Boundary:
        """Return this boundary with more folders and files inside it."""
        return Boundary(*self._roots, *paths)

    def holds(self, path: Path) -> bool:
        """Whether a path is inside; it need not exist. Nothing inside `.git` ever is."""
        try:
            return self._root_above(Path(os.path.realpath(path))) is not None
        except ValueError:  # a NUL character
            return False

    def check(self, path: Path) -> None:
        """Raise `OutsideError` for a path that is not inside."""
        if not self.holds(path):
            raise OutsideError(errno.EACCES, OUTSIDE, str(path))

    def read(self, path: Path) -> bytes:
        """Return the bytes of a file; raises `OutsideError`, and `OSError` also for a pipe or a device."""
        with self.opened(path) as (folder, name):
            return folder.read(name)

    @contextmanager
    def opened(self, path: Path) -> Iterator[tuple[Folder, str]]:
        """Open the folder that holds a file, links resolved, and yield it with the file's name in it.

        Whatever becomes a link afterwards is not followed. Raises `OutsideError`.
        """
        folder, name = self._walked(path)
        try:
            yield folder, name
        finally:
            folder.close()

    def _root_above(self, path: Path) -> Path | None:
        """Return the root above a path as it is written; for most files, that of their folder."""
        folder = path.parent
        if folder not in self._known:
            self._known[folder] = self._found_above(folder)
        root = self._known[folder]
        return root if root and path.name.casefold() != _REPOSITORY_DATA else self._found_above(path)

    def _found_above(self, path: Path) -> Path | None:
        for root in self._roots:
            if path.is_relative_to(root) and _REPOSITORY_DATA not in map(str.casefold, path.relative_to(root).parts):
                return root
        return None

    def _walked(self, path: Path) -> tuple[Folder, str]:
        """Walk to the folder of a file as the path is written; where a link is in the way, as it really is."""
        root = self._root_above(path)
        if root and _IS_PINNED:
            try:
                folder = _entered(root, path)
            except OSError as error:
                if error.errno not in (errno.ELOOP, errno.ENOTDIR):
                    raise
            else:
                if not folder.is_link(path.name):
                    return folder, path.name
                folder.close()
        real = Path(os.path.realpath(path, strict=True))
        root = self._root_above(real)
        if root is None:
            raise OutsideError(errno.EACCES, OUTSIDE, str(path))
        return _entered(root, real), real.name


def _entered(root: Path, path: Path) -> Folder:
    """Open the folder of a file that is the root itself or below it, part by part."""
    if not _IS_PINNED:
        return Folder(path.parent, None)
    if path == root:
        return Folder(path.parent, os.open(path.parent, _FOLDER & ~_NO_LINK))
    handle = os.open(root, _FOLDER)
    for part in path.parent.relative_to(root).parts:
        outer = handle
        try:
            handle = os.open(part, _FOLDER, dir_fd=outer)
        finally:
            os.close(outer)
    return Folder(path.parent, handle)


class Folder:
    """An open folder. Names in it are plain; none that is a link is followed."""

    def __init__(self, path: Path, handle: int | None) -> None:
        self.path = path
        self._handle = handle

    def close(self) -> None:
        """Close it."""
        if self._handle is not None:
            os.close(self._handle)

    def is_link(self, name: str) -> bool:
        """Whether a name is a symbolic link; one that does not exist is not."""
        try:
            return stat.S_ISLNK(self.stat(name).st_mode)
        except FileNotFoundError:
            return False

    def stat(self, name: str) -> os.stat_result:
        """Return the status of a file."""
        return os.stat(self._at(name), dir_fd=self._handle, follow_symlinks=False)

    def is_writable(self, name: str) -> bool:
        """Whether a file may be written to; one that is read-only for everybody may not, whoever asks."""
        mode = self.stat(name).st_mode
        return bool(mode & 0o222) and os.access(self._at(name), os.W_OK, dir_fd=self._handle)

    def open(self, name: str, flags: int) -> int:
        """Open a file, created only for its owner to read, and return its handle."""
        return os.open(self._at(name), flags | _PLAIN, 0o600, dir_fd=self._handle)

    def read(self, name: str) -> bytes:
        """Return the bytes of a regular file."""
        with os.fdopen(self.open(name, os.O_RDONLY), "rb") as file:
            check_readable(os.fstat(file.fileno()), name)
            return file.read()

    def replace(self, name: str, by: str) -> None:
        """Let a file take the place of another one, in one step."""
        os.replace(self._at(by), self._at(name), src_dir_fd=self._handle, dst_dir_fd=self._handle)

    def exchange(self, one: str, other: str) -> bool:
        """Let two files swap their names in one step; return whether the system can."""
        return self._handle is not None and _exchange(self._handle, one, other)

    def remove(self, name: str) -> None:
        """Remove a file that may be there."""
        try:
            os.unlink(self._at(name), dir_fd=self._handle)
        except FileNotFoundError:
            return

    def sync(self) -> None:
        """Make what was renamed reach the disk, where folders can be synced at all."""
        if self._handle is not None:
            handle = os.open(".", os.O_RDONLY, dir_fd=self._handle)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def _at(self, name: str) -> str:
        return name if self._handle is not None else str(self.path / name)


def _exchange(folder: int, one: str, other: str) -> bool:
    import ctypes  # 5 ms: only where a file is saved

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(folder, os.fsencode(one), folder, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), one)
