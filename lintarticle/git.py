"""What git knows of a working tree: how it differs from the commit at which its branch left another one.

Everything is read, nothing is written. Names of files come separated by NUL characters, so that any name works.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lintarticle.patch import Lines, touched_lines

_SUBMODULE = "160000"
"""The mode of an entry that is a commit of another repository."""


class GitError(Exception):
    """Git can't answer: the text says why and what to do, in sentences."""


class Changes(NamedTuple):
    """How a working tree differs from a commit, by absolute paths without any link in them.

    `new` are those of the changed files that were not there before, files that are not tracked among them;
    `vanished` the paths that files were deleted from or renamed away from.
    """

    changed: frozenset[Path] = frozenset()
    new: frozenset[Path] = frozenset()
    vanished: frozenset[Path] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.changed | other.changed, self.new | other.new, self.vanished | other.vanished)


class _Entry(NamedTuple):
    """One line of `git diff --raw`: `old` is a commit where `mode` is that of a submodule."""

    mode: str
    old: str
    status: str
    path: str
    renamed_from: str = ""


class Repository:
    """The working tree at `top`, an absolute path without any link in it."""

    def __init__(self, top: Path) -> None:
        self.top = top

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Return the repository that a folder is in; raises `GitError` where there is none."""
        found, words = _git(folder, "rev-parse", "--show-toplevel")
        if words.startswith("fatal: not a git repository"):
            raise GitError(f"--since compares with git, and “{folder}” is in no git repository.")
        if found is None:
            raise GitError(f"Git can’t tell the repository of “{folder}”. It says: {words}")
        top = os.fsdecode(found).removesuffix("\n")
        if not top:
            raise GitError(f"--since compares files with git, and “{folder}” is in a repository without any.")
        return cls(Path(top).resolve())

    def merge_base(self, ref: str) -> str:
        """Return the commit at which this branch left another one; raises `GitError`."""
        commit = self._commit(ref)
        if self._try("rev-parse", "--verify", "--quiet", "HEAD^{commit}")[0] is None:
            raise GitError("--since compares with a commit, and this repository has none yet.")
        found, words = self._try("merge-base", commit, "HEAD")
        if found:
            return found.decode().strip()
        if self._is_shallow:
            raise GitError(
                f"The history here is cut short, so that git can’t find where this branch left “{ref}”: "
                f"run “git fetch --unshallow”. With actions/checkout, set “fetch-depth: 0”; in GitLab, “GIT_DEPTH: 0”."
            )
        if words:
            raise GitError(f"Git can’t compare with “{ref}”. It says: {words}")
        raise GitError(f"This branch and “{ref}” have no commit in common, so there is nothing to compare with.")

    def changes(self, base: str) -> Changes:
        """Return how the working tree differs from a commit: committed since, staged, unstaged or not tracked."""
        changed: set[str] = set()
        new = self._names("ls-files", "--others", "--exclude-standard", "-z")
        vanished: set[str] = set()
        inner = Changes()
        for entry in self._entries(base):
            if entry.mode == _SUBMODULE:
                inner |= self._changes_inside(entry)
            elif entry.status == "D":
                vanished.add(entry.path)
            else:
                (new if entry.status in "AT" else changed).add(entry.path)
                vanished.update(filter(None, [entry.renamed_from]))
        changed |= new
        return inner | Changes(self._paths(changed), self._paths(new), self._paths(vanished - changed))

    def touched_lines(self, base: str) -> dict[Path, Lines]:
        """Return the lines that the change since a commit touched, for each file that was there before.

        A file whose text is the same is left out, a new one and one of a submodule, too.
        """
        form = ("--text", "-U0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
        return {self.top / name: lines for name, lines in touched_lines(self._run(*_DIFF, *form, base, "--"))}

    def content(self, commit: str, path: Path) -> bytes:
        """Return what a file of this repository held at a commit, nothing where it was not there."""
        name = path.relative_to(self.top).as_posix()
        return self._try("cat-file", "blob", f"{commit}:{name}")[0] or b""

    def tracked(self, *patterns: str) -> frozenset[Path]:
        """Return the tracked files whose path matches one of git's patterns (`*` is any characters)."""
        return self._paths(self._names("ls-files", "-z", "--", *patterns))

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
        cut = " The history here is cut short: “git fetch --unshallow” brings the rest." if self._is_shallow else ""
        return f": check its spelling, or run “git fetch {first} {ref}” and compare with FETCH_HEAD.{cut}"

    @cached_property
    def _is_shallow(self) -> bool:
        return self._try("rev-parse", "--is-shallow-repository")[0] == b"true\n"

    # --- files ------------------------------------------------------------------------------------------------

    def _entries(self, base: str) -> Iterator[_Entry]:
        parts = iter(os.fsdecode(self._run(*_DIFF, "--raw", "-z", "--no-abbrev", base, "--")).split("\0"))
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

    def _changes_inside(self, entry: _Entry) -> Changes:
        """Return the changes of a submodule; of a new one, and of one whose old commit is not here, every file."""
        folder = self.top / entry.path
        if not (folder / ".git").exists():
            return Changes(vanished=frozenset({folder}) if entry.status == "D" else frozenset())
        inner = Repository(folder.resolve())
        if entry.old.strip("0") and _git(inner.top, "cat-file", "-e", f"{entry.old}^{{commit}}")[0] is not None:
            changes = inner.changes(entry.old)
            return changes._replace(new=changes.changed)
        return Changes(inner.tracked(), inner.tracked())

    def _names(self, *arguments: str) -> set[str]:
        return set(filter(None, os.fsdecode(self._run(*arguments)).split("\0")))

    def _paths(self, names: set[str]) -> frozenset[Path]:
        return frozenset(self.top / name for name in names)

    def _run(self, *arguments: str) -> bytes:
        done, words = self._try(*arguments)
        if done is None:
            raise GitError(f"Git can’t compare the files. It says: {words}")
        return done

    def _try(self, *arguments: str) -> tuple[bytes | None, str]:
        return _git(self.top, *arguments)


_DIFF = ("diff", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none")
"""How files are compared, whatever the user's git is set to."""

_LOCAL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""What git sets in a hook: true in the folder where the hook runs, and misleading in any other."""


def _git(folder: Path, *arguments: str) -> tuple[bytes | None, str]:
    """Run git in a folder; return what it prints, None where it fails, and the first it says of that."""
    import subprocess  # 10 ms: only where git is asked

    command = ("git", "--no-optional-locks", "-C", os.fspath(folder), *arguments)
    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise GitError("--since needs git, and there is no program “git” here: install it first.") from None
    except OSError as error:
        raise GitError(f"--since needs git, and the program “git” can’t be run: {error.strerror}.") from None
    words = " ".join(done.stderr.decode("utf-8", "replace").split("\n")[:2]).strip()
    return (done.stdout if done.returncode == 0 else None), words
