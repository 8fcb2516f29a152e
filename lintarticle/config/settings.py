"""What a configuration comes to for one article: frozen, picklable, and all that a lint run may depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from lintarticle.article.read import Reading
from lintarticle.problem import Severity
from lintarticle.rule import Options, Rule, Site

Drafts = Literal["error", "warn", "skip"]
"""What becomes of the errors of a draft: they stay, they are warnings, the draft is not looked at."""


FixSetting = Literal["safe", "unsafe", "never"]
"""What a configuration makes of the fixes of a rule; `never`: it offers none."""


class ActiveRule(NamedTuple):
    """A rule that runs, with the severity of its problems and its options in force.

    `fix` is what the configuration says of its fixes, None where each counts as the rule itself marks it.
    """

    rule: Rule
    severity: Severity
    options: Options
    fix: FixSetting | None = None


@dataclass(frozen=True)
class Settings:
    """How one article is read and which rules look at it.

    `rules` is in documentation order. `options` holds those of every rule that a configuration touched, running
    or not, for rules that ask what another one allows.
    """

    reading: Reading = field(default_factory=Reading)
    site: Site = field(default_factory=Site)
    drafts: Drafts = "warn"
    rules: tuple[ActiveRule, ...] = ()
    options: Mapping[str, Options] = field(default_factory=dict)
