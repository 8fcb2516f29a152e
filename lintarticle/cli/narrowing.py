"""The options that narrow a run to what is new: since a commit, or since a baseline was written."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lintarticle.cli.errors import NotPossibleError, UsageError
from lintarticle.config.load import Configurations
from lintarticle.discovery import Target
from lintarticle.runner import Report, Runner

if TYPE_CHECKING:  # what most runs don't need is imported where it is asked for
    from lintarticle.changes.since import Since
    from lintarticle.cli.baselines import Baselines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("what is new")
    group.add_argument(
        "--since", metavar="REF", help="only articles that a change since this branch left REF (origin/main) concerns"
    )
    group.add_argument(
        "--changed-lines", action="store_true", help="with --since: only problems on lines that the change touched"
    )
    group.add_argument(
        "--baseline", nargs="?", const="", metavar="FILE", help="leave out the problems of a baseline that was written"
    )
    group.add_argument("--no-baseline", action="store_true", help="report what the configuration's baseline holds, too")
    group.add_argument(
        "--write-baseline", nargs="?", const="", metavar="FILE", help="write all problems there are into a baseline"
    )
    group.add_argument(
        "--update-baseline", action="store_true", help="take problems that are gone out of the baseline, add none"
    )
    group.add_argument("--force", action="store_true", help="with --update-baseline: add those that are new")


class Narrowing:
    """What of a run is looked at and reported; `say` takes sentences for people."""

    def __init__(
        self,
        options: argparse.Namespace,
        configurations: Configurations,
        runner: Runner,
        say: Callable[[Sequence[str]], object],
    ) -> None:
        _check(options)
        self._options = options
        self._configurations = configurations
        self._runner = runner
        self._say = say
        self._since: Since | None = None
        self._baselines: Baselines | None = None

    def find(self, names: Sequence[str]) -> tuple[list[Target], list[str]]:
        """Return what there is to lint, and the folders among `names` without any article."""
        if self._options.since is None:
            targets, empty = self._runner.find(names)
        else:
            from lintarticle.changes.git import GitError
            from lintarticle.changes.since import Since

            try:
                self._since = Since(self._runner, self._configurations, self._options.since, names)
                targets, empty = self._since.targets(), []
                if self._options.changed_lines:
                    self._since.compare_lines()
            except GitError as error:
                raise NotPossibleError(str(error)) from None
        everything = [*targets, *map(self._runner.target, filter(None, [self._options.stdin_filename]))]
        if self._has_baseline(everything):
            from lintarticle.cli.baselines import Baselines

            walked = names if self._since is None else ()
            self._baselines = Baselines(self._options, self._configurations, everything, walked)
        return targets, empty

    def reports(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Pass reports on without the problems that are not new."""
        if self._baselines:
            reports = self._baselines.reports(reports)
        for report in reports:
            yield self._since.on_touched_lines(report) if self._since and self._options.changed_lines else report

    def finish(self) -> int | None:
        """Write the baseline where that is asked for, and say what became of it.

        Return the exit code where that settles it.
        """
        if self._baselines is None:
            return None
        sentences, code = self._baselines.finish()
        self._say(() if self._options.quiet else sentences)
        return code

    def _has_baseline(self, targets: Sequence[Target]) -> bool:
        options = self._options
        if options.no_baseline:
            return False
        named = options.baseline is not None or options.write_baseline is not None or options.update_baseline
        return named or any(target.configuration.baseline for target in targets)


def _check(options: argparse.Namespace) -> None:
    """Refuse options that make no sense together."""
    if options.changed_lines and options.since is None:
        raise UsageError("--changed-lines needs --since REF, which says since when.")
    if options.changed_lines and (options.fix or options.diff):
        raise UsageError("--changed-lines says what to report, fixes are for whole articles: leave one of the two out.")
    if options.force and not options.update_baseline:
        raise UsageError("--force belongs to --update-baseline.")
    if options.write_baseline is not None and (options.update_baseline or options.baseline is not None):
        raise UsageError("--write-baseline starts a baseline anew: leave --baseline and --update-baseline out.")
    writes = "--write-baseline" if options.write_baseline is not None else "--update-baseline"
    if options.write_baseline is not None or options.update_baseline:
        for name in ("since", "only", "select", "ignore", "severity", "no_baseline"):
            if getattr(options, name):
                raise UsageError(f"{writes} is for all problems that there are: leave --{name.replace('_', '-')} out.")
    for option in ("--baseline", "--write-baseline"):
        file = getattr(options, option[2:].replace("-", "_"))
        if file and not file.endswith(".json"):
            raise UsageError(
                f"{option} takes a file that ends in .json, found “{file}”. Paths stand before the option."
            )
