"""Write a file so that at every moment it is whole: as before, or as after."""

from __future__ import annotations

import errno
import os
import signal
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lintarticle.boundary import Boundary, Folder, OutsideError
from lintarticle.errors import NotSavedError

_REASONS = {
    errno.ENOSPC: "there is no space left on the disk",
    errno.EDQUOT: "your quota of disk space is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "its folder is read-only",
    errno.EPERM: "its folder is read-only",
    errno.ENOENT: "the file is gone",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EISDIR: "a folder has that name",
}

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class _RefusedError(Exception):
    """A file is not to be written: the reason as a clause."""


def save(path: Path, before: bytes, after: bytes, boundary: Boundary, what: str = "The fixes were") -> None:
    """Replace the content of a file, provided that it still is `before`.

    A symbolic link stays one: the file it leads to is written, where that is inside `boundary`. A file with several
    hard links keeps them: it is written in place, with a recovery copy next to it until that is done. Any other is
    replaced in one step, and keeps its permissions and, where the system allows, its owner. Raises `NotSavedError`,
    whose sentence begins with `what`.
    """
    try:
        with _undisturbed(), boundary.opened(path) as (folder, name):
            if not _is_needed(folder, name, before, after):
                return
            if folder.stat(name).st_nlink > 1:
                _overwrite(folder, name, before, after)
            else:
                _swap(folder, name, before, after)
            with suppress(OSError):
                folder.sync()
    except OutsideError as error:
        raise NotSavedError(f"{what} not saved: a link on its path leads outside the repository.") from error
    except OSError as error:
        raise NotSavedError(f"{what} not saved: {reason_of(error)}.") from error
    except _RefusedError as error:
        raise NotSavedError(f"{what} not saved: {error}.") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it meanwhile sees it as before or as after. Raises `OSError`."""
    temporary = path.with_name(_temporary_name())
    with _undisturbed():
        try:
            _write(os.open(temporary, _NEW | getattr(os, "O_BINARY", 0), 0o666), data)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def reason_of(error: OSError) -> str:
    """Return why a file could not be written, as a clause."""
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".").lower()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back the signals that end a run until a file is whole and no temporary one is left."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_needed(folder: Folder, name: str, before: bytes, after: bytes) -> bool:
    """Return False where another run was faster; refuse a file that is read-only, or that someone changed."""
    if not folder.is_writable(name):
        raise _RefusedError("the file is read-only")
    content = folder.read(name)
    if content not in (before, after):
        raise _changed()
    return content == before


def _changed() -> _RefusedError:
    return _RefusedError("another program changed the file in the meantime")


def _temporary_name() -> str:
    return f".lintarticle-{os.urandom(8).hex()}.tmp"


def _write(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


# --- one name: a new file takes its place ---------------------------------------------------------------------


def _swap(folder: Folder, name: str, before: bytes, after: bytes) -> None:
    temporary = _temporary_name()
    try:
        handle = folder.open(temporary, _NEW)
        _take_after(handle, folder.stat(name))
        _write(handle, after)
        if not _is_needed(folder, name, before, after):
            return
        if folder.exchange(temporary, name):
            _settle(folder, temporary, name, before, after)
        else:
            folder.replace(name, temporary)
    finally:
        folder.remove(temporary)


def _settle(folder: Folder, temporary: str, name: str, before: bytes, after: bytes) -> None:
    """Look at what the new file has displaced, and put it back where it is someone's change of the last moment."""
    expected: bytes | None = after
    displaced = _content(folder, temporary)
    if displaced in (before, after):  # `after`: another run was faster
        return
    while True:
        folder.exchange(temporary, name)
        found = _content(folder, temporary)
        if found == expected:
            raise _changed()
        expected, displaced = displaced, found


def _content(folder: Folder, name: str) -> bytes | None:
    try:
        return folder.read(name)
    except OSError:  # a link or a pipe by now
        return None


def _take_after(handle: int, status: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        with suppress(OSError):  # only the superuser may give files away
            os.fchown(handle, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(status.st_mode))


# --- several names: written in place --------------------------------------------------------------------------


def _overwrite(folder: Folder, name: str, before: bytes, after: bytes) -> None:
    recovery = f".{name}.before-fix"
    handle = _new_when_free(folder, recovery)
    try:
        _write(handle, before)
        folder.sync()
        _put_in_place(folder, name, before, after)
    except _HalfWrittenError as error:
        reason = f"writing stopped halfway ({reason_of(error)}); the previous text is in “{recovery}”"
        raise _RefusedError(reason) from error
    except BaseException:
        folder.remove(recovery)
        raise
    folder.remove(recovery)


_TRIES, _PAUSE = 20, 0.05
"""How often to try, and the seconds between attempts: writing one file takes a few milliseconds."""


def _new_when_free(folder: Folder, recovery: str) -> int:
    """Open a new recovery copy; where another run is writing the same file, wait until it has removed its own."""
    for _ in range(_TRIES):
        with suppress(FileExistsError):
            return folder.open(recovery, _NEW)
        time.sleep(_PAUSE)
    reason = f"“{recovery}” is left from a run that was killed; compare the two files and delete it"
    raise _RefusedError(reason)


class _HalfWrittenError(OSError):
    """A file could neither be written nor be put back."""


def _put_in_place(folder: Folder, name: str, before: bytes, after: bytes) -> None:
    """Write over a file; where that fails halfway, its text before is put back, else the recovery copy stays."""
    with os.fdopen(folder.open(name, os.O_RDWR), "r+b", buffering=0) as file:
        content = file.read()
        if content == after:  # another run was faster
            return
        if content != before:
            raise _changed()
        try:
            _fill(file.fileno(), after)
        except OSError as error:
            try:
                _fill(file.fileno(), before)
            except OSError:
                raise _HalfWrittenError(error.errno, error.strerror) from error
            raise


def _fill(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.ftruncate(handle, len(data))
    os.fsync(handle)
