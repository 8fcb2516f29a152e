"""What a run depended on besides its command line: paths, known by how they look.

Whatever was changed during the run or in the two seconds before it is not kept. So a path that is kept is as the run
saw it, whenever it is looked at: it has not changed since.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lintarticle.cache import digests
from lintarticle.cache.folder import NAME, CacheFolder, names_and_kinds
from lintarticle.cache.kept_run import look_of

if TYPE_CHECKING:
    from lintarticle.cache.folder import Entries
    from lintarticle.cache.kept_run import Frozen, Look

_IS_CASE_BLIND = sys.platform == "darwin"
"""Whether a path may lead to a file whose name differs in letter case, which does not count as found."""


class NotKeptError(Exception):
    """A run depends on something that can't be kept; the text says on what."""


class Dependencies:
    """The paths that a run depended on; `started` is the moment when it began, in nanoseconds, `top` the repository.

    If the run made the folder of its cache, that changed the times of the folder above. This one is kept by what is in
    it, which has to be what was there before.

    A path is normal if no part of it is `.` or `..`. What is in a folder that is looked at need not be looked at again:
    an entry that comes or goes changes the times of the folder.
    """

    def __init__(self, started: int, top: str, cache: CacheFolder) -> None:
        self._oldest_change = started - digests.GRAIN
        self._cache = cache
        self._folder_of_cache = os.path.dirname(cache.path)
        self._top = top
        self._present: set[str] = set()
        self._missing: set[str] = set()
        self._ways: set[str] = set()
        self._looks: dict[str, Look] = {}
        self._links: dict[str, Look] = {}

    def content(self, *paths: object, is_needed: bool = False) -> None:
        """Note that it matters what is in a file or a folder, or that it is missing, unless it `is_needed`.

        Raises `NotKeptError` at once, so that git is not asked about a run that is not kept.
        """
        for path in map(str, paths):
            if path not in self._looks and not self._look(path):
                if is_needed:
                    raise NotKeptError(path)
                self._missing.add(path)

    def presence(self, path: object, *, is_there: bool) -> None:
        """Note that it matters whether a path is there, links followed."""
        if is_there:
            self._present.update(_without_ways_back(str(path)))
        else:
            self._missing.add(_without_dots(str(path)))

    def frozen(self) -> Frozen:
        """Return how all of it looks; raises `NotKeptError`."""
        if _IS_CASE_BLIND:
            named = (*self._looks, *self._present, *self._missing)
            self.content(*(folder for path in named for folder in self._folders_above(path)))
        there = self._checked(self._present, is_there=True)
        missing = self._checked(map(_first_missing, self._missing), is_there=False)
        folders = [self._folder_of_cache] if self._cache.made_among and self._folder_of_cache in self._looks else []
        listings = [(folder, self._same_entries(folder)) for folder in folders]
        looks = tuple((path, look) for path, look in self._looks.items() if path not in folders)
        return looks, tuple(self._links.items()), listings, there, missing

    def _folders_above(self, path: str) -> Iterator[str]:
        """Yield the folders above a path in the repository, whose entries say in which letter case it is spelt."""
        folder = os.path.dirname(path)
        while folder.startswith(self._top) and folder != os.path.dirname(folder):
            yield folder
            folder = os.path.dirname(folder)

    def _look(self, path: str) -> bool:
        """Note how a path looks; return whether it is there."""
        self._follow(path)
        status = _status(path)
        if status:
            self._looks[path] = self._old(path, status)
        return status is not None

    def _checked(self, paths: Iterable[str], *, is_there: bool) -> list[str]:
        """Return those of some paths that no folder answers for which is looked at anyway."""
        found = []
        for path in sorted(set(paths)):
            self._follow(path)
            if (_status(path) is not None) != is_there:
                raise NotKeptError(path)
            folder, name = os.path.split(path)
            if path in self._links or folder not in self._looks or name in ("", ".", ".."):
                found.append(path)
        return found

    def _follow(self, path: str) -> None:
        """Note the links on the way to a path, and on the way to where these lead."""
        if path in self._ways:
            return
        self._ways.add(path)
        folder = os.path.dirname(path)
        if folder != path:
            self._follow(folder)
        status = _status(path, follow_symlinks=False)
        if status and stat.S_ISLNK(status.st_mode):
            self._links[path] = self._old(path, status)
            self._follow(os.path.join(folder, os.readlink(path)))

    def _same_entries(self, folder: str) -> Entries:
        """Return what is in the folder in which the cache was made; raises `NotKeptError` if anything else is new."""
        entries = names_and_kinds(folder)
        if self._cache.made_among and [each for each in entries if each[0] != NAME] != self._cache.made_among[1]:
            raise NotKeptError(folder)
        return entries

    def _old(self, path: str, status: os.stat_result) -> Look:
        if self._cache.made_among and path == self._folder_of_cache:
            status = self._cache.made_among[0]
        elif self._cache.made_among and path == self._cache.ignore_file:
            return look_of(status)
        if max(status.st_mtime_ns, status.st_ctime_ns) > self._oldest_change:
            raise NotKeptError(path)
        return look_of(status)


def _status(path: str, *, follow_symlinks: bool = True) -> os.stat_result | None:
    """Return the status of a path, None if there is nothing; raises `NotKeptError` where that can't be said."""
    try:
        return os.stat(path, follow_symlinks=follow_symlinks)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise NotKeptError(path) from error


def _without_dots(path: str) -> str:
    """Return a path without parts that are a single dot; two dots lead elsewhere where a link is before them."""
    return path if ".." in path else os.path.normpath(path)


def _without_ways_back(path: str) -> list[str]:
    """Return what has to be there for a path with two dots: `a` and `b` for `a/../b`, unless `a` is a link."""
    if ".." not in path:
        return [_without_dots(path)]
    parts = path.split(os.sep)
    left = [os.path.normpath(os.sep.join(parts[:place])) for place, part in enumerate(parts) if part == ".."]
    return [path] if any(map(os.path.islink, left)) else [*left, os.path.normpath(path)]


def _first_missing(path: str) -> str:
    """Return the first part of a missing path that is missing: the rest comes only after it."""
    folder = os.path.dirname(path)
    while folder != path and not os.path.lexists(folder):
        path, folder = folder, os.path.dirname(folder)
    return path
