"""Which value of the settings came from where: layers added up one by one, with a look after each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lintarticle.config.layers import Layer
from lintarticle.config.selection import Selection
from lintarticle.config.settings import Settings
from lintarticle.problem import Severity
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
    """What holds for one rule: its severity (None where it does not run) and its options."""

    rule: Rule
    severity: Severity | None
    origin: str
    options: tuple[Value, ...]

    @property
    def is_default(self) -> bool:
        """Whether nothing of it was configured."""
        return all(origin == DEFAULT for origin in (self.origin, *(option.origin for option in self.options)))


def values_of(settings: Settings, layers: Sequence[Layer]) -> tuple[Value, ...]:
    """Return the settings but for those of rules, each with the strongest layer that gives it."""
    reading = settings.reading
    front_matter = {"code-fence": reading.code_fence, "headers": reading.headers, "unopened": reading.unopened}
    plain: tuple[tuple[str, str, Any], ...] = (
        ("drafts", "drafts", settings.drafts),
        ("static-dirs", "static_dirs", list(settings.site.static_dirs)),
        ("renders-title", "renders_title", settings.site.renders_title),
        ("slugger", "slugger", settings.site.slugger),
        ("known-keys", "known_keys", list(settings.site.known_keys)),
        ("schemas-in-articles", "schemas_in_articles", settings.schemas_in_articles),
        *((f"front-matter.{key}", key.replace("-", "_"), value) for key, value in front_matter.items()),
    )
    found = [Value(name, value, _origin(layers, attribute)) for name, attribute, value in plain]
    return (
        *found,
        *_named("fields", settings.reading.fields, layers),
        *_named("labels", settings.reading.labels, layers),
    )


def _origin(layers: Sequence[Layer], attribute: str) -> str:
    saying = (layer for layer in reversed(layers) if getattr(layer, attribute) not in (None, ()))
    return next((layer.origin for layer in saying), DEFAULT)


def _named(table: str, values: Mapping[str, tuple[str, ...]], layers: Sequence[Layer]) -> Iterator[Value]:
    for name, value in values.items():
        saying = (layer.origin for layer in reversed(layers) if name in getattr(layer, table))
        yield Value(f"{table}.{name}", list(value), next(saying, DEFAULT))


def rules_of(layers: Sequence[Layer], rules: tuple[Rule, ...] = ALL) -> tuple[RuleValues, ...]:
    """Return what holds for every rule, each part with the last layer that changed it."""
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
