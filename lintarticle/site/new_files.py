"""Files that an article names and that git does not have yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize
from urllib.parse import unquote

from lintarticle.article.values import Text
from lintarticle.site.record import ArticleRecord
from lintarticle.site.repository_files import RepositoryFiles

_FILE = re.compile(r"[^{}<>\n]*\.\w{2,5}")
"""A path with an ending, which a route has not."""


def new_files(record: ArticleRecord, repository: RepositoryFiles) -> Iterator[tuple[Text, str]]:
    """Yield the places at which an article names such files, each with the path of the file."""
    for text in (*record.images, *record.links, record.cover):
        target = unquote(text.text.partition("#")[0].partition("?")[0])
        if "://" in target or not _FILE.fullmatch(target):
            continue
        forms = dict.fromkeys((target, normalize("NFC", target), normalize("NFD", target)))
        path = next(filter(None, (repository.new_file(record.path, form) for form in forms)), "")
        if path:
            yield text, path
