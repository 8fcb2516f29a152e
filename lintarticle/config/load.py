"""The configuration of each file: found upward, read once."""

from __future__ import annotations

from pathlib import Path

from lintarticle.config.configuration import Configuration
from lintarticle.config.discovery import Discovery, Found, root_of
from lintarticle.config.layers import Layer


class Configurations:
    """Hands out the configuration that holds for the files of a folder.

    `given` is a configuration file named on the command line: it holds for every file. `above` are the layers of
    the command line. `warnings` fills up with sentences on what was odd but no mistake.
    """

    def __init__(self, working_folder: Path, given: Path | None = None, above: tuple[Layer, ...] = ()) -> None:
        self.working_folder = working_folder
        self.warnings: list[str] = []
        self._above = above
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
            return Configuration(found.root, above=self._above)
        for other in found.others:
            self.warnings.append(
                f"{found.path.name} and {other.name} are both configurations in {found.root}: the first one is used."
            )
        from lintarticle.config.read import read_configuration  # imports pydantic: 100 ms

        return read_configuration(found.path, found.root, self._above)
