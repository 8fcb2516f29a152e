"""The configuration of each file: found upward, read once."""

from __future__ import annotations

import os
from pathlib import Path

from lintarticle.boundary import Boundary
from lintarticle.config.configuration import CommandLine, ConfigError, Configuration
from lintarticle.config.discovery import (
    Discovery,
    Found,
    Reach,
    configuration_in,
    is_repository,
    location,
    repository_of,
    root_of,
    shown_path,
    speaks_of_us,
)
from lintarticle.config.globs import Globs
from lintarticle.config.layers import Presets

NO_CODE = "LINTARTICLE_NO_CODE"
"""The environment variable that forbids code, but for the values "" and "0"."""


class Configurations:
    """Hands out the configuration that holds for the files of a folder.

    `given` is a configuration file named on the command line: it holds for every file. `no_code`: no code that a
    configuration names is run; so it is where the environment sets `LINTARTICLE_NO_CODE`. `warnings` fills up with
    sentences on what was odd but not a mistake. Folders are absolute.
    """

    def __init__(
        self,
        working_folder: Path,
        given: Path | None = None,
        command_line: CommandLine | None = None,
        *,
        no_code: bool = False,
    ) -> None:
        self.working_folder = working_folder
        self.warnings: list[str] = []
        self._no_code = no_code or os.environ.get(NO_CODE, "") not in ("", "0")
        self._repository = repository_of(working_folder) or working_folder
        root = given or configuration_in(self._repository)
        self._root = location(root) if root else None
        self._command_line = command_line or CommandLine()
        if given and given.name == "pyproject.toml" and not speaks_of_us(given):
            raise ConfigError(f"{shown_path(given, working_folder)}: There is no table [tool.lintarticle] here.")
        self._given = self._load(Found(root_of(given), given), is_given=True) if given else None
        self._discovery = Discovery(working_folder)
        self._loaded: dict[Path | None, Configuration] = {}

    def of(self, folder: Path) -> Configuration:
        """Return the configuration for the files of an absolute folder; raises `ConfigError`."""
        if self._given:
            return self._given
        found = self._discovery.upward_from(folder)
        key = found.path or found.root
        if key not in self._loaded:
            self._loaded[key] = self._load(found)
        return self._loaded[key]

    def _load(self, found: Found, *, is_given: bool = False) -> Configuration:
        reach = self._reach(found, is_given=is_given)
        if found.path is None:
            above, include, exclude, names = self._command_line
            presets = _presets(names)
            return Configuration(
                found.root,
                boundary=reach.repository,
                below=presets.layers,
                above=above,
                include=Globs(include or presets.include),
                exclude=Globs((*presets.exclude, *exclude)),
            )
        for other in found.others:
            first, second = (path.relative_to(found.root).as_posix() for path in (found.path, other))
            self.warnings.append(
                f"{first} and {second} are both configurations of {found.root}: the first one is used."
            )
        from lintarticle.config.read import read_configuration  # imports pydantic: 100 ms

        shown = shown_path(found.path, self.working_folder)
        if not is_given and not reach.repository.holds(found.path):
            raise ConfigError(f"{shown}: The configuration is a link that leads out of the repository.")
        configuration = read_configuration(found.path, found.root, shown, self._command_line, reach)
        self.warnings += [
            f"{place}: The model is code, which is not run here: the metadata of this type is not checked."
            for place in configuration.models_left_out
        ]
        return configuration

    def _reach(self, found: Found, *, is_given: bool) -> Reach:
        """Return what a configuration may reach: the repository worked in, where it is below that, else its own."""
        inside = Boundary(self._repository)
        # A link that leads out to another repository makes that no repository of its own.
        is_below = is_repository(self._repository) and found.root.is_relative_to(self._repository)
        repository = (
            inside if is_below or inside.holds(found.root) else Boundary(repository_of(found.root) or found.root)
        )
        if is_given:
            repository = repository.widened([found.root])
        return Reach(repository, self._root, no_code=self._no_code)


def _presets(names: tuple[str, ...]) -> Presets:
    if not names:
        return Presets()
    from lintarticle.config.preset_reading import read_presets  # imports pydantic: 100 ms

    return read_presets(names)
