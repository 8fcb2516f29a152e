"""Where articles and facts are: folders on disk, or wherever fsspec reaches."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zipfile import BadZipFile

from lintarticle.cache.folder import NAME as CACHE
from lintarticle.cache.hashing import blake2b
from lintarticle.discovery import SUFFIXES
from lintarticle.record import NamedTuple
from lintarticle.site.record import VERSION as RECORD_VERSION
from lintarticle.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

VERSION = f"1.{RECORD_VERSION}"
"""The version of the format of facts: of the columns, and of the records in them."""

MANIFEST = "facts.json"

_UNFINISHED = re.compile(r"facts\.json\.[0-9a-f]{32}")
"""The manifest of a run that was interrupted while it wrote it."""

_WRITTEN = re.compile(rf"{_UNFINISHED.pattern}|part-\d{{5,}}\.(?:parquet|done\.json)(?:\.[0-9a-f]{{32}})?")
"""The names of files that a run writes."""


class FactsError(Exception):
    """Facts can't be made or read: a whole sentence says why."""


def library(name: str) -> ModuleType:
    """Import a library of the extra; raises `FactsError` where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise FactsError(f"This needs the library {error.name}: install “lintarticle[scale]”.") from None


def absolute(place: str) -> str:
    """Return a folder or URL that means the same to every process; a zip file is a folder of its own."""
    if "://" in place:
        return place
    path = os.path.abspath(place)
    return f"zip://::{path}" if path.lower().endswith(".zip") and Path(path).is_file() else path


def is_url(place: str) -> bool:
    """Whether a place is reached by fsspec alone."""
    return "://" in place


def file_system(place: str) -> tuple[Any, str]:
    """Return the file system of a place and the path in it; raises `FactsError`."""
    core = library("fsspec.core")
    try:
        found: tuple[Any, str] = core.url_to_fs(place)
    except ImportError as error:
        raise FactsError(f"“{place}” can’t be reached: {error}.") from None
    except (OSError, ValueError, BadZipFile) as error:
        raise FactsError(f"“{place}” can’t be read: {_reason(error)}.") from None
    return found


def _reason(error: Exception) -> str:
    text = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return text.rstrip(".") or type(error).__name__


class ShardMarker(NamedTuple):
    """What says that a shard is complete.

    `source` is the digest of what the shard was made of, `beyond` those of the articles of other shards that it
    depends on, by path. `run` is the run that it belongs to. `size` is that of the shard in bytes.
    """

    source: str
    run: str
    articles: int
    size: int
    beyond: Mapping[str, str]


class FactsFolder:
    """A folder of facts, given as a path or a URL."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.files, self._root = file_system(place)

    def path(self, name: str) -> str:
        """Return the path of a file in its file system."""
        return f"{self._root.rstrip('/')}/{name}"

    def names(self) -> Mapping[str, int]:
        """Return the sizes of the files in the folder by name; a missing folder has none."""
        try:
            listed = self.files.ls(self._root, detail=True, refresh=True)
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except TypeError:  # a file system without caches
            listed = self.files.ls(self._root, detail=True)
        return {each["name"].rstrip("/").rpartition("/")[2]: each.get("size") or 0 for each in listed}

    def manifest(self) -> dict[str, Any]:
        """Return the manifest of the folder, empty if it has none; raises `FactsError`."""
        try:
            found = json.loads(self.files.cat_file(self.path(MANIFEST)))
        except (FileNotFoundError, NotADirectoryError, KeyError):
            return {}
        except ValueError:
            raise FactsError(
                f"“{self.place}”: {MANIFEST} is damaged; remove the folder and make the facts again."
            ) from None
        except OSError as error:
            raise FactsError(f"“{self.place}” can’t be read: {_reason(error)}.") from None
        return found if isinstance(found, dict) and {"version", "made_by"} <= found.keys() else {}

    def markers(self, numbers: Sequence[int]) -> list[ShardMarker | None]:
        """Return the markers of some shards, None for each that is missing or damaged."""
        names = list(map(marker_name, numbers))
        found = self.files.cat(list(map(self.path, names)), on_error="omit") if names else {}
        by_name = {path.rpartition("/")[2]: data for path, data in found.items()}
        return [_marker(by_name.get(name, b"")) for name in names]

    def marker(self, number: int) -> ShardMarker | None:
        """Return the marker of a shard, None if it is missing or damaged."""
        return self.markers([number])[0]

    def size(self, name: str) -> int | None:
        """Return the size of a file, None if it is not there."""
        try:
            size: int | None = self.files.size(self.path(name))
        except FileNotFoundError:
            return None
        return size

    def prepare(self, manifest: Mapping[str, Any]) -> None:
        """Make the folder ready for a run; raises `FactsError` for one that holds something else."""
        if not all(map(_UNFINISHED.fullmatch, self.names())) and not self.manifest():
            raise FactsError(f"“{self.place}” holds files other than facts; name an empty folder.")
        try:
            self.files.makedirs(self._root, exist_ok=True)
            self.put(MANIFEST, json.dumps(manifest).encode())
        except (OSError, NotImplementedError, ValueError) as error:
            raise FactsError(f"“{self.place}” can’t be written: {_reason(error)}.") from None

    def put(self, name: str, data: bytes) -> None:
        """Write a file in one step: readers see all of it or the previous file."""
        new = self.path(f"{name}.{uuid4().hex}")
        self.files.pipe_file(new, data)
        self.files.mv(new, self.path(name))

    def remove(self, name: str) -> None:
        """Remove a file that may be there."""
        try:
            self.files.rm_file(self.path(name))
        except FileNotFoundError:
            return

    def keep_only(self, count: int) -> None:
        """Remove what earlier and interrupted runs left beyond that number of shards."""
        ours = {MANIFEST, *(name(number) for number in range(count) for name in (shard_name, marker_name))}
        for name in self.names():
            if name not in ours and _WRITTEN.fullmatch(name):
                self.remove(name)


def _marker(data: bytes) -> ShardMarker | None:
    try:
        return ShardMarker(**json.loads(data))
    except (ValueError, TypeError):
        return None


def marker_of(data: ShardMarker) -> bytes:
    """Return a marker as it is written."""
    return json.dumps(data._asdict()).encode()


def shard_name(number: int) -> str:
    """Return the name of a shard."""
    return f"part-{number:05}.parquet"


def marker_name(number: int) -> str:
    """Return the name of the marker of a shard."""
    return f"part-{number:05}.done.json"


def manifest_of(run: str, shards: Sequence[object], articles: int, source: str) -> dict[str, Any]:
    """Return what a folder of facts says of itself; `source` is a URL, "" for the folder that the run was in."""
    return {
        "version": VERSION,
        "made_by": __version__,
        "run": run,
        "shards": len(shards),
        "articles": articles,
        "source": source,
    }


# --- the articles ---------------------------------------------------------------------------------------------


_LEFT_OUT = frozenset((".git", "node_modules", CACHE))


def root_of_source(source: str, scratch: str | None = None) -> Path:
    """Return the folder of a source; that of a URL is a copy, which is removed when the process ends.

    A copy holds every file: a rule may ask for any that an article links to. `scratch` is the folder it is made in.
    """
    return Path(os.path.realpath(_copied(source, scratch).name)) if is_url(source) else Path(source)


@cache
def _copied(source: str, scratch: str | None) -> TemporaryDirectory[str]:
    files, root = file_system(source)
    folder = TemporaryDirectory(prefix="lintarticle-", dir=scratch)
    try:
        found = files.find(root)
        names = {path: _name(path, root) for path in found}
        wanted = {path: os.path.join(folder.name, name) for path, name in names.items() if name}
        for target in wanted.values():
            Path(target).parent.mkdir(parents=True, exist_ok=True)
        for path, target in wanted.items():
            files.get_file(path, target)
    except (OSError, ValueError, KeyError) as error:
        folder.cleanup()
        raise FactsError(f"“{source}” can’t be read: {error}.") from None
    if not wanted:
        folder.cleanup()
        raise FactsError(f"“{source}” holds no files.")
    Path(folder.name, ".git").mkdir()  # what is above the copy is not of the repository
    return folder


def _name(path: str, root: str) -> str:
    """Return the path of a file below the root, "" for what is left out: a name in an archive may lead anywhere."""
    name = PurePosixPath(path.removeprefix(root).lstrip("/"))
    unsafe = name.is_absolute() or {"..", *_LEFT_OUT}.intersection(name.parts) or "\\" in path or ":" in name.parts[0]
    return "" if unsafe else str(name)


def world_of(folder: Path, but: str) -> str:
    """Return the digest of what is there around articles: the name of each file, and the size unless it is an article.

    The folder `but` does not count.
    """
    digest = blake2b(digest_size=16)
    for line in _lines(str(folder), but):
        digest.update(f"{line}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _lines(top: str, but: str) -> Iterator[str]:
    for current, folders, files in os.walk(top):
        left = (name for name in folders if name not in _LEFT_OUT and os.path.join(current, name) != but)
        folders[:] = sorted(left)
        for name in sorted(files):
            path = os.path.join(current, name)
            size = "" if name.lower().endswith(SUFFIXES) else _size(path)
            yield f"{os.path.relpath(path, top)}\0{size}"


def _size(path: str) -> str:
    try:
        return str(os.stat(path).st_size)
    except OSError:
        return ""
