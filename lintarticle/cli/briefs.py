"""`lintarticle briefs`: list the images that articles ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lintarticle.briefs.listing import BriefRecord, records_of
from lintarticle.briefs.states import Situation
from lintarticle.cli.arguments import STDIN, Parser, add_configuration_options, add_paths
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import CLEAN, FAILED
from lintarticle.cli.outputs import check_not_an_article
from lintarticle.cli.streams import no_articles, say
from lintarticle.config.configuration import read_typed
from lintarticle.config.settings import Settings
from lintarticle.discovery import Target
from lintarticle.files import DiskFiles
from lintarticle.output.briefs import BRIEF_FORMATS
from lintarticle.rules.images.alt_too_long import AltTooLong
from lintarticle.runner import Runner
from lintarticle.source import DecodingFault, SourceText


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    parser = Parser("briefs", "List the briefs for images that are still to be made.")
    add_paths(parser)
    parser.add_argument("--all", action="store_true", help="include briefs whose image is already made or placed")
    parser.add_argument("--output-format", choices=tuple(BRIEF_FORMATS), default="table", help="default: table")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file")
    add_configuration_options(parser)
    options = parser.parse(arguments)
    check_not_an_article(options.output or STDIN)
    loaded = configurations(options)
    runner = Runner(loaded)
    articles = BriefedArticles(runner, options.paths or ["."])
    records: list[BriefRecord] = []
    for situation, _, _ in articles:
        records += records_of(situation, loaded.working_folder, every=options.all)
    say((*loaded.warnings, *articles.complaints))
    text = BRIEF_FORMATS[options.output_format](records)
    if options.output and options.output != STDIN:
        Path(options.output).write_text(text, "utf-8", newline="\n")
    else:
        sys.stdout.write(text)
    return FAILED if articles.unread else CLEAN


class BriefedArticles:
    """The articles with briefs under some paths, each with its target and settings, ready to receive images."""

    def __init__(self, runner: Runner, names: Sequence[str]) -> None:
        self._runner = runner
        self._names = names
        self.complaints: list[str] = []
        self.unread = 0

    def __iter__(self) -> Iterator[tuple[Situation, Target, Settings]]:
        targets, empty = self._runner.find(self._names)
        self.complaints += map(no_articles, empty)
        self.unread += bool(empty) and not targets
        for target in targets:
            source = self._source(target)
            if source is None:
                continue
            settings, context = self._runner.situation(target)
            article, settings = read_typed(target.shown, source, settings)
            if article.is_template or not article.illustrations or not isinstance(context.files, DiskFiles):
                continue
            site, root = settings.site, target.configuration.root
            limits = settings.options.get("images/alt-too-long")
            longest = limits.max if isinstance(limits, AltTooLong) else AltTooLong.max
            parts = (article, target.path, root, context.files, site.pictures, site.fields, longest)
            yield Situation(*parts), target, settings

    def _source(self, target: Target) -> SourceText | None:
        from lintarticle.discovery import read_source

        source = read_source(target)
        if source.fault:
            self._complain(target, source.fault)
            return None
        return source

    def _complain(self, target: Target, fault: DecodingFault) -> None:
        self.unread += 1
        is_missing = not os.path.lexists(target.path)
        message = f"No such file or folder: “{target.shown}”." if is_missing else f"{target.shown}: {fault.message}"
        self.complaints.append(message)
