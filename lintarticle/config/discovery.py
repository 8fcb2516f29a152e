"""Where the configuration of an article is: the nearest file upward, up to the root of the repository."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lintarticle.source import read_file

NAMES = ("lintarticle.toml", ".lintarticle.toml", ".config/lintarticle.toml", "pyproject.toml")
"""The names of a configuration, in order of precedence where one folder has several."""


class Found(NamedTuple):
    """What the search upward from a folder came to.

    `path` is the configuration, None where there is none; `root` the folder its patterns are relative to (without
    one: the repository's, else the working folder or the folder itself). `others` are further configurations in
    the same folder.
    """

    root: Path
    path: Path | None = None
    others: tuple[Path, ...] = ()


class Discovery:
    """The search upward, with each folder looked at once. `working_folder` is absolute."""

    def __init__(self, working_folder: Path) -> None:
        self._working_folder = working_folder
        self._found: dict[Path, Found | None] = {}

    def upward_from(self, folder: Path) -> Found:
        """Find the configuration for the files of a folder (absolute)."""
        passed: list[Path] = []
        found: Found | None = None
        for current in (folder, *folder.parents):
            if current in self._found:
                found = self._found[current]
                break
            passed.append(current)
            found = _look(current)
            if found:
                break
        self._found.update(dict.fromkeys(passed, found))
        if found:
            return found
        return Found(self._working_folder if folder.is_relative_to(self._working_folder) else folder)


def _look(folder: Path) -> Found | None:
    """Return what a folder settles: a configuration, or that the repository ends here without one."""
    there = tuple(_configurations(folder))
    if there:
        return Found(folder, there[0], there[1:])
    return Found(folder) if (folder / ".git").exists() else None


def _configurations(folder: Path) -> Iterator[Path]:
    for name in NAMES:
        path = folder / name
        # A folder or a link to nowhere of our own names is a mistake that reading it tells.
        if speaks_of_us(path) if name == "pyproject.toml" else os.path.lexists(path):
            yield path


def speaks_of_us(pyproject: Path) -> bool:
    """Whether a pyproject.toml has our table; one that can't be read is none of ours."""
    try:
        return b"tool.lintarticle" in read_file(pyproject)
    except OSError:
        return False


def root_of(path: Path) -> Path:
    """Return the folder that the patterns of a configuration file are relative to."""
    return path.parent.parent if path.parent.name == ".config" else path.parent


def shown_path(path: Path, working_folder: Path) -> str:
    """Return a path as users see it: relative to the working folder, with `/`."""
    try:
        return Path(os.path.relpath(path, working_folder)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()
