"""`lintarticle facts`: write facts about each article as Parquet; and check a whole site from these facts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from lintarticle.cli.arguments import Parser, add_jobs, add_rule_options
from lintarticle.cli.baselines import Baselines
from lintarticle.cli.configurations import configurations
from lintarticle.cli.errors import CLEAN, FAILED, NotPossibleError, UsageError, defect
from lintarticle.cli.streams import say, say_missing
from lintarticle.config.discovery import Configurations
from lintarticle.report import Details, Report
from lintarticle.runner import today_here
from lintarticle.scale.comparison import CompleteFacts
from lintarticle.scale.storage import FactsError, root_of_source
from lintarticle.wording import number
from lintarticle.workers import available

_ENGINES = ("local", "dask")
_SIZE = 2_000
"""Articles of a shard: some seconds of work, and few enough files for a million articles."""


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse(arguments)
    source, paths = _input(options)
    if options.scheduler and options.engine != "dask":
        raise UsageError("--scheduler needs --engine dask.")
    options.config = [value if "=" in value else str(Path.cwd() / value) for value in options.config]
    from lintarticle.scale.facts import FactsRun
    from lintarticle.scale.storage import FactsError

    try:
        job = FactsRun(
            source, paths, options.output, partial(configured, options), today_here(), size=options.shard_size
        )
        say((*job.warnings, *(f"No articles in “{name}”." for name in job.empty)))
        if not job.shards or say_missing(job.targets):
            return FAILED
        made = list(job.made(options.engine, options.jobs or available(), options.scheduler or ""))
    except FactsError as error:
        raise NotPossibleError(str(error)) from None
    faults = [fault for each in made for fault in each.faults]
    say(map(defect, faults))
    kept = sum(each.is_kept for each in made)
    there = (
        f"; {number(kept, 'shard')} was already there"
        if kept == 1
        else f"; {kept} shards were already there"
        if kept
        else ""
    )
    articles = number(sum(each.articles for each in made), "article")
    sys.stdout.write(f"Facts of {articles} in {number(len(made), 'shard')}{there}.\n")
    return FAILED if faults else CLEAN


def _parser() -> Parser:
    parser = Parser("facts", "Write the metadata, links and problems of each article as Parquet, for very large sites.")
    parser.add_argument("paths", nargs="*", metavar="PATH|URL", help="files and folders, or one URL (default: .)")
    parser.add_argument("-o", "--output", required=True, metavar="FOLDER|URL", help="the folder for the facts")
    parser.add_argument("--engine", choices=_ENGINES, default=_ENGINES[0], help="where the work runs (default: local)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="the Dask scheduler; without it, Dask runs here")
    add_jobs(parser)
    parser.add_argument(
        "--shard-size", type=_count, default=_SIZE, metavar="N", help=f"articles in a shard (default: {_SIZE})"
    )
    add_rule_options(parser)
    return parser


def _count(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not int(value):
        raise argparse.ArgumentTypeError(f"expected a number of articles; found “{value}”.")
    return int(value)


def _input(options: argparse.Namespace) -> tuple[str, list[str]]:
    """Return where the articles are, and the requested paths there."""
    paths: list[str] = options.paths or ["."]
    elsewhere = [path for path in paths if "://" in path or (path.lower().endswith(".zip") and Path(path).is_file())]
    if not elsewhere:
        return str(Path.cwd()), paths
    if len(paths) > 1:
        raise UsageError(f"“{elsewhere[0]}” is a whole site; name no other path with it.")
    return elsewhere[0], ["."]


def configured(options: argparse.Namespace, folder: Path) -> Configurations:
    """Return the configurations that options ask for in a folder; any process may call it."""
    return configurations(options, folder)


# --- the check by facts ---------------------------------------------------------------------------------------


_FOR_ARTICLES = (
    "paths", "since", "fix", "diff", "add_suppressions", "write_baseline", "update_baseline", "stdin_filename",
)  # fmt: skip
"""Options that look at single articles, or change them."""


class SiteFacts:
    """The facts that options name; `faults` are our own defects."""

    def __init__(self, options: argparse.Namespace) -> None:
        for name in _FOR_ARTICLES:
            if getattr(options, name) not in (None, False, []):
                option = "paths" if name == "paths" else f"--{name.replace('_', '-')}"
                raise UsageError(f"--facts is for a whole site, so it can’t be combined with {option}.")
        self._options = options
        self.faults: list[str] = []

    def reports(self, details: Details) -> Iterator[Report]:
        """Yield a report for each article."""
        try:
            facts = CompleteFacts(self._options.facts)
            folder = root_of_source(facts.source) if facts.source else Path.cwd()
            loaded = configurations(self._options, folder)
            say(loaded.warnings)
            if self._options.no_baseline:
                yield from facts.reports(loaded, details, today_here())
            else:
                found = facts.reports(loaded, details | Details(fingerprints=True), today_here())
                yield from Baselines(self._options, loaded, (), ()).reports(found)
            self.faults = facts.faults
        except FactsError as error:
            raise NotPossibleError(str(error)) from None
