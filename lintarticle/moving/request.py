"""What should move where: checked before anything is touched, and refused in plain words."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from lintarticle.boundary import Boundary
from lintarticle.discovery import SUFFIXES
from lintarticle.moving.tree import Move
from lintarticle.wording import first_of


class RefusedError(Exception):
    """The move can't be made: sentences for the user."""


class DoneError(Exception):
    """The move was made before: a sentence for the user."""


class Request:
    """A move as asked for: absolute paths, and how they are shown. `top` is the folder that contains everything."""

    def __init__(self, top: Path, boundary: Boundary, working_folder: Path, names: tuple[str, str]) -> None:
        self._top = top
        self._boundary = boundary
        self.old_name, self.new_name = (name.rstrip("/" + os.sep) or name for name in names)
        self.old, self.new = (_in_real_folder(working_folder / name) for name in (self.old_name, self.new_name))

    def move(self, files: Iterable[str]) -> Move:
        """Return the move of files below the top, by their paths; raises `RefusedError` and `DoneError`."""
        self._check_names()
        below = [path for path in files if path.startswith(f"{self._relative(self.old)}/")]
        if self.old.is_dir():
            return self._of_folder(self.old, below)
        if not self.old.is_file() or not self.old.name.lower().endswith(SUFFIXES):
            raise RefusedError(f"“{self.old_name}” is not an article.")
        folder = self.old.parent
        inside = [path for path in files if path.startswith(f"{self._relative(folder)}/")]
        if self._is_index(self.old) and folder != self._top and not self._others(folder, inside):
            if self._is_index(self.new) or not self.new.name.lower().endswith(SUFFIXES):
                return self._of_folder(folder, inside)
            if len(inside) > 1:
                raise RefusedError(
                    f"“{self.old_name}” shares its folder with its pictures, which move with it; name a folder, "
                    f"such as “{self.new_name.rpartition('.')[0]}”."
                )
        return self._of_file()

    def _check_names(self) -> None:
        old, new = self.old_name, self.new_name
        if not os.path.lexists(self.old):
            if self._is_article(self.new):
                raise DoneError(f"“{old}” no longer exists and “{new}” does; it seems to be renamed already.")
            raise RefusedError(f"There is no article “{old}”.")
        if not new.strip() or not new.isprintable():
            raise RefusedError("The new name must be a path on one line.")
        if self.old.is_symlink():
            raise RefusedError(f"“{old}” is a link to another file; rename that one.")
        if not self.old.is_relative_to(self._top) or not self._boundary.holds(self.old):
            raise RefusedError(f"“{old}” is outside the repository.")
        if not self.new.is_relative_to(self._top) or self.new == self._top or not self._boundary.holds(self.new):
            raise RefusedError(f"“{new}” is outside the repository.")
        if self.new == self.old:
            raise RefusedError("The two names are the same.")

    def _of_file(self) -> Move:
        ending = self.old.suffix
        if self.new.suffix != ending:
            if self.new.is_dir():
                raise RefusedError(
                    f"“{self.new_name}” is a folder; name the file too: “{self.new_name}/{self.old.name}”."
                )
            raise RefusedError(f"“{self.new_name}” must end in “{ending}”, like “{self.old_name}”.")
        if self.old.stem == "_index" != self.new.stem:
            raise RefusedError(f"“{self.old_name}” is the page of its folder; rename the folder instead.")
        self._check_free(self.old, self.new)
        old, new = self._relative(self.old), self._relative(self.new)
        return Move(old, new, {old: new})

    def _of_folder(self, folder: Path, files: list[str]) -> Move:
        index = next((path for path in sorted(files) if self._is_index(self._top / path, plain=True)), None)
        if index is None or "/" in index.removeprefix(f"{self._relative(folder)}/"):
            raise RefusedError(f"“{self.old_name}” is not an article: the folder has no “index.md”.")
        if others := self._others(folder, files):
            named = first_of([f"“{path}”" for path in others], 1)
            raise RefusedError(f"“{self.old_name}” contains other articles too ({named}); rename a single file.")
        target = self.new.parent if self._is_index(self.new) else self.new
        if target == self.new and self.new.suffix.lower() in SUFFIXES:
            raise RefusedError(
                f"“{self.old_name}” is a folder; name one for it, such as “{self.new_name.rpartition('.')[0]}”."
            )
        if target != self.new and self.new.suffix != Path(index).suffix:
            raise RefusedError(f"“{self.new_name}” must end in “{Path(index).suffix}”, like the article.")
        if target.is_relative_to(folder):
            raise RefusedError(f"“{self.new_name}” is inside the folder that moves.")
        self._check_free(folder, target)
        old, new = self._relative(folder), self._relative(target)
        moved = {path: new + path.removeprefix(old) for path in files}
        return Move(index, moved[index], moved, (old, new))

    def _check_free(self, old: Path, new: Path) -> None:
        if os.path.lexists(new):
            if new.name.casefold() == old.name.casefold() and new.parent == old.parent and old.samefile(new):
                raise RefusedError(
                    f"On this system “{old.name}” and “{new.name}” are one file; rename it in two steps, "
                    "via another name."
                )
            raise RefusedError(f"“{self.new_name}” exists; nothing is overwritten.")
        for folder in new.parents:
            if os.path.lexists(folder):
                if not folder.is_dir():
                    raise RefusedError(f"“{self._relative(folder)}” is a file, so nothing can be put in it.")
                self._check_letter_case(old, folder, new.relative_to(folder).parts[0])
                return

    def _check_letter_case(self, old: Path, folder: Path, name: str) -> None:
        """Refuse a name that differs only in letter case from another one: many systems can't hold both."""
        for each in folder.iterdir():
            if each.name.casefold() == name.casefold() and each.name != name and each != old:
                raise RefusedError(
                    f"“{self._relative(each)}” differs from the new name only in letter case; choose another."
                )

    def _others(self, folder: Path, files: Iterable[str]) -> list[str]:
        """Return the articles in a folder that are not its index in some language."""
        articles = (path for path in sorted(files) if path.lower().endswith(SUFFIXES))
        return [
            path for path in articles if not self._is_index(self._top / path) or (self._top / path).parent != folder
        ]

    def _is_index(self, path: Path, *, plain: bool = False) -> bool:
        """Whether a file is the article of its folder; `plain`: not a translation."""
        stem = path.stem if plain else path.name.partition(".")[0]
        return stem.lower() == "index" and path.name.lower().endswith(SUFFIXES)

    def _is_article(self, path: Path) -> bool:
        """Whether a path is that of an article, or of the folder of one."""
        return any(each.is_file() for each in (path, *(path / f"index{ending}" for ending in SUFFIXES)))

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._top).as_posix()


def _in_real_folder(path: Path) -> Path:
    """Return a path with the symbolic links among its folders followed; a link that is the file itself stays."""
    folder, name = os.path.split(os.path.normpath(path))
    return Path(os.path.realpath(folder), name)
