"""A configuration as loaded: its layers, and the settings that follow for each article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintarticle.config.layers import Layer
from lintarticle.config.resolve import resolve
from lintarticle.config.settings import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class ConfigError(Exception):
    """Mistakes in a configuration: `messages` are whole sentences, each with its place (`file:line: …`)."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


class Globs:
    """Patterns as in a .gitignore file, relative to the folder of their configuration."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._spec: GitIgnoreSpec | None = None

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def match(self, path: str) -> bool:
        """Whether a path with `/` matches."""
        if not self._patterns:
            return False
        if self._spec is None:
            from pathspec import GitIgnoreSpec  # 40 ms: only where there are patterns

            self._spec = GitIgnoreSpec.from_lines(self._patterns)
        return self._spec.match_file(path)


class Override(NamedTuple):
    """A layer for the files that match."""

    files: Globs
    layer: Layer


class CommandLine(NamedTuple):
    """What the command line says over every configuration file: layers, and patterns in place of those of the file.

    `presets` are names that come after those of the file, and below what the file itself says.
    """

    layers: tuple[Layer, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Configuration:
    """What one configuration file says, the layers below it and above it included.

    `root` is the folder that its patterns and static folders are relative to. `path` is None where there is no
    file. `below` holds defaults and presets, `above` the command line.
    """

    root: Path
    path: Path | None = None
    below: tuple[Layer, ...] = ()
    layer: Layer = field(default_factory=Layer)
    overrides: tuple[Override, ...] = ()
    above: tuple[Layer, ...] = ()
    include: Globs = field(default_factory=lambda: Globs(()))
    exclude: Globs = field(default_factory=lambda: Globs(()))
    _settings: dict[tuple[int, ...], Settings] = field(default_factory=dict, repr=False, compare=False)

    def relative(self, path: Path) -> str:
        """Return an absolute path as its patterns see it, with `/`; a file outside of `root` by its full path."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def settings_for(self, path: str) -> Settings:
        """Return the settings of the article at a path relative to `root`."""
        matching = tuple(number for number, override in enumerate(self.overrides) if override.files.match(path))
        if matching not in self._settings:
            overrides = (self.overrides[number].layer for number in matching)
            self._settings[matching] = resolve((*self.below, self.layer, *overrides, *self.above))
        return self._settings[matching]
