"""Presets by name to layers of configuration."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator

from lintarticle.article.metadata.field_table import ALIASES
from lintarticle.config.configuration import ConfigError
from lintarticle.config.layer_reading import read_layer
from lintarticle.config.layers import Presets
from lintarticle.config.mistakes import check
from lintarticle.config.preset import preset_text
from lintarticle.config.schema import ConfigKeys


def read_presets(names: Iterable[str]) -> Presets:
    """Read presets by their names, which are known to be right, the weakest first."""
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
        own_first = {field: (*names, *_others(field, names)) for field, names in layer.fields.items()}
        presets = Presets(
            (*presets.layers, layer.replaced(fields=own_first)),
            keys.include or presets.include,
            (*presets.exclude, *keys.exclude),
        )
    return presets


def _others(field: str, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the built-in names of a field that a preset does not list: they still count, after its own."""
    return (alias for alias in ALIASES[field] if alias not in names)
