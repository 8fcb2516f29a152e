"""Where an article is on its site, by its path: its language, its version, and the name that its translations share."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from lintarticle.expression import expression
from lintarticle.record import NamedTuple

_CODES = frozenset(
    """
    aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu fil
    """.split()  # noqa: SIM905 - a table
)
"""The languages of ISO 639-1, and Filipino."""

_TAG = expression(r"([a-z]{2,3})(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))?(?:[-_][a-z]{2})?\Z", re.IGNORECASE)
_VERSION = expression(r"v\d+(?:[._]\d+)*(?:[._]x)?|\d+(?:\.\d+)*\.(?:\d+|x)|version-.+|v?\d+\.x", re.IGNORECASE)
"""A folder of one version; a bare number may be a year, and is none."""

_DOCUSAURUS = expression(
    r"(?:(?<=/)|\A)i18n/([^/]+)/docusaurus-plugin-content-(docs|blog|pages)(?:-([^/]+))?(?:/current)?(?=/)"
)
"""The folder in which Docusaurus has the translations of another one."""

_BESIDE_VERSIONS = frozenset(("next", "latest", "current", "stable", "main", "master", "dev", "unreleased", "nightly"))


class SitePath(NamedTuple):
    """The language and the version that a path names, "" for none, and the path without both.

    `twin` is what the path has in common with those of its translations.
    `collection` is the folder whose articles are listed together: those of years and of single articles are none.
    """

    language: str
    version: str
    twin: str
    collection: str


def site_path_of(path: str) -> SitePath:
    """Return where an article is, by a path with `/`."""
    path = normalize("NFC", path)
    folder, _, name = (_DOCUSAURUS.sub(_translated, path) if "i18n/" in path else path).rpartition("/")
    stem, dot, ending = name.rpartition(".")
    language, folders, version = _folders(folder)
    inner, _, suffix = stem.rpartition(".")
    if inner and is_language(suffix):
        language, name = suffix.casefold().replace("_", "-"), f"{inner}{dot}{ending}"
    common = [each for each in folders if each]
    bare = [each for each in common if each != version]
    collection = [each for each in bare if not each.isdecimal()]
    if name.partition(".")[0].casefold() in ("index", "_index"):
        collection = collection[:-1]
    return SitePath(language, version, "/".join((*common, name)), "/".join(collection))


def _translated(found: re.Match[str]) -> str:
    """Return the folder that a folder of Docusaurus has translations of, with the language."""
    language, plugin, instance = found.groups()
    folder = instance or ("src/pages" if plugin == "pages" else plugin)
    rest = found.string[found.end() :]
    return f"{'versioned_docs' if rest.startswith('/version-') else folder}/{language}"


@lru_cache(maxsize=4096)
def _folders(folder: str) -> tuple[str, tuple[str, ...], str]:
    """Return the language that a folder is for, its parts without it, and its version."""
    parts = folder.split("/")
    language = ""
    for index, part in enumerate(parts):
        if not language and is_language(part):
            language = part.casefold().replace("_", "-")
            parts[index] = ""
    versions = (part for part in parts if _VERSION.fullmatch(part) or part.casefold() in _BESIDE_VERSIONS)
    return language, tuple(parts), next(versions, "versioned_docs" if "versioned_docs" in parts else "")


def is_language(text: str) -> bool:
    """Whether a folder or the end of a file name is the tag of a language."""
    found = _TAG.match(text)
    return found is not None and found[1].casefold() in _CODES
