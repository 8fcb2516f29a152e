"""The articles of a run as files: each is read once, however many others link to it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.views.anchors import Facts, facts_of
from lintarticle.boundary import OutsideError
from lintarticle.cache.cache import Cache
from lintarticle.cache.digests import look_of
from lintarticle.config.configuration import Configuration, read_typed
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.config.settings import Settings
from lintarticle.discovery import Target
from lintarticle.errors import ConfigError
from lintarticle.linter import ReadTyped
from lintarticle.source import TOO_LARGE_HELP, DecodingFault, SourceText


class _Waiting(NamedTuple):
    """An article that was read before its turn, with the digest of its file."""

    source: SourceText
    digest: str
    article: Article
    settings: Settings


class Articles:
    """The articles of a run, each read once: their facts are kept, and one that is read early waits for its turn.

    What waits is bounded, so that it never fills the memory: an article that had to go is read again.
    """

    def __init__(self, configurations: Configurations) -> None:
        self._configurations = configurations
        self._facts: dict[str, Facts | None] = {}
        self._waiting: dict[str, _Waiting] = {}
        self._size = 0
        self._folders: dict[str, str] = {}
        self.keeps_facts = False
        self.cache: Cache | None = None

    def source(self, target: Target) -> tuple[SourceText, str]:
        """Return the text of a target and the digest of its file, "" if there is none or nobody wants it."""
        waiting = self._waiting.get(self._name(target.path)) if self._waiting else None
        if waiting:
            return waiting.source, waiting.digest
        if self.cache is None:
            return read_source(target), ""
        look = look_of(str(target.path))
        try:
            data = target.read()
        except (OSError, ValueError):
            return read_source(target), ""
        return SourceText.from_bytes(data), self._digest(target.path, look, data)

    def _digest(self, path: Path, look: str, data: bytes) -> str:
        return self.cache.digests.note(str(path), look, data) if self.cache else ""

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
            return article, chosen

        return read

    def facts_at_hand(self, path: Path) -> Facts | None:
        """Return the facts of an article that was read, None if they were not kept."""
        return self._facts.get(self._name(path))

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
        look = look_of(str(path)) if self.cache else ""
        data = configuration.boundary.read(path)
        source = SourceText.from_bytes(data)
        if source.fault:
            return None
        settings = configuration.settings_for(configuration.relative(path))
        read = _Waiting(source, self._digest(path, look, data), *read_typed(shown, source, settings))
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
