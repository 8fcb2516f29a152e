"""The files of a repository, as git lists them or a walk finds them, for the rules about a whole site."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple

from lintarticle.boundary import Boundary
from lintarticle.cache.hashing import digest_of
from lintarticle.config.discovery import shown_path

if TYPE_CHECKING:  # git is asked only where a rule asks
    from lintarticle.changes.git import GitIndex

ALL_PATHS = ""
"""Stands for the path where all of them were asked for."""

_LARGEST = 10_000_000
"""Bytes of a text that is read at most: larger files are data of programs."""

_LEFT_OUT = frozenset(("node_modules", "vendor", "__pycache__", "_site", "venv"))
_HIDDEN_ENTERED = frozenset((".vitepress", ".vuepress", ".github"))
_SUBMODULE = "160000"
_UNREAD = frozenset((
    ".git", ".gitattributes", ".gitignore", ".lintarticle.toml", ".pre-commit-config.yaml", "LICENSE", "README.md",
    "lintarticle.toml",
))  # fmt: skip
"""Files at the top that no rule about the site reads or reports."""


class _File(NamedTuple):
    """A file, by its path from the folder that was listed, and whether it is in git's index."""

    path: str
    is_in_git: bool


class DiskRepository:
    """The files below `top`, an absolute folder, by their paths from the working folder."""

    def __init__(self, top: Path, working_folder: Path, boundary: Boundary) -> None:
        self._top = Path(os.path.realpath(top))
        self._working_folder = working_folder
        self._boundary = boundary
        self._prefix = _prefix_of(shown_path(top, working_folder))
        self._read: dict[str, str] = {}
        self._is_listed = False

    @property
    def asked(self) -> Mapping[str, str]:
        """What was asked for, paths and `ALL_PATHS`, and the digests of the answers, for a later run to compare."""
        return {**self._read, ALL_PATHS: self._listing} if self._is_listed else self._read

    @cached_property
    def paths(self) -> Sequence[str]:
        """Every file in order."""
        self._is_listed = True
        return [self._prefix + file.path for file in self._files]

    @property
    def may_have_new_files(self) -> bool:
        """Whether there may be files that git neither has nor ignores; the list is asked only if it is at hand."""
        if not self._index or "_files" not in vars(self):
            return bool(self._index)
        self._is_listed = True
        return bool(self._new)

    def text(self, path: str) -> str:
        """Return the text of a file, "" for one that is not there, is not text or is too large."""
        try:
            data = self._boundary.read(Path(self._place_of(path)))
        except (OSError, ValueError):
            self._read[path] = ""
            return ""
        self._read[path] = digest_of(data)
        if len(data) > _LARGEST or b"\0" in data[:8000]:
            return ""
        return data.decode("utf-8-sig", "replace")

    def is_in_git(self, path: str) -> bool:
        """Whether git has a file in its index; where there is no git, each file counts as such."""
        self._is_listed = True
        return path in self._in_git

    def new_file(self, article: str, target: str) -> str:
        """Return the file that a path in an article leads to, if git has the article, but not this file."""
        if not self._index:
            return ""
        self._is_listed = True
        if not target.startswith("/"):
            path = normpath(join(dirname(article), target))
            if self._index.has(path.removeprefix(self._prefix)) or not Path(self._place_of(path)).is_file():
                return ""
            found = path if path in self._new else ""
        elif self._index.has_name(target.rstrip("/").rpartition("/")[2]):
            return ""
        else:
            found = next((path for path in self._new if f"/{path}".endswith(target)), "")
        return found if found and self._has(article) else ""

    def _has(self, path: str) -> bool:
        return self._index.has(path.removeprefix(self._prefix)) or path in self._in_git

    def holds_only(self, path: str) -> bool:
        """Whether surely no other file is there, besides those that no rule reads; git is not asked."""
        has_git = (self._top / ".git").exists()
        for folder, folders, names in os.walk(self._top):
            entered = (name for name in folders if has_git or name[0] != "." or name in _HIDDEN_ENTERED)
            folders[:] = [name for name in entered if name != ".git"]
            below = _prefix_of(os.path.relpath(folder, self._top))
            if any(self._prefix + below + name != path and below + name not in _UNREAD for name in names):
                return False
        return True

    def are_as_before(self, asked: Mapping[str, str], digest_of_file: Callable[[str], str]) -> bool:
        """Whether what was asked would be answered so again; the digests of files are at hand elsewhere."""
        return all(
            digest == (digest_of_file(self._place_of(path)) if path != ALL_PATHS else self._listing)
            for path, digest in asked.items()
        )

    def depends_on(self, asked: Iterable[str]) -> Iterator[str]:
        """Yield the files and folders that decide the answers; raises `GitError` where git does not say which."""
        for path in asked:
            if path == ALL_PATHS:
                yield from _listing_depends_on(self._top)
            else:
                yield self._place_of(path)

    def _place_of(self, path: str) -> str:
        return os.path.normpath(f"{self._working_folder}{os.sep}{path}")

    @cached_property
    def _index(self) -> GitIndex:
        from lintarticle.changes.git import GitIndex

        return GitIndex(self._top)

    @cached_property
    def _new(self) -> frozenset[str]:
        return frozenset(self._prefix + file.path for file in self._files if not file.is_in_git)

    @cached_property
    def _in_git(self) -> frozenset[str]:
        return frozenset(self._prefix + file.path for file in self._files if file.is_in_git)

    @cached_property
    def _listing(self) -> str:
        text = "\0".join(f"{file.path}\0{file.is_in_git}" for file in self._files)
        return digest_of(text.encode("utf-8", "surrogateescape"))

    @cached_property
    def _files(self) -> Sequence[_File]:
        found = _listed_by_git(self._top)
        if found is None:
            found = [_File(path, True) for path in _walked(self._top)]
        return sorted(found)


def _listed_by_git(top: Path) -> list[_File] | None:
    """Return the files below a folder as git knows them, None if git can't be asked."""
    from lintarticle.changes.git import Git, GitError, top_of

    try:
        root = top_of(top)
        if root is None:
            return None
        listed = (
            Git(root)
            .run("ls-files", "-z", "-t", "--stage", "--cached", "--others", "--deleted", "--exclude-standard")
            .data
        )
    except GitError:
        return None
    return None if listed is None else list(_files_in(os.fsdecode(listed), root, top))


def _files_in(listed: str, root: Path, top: Path) -> Iterator[_File]:
    """Yield the files of a list of git that are below a folder, and those of submodules, which git does not list."""
    inside = "" if root == top else f"{top.relative_to(root).as_posix()}/"
    entries = [entry for entry in listed.split("\0") if entry]
    removed = {entry.partition("\t")[2] for entry in entries if entry.startswith("R ")}
    for entry in dict.fromkeys(entries):
        head, _, path = entry.partition("\t")
        if not path:  # “? path” of a new file
            path = entry[2:]
        if not path.startswith(inside) or path in removed:
            continue
        path = path.removeprefix(inside)
        if head.startswith(f"H {_SUBMODULE}"):
            yield from (_File(f"{path}/{each}", True) for each in _walked(top / path))
        elif entry[0] in "HMS?":
            yield _File(path, entry[0] != "?")


def _listing_depends_on(top: Path) -> Iterator[str]:
    """Yield the folders and files that decide which files are listed below a folder."""
    from lintarticle.changes.git import top_of

    root = top_of(top)
    if root is None:
        yield from (folder for folder, _ in _folders(top))
        return
    from lintarticle.cache.git_listing import listing_depends_on

    yield from listing_depends_on(root)


def _walked(top: Path) -> Iterator[str]:
    """Yield the files below a folder as a walk finds them, without those of programs."""
    for folder, names in _folders(top):
        prefix = _prefix_of(Path(folder).relative_to(top).as_posix())
        yield from (prefix + name for name in names if name != ".git")


def _folders(top: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield a folder and those below it, without those of programs, each with the names of its files."""
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name not in _LEFT_OUT and (name[0] != "." or name in _HIDDEN_ENTERED)]
        yield folder, names


def _prefix_of(folder: str) -> str:
    """Return what comes before the names in a folder."""
    return "" if folder == "." else f"{folder.replace(os.sep, '/').rstrip('/')}/"
