"""A configuration file to a `Configuration`; every mistake with its line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from lintarticle.article.field_table import ALIASES
from lintarticle.article.model import Node
from lintarticle.article.toml_values import read_toml
from lintarticle.config.configuration import CommandLine, ConfigError, Configuration, Globs, Override
from lintarticle.config.layers import Layer, Presets, RuleSetting
from lintarticle.config.mistakes import Mistake, Place, check, listed, shown
from lintarticle.config.names import LEVELS, fault_of_level, fault_of_rule, fault_of_selector, level, rule_named
from lintarticle.config.options import check_options
from lintarticle.config.preset import fault_of_preset, preset_text
from lintarticle.config.schema import ConfigKeys, LayerKeys
from lintarticle.nearest import did_you_mean
from lintarticle.source import SourceText, Span

FIX_LEVELS = ("safe", "unsafe", "never")
"""What `fix` of a rule may be set to."""


class Contents(NamedTuple):
    """What a file or the command line says, checked."""

    keys: ConfigKeys
    layer: Layer
    overrides: tuple[Override, ...]


def read_configuration(path: Path, root: Path, shown_path: str, command_line: CommandLine) -> Configuration:
    """Read a configuration file; raises `ConfigError` with all its mistakes in the order of the text."""
    source = _source(path, shown_path)
    read = read_toml(source, Span(0, len(source.text)))
    if read.faults:
        faults = sorted(read.faults, key=lambda fault: fault.span)
        raise ConfigError(
            *(f"{shown_path}:{source.line_of(f.span.start)}: {f.message} {f.help}".rstrip() for f in faults)
        )
    table = read.root
    if path.name == "pyproject.toml":
        for key in ("tool", "lintarticle"):
            table = _child(table, key)
    values = table.value if table and isinstance(table.value, dict) else {}
    contents, mistakes = _contents(values)
    if contents is None or mistakes:
        places = sorted((_offset(table, mistake), mistake.sentence) for mistake in mistakes)
        raise ConfigError(*(f"{shown_path}:{source.line_of(offset)}: {sentence}" for offset, sentence in places))
    presets = read_presets((*contents.keys.preset, *command_line.presets))
    return Configuration(
        root=root,
        path=path,
        below=presets.layers,
        layer=contents.layer,
        overrides=contents.overrides,
        above=command_line.layers,
        include=Globs(command_line.include or contents.keys.include or presets.include),
        exclude=Globs((*presets.exclude, *(command_line.exclude or contents.keys.exclude))),
    )


def read_presets(names: Iterable[str]) -> Presets:
    """Read presets by their names, which are known to be right, the weakest first."""
    presets = Presets()
    for name in names:
        contents, mistakes = _contents(tomllib.loads(preset_text(name)))
        if contents is None or mistakes:
            raise ConfigError(*(f"preset {name}: {mistake.sentence}" for mistake in mistakes))
        own_first = {field: (*names, *_others(field, names)) for field, names in contents.layer.fields.items()}
        presets = Presets(
            (*presets.layers, replace(contents.layer, fields=own_first)),
            contents.keys.include or presets.include,
            (*presets.exclude, *contents.keys.exclude),
        )
    return presets


def _others(field: str, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the built-in names of a field that a preset does not list: they still count, after its own."""
    return (alias for alias in ALIASES[field] if alias not in names)


def read_keys(settings: Sequence[str]) -> CommandLine:
    """Read `KEY=VALUE` settings of the command line; raises `ConfigError`."""
    command_line = CommandLine()
    told: list[str] = []
    for setting in settings:
        contents, mistakes = _contents(_nested(setting))
        told += [f"--config {setting}: {mistake.sentence}" for mistake in mistakes]
        if contents:
            command_line = CommandLine(
                (*command_line.layers, contents.layer),
                contents.keys.include or command_line.include,
                contents.keys.exclude or command_line.exclude,
                (*command_line.presets, *contents.keys.preset),
            )
    if told:
        raise ConfigError(*told)
    return command_line


def _source(path: Path, shown_path: str) -> SourceText:
    try:
        source = SourceText.from_bytes(path.read_bytes())
    except OSError as error:
        raise ConfigError(f"{shown_path}: The configuration can’t be read: {error.strerror or error}.") from None
    if source.fault:
        line = source.line_of(source.fault.offset)
        raise ConfigError(f"{shown_path}:{line}: {source.fault.message} {source.fault.help}".rstrip())
    return source


def _nested(setting: str) -> dict[str, Any]:
    """Turn `rules.tags/count.max=5` into nested tables; a value that is no TOML is text."""
    key, _, written = setting.partition("=")
    try:
        value: Any = tomllib.loads(f"value = {written}")["value"]
    except tomllib.TOMLDecodeError:
        value = written
    for part in reversed(key.strip().split(".")):
        value = {part.strip().strip("\"'"): value}
    nested: dict[str, Any] = value
    return nested


# --- checking -------------------------------------------------------------------------------------------------


def _contents(values: Mapping[str, Any]) -> tuple[Contents | None, list[Mistake]]:
    keys, mistakes = check(ConfigKeys, values)
    if not isinstance(keys, ConfigKeys):
        return None, mistakes
    layer, mistakes = _layer(keys, values, ())
    overrides = []
    for number, override in enumerate(keys.overrides):
        own, more = _layer(override, values["overrides"][number], ("overrides", number))
        mistakes += more
        if not mistakes:
            below = read_presets(override.preset).layers
            overrides += [Override(Globs(override.files), layer) for layer in (*below, own)]
    mistakes += _bad_patterns(keys)
    return Contents(keys, layer, tuple(overrides)), mistakes


def _layer(keys: LayerKeys, values: Mapping[str, Any], at: Place) -> tuple[Layer, list[Mistake]]:
    mistakes = [*_bad_presets(keys, at), *_bad_selectors(keys, at), *_bad_fields(keys, at)]
    rules: dict[str, RuleSetting] = {}
    for name, value in values.get("rules", {}).items():
        setting, more = _rule_setting(name, value)
        mistakes += [mistake._replace(place=(*at, "rules", name, *mistake.place)) for mistake in more]
        rules[name] = setting
    layer = Layer(
        select=keys.select,
        ignore=keys.ignore,
        rules=rules,
        drafts=keys.drafts,
        fields=keys.fields,
        labels=keys.labels,
        static_dirs=keys.static_dirs,
        renders_title=keys.renders_title,
        slugger=keys.slugger,
        known_keys=keys.known_keys,
        code_fence=keys.front_matter.code_fence,
        headers=keys.front_matter.headers,
    )
    return layer, mistakes


def _bad_presets(keys: LayerKeys, at: Place) -> Iterator[Mistake]:
    for number, name in enumerate(keys.preset):
        if fault := fault_of_preset(name):
            yield Mistake((*at, "preset", number), fault)


def _bad_selectors(keys: LayerKeys, at: Place) -> Iterator[Mistake]:
    for key, names in (("select", keys.select or ()), ("ignore", keys.ignore)):
        for number, name in enumerate(names):
            if fault := fault_of_selector(name):
                yield Mistake((*at, key, number), fault)


def _bad_fields(keys: LayerKeys, at: Place) -> Iterator[Mistake]:
    for key, table in (("fields", keys.fields), ("labels", keys.labels)):
        for name in table:
            if name not in ALIASES:
                sentence = f"There is no field “{name}”.{did_you_mean(name, ALIASES)}"
                yield Mistake((*at, key, name), sentence, at_key=True)


def _bad_patterns(keys: ConfigKeys) -> Iterator[Mistake]:
    """Yield the patterns that pathspec refuses."""
    from pathspec import GitIgnoreSpec

    lists: list[tuple[Place, Sequence[str]]] = [(("include",), keys.include), (("exclude",), keys.exclude)]
    lists += [(("overrides", number, "files"), override.files) for number, override in enumerate(keys.overrides)]
    for place, patterns in lists:
        for number, pattern in enumerate(patterns):
            try:
                GitIgnoreSpec.from_lines([pattern])
            except ValueError:
                yield Mistake((*place, number), f"“{pattern}” is not a pattern as in .gitignore.")


def _rule_setting(name: str, value: object) -> tuple[RuleSetting, list[Mistake]]:
    rule = rule_named(name)
    if rule is None:
        return RuleSetting(), [Mistake((), fault_of_rule(name), at_key=True)]
    if isinstance(value, str):
        setting = level(value)
        return (setting, []) if setting else (RuleSetting(), [Mistake((), fault_of_level(value))])
    if not isinstance(value, dict):
        expected = f"expected {', '.join(LEVELS[:-1])}, {LEVELS[-1]} or a table of options"
        return RuleSetting(), [Mistake((), f"“{name}” is {shown(value)}, {expected}.")]
    mistakes = []
    severity, fix = value.get("severity"), value.get("fix")
    setting = RuleSetting() if severity is None else level(severity) if isinstance(severity, str) else None
    if setting is None:
        sentence = (
            fault_of_level(severity)
            if isinstance(severity, str)
            else (f"“severity” is {shown(severity)}, expected {listed(LEVELS)}.")
        )
        mistakes.append(Mistake(("severity",), sentence))
        setting = RuleSetting()
    if fix is not None and fix not in FIX_LEVELS:
        mistakes.append(Mistake(("fix",), f"“fix” is {shown(fix)}, expected {listed(FIX_LEVELS)}."))
    given = {key: option for key, option in value.items() if key not in ("severity", "fix")}
    options, more = check_options(rule.options, given) if given else ({}, [])
    return setting._replace(options=options, fix=fix), [*mistakes, *more]


# --- places ---------------------------------------------------------------------------------------------------


def _offset(table: Node | None, mistake: Mistake) -> int:
    """Return where a mistake stands: as far down its place as the text goes."""
    if table is None:
        return 0
    node, offset = table, table.span.start
    for number, part in enumerate(mistake.place):
        is_last = number == len(mistake.place) - 1
        if isinstance(part, int):
            if part >= len(node.items):
                break
            node = node.items[part]
        else:
            entry = node.entry(part)
            if entry is None:
                break
            if is_last and mistake.at_key:
                return entry.key.span.start
            node = entry.value
        offset = node.span.start
    return offset


def _child(node: Node | None, key: str) -> Node | None:
    entry = node.entry(key) if node else None
    return entry.value if entry else None
