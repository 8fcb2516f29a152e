"""Command lines: argparse with our own messages, and the options that several commands share."""

from __future__ import annotations

import argparse
import os

from lintarticle.cli.errors import UsageError

TYPE_CHECKING = False  # as in `typing`, whose import would cost every command 5 ms
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType
    from typing import Any, NoReturn

# Our texts are English, so those of argparse stay so: asking for translations imports `locale`, 2 ms of every run.
vars(argparse)["_"] = str

_WIDTH = 100
"""Columns of help texts. Asking the terminal would import shutil for every run, 4 ms: argparse does so at once."""


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=_WIDTH)


class _Ask(str):
    """The argument by which a program asks for the parser of a command."""

    __slots__ = ()


class _AskedError(Exception):
    """Carries the parser that was asked for."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser


def parser_of(command: ModuleType) -> Parser:
    """Return the parser that a command's module builds, without running the command."""
    try:
        command.run([_Ask()])
    except _AskedError as asked:
        return asked.parser
    raise TypeError(f"{command.__name__} parses no arguments")


class Parser(argparse.ArgumentParser):
    """A parser that raises `UsageError`, and knows the nearest option to an unknown one."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"lintarticle {command}", description=description, allow_abbrev=False, formatter_class=_formatter
        )

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing a usage text of 20 lines."""
        from lintarticle.wording import capitalised

        raise UsageError(capitalised(message) + ("" if message.endswith((".", "?")) else "."))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """List the allowed values, the nearest first."""
        if action.choices is None or value in action.choices:
            return
        from lintarticle.wording import did_you_mean

        choices = list(map(str, action.choices))
        name = action.option_strings[0] if action.option_strings else ""
        message = f"{name} is “{value}”." if name else f"Unknown {action.dest} “{value}”."
        raise UsageError(message + did_you_mean(str(value), choices))

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Parse options and paths in any order."""
        if any(isinstance(argument, _Ask) for argument in arguments):
            raise _AskedError(self)
        known, unknown = self.parse_known_intermixed_args(list(_with_plain_paths(arguments)))
        if unknown:
            name = unknown[0].partition("=")[0]
            options = [option for action in self._actions for option in action.option_strings if len(option) > 2]
            from lintarticle.wording import did_you_mean

            raise UsageError(f"Unknown option “{name}”.{did_you_mean(name, options)}")
        return known


def _with_plain_paths(arguments: Iterable[str]) -> Iterator[str]:
    """Yield arguments, a path that starts with a hyphen as `./-x.md`: what follows `--`, and existing articles.

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
    if not os.path.isfile(argument):  # noqa: PTH113 - `pathlib` is imported by no command that needs no file
        return False
    from lintarticle.discovery import SUFFIXES

    return argument.lower().endswith(SUFFIXES)


def comma_separated(value: str) -> list[str]:
    """Split the value of an option that takes several names, separated by commas."""
    return [word.strip() for word in value.split(",") if word.strip()]


def with_standard_input(paths: list[str], filename: str | None) -> list[str]:
    """Return the paths, with `-` added if `--stdin-filename` names what standard input contains."""
    return paths if filename is None or STDIN in paths else [*paths, STDIN]


STDIN = "-"
"""The path of standard input."""


def job_count(value: str) -> int:
    """Return a number of processes, 0 for as many as there are processors."""
    if value == "auto":
        return 0
    if not value.isascii() or not value.isdigit() or int(value) > MOST_JOBS:
        message = f"expected a number up to {MOST_JOBS}, or “auto”; found “{value}”."
        raise argparse.ArgumentTypeError(message)
    return int(value)


MOST_JOBS = 256


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


# --- what several commands share -----------------------------------------------------------------------------


def add_jobs(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Add how many processes a command may use."""
    parser.add_argument(
        "--jobs",
        "-j",
        type=job_count,
        default=0,
        metavar="N",
        help="processes to use (default: one for each processor)",
    )


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Add the files and folders that a command looks at."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: .)")


def add_color_option(parser: argparse._ActionsContainer) -> None:
    """Add the option of commands that print for people."""
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")


# --- rules and configuration ---------------------------------------------------------------------------------


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose rules and settings, the same for every command that lints."""
    from lintarticle.problem import LEVELS

    group = parser.add_argument_group("rules")
    names: dict[str, Any] = {"type": comma_separated, "action": "extend", "default": [], "metavar": "RULE|FAMILY"}
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
    add_configuration_options(parser)


def add_configuration_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose settings."""
    group = parser.add_argument_group("configuration")
    parser.set_defaults(select=[], ignore=[], only=[], severity=[])
    group.add_argument(
        "--preset",
        action="append",
        default=[],
        metavar="NAME",
        help="add a preset to those of the configuration; repeatable, later ones win",
    )
    group.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="FILE|KEY=VALUE",
        help="use this configuration file, or set one of its keys (the value as in TOML)",
    )
    add_no_code(group)


def add_cache_options(parser: argparse.ArgumentParser) -> None:
    """Add the options about the cache."""
    from lintarticle.cache.folder import NAME

    group = parser.add_argument_group("cache")
    group.add_argument("--no-cache", action="store_true", help="neither read nor write a cache")
    group.add_argument("--cache-dir", metavar="FOLDER", help=f"where the cache is (default: {NAME})")


def add_verbose(parser: argparse._ActionsContainer) -> None:
    """Add `--verbose`."""
    parser.add_argument(
        "--verbose",
        action="store_true",
        help="show every problem, even one that nearly all articles have; say why a cache was not used",
    )


def add_no_code(parser: argparse._ActionsContainer) -> None:
    """Add `--no-code`."""
    parser.add_argument(
        "--no-code",
        action="store_true",
        help="run no code that a configuration names; models and plugins are left out (also: LINTARTICLE_NO_CODE=1)",
    )


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
        "--add-suppressions",
        action="store_true",
        help="add comments that suppress what --fail-on counts (with --reason)",
    )
    group.add_argument("--reason", metavar="TEXT", help="with --add-suppressions: why these problems may stay")


def are_fixes_asked_for(options: argparse.Namespace) -> bool:
    """Whether the options ask for fixes; raises `UsageError` if one of them needs another that is missing."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes needs --fix, or --diff to review the changes first.")
    if options.exit_non_zero_on_fix and not options.fix:
        raise UsageError("--exit-non-zero-on-fix needs --fix.")
    if options.add_suppressions and options.fix:
        raise UsageError("--add-suppressions and --fix can’t be combined; run one after the other.")
    if options.reason and not options.add_suppressions:
        raise UsageError("--reason needs --add-suppressions.")
    return bool(options.fix or options.diff or options.add_suppressions)
