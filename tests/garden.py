"""A copy of a real site in which tests plant faults."""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.editing import insert_keys
from lintarticle.article.editing.writing import Value
from lintarticle.boundary import Boundary
from lintarticle.fixer.rounds import apply_edits
from lintarticle.problem import Edit
from lintarticle.repository_files import DiskRepository
from lintarticle.site.record import ArticleRecord
from lintarticle.site.recording import record_of
from lintarticle.site.site_path import site_path_of
from lintarticle.site.whole import WholeSite
from lintarticle.source import SourceText


class Garden:
    """A repository in the working folder, and its articles in which nothing was found and nothing is planted."""

    def __init__(self, found: Iterable[tuple[str, str]], chance: random.Random, paths: Sequence[str]) -> None:
        self.chance = chance
        self.reader = ArticleReader()
        self.records = {record.path: record for record in filter(None, map(self._record, paths))}
        top = Path.cwd()
        self.site = WholeSite(self.records.values(), repository=DiskRepository(top, top, Boundary(top)))
        touched = {path for path, _ in found}
        self._free = [record for record in self.site.articles if record.path not in touched and not record.is_draft]
        chance.shuffle(self._free)

    def _record(self, path: str) -> ArticleRecord | None:
        return record_of(self.article(path))

    def article(self, path: str) -> Article:
        return self.reader.read(path, SourceText(Path(path).read_text("utf-8", "replace")))

    def take(self, count: int, fits: Callable[[ArticleRecord], object] = bool, *, together: bool = True) -> list[str]:
        """Return the paths of some articles of one folder and edition, [] if there are not that many that fit."""
        groups: dict[object, list[ArticleRecord]] = defaultdict(list)
        for record in self._free:
            if fits(record):
                place = self.site.paths[record.path]
                groups[self.site.edition(record), place.collection if together else ""].append(record)
        taken = next((group[:count] for group in groups.values() if len(group) >= count), [])
        self._free = [record for record in self._free if record not in taken]
        return [record.path for record in taken]

    def edit(self, path: str, edits: Sequence[Edit]) -> None:
        article = self.article(path)
        assert edits, path
        Path(path).write_text(apply_edits(article.text, edits), "utf-8")

    def give(self, path: str, **values: Value) -> None:
        """Give an article keys that it does not have, or front matter."""
        article = self.article(path)
        if article.front_matter:
            self.edit(path, insert_keys(article, values))
        else:
            lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
            Path(path).write_text(f"---\n{lines}---\n{article.text}", "utf-8")

    def append(self, path: str, text: str) -> None:
        Path(path).write_text(f"{Path(path).read_text('utf-8').rstrip()}\n\n{text}\n", "utf-8")


def lacks(*keys: str) -> Callable[[ArticleRecord], bool]:
    return lambda record: bool(record.title.text) and not set(keys).intersection(map(str.lower, record.keys))


def among(paths: Collection[str]) -> Callable[[ArticleRecord], bool]:
    """Return what says whether an article is one of some."""
    return lambda record: record.path in paths


def unnamed(paths: Iterable[str]) -> list[str]:
    """Return the articles with a name of their own that no text, navigation or data of the repository has."""
    files = [path for kind in ("*.m*d*", "*.y*ml") for path in Path().rglob(kind) if path.is_file()]
    texts = [path.read_text("utf-8", "replace").casefold() for path in files]
    names = Counter(map(_name, files))
    known = {path: _name(Path(path)) for path in paths}
    return [path for path, name in known.items() if names[name] == 1 and not any(name in text for text in texts)]


def _name(path: Path) -> str:
    return (path.parent.name if path.stem.casefold() in ("index", "_index") else path.stem).casefold()


def navigation(paths: Sequence[str], chance: random.Random) -> tuple[Path, str]:
    """Write a navigation for a folder that no list shows, and return its file and the article to take out of it."""
    folders: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        if not re.search(r"(?:\A|/)(?:_|(?:blog|posts|news)/|[^/]*(?:index|readme|search|tags|404))", path.casefold()):
            folders[path.rpartition("/")[0]].append(path)
    for folder, own in sorted(folders.items(), key=lambda item: -len(item[1])):
        if not folder or site_path_of(own[0]).language or len(own) < 6 or Path("mkdocs.yml").exists():
            continue
        alone = unnamed(own)
        if alone:
            lost = chance.choice(alone)
            lines = "".join(f"  - {json.dumps(Path(path).name)}\n" for path in own)
            Path("mkdocs.yml").write_text(f"site_name: Zebras\ndocs_dir: {json.dumps(folder)}\nnav:\n{lines}", "utf-8")
            return Path("mkdocs.yml"), lost
    return Path(), ""
