"""`lintarticle show`: print what was understood of articles."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence

from lintarticle.cli import selecting
from lintarticle.cli.arguments import Parser
from lintarticle.cli.errors import CLEAN, FAILED
from lintarticle.cli.saying import say
from lintarticle.cli.streams import standard_input
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import is_folder
from lintarticle.output.portrait.as_json import as_json
from lintarticle.output.portrait.model import Portrait, Unreadable
from lintarticle.output.portrait.reading import portrait
from lintarticle.runner import Runner, read_source
from lintarticle.source import SourceText

STDIN = "-"


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse(arguments)
    configurations = selecting.configurations(options)
    portraits: list[Portrait] = []
    unreadable: list[Unreadable] = []
    for each in _looked_at(configurations, options):
        if isinstance(each, Unreadable):
            unreadable.append(each)
        else:
            portraits.append(each)
    say(configurations.warnings)
    if options.output_format == "json":
        sys.stdout.write(as_json(portraits, unreadable))
    elif portraits:
        from lintarticle.output.portrait.drawing import draw  # imports rich

        draw(portraits, color=options.color)
    sys.stdout.flush()
    say(" ".join(filter(None, (f"{each.path}:", each.message, each.help))) for each in unreadable)
    return FAILED if unreadable else CLEAN


def _parser() -> Parser:
    parser = Parser("show", "Print what was understood of articles: metadata, sections, illustrations, figures.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="articles, or - for standard input")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    parser.add_argument("--stdin-filename", metavar="PATH", help="the path that standard input stands for")
    selecting.add_arguments(parser)
    return parser


def _looked_at(configurations: Configurations, options: argparse.Namespace) -> Iterable[Portrait | Unreadable]:
    runner = Runner(configurations)
    for name in dict.fromkeys(options.files):
        target = runner.target((options.stdin_filename or "<stdin>") if name == STDIN else name)
        if name == STDIN:
            source = SourceText.from_bytes(standard_input())
        elif is_folder(target.path):
            advice = f"“lintarticle check {os.path.normpath(name)}” looks at all that are in it."
            yield Unreadable(target.shown, "This is a folder, expected an article.", advice)
            continue
        else:
            source = read_source(target)
        if source.fault:
            yield Unreadable(target.shown, source.fault.message, source.fault.help)
        else:
            settings, _ = runner.situation(target)
            yield portrait(target.shown, source, settings)
