"""Where the articles are: a folder that every process sees, or a URL whose files each process copies once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from lintarticle.cache.folder import NAME as CACHE
from lintarticle.cache.hashing import blake2b
from lintarticle.discovery import SUFFIXES
from lintarticle.scale.folder import FactsError, file_system, is_url

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
