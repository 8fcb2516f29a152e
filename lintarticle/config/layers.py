"""A table of a configuration to a layer: selections, rules and their options, settings; presets likewise."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lintarticle.article.metadata.metadata import ALIASES
from lintarticle.config.document import Mistake, Place, check, value_words
from lintarticle.config.keys import ConfigKeys, RuleKeys, TypeKeys, check_options
from lintarticle.config.layer import Layer, RuleSetting
from lintarticle.config.preset import Presets, fault_of_preset, preset_text
from lintarticle.config.selection import BUILT_IN, KnownRules, fault_of_level, level
from lintarticle.config.settings import declared
from lintarticle.errors import ConfigError
from lintarticle.problem import LEVELS
from lintarticle.wording import did_you_mean, in_words

FIX_LEVELS = ("safe", "unsafe", "never")
"""What `fix` of a rule may be set to."""


def read_layer(
    keys: RuleKeys, table: Mapping[str, Any], at: Place, origin: str, known: KnownRules = BUILT_IN
) -> tuple[Layer, list[Mistake]]:
    """Return what a table says of rules and reading, and what is wrong with it.

    `table` is what is written, `at` where it is; `origin` is what users call it.
    """
    values = _values_said(keys)
    mistakes = [*_bad_presets(keys, at), *_bad_selectors(keys, at, known), *_bad_fields(values, at)]
    rules: dict[str, RuleSetting] = {}
    for name, value in table.get("rules", {}).items():
        setting, more = _rule_setting(name, value, known)
        mistakes += [mistake._replace(place=(*at, "rules", name, *mistake.place)) for mistake in more]
        rules[name] = setting
    return Layer(select=keys.select, ignore=keys.ignore, rules=rules, values=values, origin=origin), mistakes


def _values_said(keys: RuleKeys) -> dict[str, object]:
    """Return the values of the settings that a table gives, by key; `fields` of a type is something else."""
    values: dict[str, object] = {}
    for each in declared():
        table = getattr(keys, each.setting.table.replace("-", "_")) if each.setting.table else keys
        if each.attribute in table.model_fields_set and not (each.key == "fields" and isinstance(keys, TypeKeys)):
            values[each.key] = getattr(table, each.attribute)
    return values


def _bad_presets(keys: RuleKeys, at: Place) -> Iterator[Mistake]:
    for number, name in enumerate(keys.preset):
        if fault := fault_of_preset(name):
            yield Mistake((*at, "preset", number), fault)


def _bad_selectors(keys: RuleKeys, at: Place, known: KnownRules) -> Iterator[Mistake]:
    for key, names in (("select", keys.select or ()), ("ignore", keys.ignore)):
        for number, name in enumerate(names):
            if fault := known.fault_of_selector(name):
                yield Mistake((*at, key, number), fault)


def _bad_fields(values: Mapping[str, object], at: Place) -> Iterator[Mistake]:
    for key in ("fields", "labels"):
        table = values.get(key)
        for name in table if isinstance(table, Mapping) else ():
            if name not in ALIASES:
                sentence = f"Unknown field “{name}”.{did_you_mean(name, ALIASES)}"
                yield Mistake((*at, key, name), sentence, at_key=True)


def _rule_setting(name: str, value: object, known: KnownRules) -> tuple[RuleSetting, list[Mistake]]:
    rule = known.named(name)
    if rule is None:
        fault = known.fault_of_rule(name)
        keys = value if isinstance(value, dict) else ()
        meant = next((f"{name}/{key}" for key in keys if known.named(f"{name}/{key}")), "")
        if meant:
            fault = f'“{name}” is a family; write the name of the rule in quotes: "{meant}".'
        return RuleSetting(), [Mistake((), fault, at_key=True)] if fault else []
    if isinstance(value, str):
        setting = level(value)
        return (setting, []) if setting else (RuleSetting(), [Mistake((), fault_of_level(value))])
    if not isinstance(value, dict):
        expected = f"expected {', '.join(LEVELS[:-1])}, {LEVELS[-1]} or a table of options"
        return RuleSetting(), [Mistake((), f"“{name}” is {value_words(value)}; {expected}.")]
    mistakes = []
    severity, fix = value.get("severity"), value.get("fix")
    setting = RuleSetting() if severity is None else level(severity) if isinstance(severity, str) else None
    if setting is None:
        sentence = (
            fault_of_level(severity)
            if isinstance(severity, str)
            else (f"“severity” is {value_words(severity)}; expected {in_words(LEVELS, 'or')}.")
        )
        mistakes.append(Mistake(("severity",), sentence))
        setting = RuleSetting()
    if fix is not None and fix not in FIX_LEVELS:
        mistakes.append(Mistake(("fix",), f"“fix” is {value_words(fix)}; expected {in_words(FIX_LEVELS, 'or')}."))
    given = {key: option for key, option in value.items() if key not in ("severity", "fix")}
    options, more = check_options(rule.options, given) if given else ({}, [])
    return setting._replace(options=options, fix=fix), [*mistakes, *more]


def read_presets(names: Iterable[str]) -> Presets:
    """Read presets by their names, which are known to be valid, the weakest first."""
    presets = Presets()
    for name in names:
        values = tomllib.loads(preset_text(name))
        origin = f"preset {name}"
        keys, mistakes = check(ConfigKeys, values)
        if not isinstance(keys, ConfigKeys):
            raise ConfigError(*(f"{origin}: {mistake.sentence}" for mistake in mistakes))
        layer, mistakes = read_layer(keys, values, (), origin)
        if mistakes:
            raise ConfigError(*(f"{origin}: {mistake.sentence}" for mistake in mistakes))
        presets = Presets(
            (*presets.layers, _own_names_first(layer)),
            keys.include or presets.include,
            (*presets.exclude, *keys.exclude),
        )
    return presets


def _own_names_first(layer: Layer) -> Layer:
    """Return a layer of a preset in which the built-in names of a field still count, after those that it lists."""
    fields = layer.values.get("fields")
    if not isinstance(fields, Mapping):
        return layer
    own_first = {field: tuple(dict.fromkeys((*names, *ALIASES[field]))) for field, names in fields.items()}
    return layer.replaced(values={**layer.values, "fields": own_first})
