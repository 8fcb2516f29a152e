"""Command lines: argparse with our own messages, and the options that several commands share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from lintarticle.cli.errors import UsageError
from lintarticle.config.configuration import CommandLine
from lintarticle.config.discovery import Configurations
from lintarticle.config.preset import fault_of_preset
from lintarticle.config.selection import BUILT_IN, EVERYTHING, LEVELS, KnownRules, fault_of_level, level
from lintarticle.config.settings import Layer, RuleSetting
from lintarticle.discovery import SUFFIXES
from lintarticle.nearest import did_you_mean

_WIDTH = 100
"""Columns of help texts. Asking the terminal would import shutil for every run, 4 ms: argparse does so at once."""


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=_WIDTH)


class Parser(argparse.ArgumentParser):
    """A parser that raises `UsageError`, and knows the nearest option to an unknown one."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"lintarticle {command}", description=description, allow_abbrev=False, formatter_class=_formatter
        )

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing a usage text of 20 lines."""
        raise UsageError(message[:1].upper() + message[1:] + ("" if message.endswith((".", "?")) else "."))

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse options and paths in any order."""
        known, unknown = self.parse_known_intermixed_args(list(_with_plain_paths(arguments)))
        if unknown:
            name = unknown[0].partition("=")[0]
            options = [option for action in self._actions for option in action.option_strings if len(option) > 2]
            raise UsageError(f"Unknown option “{name}”.{did_you_mean(name, options)}")
        return known


def _with_plain_paths(arguments: Iterable[str]) -> Iterator[str]:
    """Yield arguments, a path that starts with a hyphen as `./-x.md`: what follows `--`, and articles that are there.

    Hooks hand over the names of files as they are, with no `--` before them.
    """
    paths_only = False
    for argument in arguments:
        if argument == "--" and not paths_only:
            paths_only = True
        elif argument.startswith("-") and argument != "-" and (paths_only or _is_an_article(argument)):
            yield f"./{argument}"
        else:
            yield argument


def _is_an_article(argument: str) -> bool:
    return argument.lower().endswith(SUFFIXES) and Path(argument).is_file()


def words(value: str) -> list[str]:
    """Split the value of an option that takes several names, separated by commas."""
    return [word.strip() for word in value.split(",") if word.strip()]


class OutputAction(argparse.Action):
    """Pairs each `--output-format` with the `-o` next to it, in either order: a list of [format, file]."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Fill the open half of the last pair, or open the next one."""
        half = 0 if self.const == "format" else 1
        pairs: list[list[str | None]] = [list(pair) for pair in getattr(namespace, self.dest) or []]
        if not pairs or pairs[-1][half] is not None:
            pairs.append([None, None])
        pairs[-1][half] = str(values)
        setattr(namespace, self.dest, pairs)


# --- rules and configuration ---------------------------------------------------------------------------------


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose rules and settings, the same for every command that lints."""
    group = parser.add_argument_group("rules and configuration")
    names: dict[str, Any] = {"type": words, "action": "extend", "default": [], "metavar": "RULE|FAMILY"}
    group.add_argument("--select", help="also run these rules or families; ALL is every rule", **names)
    group.add_argument("--ignore", help="skip these rules or families", **names)
    group.add_argument("--only", help="run only these rules or families", **names)
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
        help="add a preset to those of the configuration; repeatable, later wins",
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
        help="run no code that a configuration names; models and plugins are left out (also: LINTARTICLE_NO_CODE=1)",
    )


def configurations(arguments: argparse.Namespace) -> Configurations:
    """Return the configurations that the options ask for; raises `UsageError` and `ConfigError`."""
    working_folder = Path.cwd()
    files = [value for value in arguments.config if "=" not in value]
    keys = [value for value in arguments.config if "=" in value]
    if len(files) > 1:
        raise UsageError(f"--config names two files, “{files[0]}” and “{files[1]}”; give one.")
    if files and not Path(files[0]).is_file():
        raise UsageError(f"There is no configuration file “{files[0]}”.")
    given = working_folder / files[0] if files else None
    known = _known_rules(arguments, working_folder, given)
    command_line = CommandLine()
    if keys:
        from lintarticle.config.reading import read_keys  # imports pydantic: 100 ms

        command_line = read_keys(keys, known)
    for name in arguments.preset:
        if fault := fault_of_preset(name):
            raise UsageError(fault)
    command_line = command_line._replace(
        layers=(*command_line.layers, _flags(arguments, known)), presets=(*command_line.presets, *arguments.preset)
    )
    return Configurations(working_folder, given, command_line, no_code=arguments.no_code)


def _known_rules(arguments: argparse.Namespace, working_folder: Path, given: Path | None) -> KnownRules:
    """Return the rules that the options can name: the site's own are looked up only if one of them may be named."""
    names = [*arguments.select, *arguments.ignore, *arguments.only]
    names += [value.partition("=")[0] for value in arguments.severity]
    names += re.findall(r"\brules\.[\"']?([\w-]+)", " ".join(arguments.config))
    if all(name.partition("/")[0] in (*BUILT_IN.families, EVERYTHING) for name in names):
        return BUILT_IN
    return Configurations(working_folder, given, no_code=arguments.no_code).of(working_folder).known


def _flags(arguments: argparse.Namespace, known: KnownRules) -> Layer:
    _check_names((*arguments.select, *arguments.ignore, *arguments.only), known)
    return Layer(
        select=tuple(arguments.only) or None,
        add=tuple(arguments.select),
        ignore=tuple(arguments.ignore),
        rules=dict(_severity(value, known) for value in arguments.severity),
        origin="command line",
    )


def _check_names(names: Iterable[str], known: KnownRules) -> None:
    for name in names:
        if fault := known.fault_of_selector(name):
            raise UsageError(fault)


def _severity(value: str, known: KnownRules) -> tuple[str, RuleSetting]:
    name, equals, word = value.partition("=")
    if not equals:
        raise UsageError(f"--severity takes RULE=LEVEL, found “{value}”.")
    if fault := known.fault_of_rule(name):
        raise UsageError(fault)
    setting = level(word)
    if setting is None:
        raise UsageError(fault_of_level(word))
    return name, setting


# --- fixes ----------------------------------------------------------------------------------------------------


def add_fix_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that ask for fixes."""
    group = parser.add_argument_group("fixes")
    group.add_argument("--fix", action="store_true", help="apply safe fixes, then report what remains")
    group.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: include unsafe fixes")
    group.add_argument("--diff", action="store_true", help="show what --fix would change without changing files")
    group.add_argument(
        "--exit-non-zero-on-fix", action="store_true", help="exit 1 if anything was fixed, even if nothing remains"
    )
    group.add_argument(
        "--add-suppressions", action="store_true", help="silence by comments what --fail-on counts (with --reason)"
    )
    group.add_argument("--reason", metavar="TEXT", help="with --add-suppressions: why these problems may stay")


def are_fixes_asked_for(options: argparse.Namespace) -> bool:
    """Whether the options ask for fixes; raises `UsageError` where one makes no sense by itself."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes needs --fix, or --diff to review the changes first.")
    if options.add_suppressions and options.fix:
        raise UsageError("--add-suppressions suppresses problems and --fix repairs them: ask for one at a time.")
    if options.reason and not options.add_suppressions:
        raise UsageError("--reason needs --add-suppressions.")
    return bool(options.fix or options.diff or options.add_suppressions)
