"""The articles of a run as files: each is read once, however many others link to it.

Where an article links to an anchor of another one that is not known yet, the link counts as right for now, and the
question is noted: `lintarticle.deferral` answers it once the other article was read in its turn.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lintarticle.article.article import Article
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

if TYPE_CHECKING:  # anchors are asked for where an article links to one
    from lintarticle.article.views.anchors import Anchors, PageAnchors
    from lintarticle.cache.cache import Cache
    from lintarticle.cache.store import Row
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


class Question(NamedTuple):
    """Whether the article in a file has an anchor, which a link asks whose site has a slugger."""

    path: str
    slugger: str
    fragment: str


class Linted(NamedTuple):
    """The result of linting one article, provided that each of its questions is answered with yes.

    `facts` are those of the article for others that link to it, as text, "" if it could not be read; None: it was not
    read. `digest` is that of the file as it was read, for the cache, and `row` what it is to keep.
    """

    report: Report
    facts: str | None = None
    questions: tuple[Question, ...] = ()
    row: Row | None = None
    digest: str = ""


class ArticleLinter:
    """Lints the articles of a run one by one."""

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

    def lint(self, target: Target, *, defers: bool = False) -> Linted:
        """Lint a target. `defers`: what it asks about articles that are not known yet is left for later."""
        articles = self._articles
        articles.cache = self.cache
        articles.keeps_facts, articles.keeps_records = self.keeps_facts, self.keeps_records
        articles.questions = [] if defers else None
        try:
            report, row, digest = self._outcome(target)
            questions = tuple(articles.questions or ())
        finally:
            articles.questions = None
        if report.record:
            report = report._replace(record=report.record.packed())
        return Linted(report, articles.read_facts, questions, row, digest)

    def _outcome(self, target: Target) -> tuple[Report, Row | None, str]:
        """Return the report on a target, what is to be kept of it, and the digest of the file."""
        source, digest = self._articles.source(target)
        settings, context = self.situation(target)
        if self.cache is None or not digest:
            return self._report(target, source, settings, context), None, digest
        from lintarticle.cache.noting import Noted, NotedContext

        files = self._files_for(target.configuration, settings)
        noted = Noted(files, self.cache.digests, self.cache.keys.of(target.configuration), self._key_of)
        context = NotedContext(self._today, noted, settings.site, settings.options, now=self._now)
        report = self._report(target, source, settings, context)
        if report.faults or not noted.is_complete:
            return report, None, digest
        return report, self.cache.row(target, digest, list(noted.needs), report, self._articles.read_facts), digest

    def lint_text(self, target: Target, data: bytes) -> Report:
        """Lint bytes as if they were the content of the target."""
        return self._report(target, SourceText.from_bytes(data), *self.situation(target))

    def know(self, target: Target, facts: str, digest: str) -> None:
        """Take the facts of an article that was read, perhaps by a worker, and the digest of its file."""
        self._articles.know(target.file, facts)
        if self.cache and digest:
            self.cache.digests.take(target.file, digest)

    def forget_facts(self) -> None:
        """Forget what is known of articles that were read, so that memory is bounded."""
        self._articles.forget()

    def is_right(self, question: Question) -> bool:
        """Whether the article that a question is about has the anchor; it is read if it was not."""
        anchors = self._articles.anchors(Path(question.path), question.slugger)
        return anchors is not None and anchors.has(question.fragment)

    def name_of(self, path: str) -> str:
        """Return the one name of a file, however its folder is written."""
        return self._articles.name_of(path)

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
        articles = self._articles
        read = articles.reading(target)
        report = report_on(target.shown, source, settings, context, details=self.details, read=read)
        return report._replace(record=articles.record) if self.keeps_records else report

    def _key_of(self, folder: Path) -> str:
        return self.cache.keys.of(self._configurations.of(folder)) if self.cache else ""

    def _files_for(self, configuration: Configuration, settings: Settings) -> DiskFiles:
        key = (configuration.root, settings.site.static_dirs)
        if key not in self._files:
            folder = self._configurations.working_folder
            self._files[key] = DiskFiles(folder, *key, configuration.boundary, self._articles.anchors)
        return self._files[key]


class _Unread:
    """The anchors of an article that is not known yet: every fragment leads there for now, and is asked for later."""

    offered = ()

    def __init__(self, path: str, slugger: str, questions: list[Question]) -> None:
        self.unread, self._slugger, self._questions = path, slugger, questions

    def has(self, fragment: str) -> bool:
        """Say yes, and note the question."""
        self._questions.append(Question(self.unread, self._slugger, fragment))
        return True


class Articles:
    """The articles of a run, as those that link to them see them; facts are kept as text, which is small.

    `questions` takes what is asked about articles that are not known yet; None: they are read. `record` and
    `read_facts` are those of the article which was linted last.
    """

    def __init__(self, configurations: Configurations) -> None:
        self._configurations = configurations
        self._facts: dict[str, str] = {}
        self._anchors: dict[tuple[str, str], Anchors | None] = {}
        self._folders: dict[str, str] = {}
        self.keeps_facts = False
        self.keeps_records = False
        self.questions: list[Question] | None = None
        self.record: ArticleRecord | None = None
        self.read_facts = ""
        self.cache: Cache | None = None

    def source(self, target: Target) -> tuple[SourceText, str]:
        """Return the text of a target and the digest of its file, "" if there is none or it was not asked for."""
        if self.cache is None:
            return read_source(target), ""
        look = self.cache.digests.look_of(target.file)
        try:
            data = target.read()
        except (OSError, ValueError):
            return read_source(target), ""
        return SourceText.from_bytes(data), self.cache.digests.note(target.file, look, data)

    def reading(self, target: Target) -> ReadTyped:
        """Return what reads a target, and makes of it what others want to know."""
        self.record, self.read_facts = None, ""

        def read(shown: str, source: SourceText, settings: Settings) -> tuple[Article, Settings]:
            article, chosen = read_typed(shown, source, settings)
            if self.keeps_facts:
                from lintarticle.article.views.anchors import facts_of  # not for an article that is alone

                self.read_facts = facts_of(article, chosen.type).as_text()
                self.know(target.file, self.read_facts)
            if self.keeps_records:
                from lintarticle.site.recording import record_of  # only where the whole site is looked at

                self.record = record_of(article, chosen.type, chosen.rules_by_part.names)
            return article, chosen

        return read

    def know(self, path: str, facts: str) -> None:
        """Take the facts of an article, "" for one that could not be read."""
        self._facts[self.name_of(path)] = facts

    def forget(self) -> None:
        """Forget the facts of articles."""
        self._facts.clear()
        self._anchors.clear()

    def names(self) -> Iterable[str]:
        """Return the paths of the articles whose facts are known or were asked for, links resolved."""
        return self._facts

    def anchors(self, path: Path, slugger: str) -> PageAnchors | None:
        """Return the anchors of the article in a file, None if it can't be read; a link leads there."""
        name = self.name_of(str(path))
        if self.questions is not None and name not in self._facts:
            return _Unread(name, slugger, self.questions)
        key = name, slugger
        if key not in self._anchors:
            if len(self._anchors) >= _MOST_ANCHORS:
                self._anchors.clear()
            if name not in self._facts:
                self._facts[name] = self._found(Path(name))
            from lintarticle.article.views.anchors import Anchors, Facts  # as above

            facts = Facts.from_text(self._facts[name])
            self._anchors[key] = Anchors(facts, slugger) if facts else None
        return self._anchors[key]

    def _found(self, path: Path) -> str:
        """Return the facts that are kept of an article, else read it; "" if that can't be done."""
        from lintarticle.article.views.anchors import Facts

        shown = shown_path(path, self._configurations.working_folder)
        try:
            configuration = self._configurations.of(path.parent)
            kept = self.cache.facts(str(path), shown, configuration) if self.cache else ""
            if Facts.from_text(kept):
                return kept
            return self._read_for_facts(path, shown, configuration)
        except (OSError, ConfigError):  # said when its turn comes
            return ""
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a defect that this article brings to light is reported when its turn comes
            return ""

    def _read_for_facts(self, path: Path, shown: str, configuration: Configuration) -> str:
        look = self.cache.digests.look_of(str(path)) if self.cache else ""
        data = configuration.boundary.read(path)
        source = SourceText.from_bytes(data)
        if source.fault:
            return ""
        if self.cache:
            self.cache.digests.note(str(path), look, data)
        from lintarticle.article.views.anchors import facts_of

        article, chosen = read_typed(shown, source, configuration.settings_for(configuration.relative(path)))
        return facts_of(article, chosen.type).as_text()

    def name_of(self, path: str) -> str:
        """Return the one name of a file, however its folder is written."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        plain = self._folders[folder]
        return path if plain == folder else os.path.join(plain, name)


_MOST_ANCHORS = 500
"""How many articles keep their anchors at hand for further links; other anchors are made again from facts."""
