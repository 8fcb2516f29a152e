"""The options that choose rules and settings, the same for every command that lints."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lintarticle.cli.arguments import words
from lintarticle.cli.errors import UsageError
from lintarticle.config.configuration import CommandLine
from lintarticle.config.discovery import Configurations
from lintarticle.config.preset import fault_of_preset
from lintarticle.config.selection import LEVELS, fault_of_level, fault_of_rule, fault_of_selector, level
from lintarticle.config.settings import Layer, RuleSetting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("rules and configuration")
    names: dict[str, Any] = {"type": words, "action": "extend", "default": [], "metavar": "RULE|FAMILY"}
    group.add_argument("--select", help="run these rules or families too; ALL is every rule", **names)
    group.add_argument("--ignore", help="leave these rules or families out", **names)
    group.add_argument("--only", help="run these rules or families and no others", **names)
    group.add_argument(
        "--severity",
        action="append",
        default=[],
        metavar="RULE=LEVEL",
        help=f"set the severity of a rule: {', '.join(LEVELS)}",
    )
    group.add_argument(
        "--preset",
        action="append",
        default=[],
        metavar="NAME",
        help="start from a preset, beside those of the configuration; repeatable, later wins",
    )
    group.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE|KEY=VALUE",
        help="use this configuration file, or set one of its keys (the value as in TOML)",
    )

    add_no_code(group)


def add_no_code(parser: argparse._ActionsContainer) -> None:
    """Add `--no-code`."""
    parser.add_argument(
        "--no-code",
        action="store_true",
        help="run no code that a configuration names; models are left out (also: LINTARTICLE_NO_CODE=1)",
    )


def configurations(arguments: argparse.Namespace) -> Configurations:
    """Return the configurations that the options ask for; raises `UsageError` and `ConfigError`."""
    working_folder = Path.cwd()
    files = [value for value in arguments.config if "=" not in value]
    keys = [value for value in arguments.config if "=" in value]
    if len(files) > 1:
        raise UsageError(f"--config names two files, “{files[0]}” and “{files[1]}”, expected one.")
    if files and not Path(files[0]).is_file():
        raise UsageError(f"There is no configuration file “{files[0]}”.")
    command_line = CommandLine()
    if keys:
        from lintarticle.config.reading import read_keys  # imports pydantic: 100 ms

        command_line = read_keys(keys)
    for name in arguments.preset:
        if fault := fault_of_preset(name):
            raise UsageError(fault)
    command_line = command_line._replace(
        layers=(*command_line.layers, _flags(arguments)), presets=(*command_line.presets, *arguments.preset)
    )
    given = working_folder / files[0] if files else None
    return Configurations(working_folder, given, command_line, no_code=arguments.no_code)


def _flags(arguments: argparse.Namespace) -> Layer:
    _check_names((*arguments.select, *arguments.ignore, *arguments.only))
    return Layer(
        select=tuple(arguments.only) or None,
        add=tuple(arguments.select),
        ignore=tuple(arguments.ignore),
        rules=dict(map(_severity, arguments.severity)),
        origin="command line",
    )


def _check_names(names: Iterable[str]) -> None:
    for name in names:
        if fault := fault_of_selector(name):
            raise UsageError(fault)


def _severity(value: str) -> tuple[str, RuleSetting]:
    name, equals, word = value.partition("=")
    if not equals:
        raise UsageError(f"--severity takes RULE=LEVEL, found “{value}”.")
    if fault := fault_of_rule(name):
        raise UsageError(fault)
    setting = level(word)
    if setting is None:
        raise UsageError(fault_of_level(word))
    return name, setting
