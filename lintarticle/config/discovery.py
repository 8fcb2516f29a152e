"""Where the configuration of an article is: the nearest file upward, up to the root of the repository."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lintarticle.boundary import Boundary
from lintarticle.source import read_file

NAMES = ("lintarticle.toml", ".lintarticle.toml", ".config/lintarticle.toml", "pyproject.toml")
"""The names of a configuration, in order of precedence where one folder has several."""


class Reach(NamedTuple):
    """How far the configurations of a run may reach.

    Files that they name must be inside `repository`. `root` is the one configuration that may name code and allow
    files outside, itself or by way of what it extends in the repository: the one at the root, or the one that the
    command line names. Its folder has no link in its path; None: there is none. `no_code`: no code is run at all.
    """

    repository: Boundary = Boundary()
    root: Path | None = None
    no_code: bool = False


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
    return Found(folder) if is_repository(folder) else None


def repository_of(folder: Path) -> Path | None:
    """Return the root of the repository that a folder is in, None where it is in none."""
    return next((each for each in (folder, *folder.parents) if is_repository(each)), None)


def is_repository(folder: Path) -> bool:
    """Whether a folder is the root of a repository."""
    return os.path.lexists(folder / ".git")


def location(path: Path) -> Path:
    """Return where a file is, links in the path of its folder resolved; a file that is a link itself stays one."""
    return Path(os.path.realpath(path.parent), path.name)


def configuration_in(folder: Path) -> Path | None:
    """Return the configuration in a folder, None where it has none."""
    return next(_configurations(folder), None)


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
