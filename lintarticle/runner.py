"""Many files in, one report each out."""

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
from lintarticle.discovery import Finder, Target, TargetText, Walks
from lintarticle.report import NO_DETAILS, Details, Report, SiteProblems
from lintarticle.workers import Crew, Work, chunks, method

if TYPE_CHECKING:  # a run in which all is known lints nothing; one of few articles may have no cache
    from lintarticle.articles import ArticleLinter, Linted
    from lintarticle.cache.cache import Cache, Digester
    from lintarticle.cache.store import Files
    from lintarticle.config.settings import Settings
    from lintarticle.deferral import Deferral
    from lintarticle.rule import Context
    from lintarticle.site.record import ArticleRecord

    Done = tuple[list[Linted], Files]
    """What a worker returns of a chunk."""

FEWEST = 20
"""A run on fewer articles makes no cache."""


class Runner:
    """Lints files on disk as their configurations say; `details` are what reports hold besides problems.

    With the folder of a cache, what is kept there is fetched and what is new is kept. `jobs` is how many processes may
    work at once; `remade` makes a runner in those that are not copies of this one. `started_by`: “fork” or
    “spawn”, by default what is safe. `warnings` fills up with sentences on what went wrong on the way. `on_done` is
    called with the number of articles that were just done, `meanwhile` while workers have something to do.
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
        self.notes_needs = False
        self._today = today or today_here()
        self._now = None if today else datetime.now(UTC)
        self._linting: ArticleLinter | None = None
        self.jobs = 1
        self.started_by: str | None = None
        self.remade: Callable[[], Runner] | None = None
        self._crew: Crew | None = None
        self.warnings: list[str] = []
        self.on_done: Callable[[int], object] = int
        self.meanwhile: Callable[[], object] = int

    def find(self, names: Iterable[str], most: int | None = None) -> tuple[list[Target], list[str]]:
        """Return what there is to lint under these paths, and the folders among them without any article.

        `most`: a walk stops once it has found this many.
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
        """Whether a target is left out although it is named."""
        return self._finder.is_left_out(target)

    def run(self, targets: Iterable[Target]) -> Iterator[Report]:
        """Yield a report for each target, in their order."""
        targets = list(targets)
        self._open_cache(len(targets))
        if self._cache:
            self._cache.prepare(targets)
        yield from self._reports(targets, self._known_reports)

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
        for report in self._reports(targets, self._known_records):
            yield report.record

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
    def configurations(self) -> Configurations:
        """Those of its articles."""
        return self._configurations

    @property
    def cache(self) -> Cache | None:
        """What is kept of the articles of the run, None without a cache."""
        return self._cache

    @property
    def walks(self) -> Walks:
        """Where the run has looked for articles."""
        return self._finder.walks

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
            self._cache.notes_needs = self.notes_needs

    def _reports(
        self, targets: Sequence[Target], look_up: Callable[[Sequence[Target]], Sequence[Report | None]]
    ) -> Iterator[Report]:
        """Yield a report for each target: one that is known by looking it up, or a new one."""
        self._keeps_facts = len(targets) > 1
        deferral: Deferral | None = None
        try:
            for start in range(0, len(targets), _BLOCK):
                block = targets[start : start + _BLOCK]
                known = look_up(block)
                if len(targets) == 1 and not any(known):
                    yield self._report_on(targets[0])
                elif deferral is None and all(known):
                    yield from filter(None, known)
                    self.on_done(len(block))
                else:
                    deferral = deferral or self._deferral(targets)
                    yield from deferral.reports(start, self._outcomes(block, known))
        finally:
            self.close()

    def _known_reports(self, targets: Sequence[Target]) -> Sequence[Report | None]:
        return self._cache.reports(targets) if self._cache else [None] * len(targets)

    def _known_records(self, targets: Sequence[Target]) -> Sequence[Report | None]:
        """Return what is known of some targets whose records alone are wanted."""
        if self._cache is None:
            return [None] * len(targets)
        records = zip(targets, self._cache.records(targets), strict=True)
        return [Report(target.shown, [], record=record) if known else None for target, (known, record) in records]

    def _report_on(self, target: Target) -> Report:
        """Lint the one target of a run, and keep the outcome."""
        outcome = self._linter.lint(target)
        self._keep(outcome)
        return outcome.report

    def _deferral(self, targets: Sequence[Target]) -> Deferral:
        from lintarticle.deferral import Deferral

        return Deferral(targets, self._linter, self._keep)

    def _keep(self, outcome: Linted) -> None:
        if self._cache:
            self._cache.keep(outcome.report, outcome.row)

    def _outcomes(self, targets: Sequence[Target], known: Sequence[Report | None]) -> Iterator[Linted]:
        """Yield the result of each target, whether its report is known or not."""
        from lintarticle.articles import Linted

        new = self._new([target for target, report in zip(targets, known, strict=True) if report is None])
        for report in known:
            yield Linted(report) if report else next(new)
            self.on_done(1)

    def _new(self, targets: Sequence[Target]) -> Iterator[Linted]:
        """Lint targets, with workers where there is enough to do."""
        jobs = min(self.jobs, len(targets) // _LEAST_WORK) if self.jobs > 1 else 1
        if jobs < 2 and self._crew is None:
            yield from map(self._linted, targets)
            return
        if self._crew is None:
            yield from map(self._linted, targets[:_FIRST])  # what that imports, copies of this process have too
            targets = targets[_FIRST:]
            self._crew = self._hired(jobs, self.started_by or method())
        parts = chunks([target.file for target in targets], jobs)
        rest = iter(targets)
        results = self._crew.results(parts, self._worked_on_here)
        self.meanwhile()
        for part, done in zip(parts, results, strict=True):
            yield from self._collected(list(islice(rest, len(part))), done)

    def _hired(self, jobs: int, started_by: str) -> Crew:
        """Start workers, one less than may work at once, as this process works too.

        A copy of this process already has a runner; any other process makes its own.
        """
        if started_by == "fork":
            gc.freeze()  # so that memory stays shared
            return Crew(jobs - 1, self._hands, started_by)
        return Crew(
            jobs - 1 if self.remade else 0,
            partial(_hands_of, self.remade, self.details, keeps_records=self.keeps_records),
            started_by,
        )

    def _hands(self) -> Work:
        """Return what a worker does with the paths of a chunk."""
        if self._cache:
            self._cache.store.hand_over()
        return self._worked_on

    def _linted(self, target: Target) -> Linted:
        return self._linter.lint(target, defers=True)

    def _worked_on(self, paths: list[str]) -> Done:
        """Return what a worker sends of a chunk; the run gets to know facts and files by that."""
        outcomes, _ = self._worked_on_here(paths)
        self._linter.forget_facts()
        return outcomes, self._cache.store.taken() if self._cache else {}

    def _worked_on_here(self, paths: list[str]) -> Done:
        """Return the same of a chunk that this process works on itself before its turn."""
        outcomes = map(self._linted, self._finder.targets(paths))
        return [outcome._replace(report=outcome.report._replace(text=None)) for outcome in outcomes], {}

    def _collected(self, targets: list[Target], done: Done | None) -> Iterator[Linted]:
        """Yield the outcomes of a chunk that a worker has worked on; if it did not finish, work on it here."""
        if done is None:
            if self._crew and self._crew.lost and not self.warnings:
                self.warnings.append(_LOST)
            yield from map(self._linted, targets)
            return
        outcomes, files = done
        if self._cache:
            self._cache.store.take_over(files)
        for target, outcome in zip(targets, outcomes, strict=True):
            report = outcome.report
            yield outcome._replace(report=report._replace(text=TargetText(target))) if report.problems else outcome


_FIRST = 4
"""Articles that are linted before workers start."""

_LEAST_WORK = 50
"""With fewer new articles, starting a worker does not pay."""

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
