"""argparse, made to say what is wrong in our words."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from lintarticle.cli.errors import UsageError
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
    """Pairs each `--output-format` with the `-o` beside it, in either order: a list of [format, file]."""

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
