"""What it depends on which files git lists, as tracked or as new, below the root of a repository."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lintarticle.cache.folder import NAME
from lintarticle.changes.git import Git, GitError, git_folder, program_of_git

_OF_PATHS = (".gitignore", ".gitattributes")
"""Files that say what git does with the paths in their folder and below."""

_OWN_FILES = ("index", "HEAD", "config", "config.worktree")
_OWN_PATTERNS = ("exclude", "attributes", "sparse-checkout")
_SYSTEM = ("/etc/gitconfig", "/etc/gitattributes")


def listing_depends_on(root: Path) -> Iterator[str]:
    """Yield all folders that may hold a listed file, and all files that say which are listed; some may be missing.

    Raises `GitError` where git can't be asked.
    """
    git = Git(root)
    tracked = asked_of_git(git, "ls-files", "-z", "--stage")
    if any(entry.startswith("160000 ") for entry in tracked):
        raise GitError("Git does not list the files of submodules.")
    yield from _folders(root, _ignored(git))
    yield from {os.path.dirname(os.path.join(root, entry.partition("\t")[2])) for entry in tracked if entry}
    yield from _settings(git, root)


def _folders(root: Path, ignored: frozenset[str]) -> Iterator[str]:
    """Yield the folders that git enters, with their files of patterns; our cache ignores all that is in it."""
    yield os.path.join(root, NAME, ".gitignore")
    for folder, folders, files in os.walk(root):
        yield folder
        yield from (os.path.join(folder, name) for name in _OF_PATHS if name in files)
        folders[:] = [
            name
            for name in folders
            if name not in (".git", NAME) and os.path.relpath(os.path.join(folder, name), root) not in ignored
        ]


def _ignored(git: Git) -> frozenset[str]:
    """Return the ignored folders: not those in which merely all files are, as another one may come."""
    found = asked_of_git(git, "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
    folders = [os.fsencode(path.rstrip("/")) for path in found if path.endswith("/")]
    given = b"".join(folder + b"\0" for folder in folders)
    if not given:
        return frozenset()
    answer = git.run("check-ignore", "-z", "--stdin", given=given).data
    return frozenset(path for path in os.fsdecode(answer or b"").split("\0") if path)


def _settings(git: Git, root: Path) -> Iterator[str]:
    """Yield the program, and where its settings and patterns are or would be."""
    yield program_of_git()
    for place in folders_of_git(git):
        yield from (os.path.join(place, name) for name in _OWN_FILES)
        yield from (os.path.join(place, "info", name) for name in _OWN_PATTERNS)
    if (root / ".git").is_file():
        yield str(root / ".git")
    home = os.path.expanduser("~")
    settings = os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
    yield from (*_SYSTEM, os.path.join(home, ".gitconfig"))
    yield from (os.path.join(settings, "git", name) for name in ("config", "ignore", "attributes"))
    yield from filter(None, map(os.environ.get, ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM")))
    listed = asked_of_git(git, "config", "--list", "--includes", "--show-origin", "-z")
    for origin in dict.fromkeys(each for each in listed if each.startswith("file:")):
        yield os.path.join(root, os.path.expanduser(origin.removeprefix("file:")))
    for name in ("core.excludesFile", "core.attributesFile"):
        for path in asked_of_git(git, "config", "--path", "-z", "--get-all", name, may_fail=True):
            yield os.path.join(root, path)


def folders_of_git(git: Git) -> list[str]:
    """Return where the repository keeps its data: of a further worktree, its own folder and the common one."""
    folder = git_folder(git.top)
    if folder is None:
        raise GitError("The repository is gone.")
    common = os.fsdecode((git.run("rev-parse", "--git-common-dir").data or b".git").rstrip(b"\n"))
    return list(dict.fromkeys((str(folder), os.path.normpath(os.path.join(git.top, common)))))


def asked_of_git(git: Git, *arguments: str, may_fail: bool = False) -> list[str]:
    """Return what git prints, separated by NUL characters; raises `GitError`, unless it `may_fail`."""
    found = git.run(*arguments)
    if found.data is None and not may_fail:
        raise GitError(found.words)
    return [part for part in os.fsdecode(found.data or b"").split("\0") if part]
