"""Where the results of a check go: formats and files, paired."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TextIO

from lintarticle.cli.arguments import STDIN
from lintarticle.cli.errors import UsageError
from lintarticle.discovery import SUFFIXES
from lintarticle.output import DEFAULT, FORMATS, open_output
from lintarticle.output.contract import Output, Sink, Summary
from lintarticle.problem import Severity
from lintarticle.wording import did_you_mean

NEVER = "never"


def threshold(fail_on: str) -> Severity | None:
    """Return the lowest severity that makes a run fail, None for never."""
    return None if fail_on == NEVER else Severity[fail_on.upper()]


def open_outputs(options: argparse.Namespace, stack: ExitStack) -> list[Output]:
    """Return the outputs that the options ask for; the stack closes their files. Raises `UsageError`."""
    if options.diff and not options.outputs:
        return []  # standard output is the differences
    pairs = [(name or DEFAULT, file) for name, file in options.outputs or [(None, None)]]
    for name, _ in pairs:
        if name not in FORMATS:
            raise UsageError(f"Unknown output format “{name}”.{did_you_mean(name, FORMATS)}")
    to_stdout = [name for name, file in pairs if not file or file == STDIN]
    if len(to_stdout) > 1:
        raise UsageError(
            f"Both {to_stdout[0]} and {to_stdout[1]} would go to standard output: give one a file with -o."
        )
    _check_files([file for _, file in pairs if file and file != STDIN])
    # Files come first, so that “all is well” is printed only when every report is on the disk.
    pairs.sort(key=lambda pair: not pair[1] or pair[1] == STDIN)
    return [open_output(name, _sink(file, options, stack)) for name, file in pairs]


def check_not_an_article(file: str) -> None:
    """Raise `UsageError` if an output file is an article."""
    if Path(file).suffix.lower() in SUFFIXES and Path(file).exists():
        raise UsageError(f"“{file}” is an article, and -o would write over it: name another file.")


def _check_files(files: Sequence[str]) -> None:
    """Refuse to write over an article, as `-o *.md` would, or twice into one file."""
    for index, file in enumerate(files):
        check_not_an_article(file)
        if file in files[:index]:
            raise UsageError(f"Two outputs would go to “{file}”: name a file for each.")


def _sink(file: str | None, options: argparse.Namespace, stack: ExitStack) -> Sink:
    if not file or file == STDIN:
        is_taken = options.diff or (_changes(options) and STDIN in options.paths)  # by differences, by fixed text
        stream: TextIO = sys.stderr if is_taken else sys.stdout
        color = colored(options.color)
    else:
        opened = Path(file).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115 - by the stack
        stream = stack.enter_context(opened)
        color = options.color == "always"
    return Sink(
        stream.write,
        color,
        options.quiet,
        options.statistics,
        threshold(options.fail_on),
        stream.flush,
        options.verbose,
        partial(advice_on, is_fixing=_changes(options) or options.diff),
    )


def _changes(options: argparse.Namespace) -> bool:
    return bool(options.fix or options.add_suppressions)


def colored(when: str) -> bool:
    """Decide on colour: by the option, else NO_COLOR and FORCE_COLOR, else by whether stdout is a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


# --- advice ---------------------------------------------------------------------------------------------------


HOOK_CONFIGURATIONS = (".pre-commit-config.yaml", "prek.toml")


def advice_on(summary: Summary, *, is_fixing: bool = False) -> Sequence[str]:
    """Return the lines for people, if there are problems; `is_fixing`: fixes were applied or shown.

    In a hook, only the hooks' own commands are suggested: the program is not on the writer's PATH.
    """
    if not summary.rules:
        return ()
    if os.environ.get("PRE_COMMIT"):
        return tuple(_in_hooks(fixable=bool(summary.fixable) and not is_fixing))
    lines = ["“lintarticle explain RULE” says more about a rule, with examples."]
    if summary.fixable and not is_fixing:
        lines.append("“lintarticle fix” applies the safe fixes, which keep the meaning; --diff shows them first.")
    return tuple(lines)


def _in_hooks(*, fixable: bool) -> Iterator[str]:
    from lintarticle.output.addresses import RULES_PAGE

    configured = _configured()
    if "lintarticle-explain" in configured:
        yield "“pre-commit run --hook-stage manual lintarticle-explain” says more about these rules."
    else:
        yield f"More about these rules: {RULES_PAGE}"
    if fixable and "lintarticle-fix" in configured:
        yield "“pre-commit run --hook-stage manual lintarticle-fix” applies the safe fixes, which keep the meaning."
    elif fixable:
        yield "The hook “lintarticle-fix”, if you add it, applies the safe fixes, which keep the meaning."


def _configured() -> str:
    """Return what configures the hooks of the working folder."""
    for name in HOOK_CONFIGURATIONS:
        try:
            with open(name, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - as `Path` would, unimported
                return file.read()
        except OSError:
            continue
    return ""
