"""The options that ask for fixes."""

from __future__ import annotations

import argparse

from lintarticle.cli.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("fixes")
    group.add_argument("--fix", action="store_true", help="apply the safe fixes; report what remains")
    group.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: the unsafe fixes too")
    group.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    group.add_argument(
        "--exit-non-zero-on-fix", action="store_true", help="exit 1 when anything was fixed, also if nothing remains"
    )
    group.add_argument(
        "--add-suppressions", action="store_true", help="silence by comments what --fail-on counts (with --reason)"
    )
    group.add_argument("--reason", metavar="TEXT", help="with --add-suppressions: why these problems may stay")


def is_asked_for(options: argparse.Namespace) -> bool:
    """Whether the options ask for fixes; raises `UsageError` where one makes no sense by itself."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes says which fixes to apply: add --fix, or --diff to look at them first.")
    if options.add_suppressions and options.fix:
        raise UsageError("--add-suppressions silences problems and --fix repairs them: ask for one at a time.")
    if options.reason and not options.add_suppressions:
        raise UsageError("--reason goes with --add-suppressions.")
    return bool(options.fix or options.diff or options.add_suppressions)
