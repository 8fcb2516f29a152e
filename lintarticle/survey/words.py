"""The words of a site: its tags, from a file that it keeps or from its articles, and its authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from lintarticle.record import NamedTuple
from lintarticle.schema.data_files import DataFileError
from lintarticle.schema.vocabulary import Vocabulary, read_vocabulary
from lintarticle.survey.configuration_text import toml_list, toml_text
from lintarticle.survey.field_customs import Known
from lintarticle.survey.traits import Traits

FILE = "tags.txt"
"""The name of a new file of tags."""

_TAG_FILES = ("blog/tags.yml", "docs/tags.yml", "data/tags.yaml", "data/tags.yml", "data/tags.toml", "data/tags.json",
              "_data/tags.yml", "_data/tags.yaml", "_data/tags.json", FILE,
              ".frontmatter/database/taxonomyDb.json#taxonomy.tags")  # fmt: skip
_AUTHOR_FILES = (
    "blog/authors.yml", "docs/blog/.authors.yml", "docs/.authors.yml", "data/authors.yaml", "data/authors.yml",
    "data/authors.toml", "data/authors.json", "_data/authors.yml", "_data/authors.yaml", "_data/authors.json",
)  # fmt: skip
_AMONG_ARTICLES = ("tags.yml", "authors.yml", ".authors.yml", "blog/.authors.yml")
"""Files of both kinds that are kept among the articles."""

_FEWEST_TAGGED = 20
"""A list of tags from fewer articles says nothing: our own figure."""

_FREE = 0.2
"""If at least this share of the articles have a tag of their own, new tags are customary: our own figure."""


class SiteWords(NamedTuple):
    """What a survey says of tags. `setting` is the value of `tags/vocabulary`, `trial` the same without a new file.

    `new` are the tags of the file to be written. `exceptions` are the articles with a tag that is not `allowed`.
    """

    known: Known = Known()
    setting: str = ""
    trial: str = ""
    comment: str = ""
    new: tuple[str, ...] = ()
    file: str = ""
    allowed: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()


def site_words(folder: Path, roots: Sequence[str], articles: Sequence[Traits], most: int) -> SiteWords:
    """Return the words of a site; no more than `most` of its articles may have a tag that is not listed.

    `roots` are the folders of its articles.
    """
    among = [f"{root}/{name}" for root in roots if root != "." for name in _AMONG_ARTICLES]
    authors, authors_file = _kept(folder, (*_AUTHOR_FILES, *(name for name in among if "authors" in name)))
    known = Known(frozenset(authors.terms) if authors else frozenset(), authors_file)
    tagged = [article for article in articles if article.tags]
    if len(tagged) < _FEWEST_TAGGED:
        return SiteWords(known)
    vocabulary, file = _kept(folder, (*_TAG_FILES, *(name for name in among if "tags" in name)))
    if vocabulary:
        strangers = _strangers(tagged, vocabulary.names)
        if len(strangers) <= most:
            setting = f"{{ file = {toml_text(file)} }}"
            return SiteWords(
                known,
                setting,
                setting,
                f"{len(vocabulary.names):,} tags",
                (),
                file,
                frozenset(vocabulary.names),
                strangers,
            )
    return _new(known, folder, tagged, most)


def _new(known: Known, folder: Path, tagged: Sequence[Traits], most: int) -> SiteWords:
    """Return a list of the tags that articles have, those that only one has left out where few articles have them."""
    counts = Counter(tag for article in tagged for tag in set(article.tags))
    repeated = [tag for tag, count in counts.items() if count > 1]
    if len(repeated) < 3:
        return SiteWords(known)
    strangers = _strangers(tagged, repeated)
    file = next((name for name in (FILE, "lintarticle-tags.txt") if not (folder / name).exists()), "")
    if not file:
        return SiteWords(known)
    names = repeated if len(strangers) <= most else list(counts)
    severity = ', severity = "warning"' if len(strangers) > _FREE * len(tagged) else ""
    once = len(counts) - len(repeated)
    comment = f"{len(names):,} tags" + (f", {once:,} of them used once" if once and names is not repeated else "")
    return SiteWords(
        known,
        f"{{ file = {toml_text(file)}{severity} }}",
        f"{{ values = {toml_list(names)}{severity} }}",
        comment,
        tuple(sorted(names, key=lambda tag: (counts[tag] == 1, tag.casefold()))),
        file,
        frozenset(names),
        strangers if names is repeated else frozenset(),
    )


def _strangers(tagged: Iterable[Traits], names: Iterable[str]) -> frozenset[str]:
    allowed = frozenset(names)
    return frozenset(article.path for article in tagged if not allowed.issuperset(article.tags))


def _kept(folder: Path, names: Iterable[str]) -> tuple[Vocabulary | None, str]:
    """Return the first of some files that is a list of names, with its name."""
    for name in names:
        path, _, keys = name.partition("#")
        try:
            return read_vocabulary(path, (folder / path).read_bytes(), keys), name
        except (OSError, DataFileError):
            continue
    return None, ""
