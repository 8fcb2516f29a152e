"""A configuration as loaded: its layers and types, and the settings that follow for each article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from lintarticle.boundary import Boundary
from lintarticle.config.layer import Layer
from lintarticle.config.selection import BUILT_IN, KnownRules
from lintarticle.errors import ConfigError
from lintarticle.patterns import FilePatterns, gitignore_patterns
from lintarticle.record import NamedTuple, Record

if TYPE_CHECKING:  # a run in which all is known needs no settings
    from lintarticle.article.article import Article
    from lintarticle.article.values import Node
    from lintarticle.config.settings import Candidate, Settings
    from lintarticle.outline.outline import Outline  # only a configuration with types needs them
    from lintarticle.rule import Rule
    from lintarticle.schema.contract import Contract
    from lintarticle.source import SourceText


# --- files ----------------------------------------------------------------------------------------------------


class Reach(NamedTuple):
    """How far the configurations of a run may reach.

    Files that they name must be inside `repository`. `root` is the one configuration that may name code and allow
    files outside, itself or by way of what it extends in the repository: the one at the root, or the one that the
    command line names. Its folder has no link in its path; None if there is none. `no_code`: no code is run at all.
    """

    repository: Boundary = Boundary()
    root: Path | None = None
    no_code: bool = False


def root_of(path: Path) -> Path:
    """Return the folder that the patterns of a configuration file are relative to."""
    return path.parent.parent if path.parent.name == ".config" else path.parent


def location(path: Path) -> Path:
    """Return where a configuration is, links in the path to its folder resolved; a file that is a link stays one."""
    root = root_of(path)
    return Path(os.path.realpath(root), path.relative_to(root))


class Globs:
    """Patterns as in a .gitignore file, relative to the folder of their configuration.

    `expressions` are what they compile to, where that is known.
    """

    def __init__(self, patterns: Sequence[str], expressions: FilePatterns | None = None) -> None:
        self.patterns = tuple(patterns)
        self._expressions = expressions

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def __str__(self) -> str:
        return ", ".join(self.patterns)

    @property
    def expressions(self) -> FilePatterns:
        """What matches like the patterns."""
        if self._expressions is None:
            self._expressions = gitignore_patterns(self.patterns)
        return self._expressions

    def match(self, path: str) -> bool:
        """Whether a path with `/` matches."""
        return bool(self.patterns) and bool(self.expressions.verdict(path))


class ArticleType(Record):
    """One `[types.NAME]`.

    `place` is where it is written, as `file:line`. `where` maps front matter keys to the values of which each must have
    one. `layers` are what it says of rules and reading, the weakest first; `contract` and `outline` what it asks of
    metadata and sections.
    """

    name: str
    place: str
    files: Globs = Globs(())
    where: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    layers: tuple[Layer, ...] = ()
    contract: Contract | None = None
    outline: Outline | None = None

    def fits(self, path: str) -> bool:
        """Whether its `files` match a path; without `files`, `where` alone decides, and without both only its name."""
        return self.files.match(path) if self.files else bool(self.where)

    def refined_by(self, other: ArticleType) -> ArticleType:
        """Return this type of an extended configuration, changed as the extending one says."""
        return other.replaced(
            files=other.files or self.files,
            where=other.where or self.where,
            layers=(*self.layers, *other.layers),
            contract=other.contract or self.contract,
            outline=other.outline or self.outline,
        )


class Override(NamedTuple):
    """A layer for the files that match."""

    files: Globs
    layer: Layer


class _Situation(NamedTuple):
    """What the path of an article decides: the numbers of the overrides, and the types whose files match."""

    overrides: tuple[int, ...]
    fitting: tuple[str, ...]


class CommandLine(NamedTuple):
    """What the command line sets for every configuration file: layers, and patterns that replace the file’s.

    `presets` are names that come after those of the file, and below what the file itself says.
    """

    layers: tuple[Layer, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()


class Configuration(Record):
    """What one configuration file says, the layers below it and above it included.

    `root` is the folder that its patterns and static folders are relative to. `path` is None if there is no
    file. `below` holds defaults and presets, `layers` the files it extends and the file itself, `above` the command
    line; in each the strongest is the last. `type_key` is the front matter key by which an article names its type.
    `baseline` is the file of known problems, None if the configuration names none. `boundary` holds the files that
    may be read for its articles. `models_left_out` are the places of models that were not imported: code is forbidden.
    `plugins_left_out` likewise. `known` are the rules it can name, those of its plugins included. `files` are those
    that it was read from.
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
    plugins_left_out: tuple[str, ...] = ()
    known: KnownRules = BUILT_IN
    files: tuple[Path, ...] = ()

    @cached_property
    def _settings(self) -> dict[_Situation, Settings]:
        """The settings computed so far."""
        return {}

    @cached_property
    def _typed(self) -> dict[tuple[tuple[int, ...], str], Settings]:
        """Settings of types computed so far, by the overrides that match and the name of the type."""
        return {}

    def relative(self, path: Path | str) -> str:
        """Return an absolute path as its patterns see it, with `/`; a file outside `root` by its full path."""
        shown = path.replace(os.sep, "/") if isinstance(path, str) else path.as_posix()
        if shown.startswith(self._prefix):
            return shown[len(self._prefix) :]
        whole = Path(path)
        return whole.relative_to(self.root).as_posix() if whole.is_relative_to(self.root) else shown

    @cached_property
    def _prefix(self) -> str:
        """What the paths below `root` start with, as patterns see them."""
        return f"{self.root.as_posix().rstrip('/')}/"

    def settings_for(self, path: str) -> Settings:
        """Return the settings of the article at a path relative to `root`, as far as its path decides them.

        Where the article itself can choose its type, the types that it may turn out to have come with them, and
        `read_typed` decides.
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
        from lintarticle.config.settings import Candidate

        candidates = tuple(
            Candidate(kind.name, kind.place, kind.name in situation.fitting, kind.where, self._of_type(situation, kind))
            for kind in self.types
        )
        sure = [kind for kind in self.types if kind.name in situation.fitting and not kind.where]
        # The settings to read the article with: those it has in the end, if its path decides that.
        settings = self._of_type(situation, sure[0] if len(sure) == 1 else None)
        return settings.replaced(candidates=candidates, type_key=self.type_key) if candidates else settings

    def _of_type(self, situation: _Situation, kind: ArticleType | None) -> Settings:
        key = (situation.overrides, kind.name if kind else "")
        if key not in self._typed:
            overrides = (self.overrides[number].layer for number in situation.overrides)
            of_type = kind.layers if kind else ()
            settings = resolve((*self.below, *self.layers, *of_type, *overrides, *self.above), self.known.rules)
            if self.known != BUILT_IN:
                settings = settings.replaced(own_rules=self.known.own, left_out=self.known.left_out)
            if kind:
                settings = settings.replaced(type=kind.name, contract=kind.contract, outline=kind.outline)
            self._typed[key] = settings
        return self._typed[key]

    def _kind(self, name: str) -> ArticleType | None:
        return next((kind for kind in self.types if kind.name == name), None)


def resolve(layers: Iterable[Layer], rules: tuple[Rule, ...] | None = None) -> Settings:
    """Add layers up, the strongest last: defaults < presets < file < type < overrides < command line."""
    from lintarticle.config.selection import Selection
    from lintarticle.config.settings import added_up

    layers = tuple(layers)
    selection = Selection(BUILT_IN.rules if rules is None else rules)
    for layer in layers:
        selection.apply(layer)
    return added_up(layers, selection.active(), selection.options())


# --- which type an article has ---------------------------------------------------------------------------------


def read_typed(path: str, source: SourceText, settings: Settings) -> tuple[Article, Settings]:
    """Read an article and let it decide its type: return it, read as its type asks, with the settings that hold for it.

    `settings` are those by its path. Raises `ConfigError` as `settings_of`.
    """
    article = settings.reader.read(path, source)
    chosen = settings_of(article, settings)
    if chosen is settings:
        return article, settings
    return article if chosen.reading == settings.reading else chosen.reader.read(path, source), chosen


def settings_of(article: Article, settings: Settings) -> Settings:
    """Return the settings that hold for an article, given those by its path.

    The type that the article names itself wins; else the one whose files and conditions it meets. Raises
    `ConfigError` where there are two of them.
    """
    if not settings.candidates:
        return settings
    named = _named(article, settings)
    if named:
        return named.settings
    fitting = [each for each in settings.candidates if each.fits_path and _meets(article, each)]
    if len(fitting) > 1:
        first, second = fitting[:2]
        raise ConfigError(
            f"{second.place}: The types “{first.name}” and “{second.name}” both match {article.path}; "
            f"change their files, or name one of them in the article with “{settings.type_key}”."
        )
    return fitting[0].settings if fitting else settings


def _named(article: Article, settings: Settings) -> Candidate | None:
    name = next(iter(_values(article, settings.type_key)), "")
    return next((each for each in settings.candidates if each.name == name), None) if name else None


def _meets(article: Article, candidate: Candidate) -> bool:
    """Whether each condition has one of its values in the article; case does not count, and a missing key is false."""
    return all(
        not {value.casefold() for value in wanted}.isdisjoint(
            value.casefold() for value in _values(article, name) or ("false",)
        )
        for name, wanted in candidate.where.items()
    )


def _values(article: Article, name: str) -> tuple[str, ...]:
    """Return the values under a key of the front matter (`extra.kind` for a nested one), else of a field so called."""
    node = article.value(name)
    if node is None:
        field = article.metadata.get(name)
        return tuple(item.text for item in field.items) or (field.text.strip(),) if field else ()
    return tuple(_text(item) for item in node.items) if node.kind == "list" else (_text(node),)


def _text(node: Node) -> str:
    return str(node.value).lower() if node.kind == "boolean" else node.text.strip()
