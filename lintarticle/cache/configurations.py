"""A configuration as the cache keeps it: loaded without being checked again, and so without pydantic.

What is kept is JSON, and only the values that a configuration is made of come out of it. It holds as long as the
program, the command line and every file that it was read from are the same. A configuration that brings code along,
names a JSON Schema or a baseline, or reaches outside the repository is not kept: it is read again each time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lintarticle.cache.folder import CacheFolder, Unusable
from lintarticle.cache.hashing import digest_of
from lintarticle.cache.key import program
from lintarticle.config.configuration import Configuration, Globs, Reach
from lintarticle.config.selection import BUILT_IN
from lintarticle.patterns import FilePatterns
from lintarticle.problem import Severity
from lintarticle.source import read_file

MOST = 40
"""How many configurations are kept: enough for the folders of a site and a few command lines."""

_HOMES = {
    "ArticleType": "lintarticle.config.configuration",
    "Override": "lintarticle.config.configuration",
    "Layer": "lintarticle.config.layer",
    "RuleSetting": "lintarticle.config.layer",
    "FieldsContract": "lintarticle.schema.fields_contract",
    "FieldSpec": "lintarticle.schema.field_spec",
    "ImageLimits": "lintarticle.schema.field_spec",
    "Outline": "lintarticle.outline.outline",
    "OutlineSection": "lintarticle.outline.outline",
    "Limits": "lintarticle.outline.outline",
    "Range": "lintarticle.ranges",
}
"""The classes that a configuration is made of, and their modules."""

_PARTS = ("below", "layers", "types", "type_key", "overrides", "above", "include", "exclude")
"""The parts of a configuration that are kept; the others follow from where it is."""


class _NotKeptError(Exception):
    """A configuration has something that is not kept."""


class KeptConfigurations:
    """The configurations that a cache keeps."""

    def __init__(self, folder: CacheFolder) -> None:
        self._folder = folder

    def get(self, path: Path, root: Path, reach: Reach, identity: Iterable[str]) -> Configuration | None:
        """Return the configuration in a file, none if it is not kept or something that it depends on has changed.

        `identity` is what it depends on besides files.
        """
        try:
            file = self._file(path, root, identity, create=False)
            if file is None:
                return None
            kept = json.loads(read_file(file))
            if not all(_is_as_before(name, real, digest, reach) for name, real, digest in kept["files"]):
                return None
            parts = {name: _value(kept[name]) for name in _PARTS}
        except Exception:  # noqa: BLE001 - whatever is wrong with a file of the cache, it counts as missing
            return None
        return Configuration(root, path, boundary=reach.repository, **parts)

    def keep(self, configuration: Configuration, reach: Reach, identity: Iterable[str]) -> None:
        """Keep a configuration that was just read, if all that it says can be kept."""
        from lintarticle.saving import write_whole

        path, root = configuration.path, configuration.root
        if path is None or not _is_plain(configuration, reach):
            return
        try:
            kept: dict[str, Any] = {name: _data(getattr(configuration, name)) for name in _PARTS}
            kept["files"] = [_look(file) for file in configuration.files]
            file = self._file(path, root, identity, create=True)
            if file:
                write_whole(file, json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode())
                self._make_room(file)
        except (_NotKeptError, OSError, Unusable, ValueError):
            return

    def _file(self, path: Path, root: Path, identity: Iterable[str], *, create: bool) -> Path | None:
        stem = self._folder.stem(create=create)
        if stem is None:
            return None
        parts = (*program(), *identity, str(path), str(root))
        return Path(self._folder.path, f"{stem}-{digest_of(chr(0).join(parts).encode('utf-8', 'surrogatepass'))}.json")

    def _make_room(self, newest: Path) -> None:
        files = [Path(file) for file in self._folder.files() if file.endswith(".json") and Path(file) != newest]
        files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[MOST - 1 :]:
            file.unlink()


def _is_plain(configuration: Configuration, reach: Reach) -> bool:
    """Whether a configuration names neither code nor files to check besides those that it was read from."""
    asks_for_code = configuration.models_left_out or configuration.plugins_left_out or configuration.known != BUILT_IN
    return not asks_for_code and configuration.baseline is None and configuration.boundary is reach.repository


def _look(file: Path) -> tuple[str, str, str]:
    return str(file), os.path.realpath(file), digest_of(read_file(file))


def _is_as_before(file: str, real: str, digest: str, reach: Reach) -> bool:
    is_same = os.path.realpath(file) == real and reach.repository.holds(Path(file))
    return is_same and digest_of(read_file(Path(file))) == digest


# --- values as JSON -------------------------------------------------------------------------------------------


def _data(value: Any) -> Any:  # noqa: ANN401 - what a configuration is made of, and JSON
    """Return a value as JSON: a list that starts with its kind, but for texts, numbers, truth values and null."""
    kind = type(value).__name__
    if kind in _ATOMS:
        return value
    if kind in _TO_JSON:
        return [kind, _TO_JSON[kind](value)]
    if type(value).__module__ == _HOMES.get(kind):
        return [kind, {name: _data(part) for name, part in _parts_of(value)}]
    raise _NotKeptError(kind)


_ATOMS = frozenset({"NoneType", "bool", "int", "float", "str"})

_TO_JSON: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "Severity": lambda value: value.name,
        "Globs": lambda value: [value.patterns, value.expressions.expressions if value else ()],
        "date": date.isoformat,
        "datetime": datetime.isoformat,
        "time": time.isoformat,
        "dict": lambda value: [[_data(key), _data(each)] for key, each in value.items()],
        "mappingproxy": lambda value: [[_data(key), _data(each)] for key, each in value.items()],
        "tuple": lambda value: list(map(_data, value)),
        "list": lambda value: list(map(_data, value)),
        "frozenset": lambda value: list(map(_data, value)),
    }
)


def _parts_of(value: Any) -> Iterable[tuple[str, object]]:  # noqa: ANN401 - an object of any class of `_HOMES`
    """Return the parts of a tuple with names, of a dataclass or of a record."""
    if isinstance(value, tuple):
        names: Iterable[str] = value._fields  # type: ignore[attr-defined] # the tuples of `_HOMES` have names
    else:
        names = getattr(value, "__dataclass_fields__", None) or value.__getstate__()
    return [(name, getattr(value, name)) for name in names]


_FROM_JSON: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "Severity": lambda name: Severity[name],
        "Globs": lambda parts: Globs(parts[0], FilePatterns(parts[1])),
        "date": date.fromisoformat,
        "datetime": datetime.fromisoformat,
        "time": time.fromisoformat,
        "dict": lambda pairs: {_value(key): _value(each) for key, each in pairs},
        "mappingproxy": lambda pairs: {_value(key): _value(each) for key, each in pairs},
        "tuple": lambda parts: tuple(map(_value, parts)),
        "list": lambda parts: list(map(_value, parts)),
        "frozenset": lambda parts: frozenset(map(_value, parts)),
    }
)


def _value(data: Any) -> Any:  # noqa: ANN401 - JSON, and what it was made of
    """Return the objects that JSON was made from; raises any exception where it was made from something else."""
    if not isinstance(data, list):
        return data
    kind, content = data
    if kind in _FROM_JSON:
        return _FROM_JSON[kind](content)
    made: Callable[..., Any] = getattr(import_module(_HOMES[kind]), kind)
    return made(**{name: _value(part) for name, part in content.items()})
