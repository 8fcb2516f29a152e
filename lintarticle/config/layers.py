"""One layer of configuration: what a file, a preset, an override or the command line says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lintarticle.config.settings import Drafts, FixSetting
from lintarticle.problem import Severity
from lintarticle.record import Record


class RuleSetting(NamedTuple):
    """What one layer says of one rule. `severity` is None where it says nothing of that; `off` switches the rule off.

    `options` are checked values by attribute name of the rule's options class. `fix` makes all fixes of the rule
    safe or unsafe, or takes them away.
    """

    severity: Severity | None = None
    off: bool = False
    options: Mapping[str, object] = MappingProxyType({})
    fix: FixSetting | None = None


class Layer(Record):
    """What one source of configuration says; None and empty: it says nothing of that.

    Within a layer `select` replaces the selection of the layers below, `add` adds to it, `ignore` takes away
    from it; a rule named is stronger than its family, and that than `ALL`. A severity in `rules` switches a rule
    on that a lower layer left out. `origin` is who says it, as users call it: a file, a preset, a type.
    """

    select: tuple[str, ...] | None = None
    add: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleSetting] = MappingProxyType({})
    drafts: Drafts | None = None
    fields: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    labels: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    static_dirs: tuple[str, ...] | None = None
    renders_title: bool | None = None
    slugger: str | None = None
    known_keys: tuple[str, ...] = ()
    schemas_in_articles: bool | None = None
    code_fence: bool | None = None
    headers: bool | None = None
    unopened: bool | None = None
    origin: str = ""


class Presets(NamedTuple):
    """What presets come to, the weakest first; their patterns stand below those of a file."""

    layers: tuple[Layer, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
