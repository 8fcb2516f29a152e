"""The names that a site lists in files, such as its authors, and the names by which articles are referenced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from posixpath import basename, dirname, join, normpath
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from lintarticle.expression import expression
from lintarticle.schema.data_files import DataFileError
from lintarticle.schema.vocabulary import Term, Vocabulary, read_vocabulary
from lintarticle.site.record import ArticleRecord
from lintarticle.site.repository_files import RepositoryFiles

_DATA = r"\.(?:ya?ml|json|toml|csv)"
_PAGE = r"\.(?:mdx?|markdown|ya?ml|json|toml)"
_AROUND = frozenset(("_data", "data", "src", "content", "_content"))
"""Folders whose lists hold for what is in the folder above."""

_OUTSIDE = expression(r"(?:\A|/)(?:node_modules|vendor|themes|tests?|fixtures|layouts|templates|_layouts|_includes)/")
_FIELD = expression(
    r"^(?:name|title|slug|id|key|username|short_?name|author)[ \t]*[:=][ \t]*[\"']?([^\n\"'#]+)", re.MULTILINE
)
_HEAD = 2_000
"""Characters at the start of a page in which its names are looked for."""


class KnownNames(NamedTuple):
    """The names that a file or a folder of the site keeps, for the articles below `scope`."""

    source: str
    scope: str
    vocabulary: Vocabulary


def kept_names(repository: RepositoryFiles, names: Iterable[str]) -> list[KnownNames]:
    """Return the lists of a repository that go by one of some names: `authors.yml`, `_authors/jane.md`."""
    word = "|".join(names)
    listed = re.compile(rf"(?:\A|(.*)/)[._]?(?:{word}){_DATA}\Z")
    single = re.compile(rf"((?:\A|.*/)_?(?:{word}))/([^/]+?)(?:/_?index)?(?:\.[a-z]{{2}}(?:-\w{{2,4}})?)?{_PAGE}\Z")
    found: list[KnownNames] = []
    folders: dict[str, list[Term]] = {}
    for path in repository.paths:
        if _OUTSIDE.search(path):
            continue
        if listed.match(path):
            vocabulary = _vocabulary(repository, path)
            if vocabulary and vocabulary.terms:
                found.append(KnownNames(path, _scope(dirname(path)), vocabulary))
        elif (page := single.match(path)) and page[2] not in ("index", "_index"):
            labels = _FIELD.findall(repository.text(path)[:_HEAD])
            folders.setdefault(page[1], []).append(Term(page[2], tuple(label.strip() for label in labels)))
    found += [KnownNames(f"{each}/", _scope(dirname(each)), Vocabulary(terms)) for each, terms in folders.items()]
    return found


def _vocabulary(repository: RepositoryFiles, path: str) -> Vocabulary | None:
    try:
        return read_vocabulary(path, repository.text(path).encode("utf-8", "replace"))
    except DataFileError:  # the platform itself will say so
        return None


def _scope(folder: str) -> str:
    """Return what the paths of the articles start with for which a list holds."""
    while basename(folder) in _AROUND:
        folder = dirname(folder)
    return f"{folder}/" if folder else ""


def names_of(record: ArticleRecord) -> Iterator[str]:
    """Yield the names by which other articles may refer to an article, in one spelling."""
    bare = record.path.rpartition(".")[0]
    if basename(bare) in ("index", "_index"):
        bare = dirname(bare)
    for path in (bare, _DATED.sub("", bare)):
        parts = path.split("/")
        yield from (name_form("/".join(parts[start:])) for start in range(len(parts)))
    yield from (name_form(each.text) for each in (record.slug, record.permalink, record.title) if each.text)
    yield from (name_form(alias.text) for alias in record.aliases)


def forms_meant(record: ArticleRecord, text: str) -> Iterator[str]:
    """Yield the names that a reference in an article may mean: as it is, and from the folder of the article."""
    yield name_form(text)
    yield name_form(normpath(join(dirname(record.path), text)))
    yield name_form(_DATED.sub("", text))


def name_form(name: str) -> str:
    """Return a name in the one spelling in which it is compared."""
    text = normalize("NFC", unquote(name)).partition("#")[0].partition("?")[0]
    text = re.sub(r"(?:/_?index)?(?:\.(?:mdx?|markdown|html))?/*\Z", "", text.strip().casefold().replace("\\", "/"))
    return re.sub(r"[\s_-]+", "-", re.sub(r"\A(?:\.{0,2}/)+|(?:(?<=/)|\A)_", "", text))


_DATED = expression(r"(?:(?<=/)|\A)\d{4}-\d{1,2}-\d{1,2}-(?=[^/]+\Z)")
