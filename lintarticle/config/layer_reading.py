"""A table of a configuration to a layer: selections, rules and their options, how articles are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lintarticle.article.metadata.field_table import ALIASES
from lintarticle.config.layers import Layer, RuleSetting
from lintarticle.config.mistakes import Mistake, Place, listed, shown
from lintarticle.config.names import LEVELS, fault_of_level, fault_of_rule, fault_of_selector, level, rule_named
from lintarticle.config.options import check_options
from lintarticle.config.preset import fault_of_preset
from lintarticle.config.schema import FieldNameKeys, LayerKeys
from lintarticle.nearest import did_you_mean

FIX_LEVELS = ("safe", "unsafe", "never")
"""What `fix` of a rule may be set to."""


def read_layer(keys: LayerKeys, values: Mapping[str, Any], at: Place, origin: str) -> tuple[Layer, list[Mistake]]:
    """Return what a table says of rules and reading, and what is wrong with it.

    `values` is the table as written, `at` where it stands; `origin` is what users call it.
    """
    fields = keys.fields if isinstance(keys, FieldNameKeys) else {}
    mistakes = [*_bad_presets(keys, at), *_bad_selectors(keys, at)]
    mistakes += [*_bad_fields(fields, "fields", at), *_bad_fields(keys.labels, "labels", at)]
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
        fields=fields,
        labels=keys.labels,
        static_dirs=keys.static_dirs,
        renders_title=keys.renders_title,
        slugger=keys.slugger,
        known_keys=keys.known_keys,
        schemas_in_articles=keys.schemas_in_articles,
        code_fence=keys.front_matter.code_fence,
        headers=keys.front_matter.headers,
        unopened=keys.front_matter.unopened,
        origin=origin,
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


def _bad_fields(table: Iterable[str], key: str, at: Place) -> Iterator[Mistake]:
    for name in table:
        if name not in ALIASES:
            sentence = f"There is no field “{name}”.{did_you_mean(name, ALIASES)}"
            yield Mistake((*at, key, name), sentence, at_key=True)


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
