"""The names that the articles of a site go by: what another article may call them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from lintarticle.boundary import Boundary

_SUFFIXES = (".md", ".mdx", ".markdown")
_LEFT_OUT = frozenset(("node_modules", "__pycache__", "_site", "dist", "build", "venv"))
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")
_SLUG = re.compile(rb"(?m)^[\"' ]*(?:slug|permalink|url|id)[\"']?[ \t]*[:=][ \t]*[\"']?([^\"'\r\n,]+)")
_HEAD = 4096
"""Bytes at the start of a file in which its slug is looked for."""


def names_below(root: Path, boundary: Boundary) -> frozenset[str]:
    """Return the names of every Markdown file below a folder; hidden and built folders are passed over.

    A file `posts/2024-01-31-tides.en.md` with `slug: high-water` goes by its path, by the path without suffix,
    by `2024-01-31-tides`, `tides` and `high-water`; `posts/tides/index.md` by its folder's name, too.
    """
    found: set[str] = set()
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _LEFT_OUT]
        for name in files:
            if name.lower().endswith(_SUFFIXES):
                path = Path(folder, name)
                slugs = _slugs(path) if not path.is_symlink() or boundary.holds(path) else ()
                found.update(_names(path.relative_to(root).as_posix()), slugs)
    return frozenset(found)


def _names(path: str) -> Iterator[str]:
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
    for found in _SLUG.finditer(head):
        slug = found[1].decode("utf-8", "replace").strip().strip("/")
        yield slug
        yield slug.rpartition("/")[2]
