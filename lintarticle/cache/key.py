"""Keys of the cache: all that outcomes depend on besides files, as one short text."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lintarticle.cache.hashing import blake2b
from lintarticle.source import read_file
from lintarticle.version import __version__

if TYPE_CHECKING:
    from lintarticle.config.configuration import Configuration
    from lintarticle.config.discovery import Configurations

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

_LIBRARIES = ("site-packages", "dist-packages")


class CacheKeys:
    """The keys of the configurations of a run; `wanted` says what its reports hold."""

    def __init__(self, configurations: Configurations, wanted: str) -> None:
        self._folder = configurations.working_folder
        self._base = (*program(), *configurations.identity, wanted)
        self._known: dict[int, tuple[Configuration, str]] = {}

    def of(self, configuration: Configuration) -> str:
        """Return the key for the articles of a configuration."""
        known = self._known.get(id(configuration))
        if known is None:
            known = self._known[id(configuration)] = (configuration, self._made(configuration))
        return known[1]

    def configuration(self, key: str) -> Configuration:
        """Return a configuration that has a key."""
        return next(configuration for configuration, known in self._known.values() if known == key)

    def _made(self, configuration: Configuration) -> str:
        digest = blake2b(digest_size=16)
        root = os.path.relpath(configuration.root, self._folder)
        for part in (*self._base, root, str(configuration.path and configuration.path.name)):
            digest.update(f"{part}\0".encode("utf-8", "surrogatepass"))
        for file in sorted(files_of(configuration)):
            try:
                content = read_file(file)
            except OSError as error:
                content = str(error.errno).encode()
            name = os.path.relpath(file, self._folder).encode("utf-8", "surrogatepass")
            digest.update(b"%d %b %d %b" % (len(name), name, len(content), content))
        return digest.hexdigest()


def program() -> Iterator[str]:
    """Yield what identifies the program: its version and code, Python, and all libraries with their versions."""
    yield __version__
    yield sys.version
    yield from _code()
    for entry in sys.path:
        if entry.endswith(_LIBRARIES):
            yield from sorted(name for name in _names_in(entry) if name.endswith((".dist-info", ".egg-info")))


def _is_our_record(name: str) -> bool:
    return name.startswith("lintarticle-") and name.endswith(".dist-info")


def _code() -> Iterator[str]:
    """Yield what identifies our own code: what the installer noted of it, else how its files look."""
    folder = os.path.dirname(_PACKAGE)
    records = filter(_is_our_record, _names_in(folder))
    for name in records:
        try:
            yield read_file(Path(folder, name, "RECORD")).decode("utf-8", "replace")
        except OSError:
            break
        return
    for top, folders, files in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            status = os.stat(os.path.join(top, name))
            yield f"{name} {status.st_mtime_ns} {status.st_size}"


def files_of_program() -> Iterator[str]:
    """Yield the files and folders that `program` looks at: when none of them changes, neither does what it yields."""
    yield from (entry for entry in sys.path if entry.endswith(_LIBRARIES))
    folder = os.path.dirname(_PACKAGE)
    if folder.endswith(_LIBRARIES):
        yield from (os.path.join(folder, name, "RECORD") for name in _names_in(folder) if _is_our_record(name))
    for top, _, files in os.walk(_PACKAGE):
        if not top.endswith("__pycache__"):
            yield from (os.path.join(top, name) for name in files)


def files_of(configuration: Configuration) -> set[Path]:
    """Return the files that decide what a configuration says: those it names, and the code that it brings along."""
    if configuration.path is None:
        return set()
    from lintarticle.changes.configuration_files import files_behind

    files = set(files_behind(configuration.path, configuration.root))
    return files | set(code_below(str(configuration.root)))


def code_below(root: str) -> Iterator[Path]:
    """Yield the Python files next to the modules that were imported from a folder."""
    folders = {os.path.dirname(file) for file in _modules() if file.startswith(root + os.sep)}
    for folder in folders:
        if "site-packages" not in folder and not folder.startswith(_PACKAGE):
            yield from (Path(folder, name) for name in _names_in(folder) if name.endswith(".py"))


def _modules() -> Iterable[str]:
    return [file for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))]


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
