"""Many files in, one report each out; and the way in for programs."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lintarticle.cache.folder import CacheFolder, Unusable
from lintarticle.config.discovery import Configurations
from lintarticle.discovery import Finder, Target, TargetText
from lintarticle.report import NO_DETAILS, WHOLE_PROBLEMS, Details, Report, SiteProblems
from lintarticle.source import SourceText
from lintarticle.workers import Crew, Work, chunks, method

if TYPE_CHECKING:  # a run in which all is known lints nothing; one of few articles may have no cache
    from lintarticle.articles import ArticleLinter
    from lintarticle.cache.cache import Cache, Digester
    from lintarticle.cache.store import Kept
    from lintarticle.config.settings import Settings
    from lintarticle.problem import Problem
    from lintarticle.rule import Context
    from lintarticle.site.record import ArticleRecord

FEWEST = 20
"""Articles from which on a run makes a cache where there is none."""


class Runner:
    """Lints files on disk as their configurations say; `details` are what reports hold besides problems.

    With the folder of a cache, what is kept there is fetched and what is new is kept. `jobs` is how many processes may
    work at once; `remade` makes a runner in those that are not copies of this one. `started_by`: “fork” or
    “spawn”, by default what is safe. `warnings` fills up with sentences on what went wrong on the way.
    """

    def __init__(
        self,
        configurations: Configurations,
        *,
        force_exclude: bool = False,
        today: date | None = None,
        cache: CacheFolder | None = None,
    ) -> None:
        self._configurations = configurations
        self._cache_folder = cache
        self._cache: Cache | None = None
        self._keeps_facts = False
        self._working_folder = configurations.working_folder
        self._finder = Finder(self._working_folder, configurations.of, force_exclude=force_exclude)
        self.details = NO_DETAILS
        self.keeps_records = False
        self._today = today or today_here()
        self._now = None if today else datetime.now(UTC)
        self._linting: ArticleLinter | None = None
        self.jobs = 1
        self.started_by: str | None = None
        self.remade: Callable[[], Runner] | None = None
        self._crew: Crew | None = None
        self.warnings: list[str] = []

    def find(self, names: Iterable[str], most: int | None = None) -> tuple[list[Target], list[str]]:
        """Return what there is to lint under these paths, and the folders among them without any article.

        `most`: a walk goes no further once it has found so many.
        """
        return self._finder.find(names, most)

    def find_among(self, names: Iterable[str], files: Iterable[Path]) -> list[Target]:
        """Return those of some files that `find` would return for these paths."""
        return self._finder.find_among(names, files)

    def places(self, target: Target, link: str) -> Iterator[Path]:
        """Yield the places at which the file that a target links to may be."""
        return self._linter.places(target, link)

    def target(self, name: str) -> Target:
        """Return the target for text from elsewhere (standard input)."""
        return self._finder.target(Path(os.path.normpath(self._working_folder / name)))

    def is_left_out(self, target: Target) -> bool:
        """Whether a target that is named is left out all the same."""
        return self._finder.is_left_out(target)

    def run(self, targets: Iterable[Target]) -> Iterator[Report]:
        """Yield a report for each target, in their order."""
        targets = list(targets)
        self._open_cache(len(targets))
        if self._cache:
            self._cache.prepare(targets)
        self._keeps_facts = len(targets) > 1
        try:
            for start in range(0, len(targets), _BLOCK):
                yield from self._reports(targets[start : start + _BLOCK])
        finally:
            self.close()

    def marks(self, targets: Sequence[Target]) -> list[str | None]:
        """Return what each target has kept of what it may share with others, None for nothing."""
        self._open_cache(len(targets))
        if self._cache is None:
            return [None] * len(targets)
        self._cache.prepare(targets)
        return self._cache.marks(targets)

    def records(self, targets: Sequence[Target]) -> Iterator[ArticleRecord | None]:
        """Yield the record of each target, None for one that has none; those that are not known are linted for it."""
        self._open_cache(len(targets))
        if self._cache:
            self._cache.prepare(targets)
        self._keeps_facts = len(targets) > 1
        try:
            for start in range(0, len(targets), _BLOCK):
                block = targets[start : start + _BLOCK]
                known = list(self._cache.records(block)) if self._cache else [(False, None)] * len(block)
                new = self._new([target for target, (is_known, _) in zip(block, known, strict=True) if not is_known])
                for is_known, record in known:
                    yield record if is_known else next(new).record
        finally:
            self.close()

    def articles_linked_to(self) -> list[str]:
        """Return the articles whose facts are known, by their paths: those of a run here, and what these link to."""
        return [] if self._linting is None else self._linting.articles_linked_to()

    def look_again(self) -> None:
        """Forget what is known of files, some of which were written in the meantime."""
        self._linting = self._cache = None

    def kept_site(
        self, targets: Sequence[Target], world: str, is_as_before: Callable[[Mapping[str, str], Digester], bool]
    ) -> SiteProblems | None:
        """Return what an earlier run found in a site of these articles, if they and the world around are as then."""
        return self._cache.site_problems(targets, world, is_as_before) if self._cache else None

    def keep_site(
        self, targets: Sequence[Target], world: str, problems: SiteProblems, asked: Mapping[str, str]
    ) -> None:
        """Keep what was found in a site, and what was asked about the repository."""
        if self._cache:
            self._cache.keep_site(targets, world, problems, asked)
            self._cache.store.close()

    def has_cache(self) -> bool:
        """Whether earlier runs left what they found in articles."""
        try:
            database = self._cache_folder.database(create=False) if self._cache_folder else None
        except (OSError, Unusable):
            return False
        return database is not None and os.path.exists(database)  # noqa: PTH110 - as text

    def _has_cache_folder(self) -> bool:
        try:
            return self._cache_folder is not None and self._cache_folder.stem(create=False) is not None
        except Unusable:
            return False

    def close(self) -> None:
        """End the workers, and write what is to be kept."""
        if self._crew:
            self._crew.close()
            self._crew = None
        if self._cache:
            self._cache.store.close()

    @property
    def notes(self) -> list[str]:
        """Sentences on why a cache could not be used."""
        return self._cache.store.notes if self._cache else []

    def lint_text(self, target: Target, data: bytes) -> Report:
        """Lint bytes as if they were the content of the target."""
        return self._linter.lint_text(target, data)

    def situation(self, target: Target) -> tuple[Settings, Context]:
        """Return the settings of a target and what its rules may know."""
        return self._linter.situation(target)

    @property
    def _linter(self) -> ArticleLinter:
        """What lints single articles; all that only this needs is imported late."""
        if self._linting is None:
            from lintarticle.articles import ArticleLinter

            self._linting = ArticleLinter(self._configurations, self._today, self._now)
        self._linting.details = self.details
        self._linting.cache = self._cache
        self._linting.keeps_facts = self._keeps_facts
        self._linting.keeps_records = self.keeps_records
        return self._linting

    def _open_cache(self, count: int) -> None:
        wanted = self.details
        if self._cache or self._cache_folder is None or wanted.suppressed or wanted.overview or wanted.traits:
            return
        if count >= FEWEST or self._has_cache_folder():
            from lintarticle.cache.cache import Cache

            self._cache = Cache(self._cache_folder, self._configurations, repr(wanted), self._today)
            self._cache.wants_records = self.keeps_records

    def _reports(self, targets: Sequence[Target]) -> Iterator[Report]:
        """Yield a report for each of some targets: one that is kept, or a new one."""
        known = self._cache.reports(targets) if self._cache else [None] * len(targets)
        new = self._new([target for target, report in zip(targets, known, strict=True) if report is None])
        for report in known:
            yield report or next(new)

    def _new(self, targets: Sequence[Target]) -> Iterator[Report]:
        """Lint targets and keep the outcomes, with workers where there is enough to do."""
        jobs = min(self.jobs, len(targets) // _LEAST_WORK) if self.jobs > 1 else 1
        if jobs < 2 and self._crew is None:
            yield from map(self._linter.lint, targets)
            return
        if self._crew is None:
            yield from map(self._linter.lint, targets[:_FIRST])  # what that imports, copies of this process have too
            targets = targets[_FIRST:]
            self._crew = self._hired(jobs, self.started_by or method())
        parts = chunks([target.file for target in targets])
        rest = iter(targets)
        for part, results in zip(parts, self._crew.results(parts), strict=True):
            yield from self._collected(list(islice(rest, len(part))), results)

    def _hired(self, jobs: int, started_by: str) -> Crew:
        """Start workers. A copy of this process already has one; any other process makes its own runner."""
        if started_by == "fork":
            gc.freeze()  # so that memory stays shared
            return Crew(jobs, self._hands, started_by)
        return Crew(
            jobs if self.remade else 0,
            partial(_hands_of, self.remade, self.details, keeps_records=self.keeps_records),
            started_by,
        )

    def _hands(self) -> Work:
        """Return what a worker does with the paths of a chunk."""
        if self._cache:
            self._cache.store.hand_over()
        return self._worked_on

    def _worked_on(self, paths: list[str]) -> list[tuple[Report, Kept | None]]:
        done = []
        for path in paths:
            report = self._linter.lint(self._finder.target(Path(path)))
            done.append((report._replace(text=None), self._cache.store.taken() if self._cache else None))
        return done

    def _collected(self, targets: list[Target], results: list[tuple[Report, Kept | None]] | None) -> Iterator[Report]:
        """Yield the reports on a chunk that a worker has worked on; if it did not finish, work on it here."""
        if results is None:
            if self._crew and self._crew.lost and not self.warnings:
                self.warnings.append(_LOST)
            yield from map(self._linter.lint, targets)
            return
        for target, (report, kept) in zip(targets, results, strict=True):
            if self._cache and kept:
                self._cache.store.take_over(kept)
            yield report._replace(text=TargetText(target)) if report.problems else report


_FIRST = 8
"""Articles that are linted before workers start."""

_LEAST_WORK = 50
"""New articles for each worker, from which on starting it pays."""

_LOST = "A worker process was killed, perhaps for lack of memory; its articles were still checked."


def _hands_of(remade: Callable[[], Runner] | None, details: Details, *, keeps_records: bool) -> Work:
    """Return what a worker does that has to make a runner itself."""
    runner = remade() if remade else Runner(Configurations(Path.cwd()))
    runner.details = details
    runner.keeps_records = keeps_records
    runner._open_cache(FEWEST)  # noqa: SLF001 - of its own class
    runner._keeps_facts = True  # noqa: SLF001 - a runner is made by this module
    return runner._hands()  # noqa: SLF001 - a runner is made by this module


_BLOCK = 2_000
"""Articles that are looked up in the cache at once."""


def today_here() -> date:
    """Return the date of the system's time zone, whatever `TZ` says: no offset is too large for it."""
    return date(*time.localtime()[:3])


# --- for programs ---------------------------------------------------------------------------------------------


def check_text(text: str, path: str = "article.md", settings: Settings | None = None) -> list[Problem]:
    """Lint a text, by default with the built-in settings; `path` names it in problems and need not exist.

    No file is looked at: every link and image counts as found.
    """
    from lintarticle.articles import report_on
    from lintarticle.config.configuration import Configuration
    from lintarticle.rule import Context, NoFiles

    settings = settings or Configuration(Path()).settings_for(path)
    context = Context(today_here(), NoFiles(), settings.site, settings.options, now=datetime.now(UTC))
    return report_on(path, SourceText(text), settings, context).problems


def check_paths(*paths: str | os.PathLike[str]) -> Iterator[Report]:
    """Lint files and folders as `lintarticle check` does, and yield a report for each article.

    Raises `lintarticle.errors.ConfigError` where a configuration has mistakes.
    """
    runner = Runner(Configurations(Path.cwd()))
    runner.details = WHOLE_PROBLEMS
    targets, _ = runner.find(os.fspath(path) for path in paths)
    return runner.run(targets)
