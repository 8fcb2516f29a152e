"""`lintarticle show`: print how articles were read."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from lintarticle.cli.arguments import STDIN, Parser, add_color_option, add_configuration_options, with_standard_input
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import CLEAN, FAILED, UsageError
from lintarticle.cli.streams import say, standard_input
from lintarticle.config.configuration import read_typed
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import is_folder, read_source
from lintarticle.output.json_object import overviews_as_json
from lintarticle.overview.model import Overview, Unreadable
from lintarticle.overview.reading import overview
from lintarticle.runner import Runner
from lintarticle.source import SourceText


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse(arguments)
    options.files = with_standard_input(options.files, options.stdin_filename)
    if not options.files:
        raise UsageError("The following arguments are required: FILE.")
    loaded = configurations(options)
    shown = list(_overviews(loaded, options))
    overviews = [found for found in shown if isinstance(found, Overview)]
    unreadable = [found for found in shown if isinstance(found, Unreadable)]
    say(loaded.warnings)
    if options.output_format == "json":
        sys.stdout.write(overviews_as_json(overviews, unreadable))
    elif overviews:
        from lintarticle.output.overview_screen import draw  # imports rich

        draw(overviews, color=options.color)
    sys.stdout.flush()
    say(" ".join(filter(None, (f"{file.path}:", file.message, file.help))) for file in unreadable)
    return FAILED if unreadable else CLEAN


def _parser() -> Parser:
    parser = Parser("show", "Show how articles were read: metadata, sections, illustrations, figures.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="articles, or - for standard input")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    add_color_option(parser)
    parser.add_argument("--stdin-filename", metavar="PATH", help="the path to use for standard input")
    add_configuration_options(parser)
    return parser


def _overviews(configurations: Configurations, options: argparse.Namespace) -> Iterator[Overview | Unreadable]:
    runner = Runner(configurations)
    for name in dict.fromkeys(options.files):
        target = runner.target((options.stdin_filename or "<stdin>") if name == STDIN else name)
        if name == STDIN:
            source = SourceText.from_bytes(standard_input())
        elif is_folder(target.path):
            advice = f"“lintarticle check {os.path.normpath(name)}” checks all articles in it."
            yield Unreadable(target.shown, "This is a folder, not an article.", advice)
            continue
        else:
            source = read_source(target)
        if source.fault:
            yield Unreadable(target.shown, source.fault.message, source.fault.help)
        else:
            settings, context = runner.situation(target)
            yield overview(*read_typed(target.shown, source, settings), context.files)
