"""The articles of a run as files: each is read once, however many others link to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lintarticle.article.article import Article
from lintarticle.article.views.anchors import Facts, facts_of
from lintarticle.config.configuration import Configuration, read_typed
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.config.settings import Settings
from lintarticle.discovery import Target, read_source
from lintarticle.errors import ConfigError, InternalError
from lintarticle.files import DiskFiles
from lintarticle.linter import ReadTyped, read_and_lint
from lintarticle.record import NamedTuple
from lintarticle.report import NO_DETAILS, WHOLE_PROBLEMS, Details, Report
from lintarticle.rule import Context
from lintarticle.source import SourceText

if TYPE_CHECKING:
    from lintarticle.cache.cache import Cache
    from lintarticle.site.record import ArticleRecord


def report_on(  # noqa: PLR0913 - all that a report depends on
    path: str,
    source: SourceText,
    settings: Settings,
    context: Context,
    *,
    details: Details = WHOLE_PROBLEMS,
    read: ReadTyped | None = None,
) -> Report:
    """Lint a text and return the report on it."""
    faults: list[InternalError] = []
    result = read_and_lint(path, source, settings, context, faults, details=details, read=read)
    shown = source if result.problems else None
    return Report(path, result.problems, shown, tuple(faults), result.suppressed, result.overview, traits=result.traits)


def has_signature(settings: Settings) -> bool:
    """Whether the record of an article with these settings has a signature: whether texts are compared."""
    return any(active.rule.name == "site/near-duplicate" for active in settings.rules)


class ArticleLinter:
    """Lints the articles of a run one by one; what is new to the cache is kept there."""

    def __init__(self, configurations: Configurations, today: date, now: datetime | None) -> None:
        self._configurations = configurations
        self._today = today
        self._now = now
        self._articles = Articles(configurations)
        self._files: dict[tuple[Path, tuple[str, ...]], DiskFiles] = {}
        self.details = NO_DETAILS
        self.cache: Cache | None = None
        self.keeps_facts = False
        self.keeps_records = False

    def lint(self, target: Target) -> Report:
        """Lint a target, and keep the outcome."""
        cache = self._articles.cache = self.cache
        self._articles.keeps_facts = self.keeps_facts
        self._articles.keeps_records = self.keeps_records
        source, digest = self._articles.source(target)
        settings, context = self.situation(target)
        if cache is None or not digest:
            return self._report(target, source, settings, context)
        from lintarticle.cache.noting import Noted, NotedContext

        files = self._files_for(target.configuration, settings)
        noted = Noted(files, cache.digests, cache.keys.of(target.configuration), self._key_of)
        context = NotedContext(self._today, noted, settings.site, settings.options, now=self._now)
        report = self._report(target, source, settings, context)
        if noted.is_complete and not report.faults:
            cache.keep(target, digest, list(noted.needs), report, self._articles.facts_at_hand(target.path))
        return report

    def lint_text(self, target: Target, data: bytes) -> Report:
        """Lint bytes as if they were the content of the target."""
        return self._report(target, SourceText.from_bytes(data), *self.situation(target))

    def articles_linked_to(self) -> list[str]:
        """Return the articles whose facts are known, by their paths as users see them."""
        return [shown_path(Path(name), self._configurations.working_folder) for name in self._articles.names()]

    def situation(self, target: Target) -> tuple[Settings, Context]:
        """Return the settings of a target and what its rules may know."""
        configuration = target.configuration
        settings = configuration.settings_for(target.relative)
        files = self._files_for(configuration, settings)
        return settings, Context(self._today, files, settings.site, settings.options, now=self._now)

    def places(self, target: Target, link: str) -> Iterator[Path]:
        """Yield the places at which the file that a target links to may be."""
        return self._files_for(target.configuration, self.situation(target)[0]).places(target.shown, link)

    def _report(self, target: Target, source: SourceText, settings: Settings, context: Context) -> Report:
        read = self._articles.reading(target)
        self._articles.record = None
        report = report_on(target.shown, source, settings, context, details=self.details, read=read)
        return report._replace(record=self._articles.record) if self.keeps_records else report

    def _key_of(self, folder: Path) -> str:
        return self.cache.keys.of(self._configurations.of(folder)) if self.cache else ""

    def _files_for(self, configuration: Configuration, settings: Settings) -> DiskFiles:
        key = (configuration.root, settings.site.static_dirs)
        if key not in self._files:
            folder = self._configurations.working_folder
            self._files[key] = DiskFiles(folder, *key, configuration.boundary, self._articles.facts)
        return self._files[key]


class _Waiting(NamedTuple):
    """An article that was read before its turn, with the digest of its file."""

    source: SourceText
    digest: str
    article: Article
    settings: Settings


class Articles:
    """The articles of a run, each read once: their facts are kept, and one that is read early waits for its turn.

    What waits is bounded, so that it never fills the memory: an article that had to go is read again. `record` is that
    of the article which was linted last.
    """

    def __init__(self, configurations: Configurations) -> None:
        self._configurations = configurations
        self._facts: dict[str, Facts | None] = {}
        self._waiting: dict[str, _Waiting] = {}
        self._size = 0
        self._folders: dict[str, str] = {}
        self.keeps_facts = False
        self.keeps_records = False
        self.record: ArticleRecord | None = None
        self.cache: Cache | None = None

    def source(self, target: Target) -> tuple[SourceText, str]:
        """Return the text of a target and the digest of its file, "" if there is none or it was not asked for."""
        waiting = self._waiting.get(self._name(target.path)) if self._waiting else None
        if waiting:
            return waiting.source, waiting.digest
        if self.cache is None:
            return read_source(target), ""
        look = self.cache.digests.look_of(target.file)
        try:
            data = target.read()
        except (OSError, ValueError):
            return read_source(target), ""
        return SourceText.from_bytes(data), self._digest(target.file, look, data)

    def _digest(self, path: str, look: str, data: bytes) -> str:
        return self.cache.digests.note(path, look, data) if self.cache else ""

    def reading(self, target: Target) -> ReadTyped:
        """Return what reads a target, or takes the article that waits for its turn, and keeps its facts."""
        path = self._name(target.path)

        def read(shown: str, source: SourceText, settings: Settings) -> tuple[Article, Settings]:
            waiting = self._waiting.pop(path, None)
            if waiting:
                self._size -= len(waiting.source.raw)
            if waiting is None or waiting.source is not source or waiting.article.path != shown:
                article, chosen = read_typed(shown, source, settings)
            else:
                article, chosen = waiting.article, waiting.settings
            if self.keeps_facts and path not in self._facts:
                self._facts[path] = facts_of(article, chosen.type)
            if self.keeps_records:
                from lintarticle.site.recording import record_of  # only where the whole site is looked at

                self.record = record_of(article, chosen.type, with_signature=has_signature(chosen))
            return article, chosen

        return read

    def facts_at_hand(self, path: Path) -> Facts | None:
        """Return the facts of an article that was read, None if they were not kept."""
        return self._facts.get(self._name(path))

    def names(self) -> Iterable[str]:
        """Return the paths of the articles whose facts were asked for or kept, links resolved."""
        return self._facts

    def facts(self, path: Path) -> Facts | None:
        """Return the facts of the article in a file, None if it can't be read; a link leads there."""
        name = self._name(path)
        if name not in self._facts:
            self._facts[name] = self._found(Path(name))
        return self._facts[name]

    def _found(self, path: Path) -> Facts | None:
        """Return the facts that are kept of an article, else read it."""
        shown = shown_path(path, self._configurations.working_folder)
        try:
            configuration = self._configurations.of(path.parent)
            kept = self.cache.facts(str(path), shown, configuration) if self.cache else None
            if kept:
                return kept
            waiting = self._read_ahead(path, shown, configuration)
        except (OSError, ConfigError):  # said when its turn comes
            return None
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a defect that this article brings to light is reported when its turn comes
            return None
        return facts_of(waiting.article, waiting.settings.type) if waiting else None

    def _read_ahead(self, path: Path, shown: str, configuration: Configuration) -> _Waiting | None:
        look = self.cache.digests.look_of(str(path)) if self.cache else ""
        data = configuration.boundary.read(path)
        source = SourceText.from_bytes(data)
        if source.fault:
            return None
        settings = configuration.settings_for(configuration.relative(path))
        read = _Waiting(source, self._digest(str(path), look, data), *read_typed(shown, source, settings))
        self._waiting[self._name(path)] = read
        self._size += len(source.raw)
        while self._size > _MOST_WAITING and self._waiting:
            self._size -= len(self._waiting.pop(next(iter(self._waiting))).source.raw)
        return read

    def _name(self, path: Path) -> str:
        """Return the one name of a file, however its folder is written."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)


_MOST_WAITING = 500_000
"""Characters of articles that were read before their turn and wait for it: some hundred ordinary pages."""
