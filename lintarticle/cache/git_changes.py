"""What it depends on how a working tree differs from the commit at which its branch left another one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintarticle.cache.git_listing import asked_of_git, folders_of_git, listing_depends_on
from lintarticle.changes.git import Git, GitError

_BEFORE_NAMES = ("", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/")
"""What git puts before a name to find the file of a reference (gitrevisions)."""

_OF_COMMITS = ("packed-refs", "reftable/tables.list", "shallow", "info/grafts", "refs/replace")
"""Files, and a folder, in the data of a repository that say where names lead and which commit came from which."""

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_EXPRESSION = re.compile(r"[~^:]|@\{")
_POINTER = b"ref: "


def changes_depend_on(root: Path, ref: str) -> Iterator[str]:
    """Yield all files and folders that decide how the working tree differs from `ref`; some may be missing.

    Raises `GitError` where git can't be asked, and where `ref` is not the name of a branch, a tag or a commit.
    """
    git = Git(root)
    yield from listing_depends_on(root)
    listed = asked_of_git(git, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    yield from (os.path.join(root, path) for path in listed)
    places = folders_of_git(git)
    yield from (os.path.join(place, name) for place in places for name in _OF_COMMITS)
    yield from _files_of_name("HEAD", places)
    if _COMMIT.fullmatch(ref):
        return
    if _EXPRESSION.search(ref) or not asked_of_git(git, "rev-parse", "--symbolic-full-name", ref):
        raise GitError("More than files of references decides to which commit an expression leads.")
    yield from _files_of_name(ref, places)


def _files_of_name(name: str, places: Sequence[str]) -> Iterator[str]:
    """Yield the files that decide which commit a name leads to, also through other names."""
    names = [name]
    for each in names:  # grows on the way
        for start in (f"{place}/{before}{each}" for place in places for before in _BEFORE_NAMES):
            for path in (start, f"{start}/HEAD"):
                yield path
                target = _pointed_to(path)
                names.extend([target] if target and target not in names else [])


def _pointed_to(path: str) -> str:
    """Return the name that the file of a reference stands for, "" if it is that of a commit or missing."""
    try:
        with open(path, "rb") as file:
            content = file.read(_LONGEST_POINTER)
    except OSError:
        return ""
    return os.fsdecode(content.removeprefix(_POINTER).strip()) if content.startswith(_POINTER) else ""


_LONGEST_POINTER = 10_000
"""Bytes of the file of a reference that are read."""
