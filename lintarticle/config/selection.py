"""Which rules run, at which severity, with which options: names as users write them, and layers folded rule by rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lintarticle.config.layer import FixSetting, Layer, RuleSetting
from lintarticle.problem import LEVELS, OFF, Severity
from lintarticle.record import Record
from lintarticle.wording import did_you_mean

if TYPE_CHECKING:  # a run in which all is known needs no rules
    from lintarticle.config.settings import ActiveRule
    from lintarticle.rule import Options, Rule

EVERYTHING = "ALL"
"""The name of all rules in `select` and `ignore`."""

UNNAMED, BY_ALL, BY_FAMILY, BY_NAME = range(4)
"""How specifically a list of names refers to a rule; between `select` and `ignore`, the more specific one wins."""

ALWAYS = "file/unreadable"
"""The rule that nothing switches off: a file that could not be looked at must not pass as clean."""


# --- names ----------------------------------------------------------------------------------------------------


class KnownRules(Record):
    """The rules that a configuration can name: the built-in ones and the site's own.

    `left_out` are the families of plugins that are not loaded, because no code may run: any of their rules may exist.
    """

    own: tuple[Rule, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All of them, in documentation order."""
        from lintarticle.rules import ALL

        return (*ALL, *self.own)

    def named(self, name: str) -> Rule | None:
        """Return the rule with a name, or None."""
        return next((rule for rule in self.rules if rule.name == name), None)

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the families in documentation order."""
        return tuple(dict.fromkeys(rule.family for rule in self.rules))

    def is_left_out(self, name: str) -> bool:
        """Whether a rule or family belongs to a plugin that is not loaded."""
        return name.partition("/")[0] in self.left_out

    def fault_of_rule(self, name: str) -> str:
        """Return what is wrong with the name of a single rule, or ""."""
        if self.named(name) or self.is_left_out(name):
            return ""
        if name in self.families:
            return f"“{name}” is a family: name one of its rules."
        return f"Unknown rule “{name}”.{did_you_mean(name, (rule.name for rule in self.rules))}"

    def fault_of_selector(self, name: str) -> str:
        """Return what is wrong with the name of a rule, a family or `ALL`, or ""."""
        if self.named(name) or name in self.families or name == EVERYTHING or self.is_left_out(name):
            return ""
        selectors = (*self.families, *(rule.name for rule in self.rules), EVERYTHING)
        return f"Unknown rule or family “{name}”.{did_you_mean(name, selectors)}"


BUILT_IN = KnownRules()


def level(word: str) -> RuleSetting | None:
    """Return what a word of `LEVELS` sets, None for another word."""
    if word == OFF:
        return RuleSetting(off=True)
    return RuleSetting(Severity[word.upper()]) if word in LEVELS else None


def fault_of_level(word: str) -> str:
    """Return the sentence about a word that is not in `LEVELS`."""
    listed = ", ".join(LEVELS[:-1])
    return f"“{word}” is not a severity; expected {listed} or {LEVELS[-1]}.{did_you_mean(word, LEVELS, listed=False)}"


# --- layers ---------------------------------------------------------------------------------------------------


def closeness(rule: Rule, names: Iterable[str]) -> int:
    """Return how specifically a list of rule and family names refers to a rule."""
    named = set(names)
    if rule.name in named:
        return BY_NAME
    if rule.family in named:
        return BY_FAMILY
    return BY_ALL if EVERYTHING in named else UNNAMED


class Selection:
    """The state that layers are folded into, the weakest first.

    A rule that is off by default runs when a layer names it in `select`, or gives it a severity or options. A
    family all of whose rules are off by default comes as a whole when it is named. Asked for without a
    severity, such a rule warns.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._on = {rule.name for rule in rules}
        self._asked: set[str] = set()
        self._levels: dict[str, Severity | None] = {}
        self._options: dict[str, dict[str, object]] = {}
        self._fixes: dict[str, FixSetting] = {}
        self._quiet_families = {rule.family for rule in rules} - {rule.family for rule in rules if rule.severity}

    def apply(self, layer: Layer) -> None:
        """Fold in the next stronger layer."""
        for name, setting in layer.rules.items():
            self._set(name, setting)
        if layer.select is not None:
            self._on = {rule.name for rule in self._rules if closeness(rule, layer.select) > UNNAMED}
        named = (*(layer.select or ()), *layer.add)
        if not named and not layer.ignore:
            return
        for rule in self._rules:
            wanted = closeness(rule, named)
            if wanted > UNNAMED and closeness(rule, layer.ignore) < wanted:
                self._want(rule, wanted, layer.rules)
            elif closeness(rule, layer.ignore) > UNNAMED:
                self._on.discard(rule.name)

    def _set(self, name: str, setting: RuleSetting) -> None:
        self._options.setdefault(name, {}).update(setting.options)
        if setting.fix:
            self._fixes[name] = setting.fix
            if not (setting.off or setting.severity or setting.options):
                return
        if setting.off:
            self._levels[name] = None
            return
        if setting.severity:
            self._levels[name] = setting.severity
            self._on.add(name)
        self._asked.add(name)

    def _want(self, rule: Rule, wanted: int, given: Mapping[str, RuleSetting]) -> None:
        self._on.add(rule.name)
        if wanted in (BY_NAME, BY_ALL) or (wanted == BY_FAMILY and rule.family in self._quiet_families):
            self._asked.add(rule.name)
            if rule.name not in given and self._levels.get(rule.name, rule.severity) is None:
                self._levels.pop(rule.name, None)

    def _level(self, rule: Rule) -> Severity | None:
        if rule.name == ALWAYS:
            return self._levels.get(rule.name) or rule.severity
        if rule.name not in self._on:
            return None
        default = rule.severity or (Severity.WARNING if rule.name in self._asked else None)
        return self._levels.get(rule.name, default)

    def active(self) -> tuple[ActiveRule, ...]:
        """Return the rules that run, in documentation order."""
        from lintarticle.config.settings import ActiveRule

        return tuple(
            ActiveRule(rule, level, self._set_options(rule), self._fixes.get(rule.name))
            for rule in self._rules
            if (level := self._level(rule))
        )

    def _set_options(self, rule: Rule) -> Options | None:
        given = self._options.get(rule.name)
        return rule.options(**given) if given else None

    def options(self) -> dict[str, Options]:
        """Return the options of every rule that a layer named, running or not."""
        return {
            rule.name: rule.options(**self._options[rule.name]) for rule in self._rules if rule.name in self._options
        }
