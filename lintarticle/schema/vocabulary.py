"""The names that a site allows: tags, authors, categories, series, from a file in any usual form.

Plain text (one a line), CSV (one a row, columns named `name`, `aliases`, `replacement`, `deprecated`, `parent`), and
TOML, YAML or JSON: a list of names, a list of tables with a `name` or an `id`, or a table whose keys are the names. So
the files that platforms keep are read as they are: `tags.yml` and `authors.yml` of Docusaurus, `.authors.yml` of MkDocs
Material.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from lintarticle.article.metadata.spelling import normal_form
from lintarticle.record import NamedTuple
from lintarticle.rule import Files
from lintarticle.schema.data_files import DataFileError, read_data, reason, table_at
from lintarticle.schema.sentences import nearest_choice


class Term(NamedTuple):
    """One allowed name. `labels` are its other names, `aliases` spellings that it replaces.

    A `deprecated` term is no longer to be used, but its `replacement`, where it has one. `parents` are broader terms.
    """

    name: str
    labels: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    deprecated: bool = False
    replacement: str = ""
    parents: tuple[str, ...] = ()


class Vocabulary:
    """The terms of one list."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {term.name: term for term in terms}

    def __contains__(self, name: str) -> bool:
        return name in self.terms and not self.terms[name].deprecated

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names to be used, in the order of the list."""
        return tuple(name for name, term in self.terms.items() if not term.deprecated)

    def meant_by(self, name: str) -> Term | None:
        """Return the term that an alias, a label or another spelling of its name surely means."""
        return self._by_spelling.get(name.casefold()) or self._by_spelling.get(normal_form(name))

    def nearest(self, name: str) -> str:
        """Return the name that is nearest, "" if none is near."""
        return nearest_choice(name, self.names)

    @cached_property
    def _by_spelling(self) -> dict[str, Term]:
        found: dict[str, Term] = {}
        for spellings in (
            lambda term: (term.name,),
            lambda term: term.aliases,
            lambda term: term.labels,
        ):
            for term in self.terms.values():
                for spelling in spellings(term):
                    found.setdefault(spelling.casefold(), term)
                    found.setdefault(normal_form(spelling), term)
        return found


def vocabulary_at(files: Files, source: str) -> Vocabulary | None:
    """Return the vocabulary of a file that the configuration names, read once a run; None: no file can be looked up.

    `source` may name a table in the file after a `#`: `data/site.toml#authors`. Raises `DataFileError`.
    """
    path, _, keys = source.partition("#")
    try:
        data = files.read_root(path)
    except OSError as error:
        raise DataFileError(f"{path} can’t be read: {reason(error)}.") from None
    if data is None:
        return None
    return files.once(("vocabulary", source), lambda: read_vocabulary(path, data, keys))


def read_vocabulary(path: str, data: bytes, keys: str = "") -> Vocabulary:
    """Read a vocabulary from the bytes of a file; raises `DataFileError`."""
    value = read_data(path, data)
    if path.rpartition(".")[2].lower() in ("csv", "tsv"):
        return Vocabulary(_rows(path, value, keys))
    value = table_at(path, value, keys) if keys else _unwrapped(value)
    if not isinstance(value, (Mapping, list)):
        raise DataFileError(f"{path} has no list of names{f' under “{keys}”' if keys else ''}.")
    return Vocabulary(_terms(value))


_WRAPPERS = ("tags", "authors", "categories", "series", "terms", "topics", "values", "names", "vocabulary")
_NAMES = ("name", "tag", "author", "category", "series", "term", "id", "key", "slug", "label", "title", "value")
_ALIASES = ("aliases", "alias", "synonyms")
_REPLACEMENTS = ("replacement", "replaced-by", "replaced_by", "use", "use-instead", "use_instead")
_PARENTS = ("parents", "parent")


def _unwrapped(value: object) -> object:
    """Return the list under one of the usual keys, if a file has nothing else."""
    if isinstance(value, Mapping) and len(value) == 1:
        key, inner = next(iter(value.items()))
        if key in _WRAPPERS and isinstance(inner, (Mapping, list)):
            return inner
    return value


def _terms(value: Mapping[object, object] | Sequence[object]) -> Iterator[Term]:
    if isinstance(value, Mapping):
        yield from (_term(str(name), about) for name, about in value.items())
        return
    for item in value:
        if isinstance(item, Mapping):
            # Nothing says which of its names articles use, so each of them will do.
            for name in dict.fromkeys(str(item[key]) for key in _NAMES if isinstance(item.get(key), (str, int))):
                yield _term(name, item)
        elif item is not None:
            yield Term(str(item).strip())


def _term(name: str, about: object) -> Term:
    if isinstance(about, str):
        return Term(name, labels=(about,))
    if isinstance(about, list):
        return Term(name, aliases=_texts(about))
    if not isinstance(about, Mapping):
        return Term(name)
    labels = tuple(str(about[key]) for key in ("name", "label", "title") if isinstance(about.get(key), str))
    deprecated = about.get("deprecated")
    named = deprecated if isinstance(deprecated, str) else ""
    replacement = "".join(_first(about, _REPLACEMENTS)[:1]) or named.removeprefix("use ").strip()
    return Term(
        name,
        tuple(label for label in labels if label != name),
        _first(about, _ALIASES),
        bool(deprecated) or bool(replacement),
        replacement,
        _first(about, _PARENTS),
    )


def _rows(path: str, rows: object, column: str) -> Iterator[Term]:
    """Read the rows of a CSV file; a first row that names the columns is recognised by the words in it."""
    table = [[str(cell).strip() for cell in row] for row in rows] if isinstance(rows, list) else []
    header = [cell.casefold() for cell in table[0]] if table else []
    if column and column.casefold() not in header:
        there = ", ".join(table[0] if table else [])
        raise DataFileError(f"{path} has no column “{column}”, only {there}.")
    key = column.casefold() or next((name for name in _NAMES if name in header), "")
    if not key:
        yield from (Term(row[0]) for row in table if row[0])
        return
    for row in table[1:]:
        about: dict[str, object] = {name: cell for name, cell in zip(header, row, strict=False) if cell}
        name = about.pop(key, "")
        for many in (*_ALIASES, *_PARENTS):
            if many in about:
                about[many] = [part.strip() for part in str(about[many]).replace("|", ";").split(";")]
        if str(about.get("deprecated", "")).casefold() in ("false", "no", "0"):
            del about["deprecated"]
        if name:
            yield _term(str(name), about)


def _first(about: Mapping[str, object], keys: Iterable[str]) -> tuple[str, ...]:
    return next((_texts(about[key]) for key in keys if about.get(key)), ())


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value if each is not None) if isinstance(value, list) else (str(value),)
