"""Where each value of the settings comes from: layers are added one by one and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lintarticle.config.layer import Layer
from lintarticle.config.selection import Selection
from lintarticle.config.settings import Settings, declared
from lintarticle.problem import Severity
from lintarticle.record import NamedTuple
from lintarticle.rule import Rule
from lintarticle.rules import ALL

DEFAULT = "default"
"""Where a value comes from that no layer gives."""


class Value(NamedTuple):
    """One value and where it came from; its name is as a configuration spells it (`static-dirs`, `fields.excerpt`)."""

    name: str
    value: Any
    origin: str = DEFAULT


class RuleValues(NamedTuple):
    """The settings of one rule: its severity (None if it does not run) and its options."""

    rule: Rule
    severity: Severity | None
    origin: str
    options: tuple[Value, ...]

    @property
    def is_default(self) -> bool:
        """Whether none of it was configured."""
        return all(origin == DEFAULT for origin in (self.origin, *(option.origin for option in self.options)))


def values_of(settings: Settings, layers: Sequence[Layer]) -> tuple[Value, ...]:
    """Return the settings except those of rules, each with the strongest layer that sets it."""
    return tuple(value for each in declared() for value in _values(each.key, each.of(settings), layers))


def _values(key: str, value: Any, layers: Sequence[Layer]) -> Iterator[Value]:  # noqa: ANN401 - of any setting
    """Yield the value of a setting, of a table one for each name in it."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            saying = (layer.origin for layer in reversed(layers) if name in _table(layer, key))
            yield Value(f"{key}.{name}", list(each), next(saying, DEFAULT))
        return
    origin = next((layer.origin for layer in reversed(layers) if key in layer.values), DEFAULT)
    yield Value(key, list(value) if isinstance(value, tuple) else value, origin)


def _table(layer: Layer, key: str) -> Mapping[str, object]:
    table = layer.values.get(key)
    return table if isinstance(table, Mapping) else {}


def rules_of(layers: Sequence[Layer], rules: tuple[Rule, ...] = ALL) -> tuple[RuleValues, ...]:
    """Return the settings of every rule, each part with the last layer that changed it."""
    selection = Selection(rules)
    levels = _levels(selection)
    origins: dict[str, str] = {}
    options: dict[str, dict[str, Value]] = {}
    for layer in layers:
        selection.apply(layer)
        now = _levels(selection)
        origins.update({rule.name: layer.origin for rule in rules if levels.get(rule.name) != now.get(rule.name)})
        origins.update({name: layer.origin for name, setting in layer.rules.items() if setting.severity or setting.off})
        levels = now
        for name, setting in layer.rules.items():
            for option, value in setting.options.items():
                named = option.replace("_", "-")
                options.setdefault(name, {})[named] = Value(named, value, layer.origin)
    return tuple(
        RuleValues(
            rule, levels.get(rule.name), origins.get(rule.name, DEFAULT), tuple(options.get(rule.name, {}).values())
        )
        for rule in rules
    )


def _levels(selection: Selection) -> dict[str, Severity]:
    return {active.rule.name: active.severity for active in selection.active()}
