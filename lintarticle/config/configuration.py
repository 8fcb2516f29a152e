"""A configuration as loaded: its layers, and the settings that follow for each article."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lintarticle.boundary import Boundary
from lintarticle.config.article_type import ArticleType
from lintarticle.config.globs import Globs
from lintarticle.config.layers import Layer
from lintarticle.config.resolve import resolve
from lintarticle.config.settings import Candidate, Settings
from lintarticle.record import Record


class ConfigError(Exception):
    """Mistakes in a configuration: `messages` are whole sentences, each with its place (`file:line: …`)."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


class Override(NamedTuple):
    """A layer for the files that match."""

    files: Globs
    layer: Layer


class _Situation(NamedTuple):
    """What the path of an article decides: the numbers of the overrides, and the types whose files match."""

    overrides: tuple[int, ...]
    fitting: tuple[str, ...]


class CommandLine(NamedTuple):
    """What the command line says over every configuration file: layers, and patterns in place of those of the file.

    `presets` are names that come after those of the file, and below what the file itself says.
    """

    layers: tuple[Layer, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()


class Configuration(Record):
    """What one configuration file says, the layers below it and above it included.

    `root` is the folder that its patterns and static folders are relative to. `path` is None where there is no
    file. `below` holds defaults and presets, `layers` the files it extends and the file itself, `above` the command
    line; in each the strongest is the last. `type_key` is the front matter key by which an article names its type.
    `baseline` is the file of known problems, None where the configuration names none. `boundary` holds the files that
    may be read for its articles. `models_left_out` are the places of models that were not imported: code is forbidden.
    """

    root: Path
    path: Path | None = None
    below: tuple[Layer, ...] = ()
    layers: tuple[Layer, ...] = ()
    types: tuple[ArticleType, ...] = ()
    type_key: str = "type"
    overrides: tuple[Override, ...] = ()
    above: tuple[Layer, ...] = ()
    include: Globs = Globs(())
    exclude: Globs = Globs(())
    baseline: Path | None = None
    boundary: Boundary = Boundary()
    models_left_out: tuple[str, ...] = ()

    @cached_property
    def _settings(self) -> dict[_Situation, Settings]:
        """The settings worked out so far."""
        return {}

    @cached_property
    def _typed(self) -> dict[tuple[tuple[int, ...], str], Settings]:
        """Those of types, worked out so far, by the overrides that match and the name of the type."""
        return {}

    def relative(self, path: Path) -> str:
        """Return an absolute path as its patterns see it, with `/`; a file outside of `root` by its full path."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def settings_for(self, path: str) -> Settings:
        """Return the settings of the article at a path relative to `root`, as far as its path decides them.

        Where the article itself has a say in its type, the types that it may turn out to have come with them, and
        `choice.settings_of` decides.
        """
        situation = _Situation(
            tuple(number for number, override in enumerate(self.overrides) if override.files.match(path)),
            tuple(kind.name for kind in self.types if kind.fits(path)),
        )
        if situation not in self._settings:
            self._settings[situation] = self._resolved(situation)
        return self._settings[situation]

    def layers_for(self, path: str, type_name: str = "") -> tuple[Layer, ...]:
        """Return the layers that add up to the settings of an article, the weakest first."""
        kind = self._kind(type_name)
        of_type = kind.layers if kind else ()
        overrides = (override.layer for override in self.overrides if override.files.match(path))
        return (*self.below, *self.layers, *of_type, *overrides, *self.above)

    def _resolved(self, situation: _Situation) -> Settings:
        candidates = tuple(
            Candidate(kind.name, kind.place, kind.name in situation.fitting, kind.where, self._of_type(situation, kind))
            for kind in self.types
        )
        sure = [kind for kind in self.types if kind.name in situation.fitting and not kind.where]
        # The settings to read the article with: those it has in the end, wherever its path tells so much.
        settings = self._of_type(situation, sure[0] if len(sure) == 1 else None)
        return settings.replaced(candidates=candidates, type_key=self.type_key) if candidates else settings

    def _of_type(self, situation: _Situation, kind: ArticleType | None) -> Settings:
        key = (situation.overrides, kind.name if kind else "")
        if key not in self._typed:
            overrides = (self.overrides[number].layer for number in situation.overrides)
            of_type = kind.layers if kind else ()
            settings = resolve((*self.below, *self.layers, *of_type, *overrides, *self.above))
            if kind:
                settings = settings.replaced(type=kind.name, contract=kind.contract, outline=kind.outline)
            self._typed[key] = settings
        return self._typed[key]

    def _kind(self, name: str) -> ArticleType | None:
        return next((kind for kind in self.types if kind.name == name), None)
