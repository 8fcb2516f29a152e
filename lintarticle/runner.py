"""Many files in, one report each out; and the way in for programs."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.views.anchors import Facts, facts_of
from lintarticle.boundary import OutsideError
from lintarticle.config.configuration import Configuration, read_typed
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.config.settings import Settings
from lintarticle.discovery import Finder, Target
from lintarticle.errors import ConfigError
from lintarticle.files import DiskFiles
from lintarticle.linter import NO_DETAILS, Details, InternalError, ReadTyped, Suppressed, read_and_lint
from lintarticle.problem import Problem
from lintarticle.rule import Context, NoFiles
from lintarticle.source import TOO_LARGE_HELP, DecodingFault, SourceText

if TYPE_CHECKING:
    from lintarticle.overview.model import Overview


class Report(NamedTuple):
    """What came of one article. `source` is there only where there are problems to show in it.

    `faults` are defects of lintarticle itself that this article brought to light. `suppressed` and `overview` are
    there only where they were asked for.
    """

    path: str
    problems: list[Problem]
    source: SourceText | None = None
    faults: tuple[InternalError, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    overview: Overview | None = None


def _report(  # noqa: PLR0913 - all that a report depends on
    path: str,
    source: SourceText,
    settings: Settings,
    context: Context,
    *,
    details: Details = NO_DETAILS,
    read: ReadTyped | None = None,
) -> Report:
    faults: list[InternalError] = []
    result = read_and_lint(path, source, settings, context, faults, details=details, read=read)
    shown = source if result.problems else None
    return Report(path, result.problems, shown, tuple(faults), result.suppressed, result.overview)


class Runner:
    """Lints files on disk as their configurations say; `details` are what reports hold besides problems."""

    def __init__(
        self, configurations: Configurations, *, force_exclude: bool = False, today: date | None = None
    ) -> None:
        self._working_folder = configurations.working_folder
        self._finder = Finder(self._working_folder, configurations.of, force_exclude=force_exclude)
        self.details = NO_DETAILS
        self._today = today or today_here()
        self._files: dict[tuple[Path, tuple[str, ...]], DiskFiles] = {}
        self._articles = _Articles(configurations)

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
        for target in targets:
            yield self._lint(target, self._articles.source(target))

    def lint_text(self, target: Target, data: bytes) -> Report:
        """Lint bytes as if they were the content of the target."""
        return self._lint(target, SourceText.from_bytes(data))

    def situation(self, target: Target) -> tuple[Settings, Context]:
        """Return the settings of a target and what its rules may know."""
        configuration = target.configuration
        settings = configuration.settings_for(configuration.relative(target.path))
        files = self._files_for(configuration, settings)
        return settings, Context(self._today, files, settings.site, settings.options)

    def _lint(self, target: Target, source: SourceText) -> Report:
        settings, context = self.situation(target)
        read = self._articles.reading(target)
        return _report(target.shown, source, settings, context, details=self.details, read=read)

    def _files_for(self, configuration: Configuration, settings: Settings) -> DiskFiles:
        key = (configuration.root, settings.site.static_dirs)
        if key not in self._files:
            self._files[key] = DiskFiles(self._working_folder, *key, configuration.boundary, self._articles.facts)
        return self._files[key]


class _Articles:
    """The articles of a run, each read once: their facts are kept, and one that is read early waits for its turn.

    What waits is bounded, so that it never fills the memory: an article that had to go is read again.
    """

    def __init__(self, configurations: Configurations) -> None:
        self._configurations = configurations
        self._facts: dict[str, Facts | None] = {}
        self._waiting: dict[str, tuple[SourceText, Article, Settings]] = {}
        self._size = 0
        self._folders: dict[str, str] = {}
        self.keeps_facts = False

    def source(self, target: Target) -> SourceText:
        """Return the text of a target."""
        waiting = self._waiting.get(self._name(target.path)) if self._waiting else None
        return waiting[0] if waiting else read_source(target)

    def reading(self, target: Target) -> ReadTyped:
        """Return what reads a target, or takes the article that waits for its turn, and keeps its facts."""
        path = self._name(target.path)

        def read(shown: str, source: SourceText, settings: Settings) -> tuple[Article, Settings]:
            waiting = self._waiting.pop(path, None)
            if waiting:
                self._size -= len(waiting[0].raw)
            if waiting is None or waiting[0] is not source or waiting[1].path != shown:
                article, chosen = read_typed(shown, source, settings)
            else:
                _, article, chosen = waiting
            if self.keeps_facts and path not in self._facts:
                self._facts[path] = facts_of(article, chosen.type)
            return article, chosen

        return read

    def facts(self, path: Path) -> Facts | None:
        """Return the facts of the article in a file, None where it can't be read; a link leads there."""
        name = self._name(path)
        if name not in self._facts:
            read = self._read_ahead(Path(name))
            self._facts[name] = facts_of(read[1], read[2].type) if read else None
        return self._facts[name]

    def _name(self, path: Path) -> str:
        """Return the one name of a file, however its folder is written."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)

    def _read_ahead(self, path: Path) -> tuple[SourceText, Article, Settings] | None:
        try:
            configuration = self._configurations.of(path.parent)
            source = SourceText.from_bytes(configuration.boundary.read(path))
            settings = configuration.settings_for(configuration.relative(path))
            if source.fault:
                return None
            read = (source, *read_typed(shown_path(path, self._configurations.working_folder), source, settings))
        except (OSError, ConfigError):  # said when its turn comes
            return None
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a defect that this article brings to light is reported when its turn comes
            return None
        self._waiting[self._name(path)] = read
        self._size += len(source.raw)
        while self._size > _MOST_WAITING and self._waiting:
            self._size -= len(self._waiting.pop(next(iter(self._waiting)))[0].raw)
        return read


_MOST_WAITING = 500_000
"""Characters of articles that were read before their turn and wait for it: some hundred ordinary pages."""


def today_here() -> date:
    """Return the date of the system's time zone, whatever `TZ` says: no offset is too large for it."""
    return date(*time.localtime()[:3])


def read_source(target: Target) -> SourceText:
    """Read a file; one that can't be read becomes an empty text with a fault that says why."""
    try:
        return SourceText.from_bytes(target.read())
    except (OSError, ValueError) as error:
        return SourceText("", DecodingFault(0, *_why_unreadable(error)))


def _why_unreadable(error: OSError | ValueError) -> tuple[str, str]:
    if isinstance(error, OutsideError):
        return "A link in its path leads outside the repository.", "Replace the link with the file itself."
    known = {
        errno.ENOENT: ("There is no such file.", "Check the spelling of its path."),
        errno.EACCES: ("You have no permission to open the file.", "Give yourself permission to read it."),
        errno.EPERM: ("You have no permission to open the file.", "Give yourself permission to read it."),
        errno.ELOOP: (
            "The file is a link to itself.",
            "Replace the link with the file that it should point to.",
        ),
        errno.ENOTSUP: (
            "It is a pipe or a device, not a file.",
            "Send the text to standard input instead: lintarticle check -",
        ),
        errno.ENAMETOOLONG: ("There is no such file: its name is too long.", ""),
        errno.EISDIR: (
            "The folder can’t be read.",
            "Give yourself permission to read it, or shorten its path.",
        ),
    }
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.EFBIG and isinstance(error, OSError):
        return error.strerror or "", TOO_LARGE_HELP
    if code in known:
        return known[code]
    reason = (error.strerror if isinstance(error, OSError) else None) or "its path is not valid"
    return f"The file can’t be read: {reason}.", ""


# --- for programs ---------------------------------------------------------------------------------------------


def check_text(text: str, path: str = "article.md", settings: Settings | None = None) -> list[Problem]:
    """Lint a text, by default with the built-in settings; `path` names it in problems and need not exist.

    No file is looked at: every link and image counts as found.
    """
    settings = settings or Configuration(Path()).settings_for(path)
    context = Context(today_here(), NoFiles(), settings.site, settings.options)
    return _report(path, SourceText(text), settings, context).problems


def check_paths(*paths: str | os.PathLike[str]) -> Iterator[Report]:
    """Lint files and folders as `lintarticle check` does, and yield a report for each article.

    Raises `lintarticle.errors.ConfigError` where a configuration has mistakes.
    """
    runner = Runner(Configurations(Path.cwd()))
    targets, _ = runner.find(os.fspath(path) for path in paths)
    return runner.run(targets)
