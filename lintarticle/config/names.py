"""Names of rules and severities as users write them, checked."""

from __future__ import annotations

from collections.abc import Iterable

from lintarticle.config.layers import RuleSetting
from lintarticle.config.selection import EVERYTHING
from lintarticle.nearest import did_you_mean
from lintarticle.problem import Severity
from lintarticle.rule import Rule
from lintarticle.rules import ALL

OFF = "off"

LEVELS = (*(severity.label for severity in sorted(Severity, reverse=True)), OFF)
"""What a severity may be set to."""


def rule_named(name: str) -> Rule | None:
    """Return the rule of a name, None where there is none."""
    return next((rule for rule in ALL if rule.name == name), None)


def families() -> tuple[str, ...]:
    """Return the names of the families in documentation order."""
    return tuple(dict.fromkeys(rule.family for rule in ALL))


def fault_of_rule(name: str) -> str:
    """Say what is wrong with the name of a single rule, "" for nothing."""
    if rule_named(name):
        return ""
    if name in families():
        return f"“{name}” is a family, expected one of its rules."
    return f"There is no rule “{name}”.{did_you_mean(name, (rule.name for rule in ALL))}"


def fault_of_selector(name: str) -> str:
    """Say what is wrong with the name of a rule, a family or `ALL`, "" for nothing."""
    if rule_named(name) or name in families() or name == EVERYTHING:
        return ""
    return f"There is no rule or family “{name}”.{did_you_mean(name, _selectors())}"


def _selectors() -> Iterable[str]:
    return (*families(), *(rule.name for rule in ALL), EVERYTHING)


def level(word: str) -> RuleSetting | None:
    """Return what a word of `LEVELS` sets, None for another word."""
    if word == OFF:
        return RuleSetting(off=True)
    return RuleSetting(Severity[word.upper()]) if word in LEVELS else None


def fault_of_level(word: str) -> str:
    """Say what is wrong with a word that is none of `LEVELS`."""
    listed = ", ".join(LEVELS[:-1])
    return f"“{word}” is no severity, expected {listed} or {LEVELS[-1]}.{did_you_mean(word, LEVELS)}"
