"""The files around an article, on disk: what a link or an image path leads to."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Container, Hashable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lintarticle.boundary import Boundary
from lintarticle.expression import expression
from lintarticle.source import SourceText, read_file

if TYPE_CHECKING:
    from lintarticle.article.views.anchors import PageAnchors


_Made = TypeVar("_Made")


class DiskFiles:
    """Answers what a rule asks about files; targets are as the article writes them.

    `base` is the folder that article paths are relative to, `root` the site's: that of the configuration, else of
    the repository. A target that starts with `/` is looked for in the static folders and the plain folders from the
    article's up to `root`, so that a site in a subfolder works without configuration. Query, fragment and percent
    escapes are undone; letter case counts on every system, as it does on the server. Files outside `boundary`
    (default: `base` and `root`) are never read, and count as there: nothing can be learned of them. What is there is
    looked up once a run. `read_anchors` returns the anchors of an article.
    """

    def __init__(
        self,
        base: Path,
        root: Path,
        static_dirs: tuple[str, ...] = (),
        boundary: Boundary | None = None,
        read_anchors: Callable[[Path, str], PageAnchors | None] | None = None,
    ) -> None:
        self.boundary = boundary or Boundary(base, root)
        self._base = str(base)
        self.root = root
        self._static_dirs = static_dirs
        self._read_anchors = read_anchors or _anchors_in_file
        self._case_blind = os.name == "nt" or sys.platform == "darwin"
        self._listings: dict[Path, frozenset[str]] = {}
        self._made: dict[Hashable, Any] = {}
        self._there: dict[str, bool] = {}
        self._inside: dict[str, bool] = {}

    def exists(self, article: str, target: str) -> bool:
        """Whether `target`, relative to the article or rooted at a static folder, is a file or a folder."""
        return self.place_of(article, target) is not None

    def exists_any(self, article: str, targets: Iterable[str]) -> bool:
        """Whether any of some targets exists."""
        return any(self.exists(article, target) for target in targets)

    def read(self, article: str, target: str, most: int) -> bytes | None:
        """Return the first bytes of such a file, at most `most`, None if it is missing or can't be read."""
        for path in self.readable(article, target):
            try:
                with path.open("rb") as file:
                    return file.read(most)
            except OSError:
                continue
        return None

    def anchors(self, article: str, target: str, slugger: str) -> PageAnchors | None:
        """Return the anchors of the article that is such a file, None if it is missing or can't be read."""
        path = next(self.readable(article, target), None)
        return self.anchors_at(path, slugger) if path else None

    def anchors_at(self, path: Path, slugger: str) -> PageAnchors | None:
        """Return the anchors of the article in such a file, None if it can't be read."""
        return self._read_anchors(path, slugger)

    def places(self, article: str, target: str) -> Iterator[Path]:
        """Yield the places at which the file of a target may be, the most likely first."""
        return map(Path, self.candidates(article, target))

    def read_root(self, path: str) -> bytes | None:
        """Return the bytes of a file below the root; raises `OSError`."""
        self.boundary.check(self.root / path)
        return self.once(("bytes", path), lambda: read_file(self.root / path))

    def path_of(self, article: str, target: str) -> Path | None:
        """Return where such a file is or, outside the boundary, would be; None if there is none."""
        place = self.place_of(article, target)
        return None if place is None else Path(place)

    def place_of(self, article: str, target: str) -> str | None:
        """Return the same as text."""
        candidates = self.candidates(article, target)
        return next(filter(self.is_found, candidates), None)

    def article_names(self) -> Container[str]:
        """Return every path, file name and slug of the articles below the root."""
        from lintarticle.files import names_below

        return self.once("article names", lambda: names_below(self.root, self.boundary))

    def way_of(self, article: str, address: str) -> str:
        """Say how a page below the root has an address: “made”, "" if none has, the field that moved it elsewhere."""
        from lintarticle.addresses import Addresses

        known = self.once("addresses", lambda: Addresses(self.root, self.boundary))
        return known.way_of(os.path.relpath(os.path.join(self._base, article), self.root), address)

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` returns, made once."""
        if key not in self._made:
            self._made[key] = make()
        made: _Made = self._made[key]
        return made

    def spelt(self, article: str, target: str) -> str:
        """Return the target as a file is spelled that differs from it only in letter case, or ""."""
        parts = target.partition("#")[0].partition("?")[0].split("/")
        named = [index for index, part in enumerate(parts) if part not in ("", ".", "..")]
        for place in self.candidates(article, target) if named else ():
            alike = self.alike(place)
            if alike is not None:
                for index, name in zip(named, alike.parts[-len(named) :], strict=True):
                    parts[index] = name
                return "/".join(parts)
        return ""

    def alike(self, place: str) -> Path | None:
        """Return the one path that differs from a place only in letter case, or None."""
        return self._alike(Path(os.path.normpath(place)))

    def searched(self, place: str) -> Iterator[Path]:
        """Yield the folders whose entries `alike` compares with the parts of a place."""
        path = Path(os.path.normpath(place))
        if self.root not in path.parents:
            return
        folder: Path | None = path.parent
        if not self.is_there(str(folder)):
            yield from self.searched(str(folder))
            folder = self._alike(path.parent)
        if folder:
            yield folder

    def _alike(self, path: Path) -> Path | None:
        """Return the one path below the root that differs from another only in letter case."""
        if self.root not in path.parents:
            return None
        folder = path.parent if self.is_there(str(path.parent)) else self._alike(path.parent)
        names = self._names_in(folder) if folder else ()
        alike = [name for name in names if name.casefold() == path.name.casefold()]
        return folder / alike[0] if folder and len(alike) == 1 else None

    def depends_on_more(self) -> None:
        """Do nothing: nothing is kept."""

    def is_found(self, place: str) -> bool:
        """Whether a place counts as there: it is, or it is outside the boundary."""
        return self.is_there(place) or self._is_outside(place)

    def may_read(self, place: str) -> bool:
        """Whether what is at a place is inside the boundary."""
        return not self._is_outside(place)

    def readable(self, article: str, target: str) -> Iterator[Path]:
        """Yield the files inside the boundary that a target may mean, the most likely first."""
        for place in self.candidates(article, target):
            if self.is_there(place) and os.path.isfile(place) and self.may_read(place):
                yield Path(place)

    def candidates(self, article: str, target: str) -> Iterator[str]:
        """Yield the places to look at, the most likely first."""
        folder = os.path.dirname(os.path.join(self._base, article))
        names = _names(target)
        if not target.startswith("/"):
            yield from (_joined(folder, name) for name in names)
            return
        for place in self._site_folders(Path(folder)):
            yield from (_joined(place, name.lstrip("/")) for name in names)

    def _site_folders(self, folder: Path) -> Iterator[str]:
        """Yield where a rooted path may lead: static folders and the folder itself, from the article's up."""
        for current in (folder, *folder.parents):
            yield from (os.path.join(current, static) for static in self._static_dirs)
            yield str(current)
            if current == self.root:
                return

    def _is_outside(self, path: str) -> bool:
        """Whether a place is outside the boundary; what is in a folder inside, and no link, surely is not."""
        if "\0" in path:
            return False
        folder, name = os.path.split(path)
        if folder not in self._inside:
            self._inside[folder] = self.boundary.holds(Path(folder))
        is_plain = name not in ("", ".", "..") and name.casefold() != ".git" and not os.path.islink(path)
        return not (self._inside[folder] and is_plain) and not self.boundary.holds(Path(path))

    def is_there(self, path: str) -> bool:
        """Whether a place is a file or a folder, spelled so."""
        if path not in self._there:
            if len(self._there) >= _MOST_KNOWN:
                self._there.clear()
            there = os.path.exists(path)
            self._there[path] = there and (not self._case_blind or self._is_spelt_so(Path(path)))
        return self._there[path]

    def _is_spelt_so(self, path: Path) -> bool:
        """Whether every part of a path below the root is spelt as on disk, where the system itself does not care."""
        current = Path(os.path.normpath(path))
        while current not in (self.root, current.parent):
            if current.name not in self._names_in(current.parent):
                return False
            current = current.parent
        return True

    def _names_in(self, folder: Path) -> frozenset[str]:
        if folder not in self._listings:
            try:
                self._listings[folder] = frozenset(path.name for path in folder.iterdir())
            except OSError:
                self._listings[folder] = frozenset()
        return self._listings[folder]


_MOST_KNOWN = 20_000
"""Places of which a run remembers whether they are there."""


def _joined(folder: str, name: str) -> str:
    """Join two paths; as with `Path`, neither slashes nor dots at the end count."""
    path = os.path.join(folder, name)
    while path.endswith(("/", "/.", os.sep)) and len(path) > 1:
        path = path[:-1]
    return path


def _anchors_in_file(path: Path, slugger: str) -> PageAnchors | None:
    """Read an article by default settings, and return its anchors."""
    from lintarticle.article.article_reader import ArticleReader
    from lintarticle.article.views.anchors import anchors_of

    try:
        source = SourceText.from_bytes(read_file(path))
    except OSError:
        return None
    return None if source.fault else anchors_of(ArticleReader().read(path.name, source), slugger)


def _names(target: str) -> tuple[str, ...]:
    """Return the file names a target may mean: without query and fragment, escapes undone; else as written."""
    plain = target.partition("#")[0].partition("?")[0]
    if "%" not in target:
        return (plain,) if plain == target else (plain, target)
    from urllib.parse import unquote  # not imported for addresses that need none of it

    return tuple(dict.fromkeys((unquote(plain), plain, target)))


# --- the names that the articles of a site go by ---------------------------------------------------------------------


_SUFFIXES = (".md", ".mdx", ".markdown")
_LEFT_OUT = frozenset(("node_modules", "__pycache__", "_site", "dist", "build", "venv"))
_DATED = expression(r"\d{4}-\d{1,2}-\d{1,2}-")
_SLUG = rb"(?m)^[\"' ]*(?:slug|permalink|url|id)[\"']?[ \t]*[:=][ \t]*[\"']?([^\"'\r\n,]+)"
_HEAD = 4096
"""Bytes at the start of a file in which its slug is looked for."""


def names_below(root: Path, boundary: Boundary) -> frozenset[str]:
    """Return the names of every Markdown file below a folder; hidden and built folders are passed over.

    A file `posts/2024-01-31-tides.en.md` with `slug: high-water` is known by its path, by the path without suffix,
    by `2024-01-31-tides`, `tides` and `high-water`; `posts/tides/index.md` by its folder's name, too.
    """
    found: set[str] = set()
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _LEFT_OUT]
        for name in files:
            if name.lower().endswith(_SUFFIXES):
                path = Path(folder, name)
                slugs = _slugs(path) if not path.is_symlink() or boundary.holds(path) else ()
                found.update(_names_of(path.relative_to(root).as_posix()), slugs)
    return frozenset(found)


def _names_of(path: str) -> Iterator[str]:
    bare = path.rpartition(".")[0]
    folder, _, stem = bare.rpartition("/")
    yield path
    yield bare
    if stem in ("index", "_index") and folder:
        yield folder
        stem = folder.rpartition("/")[2]
    for each in (stem, stem.partition(".")[0]):
        yield each
        yield _DATED.sub("", each, count=1)


def _slugs(path: Path) -> Iterator[str]:
    """Yield the names that the head of a file gives it, without the slashes around them."""
    try:
        if not path.is_file():
            return
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return
    for found in re.finditer(_SLUG, head):
        slug = found[1].decode("utf-8", "replace").strip().strip("/")
        yield slug
        yield slug.rpartition("/")[2]
