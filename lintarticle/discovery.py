"""Which files a run looks at: files as named, folders walked."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path

from lintarticle.boundary import OutsideError
from lintarticle.config.configuration import Configuration
from lintarticle.config.discovery import repository_of, shown_path
from lintarticle.expression import expression
from lintarticle.patterns import FilePatterns, gitignore_patterns
from lintarticle.record import NamedTuple
from lintarticle.source import TOO_LARGE_HELP, DecodingFault, SourceText, read_file

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd")
"""The ends of file names that a walk takes for articles where the configuration has no `include`."""

SKIPPED_FOLDERS = frozenset({"node_modules", "vendor"})
"""Folders of other people's files; folders whose name starts with a dot are skipped too."""

NO_ARTICLES = frozenset(
    {"readme", "changelog", "contributing", "code_of_conduct", "security", "support", "license", "agents", "claude"}
)
"""Files about a repository, not articles of a site; left out of walks unless `include` names them."""


class Target(NamedTuple):
    """One file to look at.

    `file` is its absolute path, as text since a walk finds many. `shown` is the path as users see it: relative to the
    working folder, with `/`.
    """

    file: str
    shown: str
    configuration: Configuration

    @property
    def path(self) -> Path:
        """The absolute path."""
        return Path(self.file)

    @property
    def relative(self) -> str:
        """The path as the patterns of its configuration see it."""
        return self.configuration.relative(self.file)

    def read(self) -> bytes:
        """Return the bytes of the file; raises `OSError`, `OutsideError` where a link leads out of the repository."""
        return self.configuration.boundary.read(self.path)


class Walks:
    """Where a search for articles has looked: at the `tops` that were named, the entries of `folders`, and `links`."""

    def __init__(self) -> None:
        self.tops: dict[Path, None] = {}
        self.folders: list[Path] = []
        self.links: list[str] = []


class Finder:
    """Turns the paths of a command line into targets, each file once, in a stable order."""

    def __init__(
        self, working_folder: Path, configuration_of: Callable[[Path], Configuration], *, force_exclude: bool = False
    ) -> None:
        self._working_folder = working_folder
        self._configuration_of = configuration_of
        self._force_exclude = force_exclude
        self.walks = Walks()

    def find(self, names: Iterable[str], most: int | None = None) -> tuple[list[Target], list[str]]:
        """Return the targets, at most `most` of a folder, and the folders among `names` that hold no article."""
        targets: dict[str, Target] = {}
        empty = []
        for name in names:
            path = Path(os.path.normpath(self._working_folder / name))
            self.walks.tops[path] = None
            if is_folder(path) and self._configuration_of(path).boundary.holds(path):
                found = sorted(islice(self._walk(path), most), key=lambda target: path_order(target.shown))
                if not found:
                    empty.append(name)
            else:
                found = [target for target in [self.target(path)] if not self.is_left_out(target)]
            for target in found:
                targets.setdefault(target.shown, target)
        return list(targets.values()), empty

    def find_among(self, names: Iterable[str], files: Iterable[Path]) -> list[Target]:
        """Return those of some files that `find` would return for `names`, in its order, without any walk.

        The files are there, and absolute without any link in their paths. A name that is neither a folder nor a file
        is returned as well: it is a mistake to be told.
        """
        ordered = sorted(files)
        wanted = frozenset(ordered)
        targets: dict[str, Target] = {}
        for name in names:
            path = Path(os.path.normpath(self._working_folder / name))
            real = Path(os.path.realpath(path))
            if is_folder(path):
                below = (path / file.relative_to(real) for file in ordered if file.is_relative_to(real))
                walk = _Retraced(path, self._configuration_of)
                found = [self.target(file) for file in below if walk.would_find(file)]
            elif real in wanted or not path.exists():
                found = [target for target in [self.target(path)] if not self.is_left_out(target)]
            else:
                continue
            for target in found:
                targets.setdefault(target.file, target)
        return list(targets.values())

    def target(self, path: Path) -> Target:
        """Return the target for an absolute path."""
        return Target(str(path), shown_path(path, self._working_folder), self._configuration_of(path.parent))

    def targets(self, files: Iterable[str]) -> Iterator[Target]:
        """Yield the targets for absolute paths; those of a folder that follow each other are looked up together."""
        for folder, inside in groupby(files, os.path.dirname):
            configuration = self._configuration_of(Path(folder))
            shown = _prefix(shown_path(Path(folder), self._working_folder))
            yield from (Target(file, shown + os.path.basename(file), configuration) for file in inside)

    def is_left_out(self, named: Target) -> bool:
        """Whether a file is left out although it is named, as `--force-exclude` asks."""
        if not self._force_exclude:
            return False
        configuration, relative = named.configuration, named.relative
        return configuration.exclude.match(relative) or not _is_article(relative, configuration)

    def _walk(self, top: Path) -> Iterator[Target]:
        """Yield the articles of a folder; links to folders are not followed, so no circle can form."""
        stack: list[tuple[Path, _Ignored]] = [(top, _Ignored.above(top))]
        while stack:
            folder, ignored = stack.pop()
            configuration = self._configuration_of(folder)
            self.walks.folders.append(folder)
            try:
                entries = list(os.scandir(folder))
            except OSError:
                yield self.target(folder)  # reading it will say why it can't be read
                continue
            ignored = ignored.entering(folder, {entry.name for entry in entries})
            relative = _prefix(configuration.relative(folder))
            shown = _prefix(shown_path(folder, self._working_folder))
            for entry in entries:
                name = entry.name
                if entry.is_dir(follow_symlinks=False):
                    inner = folder / name
                    if _is_entered(inner, configuration, ignored):
                        stack.append((inner, ignored))
                elif (
                    _is_taken(relative + name, configuration)
                    and not (entry.is_symlink() and self._leads_to_folder(entry))
                    and not ignored.match(entry.path, is_folder=False)
                ):
                    yield Target(entry.path, shown + name, configuration)

    def _leads_to_folder(self, link: os.DirEntry[str]) -> bool:
        self.walks.links.append(link.path)
        return is_folder(Path(link.path))


def _prefix(folder: str) -> str:
    """Return what comes before the names in a folder."""
    return "" if folder == "." else f"{folder.rstrip('/')}/"


def path_order(path: str) -> str:
    """Return what paths are sorted by: their parts, one after the other."""
    return path.replace("/", "\0")


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that the system can't look up does not: reading it says why."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_entered(folder: Path, configuration: Configuration, ignored: _Ignored) -> bool:
    """Whether a walk goes into a folder."""
    if folder.name.startswith(".") or folder.name in SKIPPED_FOLDERS:
        return False
    relative = configuration.relative(folder)
    return not configuration.exclude.match(f"{relative}/") and not ignored.match(folder, is_folder=True)


def _is_taken(relative: str, configuration: Configuration) -> bool:
    """Whether a walk takes a file for an article that no .gitignore names."""
    is_hidden = relative.rpartition("/")[2].startswith(".")
    return not is_hidden and _is_article(relative, configuration) and not configuration.exclude.match(relative)


class _Retraced:
    """The way of a walk from `top` to single files, each folder looked at once."""

    def __init__(self, top: Path, configuration_of: Callable[[Path], Configuration]) -> None:
        self._configuration_of = configuration_of
        self._ignored: dict[Path, _Ignored | None] = {top: _Ignored.above(top).entering(top, {".gitignore"})}

    def would_find(self, file: Path) -> bool:
        """Whether a walk from the top would find and include a file."""
        folder = file.parent
        unknown = []
        while folder not in self._ignored:
            unknown.append(folder)
            folder = folder.parent
        for each in reversed(unknown):
            self._ignored[each] = self._enter(each)
        ignored = self._ignored[file.parent]
        configuration = self._configuration_of(file.parent)
        is_taken = ignored is not None and _is_taken(configuration.relative(file), configuration)
        return is_taken and not (ignored and ignored.match(file, is_folder=False))

    def _enter(self, folder: Path) -> _Ignored | None:
        """Return what is ignored in a folder, None if a walk does not go there."""
        above = self._ignored[folder.parent]
        if (
            above is None
            or folder.is_symlink()
            or not _is_entered(folder, self._configuration_of(folder.parent), above)
        ):
            return None
        return above.entering(folder, {".gitignore"})


def _is_article(relative: str, configuration: Configuration) -> bool:
    """Whether a file is taken for an article: by `include` where the configuration has it, else by its name."""
    if configuration.include:
        return configuration.include.match(relative)
    name = relative.rpartition("/")[2]
    return name.lower().endswith(SUFFIXES) and not is_about_repository(name)


def is_about_repository(name: str) -> bool:
    """Whether the name of a file is one of those about a repository."""
    stem, dot, suffix = name.lower().rpartition(".")
    return dot + suffix in SUFFIXES and stem in NO_ARTICLES


def is_trial(relative: str) -> bool:
    """Whether a path relative to a site is in a folder of articles that exist to test programs."""
    return _TRIALS.match(relative) is not None


_TRIALS = expression(r"(?:tests?|testdata|spec|test[_-][^/]*)/|(?:.*/)?(?:fixtures|__\w+__)/")


def folders_above(folder: Path) -> Sequence[Path]:
    """Return the folders above one, up to the root of its repository or, without one, of the disk."""
    root = repository_of(folder)
    return [each for each in folder.parents if root is None or each.is_relative_to(root)]


class _Ignored:
    """The .gitignore files in force in one folder, the deepest first; the first with a matching pattern decides."""

    def __init__(self, specs: tuple[tuple[Path, FilePatterns], ...] = ()) -> None:
        self._specs = specs

    @classmethod
    def above(cls, folder: Path) -> _Ignored:
        """Return those of the folders above, up to the root of the repository; none if there is no repository."""
        ignored = cls()
        for parent in reversed(folders_above(folder) if repository_of(folder) else ()):
            ignored = ignored.entering(parent, {".gitignore"})
        return ignored

    def entering(self, folder: Path, names: set[str]) -> _Ignored:
        """Return what is in force in a folder with entries of these names."""
        if ".gitignore" not in names:
            return self
        try:
            lines = read_file(folder / ".gitignore").decode("utf-8", errors="replace").splitlines()
        except OSError:
            return self
        return _Ignored(((folder, gitignore_patterns(lines)), *self._specs))

    def match(self, path: Path | str, *, is_folder: bool) -> bool:
        """Whether a path below those folders is ignored."""
        for folder, patterns in self._specs:
            relative = str(path)[len(str(folder)) :].replace(os.sep, "/").lstrip("/")
            verdict = patterns.verdict(f"{relative}/" if is_folder else relative)
            if verdict is not None:
                return verdict
        return False


# --- reading ------------------------------------------------------------------------------------------------------


def read_source(target: Target) -> SourceText:
    """Read a file; one that can't be read becomes an empty text with a fault that says why."""
    try:
        return SourceText.from_bytes(target.read())
    except (OSError, ValueError) as error:
        return SourceText("", DecodingFault(0, *_why_unreadable(error)))


class TargetText:
    """The text of a target, read when it is first asked for."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._source: SourceText | None = None

    def __call__(self) -> SourceText:
        """Return it."""
        if self._source is None:
            self._source = read_source(self._target)
        return self._source


def _why_unreadable(error: OSError | ValueError) -> tuple[str, str]:
    if isinstance(error, OutsideError):
        return "A link in its path leads outside the repository.", "Replace the link with the file itself."
    known = {
        errno.ENOENT: ("The file does not exist.", "Check the spelling of its path."),
        errno.EACCES: ("You have no permission to open the file.", "Give yourself permission to read it."),
        errno.EPERM: ("You have no permission to open the file.", "Give yourself permission to read it."),
        errno.ELOOP: (
            "The file is a link to itself.",
            "Replace the link with the file that it should point to.",
        ),
        errno.ENOTSUP: (
            "It is a pipe or a device, not a file.",
            "Send the text to standard input instead: lintarticle check -",
        ),
        errno.ENAMETOOLONG: ("The file name is too long.", ""),
        errno.EISDIR: (
            "The folder can’t be read.",
            "Give yourself permission to read it, or shorten its path.",
        ),
    }
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EFBIG and isinstance(error, OSError):
        return error.strerror or "", TOO_LARGE_HELP
    if code in known:
        return known[code]
    reason = (error.strerror if isinstance(error, OSError) else None) or "its path is not valid"
    return f"The file can’t be read: {reason}.", ""
