"""From a command line to a command and its exit code."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

from lintarticle.cli.errors import CLEAN, FAILED, NotPossibleError, UsageError, code_of, sentences_on
from lintarticle.cli.streams import say
from lintarticle.version import __version__

TYPE_CHECKING = False  # as in `typing`, whose import would cost every command 5 ms
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

COMMANDS = {
    "init": "look at a site, and write the configuration that its articles already follow",
    "check": "check articles and report problems",
    "fix": "apply safe fixes and report what remains",
    "site": "compare all articles: addresses, titles, tags and the like",
    "show": "show how articles were read",
    "briefs": "list the briefs for images that are still to be made",
    "place": "put finished images where their briefs say",
    "new": "start an article like the others of its type",
    "guide": "print a guide for the writers of a type",
    "facts": "write the metadata, links and problems of each article as Parquet",
    "tags": "list the tags of a site",
    "rename-tag": "rename a tag in every article",
    "rename-article": "move an article, with the links to it",
    "explain": "print the manual page of a rule",
    "rules": "list every rule",
    "test-rules": "run the examples of the site’s own rules",
    "config": "check a configuration, and show the types that it defines",
    "schema": "print a JSON Schema of front matter or of lintarticle.toml, for editors",
    "stats": "count problems by rule, family, type of article and author",
    "cache": "show the size of the cache, or remove it",
    "completion": "print a script that completes commands and options in a shell",
}
"""Command → what it does. Each is a module of this package with `run(arguments) -> exit code`."""

KEPT = ("check", "site")
"""The commands whose runs are kept as a whole."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; a failure prints one sentence on stderr, never a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _prepare_streams()
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as error:  # argparse ends --help so
        return error.code if isinstance(error.code, int) else CLEAN
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - no traceback ever reaches a writer
        say(sentences_on(error))
        if isinstance(error, UsageError):
            say(["Run “lintarticle --help” for the commands and their options."])
        return code_of(error)


def _dispatch(arguments: list[str]) -> int:
    if not _is_somewhere():
        raise NotPossibleError("The working folder is gone.")
    first = arguments[0] if arguments else ""
    if not arguments:
        sys.stderr.write(_help())
        return FAILED
    if first in ("--version", "-V"):
        sys.stdout.write(f"lintarticle {__version__}\n")
        return CLEAN
    if first in ("--help", "-h", "help"):
        sys.stdout.write(_help())
        return CLEAN
    command = first if first in COMMANDS else "check"
    if command != first and _is_a_word(first):
        from lintarticle.wording import did_you_mean

        raise UsageError(f"“{first}” is not a command, file or folder.{did_you_mean(first, COMMANDS)}")
    arguments = arguments[1:] if command == first else arguments
    kept = _kept(command, arguments)
    if kept is not None:
        return kept
    code: int = _command(command).run(arguments)
    return code


def _kept(command: str, arguments: list[str]) -> int | None:
    """Repeat what an earlier run printed, if it was kept, and return its exit code, else None."""
    if command not in KEPT or "--no-cache" in arguments:
        return None
    from lintarticle.cache.kept_run import replay

    return replay(command, arguments)


def _command(name: str) -> ModuleType:
    """Import the module of a command, and end the pause of the garbage collector that `__main__` began."""
    module = import_module(f"lintarticle.cli.{name.replace('-', '_')}")
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_OBJECTS)
        gc.enable()
    return module


_OBJECTS = 50_000
"""New objects before garbage is collected: more than a run on one article creates, nearly all of them by imports."""


def _is_somewhere() -> bool:
    try:
        return bool(os.getcwd())  # noqa: PTH109 - `pathlib` is imported by no command that needs no file
    except OSError:
        return False


def _is_a_word(argument: str) -> bool:
    """Whether an argument can only be a misspelt command: not an option, not a file, and not like a path."""
    looks_like_path = argument.startswith("-") or any(mark in argument for mark in "./\\")
    return not looks_like_path and not os.path.exists(argument)  # noqa: PTH110 - as above


def _help() -> str:
    width = max(map(len, COMMANDS)) + 1
    commands = "\n".join(f"  {name:<{width}}{summary}" for name, summary in COMMANDS.items())
    return (
        "lintarticle: a linter for articles in Markdown\n\n"
        "usage: lintarticle COMMAND [options]\n"
        "       lintarticle FILE…               the same as lintarticle check FILE…\n\n"
        f"commands:\n{commands}\n\n"
        "“lintarticle COMMAND --help” shows the options of a command; --version prints the version.\n"
    )


def _prepare_streams() -> None:
    """Make both streams take every character: UTF-8 where no terminal says otherwise, escapes for what is left."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            encoding = stream.encoding if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")
