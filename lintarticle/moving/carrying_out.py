"""The move itself: all of it, or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from lintarticle.boundary import Boundary
from lintarticle.errors import NotSavedError
from lintarticle.saving import reason_of, save

_NOTHING = "Nothing was renamed"


class Rewrite(NamedTuple):
    """A file before and after. `path` is where it is before the move."""

    path: Path
    before: bytes
    after: bytes


def carry_out(old: Path, new: Path, changes: Mapping[Path, Rewrite], boundary: Boundary) -> None:
    """Move a file or a folder, and change files, by where each is after the move.

    Where one step fails, those before it are undone. Raises `NotSavedError`.
    """
    undo: list[Callable[[], object]] = []
    try:
        _check_writable(old, changes)
        for folder in reversed([each for each in new.parents if not each.exists()]):
            folder.mkdir()
            undo.append(folder.rmdir)
        _rename(old, new)
        undo.append(lambda: _rename(new, old))
        for path, change in changes.items():
            save(path, change.before, change.after, boundary, f"{_NOTHING}: the changes of “{change.path.name}” were")
            undo.append(lambda path=path, each=change: save(path, each.after, each.before, boundary))  # type: ignore[misc]
    except BaseException as error:
        _take_back(undo)
        if isinstance(error, OSError):
            raise NotSavedError(f"{_NOTHING}: {reason_of(error)}.") from error
        raise
    with suppress(OSError):  # a folder that holds something else stays
        old.parent.rmdir()


def _take_back(undo: list[Callable[[], object]]) -> None:
    left = 0
    for step in reversed(undo):
        try:
            step()
        except (OSError, NotSavedError):
            left += 1
    if left:
        raise NotSavedError("The rename failed halfway and could not be undone; “git status” shows what is left.")


def _check_writable(old: Path, changes: Mapping[Path, Rewrite]) -> None:
    for change in changes.values():
        if not os.access(change.path, os.W_OK) or not change.path.stat().st_mode & 0o222:
            raise NotSavedError(f"{_NOTHING}: “{change.path.name}” is read-only.")
    if not os.access(old.parent, os.W_OK):
        raise NotSavedError(f"{_NOTHING}: the folder “{old.parent.name}” is read-only.")


def _rename(old: Path, new: Path) -> None:
    """Rename a file or a folder unless the new name is taken; raises `OSError`."""
    if old.is_dir():
        if os.path.lexists(new):
            raise FileExistsError(0, "the new name was taken in the meantime")
        old.rename(new)
        return
    try:
        os.link(old, new, follow_symlinks=False)  # unlike renaming, this never replaces a file
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(new):
            raise
        old.rename(new)
    else:
        old.unlink()
