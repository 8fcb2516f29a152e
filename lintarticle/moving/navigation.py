"""The files of a site's navigation that name an article: changed where the name is surely its path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from posixpath import relpath
from typing import NamedTuple

from lintarticle.discovery import SUFFIXES
from lintarticle.moving.tree import CONTENT, Move, folder_of, upwards, without_ending

_FILES = re.compile(
    r"(?:.*/)?(?:mkdocs\.ya?ml|sidebars?[\w.-]*\.(?:[cm]?[jt]s|json)|_quarto\.ya?ml|_toc\.ya?ml|toc\.ya?ml|\.pages"
    r"|_sidebar\.ya?ml|(?:docs|mint)\.json|(?:astro|docusaurus)\.config\.[cm]?[jt]s|\.vitepress/config\.[cm]?[jt]s"
    r"|_data/(?:.*/)?(?:nav|toc|sidebar|menu|docs)[\w-]*\.(?:ya?ml|json)|data/(?:.*/)?(?:nav|menu)[\w-]*\.(?:ya?ml|json|toml)"
    r"|(?:config|hugo|menus?)(?:\.\w+)?\.(?:toml|ya?ml|json)|_config\.yml)\Z"
)
"""Files that list the pages of a site, by the names that generators give them."""

_LABEL = re.compile(r"(?:label|title|name|text|description)[\"']?\s*:\s*[\"'`]?\Z")
_VERSIONED = re.compile(r"((?:.*/)?)versioned_sidebars/(version-.+)-sidebars\.json\Z")
_NUMBER = re.compile(r"(?:^|(?<=/))\d+[-_.]\s*(?=\D)")


class AfterMove(NamedTuple):
    """A navigation file after a move: its text, and the lines that name the article and were left."""

    after: str
    lines: tuple[int, ...] = ()


def is_navigation(path: str) -> bool:
    """Whether a file lists the pages of a site."""
    return _FILES.match(path) is not None


def renamed_navigation(
    path: str, text: str, move: Move, addresses: tuple[str, str] | None, files: Sequence[str]
) -> AfterMove | None:
    """Return a navigation file with the new path of an article, None if it does not name it.

    Only one whole string that is the path is changed. `addresses` are those of the article, if they change; `files`
    are all files before the move.
    """
    found: dict[tuple[int, int], str] = {}
    is_sure = True
    for old, new in _names(path, move, addresses):
        places = list(_places(path, text, old))
        named = _named(path, old, files) if places else ()
        if not named or move.old in named:
            found |= dict.fromkeys(places, new)
            is_sure = is_sure and (not places or len(named) < 2)
    starts = {place[0]: (place, found[place]) for place in sorted(found)}
    if not starts:
        return None
    if len(starts) > 1 or not is_sure:
        return AfterMove(text, tuple(text.count("\n", 0, start) + 1 for start in starts))
    ((start, end), new) = next(iter(starts.values()))
    return AfterMove(text[:start] + new + text[end:])


def _names(path: str, move: Move, addresses: tuple[str, str] | None) -> Iterator[tuple[str, str]]:
    """Yield the names that the file may have for the article, each with the one after the move; longer ones first."""
    folder = folder_of(path)
    pairs: dict[str, str] = {}
    for base in dict.fromkeys((folder, *_bases(move.old))):
        old, new = (_below(each, base) for each in (move.old, move.new))
        if old and new:
            pairs.setdefault(old, new)
            bare_old, bare_new = without_ending(old), without_ending(new)
            if "/" in bare_old or _may_be_bare(path):
                for before, after in ((bare_old, bare_new), (_NUMBER.sub("", bare_old), _NUMBER.sub("", bare_new))):
                    pairs.setdefault(before, after)
                    pairs.setdefault(f"/{before}", f"/{after}")
                    pairs.setdefault(f"/{before}/", f"/{after}/")
    if addresses and all(addresses):
        old, new = (f"/{each.strip('/')}" for each in addresses)
        for tail in ("", "/", ".html"):
            pairs.setdefault(old + tail, new + tail)
    yield from sorted(pairs.items(), key=lambda pair: -len(pair[0]))


def _named(path: str, name: str, files: Iterable[str]) -> Sequence[str]:
    """Return the articles that a name in a navigation file may stand for: only the one that it leads to, if any."""
    tail = "/" + name.strip("/").removesuffix(".html")
    alike = {
        each: file
        for file in files
        if file.endswith(SUFFIXES)
        for each in dict.fromkeys((f"/{file}", f"/{without_ending(file)}", "/" + _NUMBER.sub("", without_ending(file))))
        if each.endswith(tail)
    }
    versioned = _VERSIONED.match(path)
    bases = [f"{versioned[1]}versioned_docs/{versioned[2]}"] if versioned else _content_around(path)
    nearest = (alike[each] for base in bases if (each := f"/{base}".rstrip("/") + tail) in alike)
    return next(([file] for file in nearest), tuple(dict.fromkeys(alike.values())))


def _content_around(path: str) -> list[str]:
    """Return the folders that the articles of a navigation file may be in, the nearest first."""
    return [f"{folder}/{content}".strip("/") for folder in (*upwards(path), "") for content in CONTENT]


def _may_be_bare(path: str) -> bool:
    """Whether a file names pages without folder and ending: what else is only one word may be anything."""
    return PurePosixPath(path).name.startswith(("sidebars", "_toc"))


def _bases(article: str) -> Iterable[str]:
    parts = article.split("/")[:-1]
    return ("", *("/".join(parts[:count]) for count in range(1, len(parts) + 1)))


def _below(path: str, base: str) -> str:
    relative = relpath(path, base or ".")
    return "" if relative.startswith("..") else relative


def _places(path: str, text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name is a whole string: between quotes, or in YAML also without."""
    if not name.strip("/"):
        return
    word = re.escape(name)
    pattern = rf"(?<=[\"'`]){word}(?=[\"'`])"
    if path.endswith((".yml", ".yaml", ".pages")):
        pattern += rf"|(?m:(?<=[\s:,\[])(?<![^\s:,\[\-]\s){word}(?=[ \t]*(?:$|[,\]}}]|\s#)))"
    for found in re.finditer(pattern, text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not line.lstrip().startswith(("#", "//")) and not _LABEL.search(line):
            yield found.span()
