"""Run git in a checkout that strangers may have written to, without running anything in it.

Git must not search for the repository itself. It accepts any folder with `HEAD`, `objects` and `refs`, and a commit can
add such a folder with a configuration whose commands git then runs. So the repository is found here, by its `.git`,
which no commit can contain, and each call names it. No call starts another program: no hook, file monitor, filter,
pager, diff tool or transport.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from lintarticle.record import NamedTuple

_POINTER = b"gitdir: "
_LONGEST_POINTER = 10_000
"""The largest `.git` file that is read, in bytes."""

_OPTIONS = (
    "--no-optional-locks",
    "--no-pager",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.untrackedCache=false"),
    *("-c", "submodule.recurse=false"),
    *("-c", "protocol.ext.allow=never"),
    *("-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false"),
)

_KEPT = frozenset(
    {
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_SSL_CAINFO",
        "GIT_SSL_CAPATH",
    }
)
"""Paths of the user's settings and certificates: the only variables passed on to git."""

_NO_TRANSPORT: dict[str, str] = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1"}
_TRANSPORTS: dict[str, str] = {"GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh"}


class GitError(Exception):
    """Git can't answer: the text says why and what to do, in sentences."""


class GitOutput(NamedTuple):
    """What git prints (None if it fails), and the first lines of its error message."""

    data: bytes | None
    words: str


class Git:
    """Git for the repository whose files are in `top`, an absolute path with links resolved.

    Raises `GitError` if `top` has no repository that can be trusted.
    """

    def __init__(self, top: Path) -> None:
        self.top = top
        self._location: tuple[str, ...] = ()
        folder = git_folder(top)
        found, words = self._run(("rev-parse", "--is-bare-repository", "--absolute-git-dir"), _NO_TRANSPORT)
        if found is None or folder is None:
            raise GitError(f"Git can’t use the repository in “{top}”: {words or 'its “.git” is not valid.'}")
        bare, _, location = os.fsdecode(found).removesuffix("\n").partition("\n")
        if Path(os.path.realpath(location)) != folder:
            raise GitError(f"Git can’t use the repository in “{top}”: its “.git” is not valid.")
        if bare == "true":
            raise GitError(f"--since compares files, and the repository in “{top}” is bare: it has none.")
        self._location = (f"--git-dir={location}", f"--work-tree={top}")

    def run(self, *arguments: str, given: bytes = b"") -> GitOutput:
        """Run a command that only reads and starts no other program; `given` is what it reads."""
        return self._run(arguments, _NO_TRANSPORT | self._without_filters, given)

    def fetch(self, *arguments: str) -> GitOutput:
        """Run `git fetch`, the one command that may reach another repository."""
        return self._run(("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", *arguments), _TRANSPORTS)

    @cached_property
    def _without_filters(self) -> dict[str, str]:
        """Variables that turn off each filter in the user's settings, as `.gitattributes` can ask for any of them."""
        found = self._run(("config", "-z", "--name-only", "--get-regexp", r"^filter\."), _NO_TRANSPORT)
        names = {os.fsdecode(name).rpartition(".")[0] for name in (found.data or b"").split(b"\0") if name}
        parts = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
        settings = [(f"{name}.{part}", value) for name in sorted(names) for part, value in parts]
        variables = {"GIT_CONFIG_COUNT": str(len(settings))}
        for number, (key, value) in enumerate(settings):
            variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        return variables

    def _run(self, arguments: tuple[str, ...], variables: dict[str, str], given: bytes = b"") -> GitOutput:
        import subprocess  # 10 ms: only where git is asked

        command = (program_of_git(), *_OPTIONS, *self._location, "-C", os.fspath(self.top), *arguments)
        environment = {name: value for name, value in os.environ.items() if name in _KEPT or name[:4] != "GIT_"}
        environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **variables}
        try:
            done = subprocess.run(command, env=environment, input=given, capture_output=True, check=False)  # noqa: S603 - no shell
        except OSError as error:
            raise GitError(f"--since needs the program “git”, which can’t be run: {error.strerror}.") from None
        words = " ".join(done.stderr.decode("utf-8", "replace").split("\n")[:2]).strip()
        return GitOutput(done.stdout if done.returncode == 0 else None, words)


def top_of(folder: Path) -> Path | None:
    """Return the nearest folder at or above this one that has a repository, with links resolved."""
    real = Path(os.path.realpath(folder))
    return next((top for top in (real, *real.parents) if git_folder(top)), None)


def git_folder(top: Path) -> Path | None:
    """Return the git directory of the files in `top`; raises `GitError` if a commit may have written it.

    A submodule or worktree has a file `.git` that names it. A commit can write anywhere in a checkout except below a
    folder named `.git`.
    """
    link = top / ".git"
    if link.is_file() and link.stat().st_size < _LONGEST_POINTER:
        pointer = link.read_bytes()
        if not pointer.startswith(_POINTER):
            return None
        folder = Path(os.path.realpath(top / os.fsdecode(pointer.removeprefix(_POINTER).rstrip(b"\r\n"))))
    else:
        folder = Path(os.path.realpath(link))
    if not os.path.lexists(folder / "HEAD"):
        return None
    if ".git" not in folder.parts and (
        folder.is_relative_to(top) or any((above / ".git").is_dir() for above in folder.parents)
    ):
        raise GitError(
            f"“{link}” points to “{folder}”, which is among the files of a checkout. Its settings could run any "
            "program, so git is not run there."
        )
    return folder


def program_of_git() -> str:
    """Return the path of git; neither the current folder nor relative folders of PATH are searched."""
    from shutil import which

    for folder in filter(os.path.isabs, os.get_exec_path()):
        if found := which(os.path.join(folder, "git")):  # noqa: PTH118 - a string, as `which` wants it
            return found
    raise GitError("--since needs the program “git”. Install it first.")


# --- the index ------------------------------------------------------------------------------------------------


class GitIndex:
    """The index of the repository around a folder. It knows for sure what is there, but not what is not.

    Versions 2 and 3 keep each path whole; version 4, whose paths are cut, and an index in two files have nothing that
    is found here. The form is that of gitformat-index.
    """

    def __init__(self, folder: Path) -> None:
        self._data, self._prefix = b"", ""
        try:
            top = top_of(folder)
            directory = git_folder(top) if top else None
            if top and directory:
                self._data = (directory / "index").read_bytes()
                inside = folder.relative_to(top).as_posix()
                self._prefix = "" if inside == "." else f"{inside}/"
        except (OSError, GitError):
            return

    def __bool__(self) -> bool:
        return bool(self._data)

    def has(self, path: str) -> bool:
        """Whether a path below the folder is surely in the index."""
        name = os.fsencode(self._prefix + path)
        place = bisect_left(self._starts, name, key=self._path_at)
        return place < len(self._starts) and self._path_at(self._starts[place]) == name

    def has_name(self, name: str) -> bool:
        """Whether the index surely has a path whose last part is this, anywhere in the repository."""
        return os.fsencode(name) in self._names

    def _path_at(self, start: int) -> bytes:
        return self._data[start : self._data.index(b"\0", start)]

    @cached_property
    def _names(self) -> frozenset[bytes]:
        return frozenset(self._path_at(start).rpartition(b"/")[2] for start in self._starts)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each path begins, in the order of the paths; empty for an index that can't be read."""
        if self._data[:4] != _SIGNATURE or _number(self._data[4:8]) not in _WHOLE_PATHS:
            return ()
        return next(filter(None, (_starts_of_paths(self._data, size) for size in _BEFORE_PATH)), ())


_SIGNATURE = b"DIRC"
_WHOLE_PATHS = (2, 3)
_HEADER = 12
_BEFORE_PATH = (62, 74)
"""Bytes of an entry before its path, where names of objects are SHA-1 and where they are SHA-256."""

_IS_EXTENDED = 0x4000
_LENGTH = 0xFFF
"""The bits of the flags that hold the length of a path; all of them are set for a longer one."""


def _starts_of_paths(data: bytes, size: int) -> Sequence[int]:
    """Return where the paths of an index begin if each entry has this many bytes before its path, else nothing."""
    starts = array("Q")
    at = _HEADER
    try:
        for _ in range(_number(data[8:12])):
            flags = _number(data[at + size - 2 : at + size])
            start = at + size + (2 if flags & _IS_EXTENDED else 0)
            end = data.index(b"\0", start)
            if min(end - start, _LENGTH) != flags & _LENGTH:
                return ()
            starts.append(start)
            at += (end - at + 8) & ~7  # at least one NUL, and a multiple of eight bytes
    except ValueError:  # it ends too early
        return ()
    return starts


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
