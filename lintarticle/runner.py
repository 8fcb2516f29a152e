"""Many files in, one report each out; and the way in for programs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from lintarticle.articles import Articles
from lintarticle.cache.cache import FEWEST, Cache
from lintarticle.cache.folder import CacheFolder
from lintarticle.config.configuration import Configuration
from lintarticle.config.discovery import Configurations
from lintarticle.config.settings import Settings
from lintarticle.discovery import Finder, Target
from lintarticle.errors import InternalError
from lintarticle.files import DiskFiles
from lintarticle.linter import NO_DETAILS, WHOLE_PROBLEMS, Details, ReadTyped, read_and_lint
from lintarticle.problem import Problem
from lintarticle.report import Report
from lintarticle.rule import Context, NoFiles
from lintarticle.source import SourceText


def _report(  # noqa: PLR0913 - all that a report depends on
    path: str,
    source: SourceText,
    settings: Settings,
    context: Context,
    *,
    details: Details = WHOLE_PROBLEMS,
    read: ReadTyped | None = None,
) -> Report:
    faults: list[InternalError] = []
    result = read_and_lint(path, source, settings, context, faults, details=details, read=read)
    shown = source if result.problems else None
    return Report(path, result.problems, shown, tuple(faults), result.suppressed, result.overview)


class Runner:
    """Lints files on disk as their configurations say; `details` are what reports hold besides problems.

    With the folder of a cache, what is kept there is fetched and what is new is kept.
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
        self._working_folder = configurations.working_folder
        self._finder = Finder(self._working_folder, configurations.of, force_exclude=force_exclude)
        self.details = NO_DETAILS
        self._today = today or today_here()
        self._now = None if today else datetime.now(UTC)
        self._files: dict[tuple[Path, tuple[str, ...]], DiskFiles] = {}
        self._articles = Articles(configurations)

    def find(self, names: Iterable[str]) -> tuple[list[Target], list[str]]:
        """Return what there is to lint under these paths, and the folders among them without any article."""
        return self._finder.find(names)

    def find_among(self, names: Iterable[str], files: Iterable[Path]) -> list[Target]:
        """Return those of some files that `find` would return for these paths."""
        return self._finder.find_among(names, files)

    def places(self, target: Target, link: str) -> Iterator[Path]:
        """Yield the places at which the file that a target links to may be."""
        settings, _ = self.situation(target)
        return self._files_for(target.configuration, settings).places(target.shown, link)

    def target(self, name: str) -> Target:
        """Return the target for text from elsewhere (standard input)."""
        return self._finder.target(Path(os.path.normpath(self._working_folder / name)))

    def is_left_out(self, target: Target) -> bool:
        """Whether a target that is named is left out all the same."""
        return self._finder.is_left_out(target)

    def run(self, targets: Iterable[Target]) -> Iterator[Report]:
        """Yield a report for each target, in their order."""
        targets = list(targets)
        self._articles.keeps_facts = len(targets) > 1
        self._open_cache(len(targets))
        try:
            for start in range(0, len(targets), _BLOCK):
                yield from self._reports(targets[start : start + _BLOCK])
        finally:
            if self._cache:
                self._cache.store.close()

    @property
    def notes(self) -> list[str]:
        """Sentences on why a cache could not be used."""
        return self._cache.store.notes if self._cache else []

    def lint_text(self, target: Target, data: bytes) -> Report:
        """Lint bytes as if they were the content of the target."""
        return self._lint(target, SourceText.from_bytes(data), self.situation(target)[1])

    def situation(self, target: Target) -> tuple[Settings, Context]:
        """Return the settings of a target and what its rules may know."""
        configuration = target.configuration
        settings = configuration.settings_for(configuration.relative(target.path))
        files = self._files_for(configuration, settings)
        return settings, Context(self._today, files, settings.site, settings.options, now=self._now)

    def _open_cache(self, count: int) -> None:
        wanted = self.details
        if self._cache_folder is None or wanted.suppressed or wanted.overview:
            return
        if count < FEWEST and self._cache_folder.stem(create=False) is None:
            return
        if self._cache is None:
            args = (self._cache_folder, self._configurations, repr(wanted), self._today, self._files_beside)
            self._cache = self._articles.cache = Cache(*args)

    def _files_beside(self, configuration: Configuration) -> DiskFiles:
        """Return the files around the articles of a configuration, by which no path from the root is looked up."""
        return self._files_at(configuration, ())

    def _reports(self, targets: Sequence[Target]) -> Iterator[Report]:
        """Yield a report for each of some targets: one that is kept, or a new one."""
        known = self._cache.reports(targets) if self._cache else [None] * len(targets)
        for target, report in zip(targets, known, strict=True):
            yield report or self._new(target)

    def _new(self, target: Target) -> Report:
        """Lint a target, and keep the outcome."""
        cache = self._cache
        source, digest = self._articles.source(target)
        settings, context = self.situation(target)
        if cache is None or not digest:
            return self._lint(target, source, context)
        from lintarticle.cache.noting import Noted, NotedContext

        key = cache.keys.of(target.configuration)
        noted = Noted(
            self._files_for(target.configuration, settings),
            cache.digests,
            key,
            lambda folder: cache.keys.of(self._configurations.of(folder)),
        )
        noted_context = NotedContext(self._today, noted, settings.site, settings.options, now=self._now)
        report = self._lint(target, source, noted_context)
        if noted.is_complete and not report.faults:
            cache.keep(target, digest, list(noted.needs), report, self._articles.facts_at_hand(target.path))
        return report

    def _lint(self, target: Target, source: SourceText, context: Context) -> Report:
        settings = target.configuration.settings_for(target.configuration.relative(target.path))
        read = self._articles.reading(target)
        return _report(target.shown, source, settings, context, details=self.details, read=read)

    def _files_for(self, configuration: Configuration, settings: Settings) -> DiskFiles:
        return self._files_at(configuration, settings.site.static_dirs)

    def _files_at(self, configuration: Configuration, static_dirs: tuple[str, ...]) -> DiskFiles:
        key = (configuration.root, static_dirs)
        if key not in self._files:
            self._files[key] = DiskFiles(self._working_folder, *key, configuration.boundary, self._articles.facts)
        return self._files[key]


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
    settings = settings or Configuration(Path()).settings_for(path)
    context = Context(today_here(), NoFiles(), settings.site, settings.options, now=datetime.now(UTC))
    return _report(path, SourceText(text), settings, context).problems


def check_paths(*paths: str | os.PathLike[str]) -> Iterator[Report]:
    """Lint files and folders as `lintarticle check` does, and yield a report for each article.

    Raises `lintarticle.errors.ConfigError` where a configuration has mistakes.
    """
    runner = Runner(Configurations(Path.cwd()))
    runner.details = WHOLE_PROBLEMS
    targets, _ = runner.find(os.fspath(path) for path in paths)
    return runner.run(targets)
