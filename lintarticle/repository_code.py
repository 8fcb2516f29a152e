"""Import code of the repository: models and plugins that the configuration at its root names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType

from lintarticle.boundary import OUTSIDE, Boundary


class CodeError(Exception):
    """Code of the repository can't be used; the text says why, in a sentence."""


def imported(name: str, root: Path, boundary: Boundary) -> ModuleType:
    """Import a module from a folder; raises `CodeError`.

    Libraries win over files of the same name there, except for the module itself.
    """
    top = name.partition(".")[0]
    with _import_path(root, boundary):
        try:
            spec = PathFinder.find_spec(top, [str(root)]) or find_spec(top)
        except (ImportError, ValueError):
            spec = None
        if spec is None:
            raise CodeError(f"The module “{name}” can’t be imported from {root.name or root}: the file does not exist.")
        if not all(boundary.holds(Path(place)) for place in _places(spec)):
            raise CodeError(f"The module “{name}” can’t be imported: {OUTSIDE}.")
        if spec.has_location and not str(spec.origin).endswith(".py"):
            raise CodeError(f"The module “{name}” can’t be imported: it is not Python source.")
        _make_room(top, spec)
        try:
            if top not in sys.modules:
                _load(top, spec)
            return import_module(name)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever that code does
            cause = f"{type(error).__name__}: {error}".rstrip(": ")
            raise CodeError(f"The module “{name}” can’t be imported from {root.name or root}: {cause}.") from None


def _places(spec: ModuleSpec) -> list[str]:
    """Return the files and folders that a module is read from; what is built into Python is read from nowhere."""
    folders = list(spec.submodule_search_locations or ())
    return [spec.origin, *folders] if spec.has_location and spec.origin else folders or [os.devnull]


def _make_room(top: str, spec: ModuleSpec) -> None:
    """Forget a module of the same name from another folder; one of a library is a mistake, for others need it."""
    known = sys.modules.get(top)
    if known is None or _places(spec) == _places(known.__spec__ or ModuleSpec(top, None)):
        return
    if not getattr(known, _OURS, False):
        raise CodeError(f"The module “{top}” has the name of a library that is in use: give it another name.")
    for name in [name for name in sys.modules if name == top or name.startswith(f"{top}.")]:
        del sys.modules[name]


def _load(top: str, spec: ModuleSpec) -> None:
    module = module_from_spec(spec)
    setattr(module, _OURS, True)
    sys.modules[top] = module
    try:
        if spec.loader:
            spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(top, None)
        raise


_OURS = "__imported_by_lintarticle__"
"""The mark of a module imported here."""


class _Guard(MetaPathFinder):
    """Refuses to import from a folder what a link brings in from outside the boundary; finds nothing itself."""

    def __init__(self, root: Path, boundary: Boundary) -> None:
        self._root = root
        self._boundary = boundary
        self._libraries = [Path(entry) for entry in sys.path if Path(entry).is_relative_to(root) and entry != str(root)]

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Look where Python will look, and raise `ImportError` for a place outside."""
        spec = PathFinder.find_spec(name, path, target)
        for place in map(Path, _places(spec) if spec else ()):
            is_own = place.is_relative_to(self._root) and not any(map(place.is_relative_to, self._libraries))
            if is_own and not self._boundary.holds(place):
                raise ImportError(f"“{name}”: {OUTSIDE}")
        return None


@contextmanager
def _import_path(root: Path, boundary: Boundary) -> Iterator[None]:
    """Put a folder last on the import path for a while, so that nothing in it hides a library.

    Bytecode next to the source is neither read nor written: only what a reviewer can read is run.
    """
    path, prefix, writes = str(root), sys.pycache_prefix, sys.dont_write_bytecode
    guard = _Guard(root, boundary)
    sys.path.append(path)
    sys.meta_path.insert(0, guard)
    sys.pycache_prefix, sys.dont_write_bytecode = os.devnull, True
    try:
        yield
    finally:
        sys.meta_path.remove(guard)
        sys.pycache_prefix, sys.dont_write_bytecode = prefix, writes
        if path in sys.path:
            sys.path.reverse()
            sys.path.remove(path)  # the last one
            sys.path.reverse()
