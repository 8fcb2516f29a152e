"""The addresses that an article certainly has: by its own fields, else by its file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import normpath
from unicodedata import normalize
from urllib.parse import quote, unquote

from lintarticle.article.values import NOWHERE, Text
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.site.permalinks import NO_PATTERNS, AddressParts, Permalinks, filled_in
from lintarticle.site.record import ArticleRecord
from lintarticle.site.site_path import SitePath

_ROOTS = ("src/content/docs", "src/content", "src/pages", "content", "source")
"""Folders that addresses leave out, the longer ones first."""

_DATED = expression(r"\d{4}-\d{1,2}-\d{1,2}-(?=.)")
_STRIPS_DATES = frozenset(("zola",))
_SITE_WIDE = frozenset(("ghost", "hashnode", "zenn", "devto"))
"""Platforms on which no folder is a part of an address."""


_OWN_TEMPLATES = frozenset(("jekyll", "hugo"))
"""Platforms on which an article may have a pattern of its own."""


class Address(NamedTuple):
    """An address without slashes around it, in one spelling. `source` is the field that sets it, or empty.

    `is_alias`: it only leads to the article. `written` is its own address with letter case and all else as it is made.
    """

    text: str
    source: Text = NOWHERE
    is_alias: bool = False
    written: str = ""


def addresses_of(
    record: ArticleRecord, path: SitePath, platform: str, permalinks: Permalinks = NO_PATTERNS
) -> Iterator[Address]:
    """Yield the address of an article, unless a template makes it, and those that lead to it."""
    if permalinks.shown and not re.match(permalinks.shown, path.twin):
        return
    platform = permalinks.platform or platform
    by_name = _by_name(path.twin, platform)
    own = _own(record, path.twin, by_name, platform, permalinks)
    if own is not None:
        yield own
    folder = by_name.rpartition("/")[0] if platform == "hugo" else ""
    for alias in record.aliases:
        if _is_fixed(alias.text):
            yield Address(
                plain_address(alias.text if alias.text.startswith("/") else f"{folder}/{alias.text}"), alias, True
            )


def _own(record: ArticleRecord, path: str, by_name: str, platform: str, permalinks: Permalinks) -> Address | None:
    permalink, slug = record.permalink, record.slug
    if permalink.text and _is_fixed(permalink.text):
        return _made(permalink.text, permalink)
    if slug.text and not _is_fixed(slug.text):
        return None
    template, inside = permalinks.template_for(path) or (None, path)
    if permalink.text:
        template = permalink.text if platform in _OWN_TEMPLATES else ""
    if template is not None:
        made = filled_in(template, platform, AddressParts(record, path.removeprefix(permalinks.base), inside))
        if made is None:
            return None
        source = permalink if permalink.text else slug
        return Address(plain_address(quote(made)), source, False, made.strip("/"))
    if slug.text:
        is_whole = slug.text.startswith("/") or platform in _SITE_WIDE
        return _made(slug.text if is_whole else f"{by_name.rpartition('/')[0]}/{slug.text}", slug)
    return _made(by_name, NOWHERE) if by_name else None


def _made(address: str, source: Text) -> Address:
    return Address(plain_address(address), source, False, address.strip("/"))


def _by_name(path: str, platform: str) -> str:
    """Return the address that a file name makes."""
    inside = f"/{path}"
    for root in _ROOTS:
        before, found, after = inside.partition(f"/{root}/")
        if found:
            inside = f"{before}/{after}" if before else after
            break
    folder, _, name = inside.strip("/").rpartition("/")
    stem = name.rpartition(".")[0]
    if platform in _STRIPS_DATES:
        stem = _DATED.sub("", stem, count=1)
    if stem.casefold() in ("index", "_index"):
        stem = ""
    return f"{folder}/{stem}".strip("/") or "/"


def below_site(address: str, path: str, folder: str = "") -> str:
    """Return an address without the folder that the whole site is in: `docs` of `docs/content/tides.md`.

    `folder` is the one with the settings, which counts if the path has none of the well-known folders.
    """
    found = (f"/{path}".partition(f"/{root}/") for root in _ROOTS)
    otherwise = folder if path.startswith(f"{folder}/") else ""
    before = next((start.strip("/") for start, mark, _ in found if mark), otherwise)
    inside = f"{address}/"
    is_inside = before and inside.casefold().startswith(f"{before}/".casefold())
    return inside[len(before) + 1 :].strip("/") if is_inside else address.strip("/")


def _is_fixed(text: str) -> bool:
    return "://" not in text and not re.search(r"[:{<$*]|\A(?:false|true)\Z", text)


_PLAIN = re.compile(r"[a-z\d_-]+(?:/[a-z\d_-]+)*", re.ASCII)
"""An address that is in that spelling."""


def plain_address(address: str) -> str:
    """Return an address in the one spelling in which it is compared: many servers ignore letter case."""
    if _PLAIN.fullmatch(address):
        return address
    text = normalize("NFC", unquote(address.partition("#")[0].partition("?")[0])).casefold()
    text = _SLASHES.sub("/", text.replace("\\", "/")).strip("/")
    text = _PAGE.sub("", text)
    return _BLANKS.sub("-", normpath(text)) if text else "/"


_SLASHES = expression(r"/{2,}")
_PAGE = expression(r"(?:(?:\A|/)index)?\.html\Z")
_BLANKS = expression(r"\s+")
