"""What an article asks about the world around it, noted while it is linted."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Hashable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from lintarticle.cache.digests import Digests
from lintarticle.cache.needs import UNREAD, Need
from lintarticle.errors import ConfigError
from lintarticle.rule import Context

if TYPE_CHECKING:
    from lintarticle.article.views.anchors import PageAnchors
    from lintarticle.files import DiskFiles

_Made = TypeVar("_Made")


class Noted:
    """The files of an article as `DiskFiles` answers for them; what is asked is noted in `needs`.

    `is_complete` is False once something was asked whose answer can't be noted.
    """

    def __init__(self, files: DiskFiles, digests: Digests, key: str, key_of: Callable[[Path], str]) -> None:
        self._files = files
        self._key, self._key_of = key, key_of
        self._digests = digests
        self.boundary = files.boundary
        self.needs: dict[Need, None] = {}
        self.is_complete = True

    def exists(self, article: str, target: str) -> bool:
        """Ask, and note the answer."""
        return self.exists_any(article, (target,))

    def exists_any(self, article: str, targets: Iterable[str]) -> bool:
        """Ask, and note the one that is there, or that none is."""
        tried: list[str] = []
        for target in targets:
            place = self._files.place_of(article, target)
            if place is not None:
                self._need("+", place)
                return True
            tried += self._files.candidates(article, target)
        self._need("-", *tried)
        return False

    def path_of(self, article: str, target: str) -> Path | None:
        """Ask, and note the answer and what the file holds."""
        place = self._files.place_of(article, target)
        self._tried(article, target, place)
        if place is not None:
            self._need("+", place)
            self._content(place)
        return None if place is None else Path(place)

    def read(self, article: str, target: str, most: int) -> bytes | None:
        """Ask, and note what the file holds."""
        place = next(self._files.readable(article, target), None)
        self._tried(article, target, str(place) if place else None)
        if place is not None:
            self._content(str(place))
        return self._files.read(article, target, most)

    def read_root(self, path: str) -> bytes | None:
        """Ask, and note what the file holds."""
        self._content(str(self._files.root / path))
        return self._files.read_root(path)

    def anchors(self, article: str, target: str, slugger: str) -> PageAnchors | None:
        """Ask, and note what the article holds."""
        place = next(self._files.readable(article, target), None)
        self._tried(article, target, str(place) if place else None)
        if place is None:
            return None
        self._configured(os.path.dirname(self._plain(str(place))))
        anchors = self._files.anchors_at(place, slugger)
        self._content(str(place), unread=anchors.unread if anchors else "")
        return anchors

    def spelt(self, article: str, target: str) -> str:
        """Ask, and note the answer."""
        found = self._files.spelt(article, target)
        if found:
            self.exists(article, found)
        else:
            self._need("c", *self._files.candidates(article, target))
        return found

    def article_names(self) -> Container[str]:
        """Return the names; what is looked for among them is noted."""
        return _NotedNames(self._files.article_names(), lambda name, found: self._named(name, is_there=found))

    def way_of(self, article: str, address: str) -> str:
        """Ask, and note the answer."""
        way = self._files.way_of(article, address)
        self.needs["a", article, address, way] = None
        return way

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` returns, made once in a run."""
        return self._files.once(key, make)

    def depends_on_more(self) -> None:
        """Say that the outcome depends on what is not asked for here, so that it can't be kept."""
        self.is_complete = False

    def _tried(self, article: str, target: str, found: str | None) -> None:
        """Note that the places before the one that was found are not there."""
        before = []
        for place in self._files.candidates(article, target):
            if place == found:
                break
            before.append(place)
        gone = [place for place in before if not self._files.is_there(place)]
        is_outside = self._files.is_found  # of those that are not there
        self._need("-", *(place for place in gone if not is_outside(place)))
        for place in filter(is_outside, gone):
            self._need("+", place)
        for place in before:
            if self._files.is_there(place):
                self._content(place)

    def _configured(self, folder: str) -> None:
        """Note by which other configuration the articles in a folder are read."""
        try:
            key = self._key_of(Path(folder))
        except ConfigError:
            self.is_complete = False
        else:
            if key != self._key:
                self.needs["k", self._digests.short(folder), key] = None

    def _content(self, place: str, unread: str = "") -> None:
        """Note what a file holds. `unread` is the path of one that the run reads later, links resolved."""
        path = self._plain(place)
        is_open = path == unread and not self._digests.is_known(path)
        self.needs["=", self._digests.short(path), UNREAD if is_open else self._digests.of_file(path)] = None

    def _named(self, name: str, *, is_there: bool) -> None:
        self.needs["n", str(self._files.root), name, str(is_there)] = None

    def _need(self, kind: str, *paths: str) -> None:
        if paths:
            self.needs[(kind, *(self._digests.short(self._plain(path)) for path in paths))] = None

    def _plain(self, path: str) -> str:
        """Return a path without `..` if no link is in the way, and note that none is."""
        if ".." not in path:
            return path
        folder, name = os.path.split(path)
        plain = self._digests.plain_folder(folder)
        if plain == folder or name == "..":
            return path
        self.needs["/", self._digests.short(folder), self._digests.short(plain)] = None
        return os.path.join(plain, name)


class _NotedNames:
    """Names of articles; `note` is called with each that is looked for."""

    def __init__(self, names: Container[str], note: Callable[[str, bool], None]) -> None:
        self._names, self._note = names, note

    def __contains__(self, name: object) -> bool:
        found = name in self._names
        self._note(str(name), found)
        return found


class NotedContext(Context):
    """A context that notes what is asked about today; its files are `Noted`."""

    @property  # type: ignore[misc]  # mypy knows no property over an attribute
    def today(self) -> date:
        """Today's date: the outcome holds for this day only."""
        day: date = self.__dict__["today"]
        cast("Noted", self.files).needs["t", day.isoformat()] = None
        return day

    @property  # type: ignore[misc]  # mypy knows no property over an attribute
    def now(self) -> datetime | None:
        """The instant of the run: the outcome holds for it alone, so it is not kept."""
        cast("Noted", self.files).is_complete = False
        instant: datetime | None = self.__dict__["now"]
        return instant

    def is_ahead(self, day: date, days: int) -> bool:
        """Answer, and note the answer: the outcome holds for as long as it is the same."""
        today: date = self.__dict__["today"]
        answer = day.toordinal() - today.toordinal() > days
        cast("Noted", self.files).needs["d", day.isoformat(), str(days), str(answer)] = None
        return answer
