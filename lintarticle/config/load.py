"""The configuration of each file: found upward, read once."""

from __future__ import annotations

from pathlib import Path

from lintarticle.config.configuration import CommandLine, ConfigError, Configuration
from lintarticle.config.discovery import Discovery, Found, root_of, shown_path, speaks_of_us
from lintarticle.config.globs import Globs
from lintarticle.config.layers import Presets


class Configurations:
    """Hands out the configuration that holds for the files of a folder.

    `given` is a configuration file named on the command line: it holds for every file. `warnings` fills up with
    sentences on what was odd but no mistake. Folders are absolute.
    """

    def __init__(
        self, working_folder: Path, given: Path | None = None, command_line: CommandLine | None = None
    ) -> None:
        self.working_folder = working_folder
        self.warnings: list[str] = []
        self._command_line = command_line or CommandLine()
        if given and given.name == "pyproject.toml" and not speaks_of_us(given):
            raise ConfigError(f"{shown_path(given, working_folder)}: There is no table [tool.lintarticle] here.")
        self._given = self._load(Found(root_of(given), given)) if given else None
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

    def _load(self, found: Found) -> Configuration:
        if found.path is None:
            above, include, exclude, names = self._command_line
            presets = _presets(names)
            return Configuration(
                found.root,
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
        return read_configuration(found.path, found.root, shown, self._command_line)


def _presets(names: tuple[str, ...]) -> Presets:
    if not names:
        return Presets()
    from lintarticle.config.preset_reading import read_presets  # imports pydantic: 100 ms

    return read_presets(names)
