"""A configuration file, and those it extends, to a `Configuration`; every mistake with its line."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from lintarticle.boundary import Boundary
from lintarticle.config.configuration import (
    ArticleType,
    CommandLine,
    Configuration,
    Globs,
    Override,
    Reach,
    location,
    root_of,
)
from lintarticle.config.document import Document, Mistake, Place, check
from lintarticle.config.keys import ConfigKeys
from lintarticle.config.layer import Layer
from lintarticle.config.layers import read_layer, read_presets
from lintarticle.config.plugins import family_of, rules_of_plugin
from lintarticle.config.selection import BUILT_IN, KnownRules
from lintarticle.config.types import (
    NO_CODE_HERE,
    Folders,
    definition_mistakes,
    models_left_out,
    read_types,
    types_of_presets,
)
from lintarticle.errors import ConfigError
from lintarticle.patterns import gitignore_patterns
from lintarticle.record import NamedTuple
from lintarticle.repository_code import CodeError

FILE_ONLY = ("allow-outside", "baseline", "definitions", "extends", "overrides", "plugins", "types")
"""Keys that `--config KEY=VALUE` can't set."""


HOW_TO_ALLOW = "The configuration at the root of the repository can allow it with “allow-outside”."


class FileContents(NamedTuple):
    """What one file says, checked."""

    keys: ConfigKeys
    layer: Layer
    overrides: tuple[Override, ...]
    types: tuple[ArticleType, ...]


class Proposed(NamedTuple):
    """What a configuration file is to hold."""

    path: Path
    data: bytes


def read_configuration(
    source: Path | Proposed, root: Path, shown_path: str, command_line: CommandLine, reach: Reach | None = None
) -> Configuration:
    """Read a configuration file; raises `ConfigError` with all its mistakes in the order of the text.

    Patterns of files are relative to `root`, those of extended files too; a file that a configuration names is
    relative to the one that names it. `reach`: by default the files below `root`, and no code.
    """
    path, data = source if isinstance(source, Proposed) else (source, None)
    reader = _Files(root, reach or Reach(Boundary(root)), data)
    files = reader.read(path, shown_path)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    type_key: str | None = None
    preset: tuple[str, ...] = ()
    for keys, *_ in files:
        include, exclude = keys.include or include, keys.exclude or exclude
        type_key = keys.type_key or type_key
        preset = keys.preset or preset
    preset = (*preset, *command_line.presets)
    presets = read_presets(preset)
    types = {kind.name: kind for kind in types_of_presets(preset)}
    for kind in (kind for contents in files for kind in contents.types):
        types[kind.name] = types[kind.name].refined_by(kind) if kind.name in types else kind
    return Configuration(
        root=root,
        path=path,
        below=presets.layers,
        layers=tuple(contents.layer for contents in files),
        types=tuple(types.values()),
        type_key=type_key or Configuration.type_key,
        overrides=tuple(override for contents in files for override in contents.overrides),
        above=command_line.layers,
        include=Globs(command_line.include or include or presets.include),
        exclude=Globs((*presets.exclude, *(command_line.exclude or exclude))),
        baseline=root / keys.baseline if keys.baseline else None,  # that of the file itself, which is the last
        boundary=reader.boundary,
        models_left_out=tuple(reader.models_left_out),
        known=reader.known,
        plugins_left_out=tuple(reader.plugins_left_out),
        files=tuple(reader.files),
    )


def read_keys(settings: Sequence[str], known: KnownRules = BUILT_IN) -> CommandLine:
    """Read `KEY=VALUE` settings of the command line; raises `ConfigError`."""
    command_line = CommandLine()
    wrong: list[str] = []
    for setting in settings:
        values = _nested(setting)
        keys, mistakes = check(ConfigKeys, values)
        mistakes += [
            Mistake((key,), f"“{key}” can be set only in a configuration file.") for key in FILE_ONLY if key in values
        ]
        if isinstance(keys, ConfigKeys):
            layer, more = read_layer(keys, values, (), f"--config {setting}", known)
            mistakes += [*more, *_bad_patterns(keys)]
            command_line = CommandLine(
                (*command_line.layers, layer),
                keys.include or command_line.include,
                keys.exclude or command_line.exclude,
                (*command_line.presets, *keys.preset),
            )
        wrong += [f"--config {setting}: {mistake.sentence}" for mistake in mistakes]
    if wrong:
        raise ConfigError(*wrong)
    return command_line


def _nested(setting: str) -> dict[str, Any]:
    """Turn `rules.tags/count.max=5` into nested tables; a value that is not TOML is text."""
    key, _, written = setting.partition("=")
    try:
        value: Any = tomllib.loads(f"value = {written}")["value"]
    except tomllib.TOMLDecodeError:
        value = written
    for part in reversed(key.strip().split(".")):
        value = {part.strip().strip("\"'"): value}
    nested: dict[str, Any] = value
    return nested


# --- a file and those it extends ------------------------------------------------------------------------------


class _Files:
    """Reads a file behind those that it extends; one that two of them extend counts once, where it comes first."""

    def __init__(self, root: Path, reach: Reach, data: bytes | None) -> None:
        self._data = data
        self._root = root
        self._reach = reach
        self.boundary = reach.repository
        self.files: list[Path] = []
        self.models_left_out: list[str] = []
        self.known = BUILT_IN
        self.plugins_left_out: list[str] = []
        self._definitions: dict[str, Any] = {}
        self._read: set[Path] = set()
        self._open: list[tuple[Path, str]] = []

    def read(self, path: Path, shown: str, *, is_extended_by_root: bool = False) -> list[FileContents]:
        """Return what the file and those below it say, the weakest first."""
        is_root = is_extended_by_root or location(path) == self._reach.root
        document = Document(path, shown, None if self._open else self._data)
        self.files.append(path)
        keys, mistakes = check(ConfigKeys, document.values)
        if not isinstance(keys, ConfigKeys):
            raise document.error(mistakes)
        mistakes = self._widen(keys, path, is_root=is_root)
        mistakes += self._load_plugins(keys, document, is_root=is_root)
        identity = Path(os.path.realpath(path))
        self._open.append((identity, shown))
        found = [contents for name in keys.extends for contents in self._below(name, document, is_root=is_root)]
        self._open.pop()
        self._read.add(identity)
        base = self._root if not self._open else root_of(path)
        folders = Folders(base, self._root, self.boundary, may_name_code=is_root, no_code=self._reach.no_code)
        self.models_left_out += models_left_out(keys, document, folders)
        if keys.baseline and not self.boundary.holds(base / keys.baseline):
            mistakes.append(Mistake(("baseline",), f"“{keys.baseline}” is outside the repository. {HOW_TO_ALLOW}"))
        mistakes += definition_mistakes(keys.definitions)
        self._definitions |= {} if mistakes else folders.rebased(keys.definitions)
        types, more = read_types(keys.types, document, self._definitions, folders, self.known)
        return [*found, _contents(keys, document, types, [*mistakes, *more], self.known)]

    def _widen(self, keys: ConfigKeys, path: Path, *, is_root: bool) -> list[Mistake]:
        """Let files outside the repository be read that the configuration at its root allows."""
        if keys.allow_outside and not is_root:
            sentence = "“allow-outside” counts only in the configuration at the root of the repository."
            return [Mistake(("allow-outside",), sentence, at_key=True)]
        if keys.allow_outside:
            self.boundary = self.boundary.widened(root_of(path) / name for name in keys.allow_outside)
        return []

    def _load_plugins(self, keys: ConfigKeys, document: Document, *, is_root: bool) -> list[Mistake]:
        """Make the rules of plugins known, which only the configuration at the root of the repository may name."""
        if keys.plugins and not is_root:
            return [Mistake(("plugins",), NO_CODE_HERE.format(key="plugins"), at_key=True)]
        mistakes = []
        for number, name in enumerate(keys.plugins):
            if self._reach.no_code:
                self.plugins_left_out.append(document.place(("plugins", number)))
                self.known = self.known.replaced(left_out=(*self.known.left_out, family_of(name)))
                continue
            try:
                rules = rules_of_plugin(name, root_of(document.path), self.boundary)
            except CodeError as error:
                mistakes.append(Mistake(("plugins", number), str(error)))
            else:
                self.known = self.known.replaced(own=tuple(dict.fromkeys((*self.known.own, *rules))))
        return mistakes

    def _below(self, name: str, document: Document, *, is_root: bool) -> list[FileContents]:
        path = root_of(document.path) / name
        if not self.boundary.holds(path):
            sentence = f"“extends” names “{name}”, which is outside the repository. {HOW_TO_ALLOW}"
            raise document.error([Mistake(("extends",), sentence)])
        if path.suffix != ".toml":
            sentence = f"“extends” names “{name}”, which is not a TOML file: its name does not end with “.toml”."
            raise document.error([Mistake(("extends",), sentence)])
        shown = _normal(PurePosixPath(root_of(Path(document.shown)).as_posix()) / name)
        identity = Path(os.path.realpath(path))
        if identity in self._read:
            return []
        if not path.is_file():
            sentence = f"“extends” names “{name}”, which does not exist ({shown})."
            raise document.error([Mistake(("extends",), sentence)])
        above = [shown for _, shown in self._open]
        if identity in (open_path for open_path, _ in self._open):
            circle = " → ".join([*above, shown])
            raise document.error(
                [Mistake(("extends",), f"The configurations extend each other in a circle: {circle}.")]
            )
        return self.read(path, shown, is_extended_by_root=is_root and self._reach.repository.holds(path))


def _normal(shown: PurePosixPath) -> str:
    return os.path.normpath(shown).replace(os.sep, "/")


def _contents(
    keys: ConfigKeys, document: Document, types: Sequence[ArticleType], wrong: list[Mistake], known: KnownRules
) -> FileContents:
    """Put together what a file says; raises its mistakes and those already met with its types."""
    layer, mistakes = read_layer(keys, document.values, (), document.shown, known)
    mistakes += wrong
    overrides = []
    for number, override in enumerate(keys.overrides):
        at = ("overrides", number)
        origin = f"override {number + 1} in {document.shown}"
        own, more = read_layer(override, document.values["overrides"][number], at, origin, known)
        mistakes += more
        if not more:
            below = read_presets(override.preset).layers
            overrides += [Override(Globs(override.files), layer) for layer in (*below, own)]
    mistakes += _bad_patterns(keys)
    if mistakes:
        raise document.error(mistakes)
    return FileContents(keys, layer, tuple(overrides), tuple(types))


def _bad_patterns(keys: ConfigKeys) -> Iterator[Mistake]:
    """Yield the patterns that pathspec refuses."""
    lists: list[tuple[Place, Sequence[str]]] = [(("include",), keys.include), (("exclude",), keys.exclude)]
    lists += [(("overrides", number, "files"), override.files) for number, override in enumerate(keys.overrides)]
    lists += [(("types", name, "files"), kind.files) for name, kind in keys.types.items()]
    for place, patterns in lists:
        for number, pattern in enumerate(patterns):
            try:
                gitignore_patterns([pattern])
            except ValueError:
                yield Mistake((*place, number), f"“{pattern}” is not a pattern as in .gitignore.")
