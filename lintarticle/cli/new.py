"""`lintarticle new`: start an article like the others of its type."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintarticle.cli.arguments import Parser, add_no_code
from lintarticle.cli.configurations import named_type
from lintarticle.cli.errors import CLEAN, NotPossibleError, UsageError
from lintarticle.cli.streams import say
from lintarticle.config.configuration import ArticleType, Configuration
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.drafting.draft import Demands, Draft, Wanted
from lintarticle.drafting.samples import Habits, habits_of, local_now
from lintarticle.drafting.values import GivenValue
from lintarticle.output.screen import escape
from lintarticle.runner import Runner
from lintarticle.saving import reason_of


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse(arguments)
    folder = Path.cwd()
    configurations = Configurations(folder, no_code=options.no_code)
    configuration = configurations.of(folder)
    say(configurations.warnings)
    kind, title = chosen_type([_plain(word) for word in options.words], configuration)
    wanted = Wanted(title, tuple(_settings(options.set)), _slug(options.slug), local_now())
    targets, _ = Runner(configurations).find([str(configuration.root)])
    habits = habits_of(targets, configuration, kind)
    draft = _draft(wanted, habits, configuration, kind)
    path = Path(os.path.normpath(folder / options.path)) if options.path else configuration.root / draft.path()
    draft = _draft(wanted, habits, configuration, kind, path)
    text = draft.text(mdx=path.suffix.lower() == ".mdx")
    if options.dry_run:
        say([f"Would write {shown_path(path, folder)}."])
        sys.stdout.write(text)
        return CLEAN
    write_new(path, text, configuration, shown_path(path, folder))
    sys.stdout.write(f"{escape(shown_path(path, folder))}\n")
    return CLEAN


def _parser() -> Parser:
    parser = Parser(
        "new",
        "Start an article with the folder, name and form of the others of its type. What you have to write is "
        "marked TODO, which “lintarticle check” reports.",
    )
    parser.add_argument("words", nargs="*", metavar="[TYPE] TITLE", help="the type, if there are several; the title")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="a value of the front matter (extra.team=Harbor, tags=tides,maps); repeatable",
    )
    parser.add_argument(
        "--slug", metavar="NAME", help="the name in the address and of the file (default: from the title)"
    )
    parser.add_argument("--path", metavar="FILE", help="write this file (default: next to the others)")
    parser.add_argument("--dry-run", action="store_true", help="print the article, write nothing")
    add_no_code(parser)
    return parser


def chosen_type(words: Sequence[str], configuration: Configuration) -> tuple[ArticleType | None, str]:
    """Return the type and the title that the words of a command line name; raises `UsageError`."""
    kinds = {kind.name: kind for kind in configuration.types}
    if not words or not words[-1].strip():
        raise UsageError("Give the title of the article in quotes: lintarticle new “How to read a tide table”.")
    if len(words) == 1 and words[0] in kinds:
        raise UsageError(f"“{words[0]}” is a type: give the title after it.")
    if len(words) == 1:
        if len(kinds) > 1:
            raise UsageError(f"There are several types of articles; name one of {', '.join(kinds)} before the title.")
        return next(iter(kinds.values()), None), words[0].strip()
    if len(words) > 2 and len(kinds) < 2 and words[0] not in kinds:
        return next(iter(kinds.values()), None), " ".join(words).strip()
    return named_type(words[0], configuration.types), " ".join(words[1:]).strip()


def _plain(word: str) -> str:
    """Return a word on one line, without the `./` that the parser puts before a hyphen."""
    return " ".join(word.removeprefix("./" if word.startswith("./-") else "").split())


def _settings(given: Sequence[str]) -> Iterator[GivenValue]:
    for each in given:
        key, equals, value = each.partition("=")
        place = tuple(part.strip() for part in key.split("."))
        if not equals or not all(place):
            raise UsageError(f"--set takes KEY=VALUE; found “{each}”.")
        yield GivenValue(place, value.strip())


def _slug(given: str | None) -> str:
    slug = (given or "").strip()
    if "/" in slug or "\\" in slug or slug in (".", ".."):
        raise UsageError(f"“{slug}” contains a path; --slug takes a name, --path a file.")
    return slug


def _draft(
    wanted: Wanted, habits: Habits, configuration: Configuration, kind: ArticleType | None, path: Path | None = None
) -> Draft:
    return Draft(wanted, habits, Demands.of(configuration, kind, configuration.relative(path) if path else ""))


def write_new(path: Path, text: str, configuration: Configuration, shown: str) -> None:
    """Write a new file; raises `NotPossibleError` if it exists."""
    if not configuration.boundary.holds(path.parent):
        raise NotPossibleError(f"{shown} would be outside the repository.")
    if os.path.lexists(path):
        raise NotPossibleError(f"{shown} already exists; give another title, or name the file with --path.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise NotPossibleError(f"{shown} already exists; give another title, or name the file with --path.") from None
    except OSError as error:
        raise NotPossibleError(f"{shown} was not written: {reason_of(error)}.") from None
