"""Images given by a list of briefs that has come back with the files of the images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lintarticle.article.article import Article


class GivenImages:
    """The files of a list of briefs, by article and brief; paths are relative to `folder`."""

    def __init__(self, records: Sequence[Mapping[str, Any]], folder: Path) -> None:
        self._folder = folder
        self._records: dict[str, list[Mapping[str, Any]]] = {}
        for record in records:
            self._records.setdefault(str(record.get("article", "")), []).append(record)

    def of(self, article: Article) -> dict[int, Path]:
        """Return the images of an article by the numbers of its briefs; they need not exist."""
        records = self._records.get(article.path, ())
        found: dict[int, Path] = {}
        items = [item for item in article.illustrations if item.is_read]
        for record in records:
            path = self._folder / str(record.get("file") or "")
            number = record.get("number")
            if not record.get("file") or not isinstance(number, int):
                continue
            description = " ".join(str(record.get("description", "")).split())
            alike = [
                n
                for n, item in enumerate(items, 1)
                if item.description and " ".join(item.description.text.split()) == description
            ]
            numbers = alike if description and len(alike) == 1 else [number]
            if 1 <= numbers[0] <= len(items):
                found[numbers[0]] = path
        return found
