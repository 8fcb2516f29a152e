"""Write a file so that at every moment it is whole: as before, or as after."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "there is no space left on the disk",
    errno.EDQUOT: "your quota of disk space is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "its folder may not be written to",
    errno.EPERM: "its folder may not be written to",
    errno.ENOENT: "the file is gone",
}


class NotSavedError(Exception):
    """The fixed text could not be written; the file is as it was. `str()` is a plain sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The fixes were not saved: {reason}.")


def save(path: Path, before: bytes, after: bytes) -> None:
    """Replace the content of a file, provided that it still is `before`.

    The new content goes to a temporary file in the same folder, reaches the disk, and takes the old one's place
    in one step, with its permissions and, where the system allows, its owner. A symbolic link stays one: the file
    it leads to is replaced. Raises `NotSavedError`.
    """
    try:
        target = path.resolve(strict=True)
        status = target.stat()
        _expect(target, before, status)
        temporary = _written(target, after, status)
    except OSError as error:
        raise NotSavedError(_reason(error)) from error
    try:
        _expect(target, before, status)
        temporary.replace(target)
    except (OSError, NotSavedError) as error:
        temporary.unlink(missing_ok=True)
        raise (error if isinstance(error, NotSavedError) else NotSavedError(_reason(error))) from error
    _settle(target.parent)


def _expect(target: Path, before: bytes, status: os.stat_result) -> None:
    """Refuse to replace a file that is read-only, or that someone changed since it was read."""
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
        raise NotSavedError("the file is read-only")
    if target.read_bytes() != before:
        raise NotSavedError("something else changed the file in between")


def _written(target: Path, after: bytes, status: os.stat_result) -> Path:
    """Write the new content beside the target and return its path; leaves nothing behind when that fails."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _take_after(temporary, status)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _take_after(temporary: Path, status: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(OSError):  # only the superuser may give files away
            os.chown(temporary, status.st_uid, status.st_gid)
    temporary.chmod(stat.S_IMODE(status.st_mode))


def _settle(folder: Path) -> None:
    """Make the renaming itself reach the disk, where folders can be synced at all."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".").lower()
