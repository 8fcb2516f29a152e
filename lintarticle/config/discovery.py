"""The configuration of each file: the nearest one upward, up to the root of the repository, read once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from lintarticle.boundary import Boundary
from lintarticle.config.configuration import ArticleType, CommandLine, Configuration, Globs, Reach, location, root_of
from lintarticle.config.preset import Presets
from lintarticle.errors import ConfigError
from lintarticle.record import NamedTuple
from lintarticle.source import read_file

NAMES = ("lintarticle.toml", ".lintarticle.toml", ".config/lintarticle.toml", "pyproject.toml")
"""The names of a configuration, in order of precedence where one folder has several."""


class Discovered(NamedTuple):
    """What the search upward from a folder came to.

    `path` is the configuration, or None; `root` the folder its patterns are relative to (without
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
        self._found: dict[Path, Discovered | None] = {}

    @property
    def folders(self) -> Iterable[Path]:
        """The folders that were looked at."""
        return self._found

    def upward_from(self, folder: Path) -> Discovered:
        """Find the configuration for the files of a folder (absolute)."""
        passed: list[Path] = []
        found: Discovered | None = None
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
        return Discovered(self._working_folder if folder.is_relative_to(self._working_folder) else folder)


def _look(folder: Path) -> Discovered | None:
    """Return what a folder settles: a configuration, or that the repository ends here without one."""
    there = tuple(_configurations(folder))
    if there:
        return Discovered(folder, there[0], there[1:])
    return Discovered(folder) if is_repository(folder) else None


def repository_of(folder: Path) -> Path | None:
    """Return the root of the repository that a folder is in, None if it is in none."""
    return next((each for each in (folder, *folder.parents) if is_repository(each)), None)


def is_repository(folder: Path) -> bool:
    """Whether a folder is the root of a repository."""
    return os.path.lexists(folder / ".git")


def configuration_in(folder: Path) -> Path | None:
    """Return the configuration in a folder, or None."""
    return next(_configurations(folder), None)


def _configurations(folder: Path) -> Iterator[Path]:
    for name in NAMES:
        path = folder / name
        # A folder or a dangling link with one of our names is a mistake, which reading it reports.
        if speaks_of_us(path) if name == "pyproject.toml" else os.path.lexists(path):
            yield path


def speaks_of_us(pyproject: Path) -> bool:
    """Whether a pyproject.toml has our table, valid or not; false for a file that can't be read."""
    try:
        data = read_file(pyproject)
    except OSError:
        return False
    if b"lintarticle" not in data:
        return False
    import tomllib

    try:
        tool = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n")).get("tool")
    except (ValueError, RecursionError):
        return b"tool.lintarticle" in data  # reading it will say what is wrong
    return isinstance(tool, dict) and "lintarticle" in tool


def shown_path(path: Path, working_folder: Path) -> str:
    """Return a path as users see it: relative to the working folder, with `/`."""
    try:
        return Path(os.path.relpath(path, working_folder)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()


# --- configurations as loaded ----------------------------------------------------------------------------------

NO_CODE = "LINTARTICLE_NO_CODE"
"""The environment variable that forbids code, but for the values "" and "0"."""


class ConfigurationStore(Protocol):
    """Configurations that earlier runs have read; `identity` is what one depends on besides files."""

    def get(self, path: Path, root: Path, reach: Reach, identity: Iterable[str]) -> Configuration | None:
        """Return the configuration in a file, none if it is not kept or has changed."""

    def keep(self, configuration: Configuration, reach: Reach, identity: Iterable[str]) -> None:
        """Keep a configuration."""


class Configurations:
    """Hands out the configuration that holds for the files of a folder.

    `given` is a configuration file named on the command line: it holds for every file. `no_code`: no code that a
    configuration names is run; the variable `LINTARTICLE_NO_CODE` sets it too. `warnings` fills up with sentences on
    what was odd but not a mistake. Folders are absolute.
    """

    def __init__(
        self,
        working_folder: Path,
        given: Path | None = None,
        command_line: CommandLine | None = None,
        *,
        no_code: bool = False,
        kept: ConfigurationStore | None = None,
    ) -> None:
        self.working_folder = working_folder
        self._kept = kept
        self.warnings: list[str] = []
        self._no_code = no_code or os.environ.get(NO_CODE, "") not in ("", "0")
        self._repository = self.top = repository_of(working_folder) or working_folder
        root = given or configuration_in(self._repository)
        self._root = location(root) if root else None
        self._command_line = command_line or CommandLine()
        if given and given.name == "pyproject.toml" and not speaks_of_us(given):
            raise ConfigError(f"{shown_path(given, working_folder)}: The file has no table [tool.lintarticle].")
        self._given = self._load(Discovered(root_of(given), given), is_given=True) if given else None
        self._discovery = Discovery(working_folder)
        self._loaded: dict[Path | None, Configuration] = {}

    @property
    def identity(self) -> tuple[str, ...]:
        """All that configurations depend on besides files: the command line, the environment, where the run is."""
        given = self._given.path if self._given else None
        places = (self._repository, self._root, given)
        shown = (shown_path(place, self.working_folder) if place else "" for place in places)
        return (*shown, str(is_repository(self._repository)), str(self._no_code), repr(self._command_line))

    @property
    def folders(self) -> Iterator[Path]:
        """The folders in which a configuration was looked for."""
        yield from self._discovery.folders
        yield self._repository

    @property
    def loaded(self) -> Sequence[Configuration]:
        """The configurations that were handed out."""
        return [self._given] if self._given else list(self._loaded.values())

    def of(self, folder: Path) -> Configuration:
        """Return the configuration for the files of an absolute folder; raises `ConfigError`."""
        if self._given:
            return self._given
        found = self._discovery.upward_from(folder)
        key = found.path or found.root
        if key not in self._loaded:
            self._loaded[key] = self._load(found)
        return self._loaded[key]

    def tried(self, path: Path, data: bytes) -> Configuration:
        """Read what a configuration file, which need not be there, is to hold; raises `ConfigError`."""
        from lintarticle.config.reading import Proposed, read_configuration  # imports pydantic: 100 ms

        root, shown = root_of(path), shown_path(path, self.working_folder)
        reach = self._reach(Discovered(root, path), is_given=False)
        return read_configuration(Proposed(path, data), root, shown, self._command_line, reach)

    def _load(self, found: Discovered, *, is_given: bool = False) -> Configuration:
        reach = self._reach(found, is_given=is_given)
        if found.path is None:
            above, include, exclude, names = self._command_line
            presets = _presets(names)
            return Configuration(
                found.root,
                types=_types(names),
                boundary=reach.repository,
                below=presets.layers,
                above=above,
                include=Globs(include or presets.include),
                exclude=Globs((*presets.exclude, *exclude)),
            )
        for other in found.others:
            first, second = (path.relative_to(found.root).as_posix() for path in (found.path, other))
            self.warnings.append(
                f"{first} and {second} are both configurations of {found.root}; the first one is used."
            )
        shown = shown_path(found.path, self.working_folder)
        if not is_given and not reach.repository.holds(found.path):
            raise ConfigError(f"{shown}: The configuration is a link that leads out of the repository.")
        configuration = self._read(found.path, found.root, shown, reach)
        self.warnings += [
            f"{place}: The model is code, which is not run here: the metadata of this type is not checked."
            for place in configuration.models_left_out
        ]
        self.warnings += [
            f"{place}: The plugin is code, which is not run here: its rules are left out."
            for place in configuration.plugins_left_out
        ]
        return configuration

    def _read(self, path: Path, root: Path, shown: str, reach: Reach) -> Configuration:
        identity = (shown, str(self.working_folder), repr(self._command_line), *map(str, (reach.root, reach.no_code)))
        kept = self._kept.get(path, root, reach, identity) if self._kept else None
        if kept:
            return kept
        from lintarticle.config.reading import read_configuration  # imports pydantic: 100 ms

        configuration = read_configuration(path, root, shown, self._command_line, reach)
        if self._kept:
            self._kept.keep(configuration, reach, identity)
        return configuration

    def _reach(self, found: Discovered, *, is_given: bool) -> Reach:
        """Return what a configuration may reach: the repository worked in, where it is below that, else its own."""
        inside = Boundary(self._repository)
        # A link that leads out to another repository makes that no repository of its own.
        is_below = is_repository(self._repository) and found.root.is_relative_to(self._repository)
        if is_below or inside.holds(found.root):
            repository = inside
        else:
            repository = Boundary(repository_of(found.root) or found.root)
        if is_given:
            repository = repository.widened([found.root])
        return Reach(repository, self._root, no_code=self._no_code)


def _presets(names: tuple[str, ...]) -> Presets:
    if not names:
        return Presets()
    from lintarticle.config.layers import read_presets  # imports pydantic: 100 ms

    return read_presets(names)


def _types(names: tuple[str, ...]) -> tuple[ArticleType, ...]:
    if not names:
        return ()
    from lintarticle.config.types import types_of_presets  # as above

    return tuple(types_of_presets(names))
