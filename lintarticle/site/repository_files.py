"""The repository around the articles of a site, as far as a rule about the site asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol
from unicodedata import normalize
from urllib.parse import unquote

from lintarticle.article.values import Text
from lintarticle.site.record import ArticleRecord


class RepositoryFiles(Protocol):
    """The files of a repository, by paths as users see them. Whatever is asked for is looked up then, and noted."""

    @property
    def paths(self) -> Sequence[str]:
        """Every file in order: those that git has, and new ones that it does not ignore."""

    @property
    def may_have_new_files(self) -> bool:
        """Whether there may be files that git neither has nor ignores."""

    def text(self, path: str) -> str:
        """Return the text of a file, "" for one that is not there, is not text or is too large."""

    def is_in_git(self, path: str) -> bool:
        """Whether git has a file in its index; where there is no git, each file counts as such."""

    def new_file(self, article: str, target: str) -> str:
        """Return the file that a path in an article leads to, if git has the article and neither has nor ignores it."""


class NoRepository:
    """Only the articles are known."""

    paths: Sequence[str] = ()
    may_have_new_files = False

    def text(self, path: str) -> str:
        """Return nothing."""
        return ""

    def is_in_git(self, path: str) -> bool:
        """Say nothing against it."""
        return True

    def new_file(self, article: str, target: str) -> str:
        """Return nothing."""
        return ""


_FILE = re.compile(r"[^{}<>\n]*\.\w{2,5}")
"""A path with an ending, which a route has not."""


def new_files(record: ArticleRecord, repository: RepositoryFiles) -> Iterator[tuple[Text, str]]:
    """Yield the places at which an article names such files, each with the path of the file."""
    for text in (*record.images, *record.links, record.cover) if repository.may_have_new_files else ():
        target = unquote(text.text.partition("#")[0].partition("?")[0])
        if "://" in target or not _FILE.fullmatch(target):
            continue
        forms = dict.fromkeys((target, normalize("NFC", target), normalize("NFD", target)))
        path = next(filter(None, (repository.new_file(record.path, form) for form in forms)), "")
        if path:
            yield text, path
