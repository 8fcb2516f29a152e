"""How a working tree differs from the commit at which its branch left another one.

Everything is read, nothing is written. Names of files come separated by NUL characters, so that any name works.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from lintarticle.changes.git import Git, GitError, GitOutput, top_of
from lintarticle.record import NamedTuple

_SUBMODULE = "160000"
"""The mode of an entry that is a commit of another repository."""


class Changes(NamedTuple):
    """How a working tree differs from a commit, by absolute paths with links resolved.

    `new` are the changed files that did not exist before, including untracked ones;
    `removed` are the paths that files were deleted from or renamed away from; `renamed` are those with the new ones.
    """

    changed: frozenset[Path] = frozenset()
    new: frozenset[Path] = frozenset()
    removed: frozenset[Path] = frozenset()
    renamed: frozenset[tuple[Path, Path]] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.changed | other.changed,
            self.new | other.new,
            self.removed | other.removed,
            self.renamed | other.renamed,
        )


class _Entry(NamedTuple):
    """One line of `git diff --raw`: `old` is a commit where `mode` is that of a submodule."""

    mode: str
    old: str
    status: str
    path: str
    renamed_from: str = ""


class Repository:
    """The working tree at `top`, an absolute path with links resolved; raises `GitError` if it can't be trusted."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self._git = Git(top)

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Return the repository that contains a folder; raises `GitError` if there is none."""
        top = top_of(folder)
        if top is None:
            raise GitError(f"--since needs a git repository, and “{folder}” is not in one.")
        return cls(top)

    def merge_base(self, ref: str) -> str:
        """Return the commit at which this branch left another one; raises `GitError`."""
        if self._try("rev-parse", "--verify", "--quiet", "HEAD^{commit}")[0] is None:
            raise GitError("--since needs a commit to compare with, and this repository has none.")
        commit = self._commit(ref)
        found, words = self._try("merge-base", commit, "HEAD")
        if found:
            return found.decode().strip()
        if self._is_shallow:
            raise GitError(
                f"This clone is shallow, so git can’t find where this branch left “{ref}”. Run “git fetch "
                "--unshallow”. With actions/checkout, set “fetch-depth: 0”; in GitLab, “GIT_DEPTH: 0”."
            )
        if words:
            raise GitError(f"Git can’t compare with “{ref}”: {words}")
        raise GitError(f"This branch and “{ref}” have no common commit to compare.")

    def changes(self, base: str) -> Changes:
        """Return how the working tree differs from a commit: committed since, staged, unstaged or untracked."""
        changed: set[str] = set()
        new = self._names("ls-files", "--others", "--exclude-standard", "-z")
        removed: set[str] = set()
        renamed: set[tuple[Path, Path]] = set()
        submodules = self._submodules()
        for entry in self._entries(base):
            if entry.mode == _SUBMODULE:
                submodules[entry.path] = entry.old
            elif entry.status == "D":
                removed.add(entry.path)
            else:
                (new if entry.status in "AT" else changed).add(entry.path)
                removed.update(filter(None, [entry.renamed_from]))
                if entry.renamed_from:
                    renamed.add((self.top / entry.renamed_from, self.top / entry.path))
        changed |= new
        found = Changes(self._paths(changed), self._paths(new), self._paths(removed - changed), frozenset(renamed))
        for path, old in submodules.items():
            found |= self._changes_inside(self.top / path, old)
        return found

    def touched_lines(self, base: str) -> dict[Path, Lines]:
        """Return the lines touched since a commit, for each file that existed before and whose text changed.

        New files and files of submodules are left out.
        """
        form = ("--text", "-U0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
        return {self.top / name: lines for name, lines in touched_lines(self._run(*_DIFF, *form, base, "--"))}

    def content(self, commit: str, path: Path) -> bytes:
        """Return the content of a file at a commit, empty if it did not exist."""
        name = path.relative_to(self.top).as_posix()
        return self._try("cat-file", "blob", f"{commit}:{name}")[0] or b""

    def contents(self, commit: str, paths: Iterable[Path]) -> dict[Path, bytes]:
        """Return the content of files at a commit, without those that did not exist."""
        inside = [path for path in paths if path.is_relative_to(self.top) and "\n" not in path.name]
        names = [path.relative_to(self.top).as_posix() for path in inside]
        given = b"".join(os.fsencode(f"{commit}:{name}\n") for name in names)
        data = self._git.run("cat-file", "--batch", given=given).data or b""
        found: dict[Path, bytes] = {}
        at = 0
        for path in inside:
            head, _, _ = data[at:].partition(b"\n")
            at += len(head) + 1
            if head.endswith(b" missing") or not (size := re.search(rb" blob (\d+)\Z", head)):
                continue
            found[path] = data[at : at + int(size[1])]
            at += int(size[1]) + 1
        return found

    def tracked(self, *patterns: str) -> frozenset[Path]:
        """Return the tracked files whose path matches one of git's patterns (`*` matches any characters)."""
        return self._paths(self._names("ls-files", "-z", "--", *patterns))

    def fetch(self, remote: str, branch: str) -> str:
        """Fetch a branch back to the commit where this one left it; return its local name. Raises `GitError`."""
        ref = f"{remote}/{branch}"
        what = (remote, f"+refs/heads/{branch}:refs/remotes/{ref}")
        steps = [*(f"--deepen={depth}" for depth in (50, 200, 1000)), "--unshallow"] if self._is_shallow else [""]
        for step in steps:
            if self._try("merge-base", ref, "HEAD").data:
                break
            done, words = self._git.fetch(*filter(None, [step]), *what)
            if done is None:
                raise GitError(f"Git can’t fetch “{branch}” from “{remote}”: {words}")
        return ref

    # --- commits ----------------------------------------------------------------------------------------------

    def _commit(self, ref: str) -> str:
        found = None
        if ref and not ref.startswith("-"):
            found, _ = self._try("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        if found is None:
            raise GitError(f"There is no commit “{ref}” in this repository{self._how_to_get(ref)}")
        return found.decode().strip()

    def _how_to_get(self, ref: str) -> str:
        remotes = self._try("remote")[0] or b""
        for remote in os.fsdecode(remotes).split("\n"):
            if remote and self._try("rev-parse", "--verify", "--quiet", f"{remote}/{ref}^{{commit}}")[0]:
                return f", but there is “{remote}/{ref}”."
            if remote and ref.startswith(f"{remote}/"):
                branch = ref.removeprefix(f"{remote}/")
                tracking = f"+refs/heads/{branch}:refs/remotes/{ref}"
                return (
                    f": run “git fetch {remote} {tracking}”. "
                    "With actions/checkout, set “fetch-depth: 0”; in GitLab, “GIT_DEPTH: 0”."
                )
        if not remotes:
            return ": check its spelling."
        first = os.fsdecode(remotes).partition("\n")[0]
        cut = " This clone is shallow: “git fetch --unshallow” gets the rest." if self._is_shallow else ""
        return f": check its spelling, or run “git fetch {first} {ref}” and compare with FETCH_HEAD.{cut}"

    @cached_property
    def _is_shallow(self) -> bool:
        return self._try("rev-parse", "--is-shallow-repository")[0] == b"true\n"

    # --- files ------------------------------------------------------------------------------------------------

    def _entries(self, base: str) -> Iterator[_Entry]:
        form = ("--raw", "-z", "--no-abbrev", base, "--")
        data = self._try(*_DIFF, *form).data  # a partial clone may lack the texts needed to detect renames
        parts = iter(os.fsdecode(self._run(*_DIFF, "--no-renames", *form) if data is None else data).split("\0"))
        for head in parts:
            if not head:
                continue
            old_mode, new_mode, old, _, status = head.removeprefix(":").split(" ")
            mode = _SUBMODULE if _SUBMODULE in (old_mode, new_mode) else new_mode
            path = next(parts)
            renamed_from = ""
            if status[0] in "RC":
                renamed_from, path = path if status[0] == "R" else "", next(parts)
            yield _Entry(mode, old if old_mode == mode else "", status[0], path, renamed_from)

    def _submodules(self) -> dict[str, str]:
        """Return the recorded commit of each submodule."""
        listed = os.fsdecode(self._run("ls-files", "--stage", "-z")).split("\0")
        entries = (line.partition("\t") for line in listed if line.startswith(_SUBMODULE))
        return {path: head.split(" ")[1] for head, _, path in entries}

    def _changes_inside(self, folder: Path, old: str) -> Changes:
        """Return the changes of a submodule: every file if it is new, or if its old commit is not available.

        Git runs in a submodule only from here, after its `.git` is checked.
        """
        if not os.path.lexists(folder):
            return Changes(removed=frozenset({folder}))
        if not (folder / ".git").exists() or folder.resolve() != folder:
            return Changes()
        inner = Repository(folder)
        if old.strip("0") and inner._try("cat-file", "-e", f"{old}^{{commit}}").data is not None:
            changes = inner.changes(old)
            return changes._replace(new=changes.changed)
        return Changes(inner.tracked(), inner.tracked())

    def _names(self, *arguments: str) -> set[str]:
        return set(filter(None, os.fsdecode(self._run(*arguments)).split("\0")))

    def _paths(self, names: set[str]) -> frozenset[Path]:
        return frozenset(self.top / name for name in names)

    def _run(self, *arguments: str) -> bytes:
        done, words = self._try(*arguments)
        if done is None:
            raise GitError(f"Git can’t compare the files{self._why}: {words}")
        return done

    @property
    def _why(self) -> str:
        partial = self._try("config", "--get-regexp", r"^remote\..*\.(promisor|partialclonefilter)$").data
        return ", as this is a partial clone (run “git fetch --refetch --no-filter”)" if partial else ""

    def _try(self, *arguments: str) -> GitOutput:
        return self._git.run(*arguments)


_DIFF = ("diff", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty")
"""How files are compared, regardless of the user's git settings."""

# --- the lines that a patch touches, read from what `git diff -U0` prints --------------------------------------------


_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


class Lines(NamedTuple):
    """Ranges of 1-based lines, ends included, sorted and separate."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, ranges: Iterable[tuple[int, int]]) -> Lines:
        """Merge ranges that overlap or touch."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(ranges):
            if ends and start <= ends[-1] + 1:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def meet(self, first: int, last: int) -> bool:
        """Whether any line from `first` to `last` is included."""
        before = bisect_right(self.starts, last)
        return before > 0 and self.ends[before - 1] >= first


def touched_lines(patch: bytes) -> Iterator[tuple[str, Lines]]:
    """Yield each file that a patch without context lines changes, with the touched lines of its new version.

    Where lines were only removed, the lines on either side count. Added and deleted files are left out.
    """
    lines = iter(patch.split(b"\n"))
    name, counts = "", False
    ranges: list[tuple[int, int]] = []
    for line in lines:
        if line.startswith(b"diff --git "):
            if counts:
                yield name, Lines.of(ranges)
            name, ranges, counts = "", [], False
        elif line.startswith(b"--- "):
            counts = line != b"--- /dev/null"
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
            counts = counts and line != b"+++ /dev/null"
        elif hunk := _HUNK.match(line):
            removed, added = (1 if count is None else int(count) for count in (hunk[1], hunk[3]))
            start = int(hunk[2])
            ranges.append((start, start + added - 1) if added else (max(start, 1), start + 1))
            for _ in range(removed + added):  # the text of a line may look like a header
                next(lines, None)
    if counts:
        yield name, Lines.of(ranges)


def _name(written: bytes) -> str:
    """Return the file name of a header: `b/…`, quoted with escapes if it is unusual."""
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written.rstrip(b"\t")[1:-1])
    else:
        written = written.removesuffix(b"\t")
    return os.fsdecode(written.removeprefix(b"b/"))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    character = escape[1]
    return bytes([int(character, 8) & 0xFF]) if len(character) == 3 else _LETTERS.get(character, character)
