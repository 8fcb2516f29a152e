"""`lintarticle rules`: list every rule, as configured in the working folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lintarticle.cli.arguments import Parser, add_rule_options
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import CLEAN
from lintarticle.cli.streams import say
from lintarticle.config.settings import ActiveRule
from lintarticle.manual import changed_options, fix_word, options_of, severity_word
from lintarticle.rule import Rule


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser(
        "rules",
        "List every rule: its name, its severity here, the fixes it offers, what it finds, and what the "
        "configuration or a preset changes.",
    )
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    add_rule_options(parser)
    options = parser.parse(arguments)
    loaded = configurations(options)
    configuration = loaded.of(loaded.working_folder)
    settings, rules = configuration.settings_for(""), configuration.known.rules
    say(loaded.warnings)
    active = {rule.rule.name: rule for rule in settings.rules}
    if options.output_format == "json":
        document = {"version": 1, "rules": [_as_json(rule, active.get(rule.name)) for rule in rules]}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_table(rules, active))
    return CLEAN


def _table(rules: Sequence[Rule], active: Mapping[str, ActiveRule]) -> str:
    """Return aligned columns, with each rule's changed options below it. Names are ASCII, so characters are columns."""
    rows = [(rule.name, _severity(active.get(rule.name)), fix_word(rule) or "-", rule.summary) for rule in rules]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = []
    for rule, row in zip(rules, rows, strict=True):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        lines.append("  ".join((*cells, row[3])) + "\n")
        if changes := ", ".join(_changes(rule, active.get(rule.name))):
            lines.append(f"{' ' * (widths[0] + 2)}here: {changes}\n")
    return "".join(lines)


def _changes(rule: Rule, active: ActiveRule | None) -> Iterator[str]:
    """Yield the options that differ from their defaults, as TOML, with the default after each."""
    severity, default = _severity(active), severity_word(rule.severity)
    if severity != default:
        yield f"{severity} (default {default})"
    for name, value, usual in changed_options(active.options) if active else ():
        yield f"{name} = {value} (default {usual})"
    if active and active.fix:
        yield f'fix = "{active.fix}"'


def _severity(active: ActiveRule | None) -> str:
    return severity_word(active.severity if active else None)


def _as_json(rule: Rule, active: ActiveRule | None) -> dict[str, Any]:
    changed = {name: value for name, value, _ in changed_options(active.options)} if active else {}
    return {
        "rule": rule.name,
        "family": rule.family,
        "severity": _severity(active),
        "default-severity": severity_word(rule.severity),
        "fix": list(rule.fix),
        "summary": rule.summary,
        "options": [
            {**option._asdict(), "value": changed.get(option.name, option.default)}
            for option in options_of(rule.options)
        ],
    }
