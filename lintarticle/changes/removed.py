"""Articles that link to a removed file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import local_target, places
from lintarticle.article.views.links import links_with_targets
from lintarticle.source import Span

_WORD = re.compile(rb"[^\s()<>\[\]{}\"'`*|/\\#?,;:=]+")
_DATE = re.compile(rb"\d{4}-\d{1,2}-\d{1,2}-")
_INDEX = (b"index", b"_index", b"README")


class Removed:
    """Removed files, by absolute paths with links resolved."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = frozenset(map(os.fspath, paths))
        self._words = frozenset(word for path in self._paths for word in _words(os.fsencode(path)))

    def may_be_named_in(self, data: bytes) -> bool:
        """Whether an article contains a word of such a file's name: a quick test that misses none."""
        words = set(_WORD.findall(data))
        if b"%" in data:
            words.update(word for each in list(words) if b"%" in each for word in _WORD.findall(unquote_to_bytes(each)))
        return not self._words.isdisjoint(words) or any(word.rpartition(b".")[0] in self._words for word in words)

    def spans_of_links(self, article: Article, paths_of: Callable[[str], Iterable[Path]]) -> Iterator[Span]:
        """Yield the links, images and metadata of an article that point to such a file and to no existing one.

        `paths_of` returns the paths a target may mean, given the article's folder and the site.
        """
        for span, targets in _targets(article):
            candidates = [os.path.realpath(path) for target in targets for path in paths_of(target)]
            if not self._paths.isdisjoint(candidates) and not any(map(os.path.lexists, candidates)):
                yield span


def _words(path: bytes) -> Iterator[bytes]:
    """Yield words, one of which must occur in any link to a path: from its name and from its routes."""
    separator = os.fsencode(os.sep)
    folder, _, name = path.rpartition(separator)
    stem = name.rpartition(b".")[0] or name
    names = [name, stem, _DATE.sub(b"", stem, count=1)]
    if stem in _INDEX:
        names.append(folder.rpartition(separator)[2])
    for each in names:
        words = _WORD.findall(each)
        if words:
            yield max(words, key=len)


def _targets(article: Article) -> Iterator[tuple[Span, list[str]]]:
    """Yield each span that names a file of the site, with the targets it may mean."""
    for link, target in links_with_targets(article):
        if target.form in ("file", "reference", "route"):
            yield link.span, list(places(article.path, target))
            yield link.target.span, list(places(article.path, target))
    for image in article.body.images:
        if image.target and (name := local_target(image.target.text)):
            yield image.span, [name]
    files = [(item.file.span, item.file.text) for item in article.illustrations if item.file]
    files += [(field.span, field.text) for field in article.metadata.every if field.text]
    for span, text in files:
        if "\n" not in text and (name := local_target(text)):
            yield span, [name, f"/{name.lstrip('/')}"]
