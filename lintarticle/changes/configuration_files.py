"""The files a configuration depends on: if one of them changes, the configuration counts as changed."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

_MARKDOWN = (".md", ".mdx", ".markdown")
_PATTERNS = frozenset({"include", "exclude", "files"})
"""Keys whose values are patterns, not file names."""

_LONGEST_NAME = 300
_LARGEST_FILE = 2_000_000
"""In characters and bytes; longer ones are skipped, as no real configuration comes near."""


def files_behind(configuration: Path, root: Path) -> frozenset[Path]:
    """Return the configuration and all files it names, directly or through another one.

    These are the files it extends, schemas, vocabularies, lists of authors and modules. Some may not exist. Links are
    resolved.
    """
    return frozenset(Path(os.path.realpath(path)) for path in paths_behind(configuration, root))


def paths_behind(configuration: Path, root: Path) -> Iterator[Path]:
    """Yield the same files as they are named, some perhaps in several ways."""
    found: set[Path] = set()
    open_ones = [(configuration, root)]
    while open_ones:
        path, base = open_ones.pop()
        yield path
        real = Path(os.path.realpath(path))
        if real in found:
            continue
        found.add(real)
        for text in _texts(path):
            for folder in {base, path.parent}:
                open_ones += [(folder / name, folder) for name in _names(text)]


def _names(text: str) -> Iterator[str]:
    """Yield the file names that a string of a configuration may mean."""
    if not text or len(text) > _LONGEST_NAME or not text.isprintable() or text.lower().endswith(_MARKDOWN):
        return
    module, colon, name = text.partition(":")
    if colon and name.isidentifier() and module.replace(".", "").isidentifier():
        module = module.replace(".", "/")
        yield f"{module}.py"
        yield f"{module}/__init__.py"
    elif "." in text.rpartition("/")[2]:
        yield text.partition("#")[0]


def _texts(path: Path) -> Iterator[str]:
    """Yield every string in a TOML or JSON file, none if it is another kind of file or can't be read."""
    try:
        if path.suffix not in (".toml", ".json") or not path.is_file() or path.stat().st_size > _LARGEST_FILE:
            return
        data = path.read_text("utf-8")
        value = tomllib.loads(data) if path.suffix == ".toml" else json.loads(data)
    except (OSError, ValueError, RecursionError):
        return
    if path.name == "pyproject.toml":
        value = value.get("tool", {}).get("lintarticle", {})
    open_ones = [value]
    while open_ones:
        value = open_ones.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            open_ones += [each for key, each in value.items() if key not in _PATTERNS]
        elif isinstance(value, list):
            open_ones += value
