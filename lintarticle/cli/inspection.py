"""`check --show-files` and `check --show-settings`: which files would be checked, and with which settings."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lintarticle.config.configuration import Configuration, read_typed
from lintarticle.config.discovery import shown_path
from lintarticle.config.provenance import RuleValues, Value, rules_of, values_of
from lintarticle.config.settings import Settings
from lintarticle.discovery import Target, read_source
from lintarticle.manual import severity_word
from lintarticle.output.screen import escape

_WIDTH = 40
"""Characters of a list that a table shows."""


def show_files(targets: Sequence[Target], *, as_json: bool) -> None:
    """Print the paths of the files that a run would look at, one a line."""
    paths = [target.shown for target in targets]
    if as_json:
        _print_json({"version": 1, "files": paths})
    else:
        sys.stdout.write("".join(f"{escape(path)}\n" for path in paths))


def show_settings(target: Target, working_folder: Path, *, as_json: bool) -> None:
    """Print the settings for one file, each with its source.

    A file that does not exist has the settings by its path; a type that its content would decide is then left open.
    Raises `ConfigError` if it matches two types.
    """
    shown = _Shown(target, working_folder)
    if as_json:
        _print_json(shown.document())
    else:
        sys.stdout.write("".join(f"{escape(line)}\n" for line in shown.lines()))


class _Shown:
    """The settings of one file, to be printed."""

    def __init__(self, target: Target, working_folder: Path) -> None:
        self._path = target.shown
        self._settings = _settings(target)
        self._configuration = target.configuration
        relative = target.configuration.relative(target.path)
        layers = target.configuration.layers_for(relative, self._settings.type)
        self._file = shown_path(target.configuration.path, working_folder) if target.configuration.path else ""
        self._extended = [layer.origin for layer in target.configuration.layers[:-1]]
        self._presets = [layer.origin.removeprefix("preset ") for layer in layers if layer.origin.startswith("preset ")]
        self._values = values_of(self._settings, layers)
        self._rules = rules_of(layers, self._configuration.known.rules)

    def document(self) -> dict[str, Any]:
        """Return everything, for programs."""
        return {
            "version": 1,
            "path": self._path,
            "configuration": self._file or None,
            "extends": self._extended,
            "type": self._settings.type or None,
            "type-place": _place_of_type(self._configuration, self._settings.type) or None,
            "presets": self._presets,
            "settings": [_value_document(value) for value in self._values],
            "rules": [_rule_document(rule) for rule in self._rules],
        }

    def lines(self) -> Iterator[str]:
        """Yield the lines for people: the files, then each value; rules that are not configured are left out."""
        yield self._path
        yield f"  configuration: {self._file or 'none'}"
        if self._extended:
            yield f"  extends: {', '.join(self._extended)}"
        kind = self._settings.type
        yield f"  type: {kind} ({_place_of_type(self._configuration, kind)})" if kind else "  type: none"
        yield f"  presets: {', '.join(self._presets) or 'none'}"
        yield ""
        configured = [rule for rule in self._rules if not rule.is_default]
        rows = [(value.name, _written(value.value), value.origin) for value in self._values]
        for rule in configured:
            rows.append((f"rules.{rule.rule.name}", severity_word(rule.severity), rule.origin))
            rows += [
                (f"rules.{rule.rule.name}.{option.name}", _written(option.value), option.origin)
                for option in rule.options
            ]
        yield from _table([("setting", "value", "from"), *rows])
        running = sum(1 for rule in self._rules if rule.is_default and rule.severity)
        yield ""
        yield f"{running} more rules run as they do by default: “lintarticle rules” lists them."


def _settings(target: Target) -> Settings:
    """Return the settings of a file; its content may decide its type."""
    configuration = target.configuration
    settings = configuration.settings_for(configuration.relative(target.path))
    source = read_source(target) if settings.candidates else None
    if source is None or source.fault:
        return settings
    return read_typed(target.shown, source, settings)[1]


def _place_of_type(configuration: Configuration, name: str) -> str:
    return next((kind.place for kind in configuration.types if kind.name == name), "")


def _value_document(value: Value) -> dict[str, Any]:
    return {"name": value.name, "value": value.value, "from": value.origin}


def _rule_document(rule: RuleValues) -> dict[str, Any]:
    return {
        "rule": rule.rule.name,
        "severity": severity_word(rule.severity),
        "from": rule.origin,
        "options": [_value_document(option) for option in rule.options],
    }


def _written(value: object) -> str:
    """Return a value for a line of the table; of a long list the first items and their number."""
    if not isinstance(value, (list, tuple)):
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    items = [str(item) for item in value]
    most = next((n for n in range(len(items), 1, -1) if len(", ".join(items[:n])) <= _WIDTH), 1)
    return ", ".join(items) if most >= len(items) else f"{', '.join(items[:most])}, … ({len(items)} in all)"


def _table(rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Yield aligned columns; names and values are configured text, nearly always ASCII."""
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    for name, value, origin in rows:
        yield f"{name.ljust(first)}  {value.ljust(second)}  {origin}"


def _print_json(document: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1, default=str) + "\n")
