"""What the outcome of an article depends on besides its own text, and whether it still is so.

A need is a tuple of texts, its first part the kind:

- `+ path`: the path is there
- `- path path …`: none of the paths is there
- `c path path …`: none of the paths is there in another letter case
- `= path digest`: the content of the file, "" if it can't be read; `UNREAD` until its turn comes, and never kept so
- `n folder name answer`: whether an article below a folder has a name
- `a article address way`: how a page has an address that the article links to
- `d day days answer`: whether a day is more than that many days ahead
- `t day`: today's date
- `/ folder plain`: both are ways to write the same folder
- `k folder key`: the key of the configuration for a folder
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lintarticle.cache.digests import Digests

if TYPE_CHECKING:
    from lintarticle.files import DiskFiles

Need = tuple[str, ...]

UNREAD = "?"
"""Stands for the digest of an article that is read later in the run."""


def needs_to_text(needs: Sequence[Need]) -> str:
    """Return needs as they are kept, or ""."""
    return _COMPACT.encode(list(needs)) if needs else ""


_COMPACT = json.JSONEncoder(separators=(",", ":"))


def needs_from_text(text: str) -> list[Need]:
    """Return needs that were kept as text."""
    return list(map(tuple, json.loads(text))) if text else []


class Needs:
    """Looks whether needs are met, each once in a run. `files` are those of the configuration that holds."""

    def __init__(self, digests: Digests, today: date, key_of: Callable[[Path], str]) -> None:
        self._digests = digests
        self._key_of = key_of
        self._today = today
        self._known: dict[DiskFiles, dict[Need, bool]] = {}

    def met(self) -> Iterator[tuple[Need, DiskFiles]]:
        """Yield all needs of the run, each once for the files of a configuration.

        Left out are those that say no more than that a file is there and what it holds whose digest is known.
        """
        return ((need, files) for files, known in self._known.items() for need, is_met in known.items() if is_met)

    def are_met(self, text: str, files: DiskFiles) -> bool:
        """Whether all needs that were kept are still met."""
        known = self._known.setdefault(files, {})
        for need in needs_from_text(text):
            if need not in known:
                known[need] = self._look(need, files)
            if not known[need]:
                return False
        return True

    def note(self, needs: Iterable[Need], files: DiskFiles) -> None:
        """Note what was asked for an article that was linted."""
        digests = self._digests
        new = (need for need in needs if need[0] not in "+=" or not digests.is_known(digests.full(need[1])))
        self._known.setdefault(files, {}).update(dict.fromkeys(new, True))

    def _look(self, need: Need, files: DiskFiles) -> bool:
        kind, *parts = need
        full = self._digests.full
        if kind == "+":
            place = full(parts[0])
            return self._digests.is_known(place) or files.is_found(place)
        if kind == "-":
            return not any(files.is_found(full(path)) for path in parts)
        if kind == "c":
            return not any(files.alike(full(path)) for path in parts)
        if kind == "=":
            path = full(parts[0])
            return (self._digests.of_file(path) if files.may_read(path) else "") == parts[1]
        return self._look_elsewhere(need, files)

    def _look_elsewhere(self, need: Need, files: DiskFiles) -> bool:
        match need:
            case ("n" | "a" as kind, place, name, answer):
                return _answer_of(files, kind, place, name) == answer
            case ("d", day, days, answer):
                ahead = date.fromisoformat(day).toordinal() - self._today.toordinal() > int(days)
                return str(ahead) == answer
            case ("/", folder, plain):
                return self._digests.plain_folder(self._digests.full(folder)) == self._digests.full(plain)
            case ("t", day):
                return day == self._today.isoformat()
            case ("k", folder, key):
                return self._key_of(Path(self._digests.full(folder))) == key
            case _:
                return False


def _answer_of(files: DiskFiles, kind: str, place: str, name: str) -> str:
    """Ask again by which names the articles of a folder go, or how a page has an address."""
    if kind == "a":
        return files.way_of(place, name)
    return str(name in files.article_names()) if place == str(files.root) else ""
