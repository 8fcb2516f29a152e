"""A configuration file as text: its tables, and the line of everything in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lintarticle.article.front_matter.toml_values import read_toml
from lintarticle.article.values import Node
from lintarticle.config.configuration import ConfigError
from lintarticle.config.mistakes import Mistake, Place
from lintarticle.source import SourceText, Span, read_file


class Document:
    """A configuration file, read as TOML; raises `ConfigError` where that can't be.

    `shown` is its path as users see it. `values` is our table: the whole file, or `[tool.lintarticle]` of a
    pyproject.toml.
    """

    def __init__(self, path: Path, shown: str) -> None:
        self.path = path
        self.shown = shown
        self._source = _source(path, shown)
        read = read_toml(self._source, Span(int(self._source.has_bom), len(self._source.text)))
        if read.faults:
            faults = sorted(read.faults, key=lambda fault: fault.span)
            raise ConfigError(*(f"{self._at(f.span.start)}: {f.message} {f.help}".rstrip() for f in faults))
        self._table = read.root
        if path.name == "pyproject.toml":
            for key in ("tool", "lintarticle"):
                self._table = _child(self._table, key)
        found = self._table.value if self._table else None
        self.values: dict[str, Any] = found if isinstance(found, dict) else {}

    def place(self, place: Place, *, at_key: bool = False) -> str:
        """Return where a key or value stands, as `file:line`."""
        return self._at(_offset(self._table, place, at_key=at_key))

    def error(self, mistakes: Iterable[Mistake]) -> ConfigError:
        """Return mistakes as an error, in the order of the text."""
        places = sorted((_offset(self._table, each.place, at_key=each.at_key), each.sentence) for each in mistakes)
        return ConfigError(*(f"{self._at(offset)}: {sentence}" for offset, sentence in places))

    def _at(self, offset: int) -> str:
        return f"{self.shown}:{self._source.line_of(offset)}"


def _source(path: Path, shown: str) -> SourceText:
    try:
        source = SourceText.from_bytes(read_file(path))
    except OSError as error:
        raise ConfigError(f"{shown}: The configuration can’t be read: {error.strerror or error}.") from None
    if source.fault:
        line = source.line_of(source.fault.offset)
        raise ConfigError(f"{shown}:{line}: {source.fault.message} {source.fault.help}".rstrip())
    return source


def _offset(table: Node | None, place: Place, *, at_key: bool) -> int:
    """Return where a place is in the text: as far down as the text goes."""
    if table is None:
        return 0
    node, offset = table, table.span.start
    for number, part in enumerate(place):
        if isinstance(part, int):
            if part >= len(node.items):
                break
            node = node.items[part]
        else:
            entry = node.entry(part)
            if entry is None:
                break
            if at_key and number == len(place) - 1:
                return entry.key.span.start
            node = entry.value
        offset = node.span.start
    return offset


def _child(node: Node | None, key: str) -> Node | None:
    entry = node.entry(key) if node else None
    return entry.value if entry else None
