"""What one source of configuration says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from lintarticle.problem import Severity
from lintarticle.record import NamedTuple, Record

FixSetting = Literal["safe", "unsafe", "never"]
"""How a configuration classes the fixes of a rule; `never`: the rule offers none."""

Values = Mapping[str, object]


class RuleSetting(NamedTuple):
    """What one layer says about one rule. `severity` is None if it sets none; `off` switches the rule off.

    `options` are checked values by attribute name of the rule's options class. `fix` makes all fixes of the rule
    safe or unsafe, or takes them away.
    """

    severity: Severity | None = None
    off: bool = False
    options: Mapping[str, object] = MappingProxyType({})
    fix: FixSetting | None = None


class Layer(Record):
    """What one source of configuration says; None and empty values set nothing.

    Within a layer `select` replaces the selection of the layers below, `add` adds to it, `ignore` takes away
    from it; a rule named is stronger than its family, and that than `ALL`. A severity in `rules` switches a rule
    on that a lower layer left out. `values` are those of settings, by key. `origin` is who says it, as users call
    it: a file, a preset, a type.
    """

    select: tuple[str, ...] | None = None
    add: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleSetting] = MappingProxyType({})
    values: Values = MappingProxyType({})
    origin: str = ""
