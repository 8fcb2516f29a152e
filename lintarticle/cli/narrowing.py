"""Options that limit a run to what is new, compared with a commit or a baseline."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lintarticle.cli.errors import NotPossibleError, UsageError
from lintarticle.cli.streams import say_missing
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Target
from lintarticle.report import Details, Report
from lintarticle.runner import Runner

if TYPE_CHECKING:  # what most runs don't need is imported where it is used
    from lintarticle.changes.since import Since
    from lintarticle.cli.baselines import Baselines
    from lintarticle.site_check import FormerSiteArticle


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("what is new")
    group.add_argument(
        "--since", metavar="REF", help="only articles affected by changes since this branch left REF (e.g. origin/main)"
    )
    group.add_argument("--changed-lines", action="store_true", help="with --since: only problems on changed lines")
    group.add_argument(
        "--baseline", nargs="?", const="", metavar="FILE", help="hide the problems recorded in a baseline"
    )
    group.add_argument("--no-baseline", action="store_true", help="ignore the baseline named in the configuration")
    group.add_argument(
        "--write-baseline", nargs="?", const="", metavar="FILE", help="record all current problems in a baseline"
    )
    group.add_argument(
        "--update-baseline", action="store_true", help="remove fixed problems from the baseline, add none"
    )
    group.add_argument("--force", action="store_true", help="with --update-baseline: add new problems too")


class Narrowing:
    """Which articles are checked and which problems reported; `say` prints sentences for people."""

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
        """Return the articles to check, and the folders among `names` without articles."""
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
        if self._options.write_baseline is not None and say_missing(targets):
            raise NotPossibleError("The baseline was not written.")
        if self._has_baseline(everything):
            from lintarticle.cli.baselines import Baselines

            self._runner.details |= Details(fingerprints=True)
            walked = names if self._since is None else ()
            self._baselines = Baselines(self._options, self._configurations, everything, walked)
        return targets, empty

    def has_baseline(self) -> bool:
        """Whether known problems are left out."""
        return self._baselines is not None

    def places(self) -> Iterator[str]:
        """Yield the files and folders on which the choice of articles depends, beyond those that a run walks.

        Raises `lintarticle.changes.git.GitError`.
        """
        if self._since:
            from lintarticle.cache.git_changes import changes_depend_on  # only for a run that is kept

            yield from changes_depend_on(self._since.top, self._options.since)
            yield from self._since.asked

    def former(self) -> Sequence[FormerSiteArticle]:
        """Return changed and removed articles as they were before; none without --since."""
        return self._since.former() if self._since else ()

    def limit(self, *, articles: bool, site: bool) -> None:
        """Note whether the run looks for problems in single articles, and for problems of the whole site."""
        if self._baselines:
            self._baselines.is_looked_for = lambda rule: site if rule.startswith("site/") else articles

    def reports(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports with only new problems."""
        if self._baselines:
            reports = self._baselines.reports(reports)
        for report in reports:
            yield self._since.on_touched_lines(report) if self._since and self._options.changed_lines else report

    def finish(self) -> int | None:
        """Write the baseline if asked to and report on it; return the exit code if that decides it."""
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
    """Refuse options that can't be combined."""
    if options.changed_lines and options.since is None:
        raise UsageError("--changed-lines needs --since REF.")
    if options.changed_lines and (options.fix or options.diff):
        raise UsageError("--changed-lines can’t be combined with fixes, which are for whole articles.")
    if options.force and not options.update_baseline:
        raise UsageError("--force needs --update-baseline.")
    if options.write_baseline is not None and (options.update_baseline or options.baseline is not None):
        raise UsageError(
            "--write-baseline starts a new baseline, so it can’t be combined with --baseline or --update-baseline."
        )
    writes = "--write-baseline" if options.write_baseline is not None else "--update-baseline"
    if options.write_baseline is not None or options.update_baseline:
        for name in ("since", "only", "select", "ignore", "severity", "no_baseline"):
            if getattr(options, name):
                raise UsageError(
                    f"{writes} needs all problems, so it can’t be combined with --{name.replace('_', '-')}."
                )
    for option in ("--baseline", "--write-baseline"):
        file = getattr(options, option[2:].replace("-", "_"))
        if file and not file.endswith(".json"):
            raise UsageError(f"{option} needs a file that ends in .json, found “{file}”. Put paths before the option.")
