"""`lintarticle guide`: a guide for writers of a type of article, as Markdown or as one HTML page."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lintarticle.cli.arguments import STDIN, Parser, add_no_code
from lintarticle.cli.configurations import named_type
from lintarticle.cli.errors import CLEAN, NotPossibleError
from lintarticle.cli.streams import say
from lintarticle.config.configuration import ArticleType, Configuration
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Target
from lintarticle.drafting.draft import Demands
from lintarticle.drafting.guide import MARK, guide, guide_page
from lintarticle.drafting.names import place_by_pattern
from lintarticle.drafting.samples import habits_of, local_now
from lintarticle.runner import Runner
from lintarticle.saving import reason_of

FORMATS = ("markdown", "html")


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser(
        "guide",
        "Print a guide for writers of a type: its fields, outline and rules, with an example. Without TYPE, "
        "cover all types.",
    )
    parser.add_argument("type", metavar="TYPE", nargs="?", help="a type of article (default: all of them)")
    parser.add_argument("--output-format", choices=FORMATS, default="markdown", help="default: markdown")
    parser.add_argument("-o", "--output", metavar="FILE", help="write this file (default: standard output)")
    add_no_code(parser)
    options = parser.parse(arguments)
    configurations = Configurations(Path.cwd(), no_code=options.no_code)
    configuration = configurations.of(Path.cwd())
    say(configurations.warnings)
    runner = Runner(configurations)
    kinds: Sequence[ArticleType | None] = configuration.types or [None]
    if options.type:
        kinds = [named_type(options.type, configuration.types)]
    targets, _ = runner.find([str(configuration.root)])
    text = "\n".join(_guide_of(kind, configuration, runner, targets) for kind in kinds)
    document = guide_page(text) if options.output_format == "html" else f"{MARK}\n\n{text}"
    if options.output and options.output != STDIN:
        _write(Path(options.output), document)
    else:
        sys.stdout.write(document)
    return CLEAN


def _guide_of(kind: ArticleType | None, configuration: Configuration, runner: Runner, targets: Sequence[Target]) -> str:
    place = place_by_pattern(kind.files.patterns) if kind else None
    path = place.path("how-to-read-a-tide-table", local_now()) if place else "how-to-read-a-tide-table.md"
    _, context = runner.situation(runner.target(str(configuration.root / path)))
    return guide(path, Demands.of(configuration, kind, path), context, habits_of(targets, configuration, kind))


def _write(path: Path, document: str) -> None:
    """Write a file, overwriting only an earlier guide; raises `NotPossibleError`."""
    try:
        if os.path.lexists(path) and not path.read_text("utf-8", errors="replace").lstrip().startswith(
            (MARK, "<!doctype")
        ):
            raise NotPossibleError(f"{path} exists and is not a guide; name another file.")
        path.write_text(document, "utf-8", newline="\n")
    except OSError as error:
        reason = "the folder does not exist" if isinstance(error, FileNotFoundError) else reason_of(error)
        raise NotPossibleError(f"{path} was not written: {reason}.") from None
