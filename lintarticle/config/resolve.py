"""How layers of configuration add up: defaults < presets < file < type < overrides < command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from lintarticle.article.article_reader import Reading
from lintarticle.config.layers import Layer
from lintarticle.config.selection import Selection
from lintarticle.config.settings import Settings
from lintarticle.rule import Rule, Site
from lintarticle.rules import ALL

_Value = TypeVar("_Value")


def resolve(layers: Iterable[Layer], rules: tuple[Rule, ...] = ALL) -> Settings:
    """Add layers up, the strongest last."""
    layers = tuple(layers)
    selection = Selection(rules)
    for layer in layers:
        selection.apply(layer)
    site = Site()
    fields = _merged(layer.fields for layer in layers)
    return Settings(
        reading=Reading(
            fields=fields,
            labels=_merged(layer.labels for layer in layers),
            code_fence=_last((layer.code_fence for layer in layers), default=False),
            headers=_last((layer.headers for layer in layers), default=False),
            unopened=_last((layer.unopened for layer in layers), default=False),
        ),
        site=Site(
            renders_title=_last((layer.renders_title for layer in layers), default=site.renders_title),
            slugger=_last((layer.slugger for layer in layers), default=site.slugger),
            known_keys=tuple(dict.fromkeys(key for layer in layers for key in layer.known_keys)),
            static_dirs=_last((layer.static_dirs for layer in layers), default=site.static_dirs),
            fields=fields,
        ),
        drafts=_last((layer.drafts for layer in layers), default=Settings.drafts),
        schemas_in_articles=_last((layer.schemas_in_articles for layer in layers), default=False),
        rules=selection.active(),
        options=selection.options(),
    )


def _last(values: Iterable[_Value | None], *, default: _Value) -> _Value:
    found = default
    for value in values:
        found = found if value is None else value
    return found


def _merged(mappings: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for mapping in mappings:
        merged.update(mapping)
    return merged
