"""The site's own rules: plugins are modules or folders of the repository that the configuration at its root names."""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from lintarticle.boundary import OUTSIDE, Boundary
from lintarticle.config.selection import BUILT_IN
from lintarticle.repository_code import CodeError, imported
from lintarticle.rule import API, Rule, rules_in


def family_of(plugin: str) -> str:
    """Return the family of a plugin's rules."""
    return plugin.replace("_", "-")


def rules_of_plugin(name: str, folder: Path, boundary: Boundary) -> tuple[Rule, ...]:
    """Import a plugin of a folder and return its rules; raises `CodeError`."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise CodeError(f"“{name}” does not name a plugin: write the name of a module or folder, such as site_rules.")
    if family_of(name) in BUILT_IN.families:
        raise CodeError(f"The plugin “{name}” has the name of a built-in family of rules: rename it.")
    rules = tuple(rule for module in _modules(name, folder, boundary) for rule in rules_in(module))
    if not rules:
        raise CodeError(f"The plugin “{name}” has no rules: make one with “RULE = rule(check, …)”.")
    for fault in _faults(rules):
        raise CodeError(fault)
    return rules


def _modules(name: str, folder: Path, boundary: Boundary) -> Iterator[ModuleType]:
    """Yield the module and, if it is a folder, the modules in it by name, without those that start with `_`."""
    module = imported(name, folder, boundary)
    if (version := getattr(module, "API", API)) != API:
        raise CodeError(f"The plugin “{name}” needs version {version} of the rule API; this is version {API}.")
    yield module
    for place in getattr(module, "__path__", ()):
        for inner in sorted(each.name for each in pkgutil.iter_modules([place])):
            if not inner.startswith("_"):
                if not boundary.holds(Path(place, f"{inner}.py")):
                    raise CodeError(f"The module “{name}.{inner}” can’t be imported: {OUTSIDE}.")
                yield imported(f"{name}.{inner}", folder, boundary)


def _faults(rules: tuple[Rule, ...]) -> Iterator[str]:
    for name, count in Counter(rule.name for rule in rules).items():
        if count > 1:
            yield f"Two rules have the name “{name}”: rename one."
    for rule in rules:
        if not rule.summary:
            yield f"The rule “{rule.name}” has no manual: add a docstring to its function or module."
