"""What a rule about the whole site is made with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lintarticle.problem import Applicability, Severity
from lintarticle.rule import OF_THE_SITE, Options, Rule
from lintarticle.site.finding import SiteFindings

OF_WHOLE_RUNS = frozenset(("site/orphan", "site/reference", "site/unused-image"))
"""Rules about the repository as a whole: a run on some articles leaves them to the run on all."""


def site_rule(
    check: Callable[..., SiteFindings],
    severity: Severity | None,
    *,
    fix: tuple[Applicability, ...] = (),
    options: type[Options] = Options,
) -> Rule:
    """Make a rule of a check, which takes the whole site, and its options if it has any."""
    made: Callable[..., Any] = check
    return Rule(made, severity, fix, options, OF_THE_SITE)
