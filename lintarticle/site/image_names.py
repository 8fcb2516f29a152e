"""What a text says of images: their names, whole folders, and names that a program fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

_ENDINGS = r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)"
IMAGE = re.compile(rf"{_ENDINGS}\Z", re.IGNORECASE)
"""The end of the path of an image."""

_NAMED = re.compile(
    rf"{_ENDINGS}(?!\w)|(?<=\*)\.[\[{{(@](?=[^\n\"'`]{{0,60}}\b(?:png|jpe?g|webp|svg)\b)", re.IGNORECASE
)
_LONGEST = 300
"""Characters of a path at most."""

_BREAK = re.compile(r"[\s\"'`<>()\[\]{}|,;=*#?$\\]")
_LINE = re.compile(r"[\"`<>\n|={}]")
_HOLE = (
    r"(?:\{\{[^{}\n]*\}\}|[$#]?\{[^{}\n]*\}|<[?%][^>\n]*>|\*|%[sdv]|\$\w+"
    r"|[\"'`] *(?:\+|\.{1,2}|~|<>|\|\|) *[^\s\"'`+]+ *(?:\+|\.{1,2}|~|<>|\|\|) *[\"'`])"
)
_FILLED_IN = re.compile(rf"([\w@.+~/-]*)({_HOLE}(?>{_HOLE}|[\w@%.+~/-])*+)\Z")
_ANY_HOLE = re.compile(_HOLE)
_MAY_END_HOLE = re.compile(r"[}>*]|%[sdv]|\$\w|[+.~>|] *[\"'`]")

_PATH = r"[^\s\"'`<>()\[\]{}|,;=*#?$\\:]{1,200}"
_FOLDER = re.compile(rf"[\"'`](?:(?P<open>{_PATH})/(?:[\"'`]|\{{|\$|\*|%s)|(?P<closed>{_PATH}/{_PATH})[\"'`])")
_LISTED = re.compile(
    rf"\b(?:galler\w*|album|carousel|slide\w*|dir|directory|folder|match|images|photos)[\"']?\s{{0,3}}[:=\s]\s{{0,3}}"
    rf"[\"'`]?({_PATH})",
    re.IGNORECASE,
)
_STEM = re.compile(r"(?:[\"'`/]|(?<=[:=] )|(?<=- ))([\w@%.+~-]{1,120})(?=[\"'`\s)}\],]|\Z)")
_FIELD = re.compile(r"^[ \t]*(?:[\w.\"-]+[:=]|-)[ \t]*[\"']?([^\s\"']{1,120})[\"']?[ \t\r,]*$", re.MULTILINE)
_TAG = re.compile(r"\{[{%][^{}\n]*\}|<\w[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
"""A character as programs write it in JSON."""

_RESOURCES = re.compile(
    r"\.Resources\b(?:\.(?:Get)?Match\s+\(?\s*[\"`]([^\"`\n]+)[\"`])?|\b(?:page|section)\.(?:colocated_)?assets\b"
)


class ImageNames(NamedTuple):
    """What a text names.

    `paths` are those of images, without endings and as written; `spaced` is what comes before the ending of an image
    up to a mark that no path contains, since names may contain blanks. `patterns` are paths in which `*` stands for
    what a program fills in. `folders` are those that are named as a whole. `stems` are words that may be the name of
    an image without its ending. `resources` are patterns of files next to a page, as Hugo's templates have them.
    """

    paths: frozenset[str]
    spaced: frozenset[str]
    patterns: frozenset[str]
    folders: frozenset[str]
    stems: frozenset[str]
    resources: frozenset[str]


def image_names_in(text: str, *, is_prose: bool) -> ImageNames:
    """Return what a text names; in prose, a word is not taken for the name of an image."""
    text = text.replace("&amp;", "&")
    if "\\u" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    paths: set[str] = set()
    spaced: set[str] = set()
    patterns: set[str] = set()
    for found in _NAMED.finditer(text):
        before = text[max(0, found.start() - _LONGEST) : found.start()]
        path = _after(_BREAK, before)
        if path:
            paths.add(path)
        rest = _after(_LINE, before)
        if rest != path:
            spaced.add(rest)
        end = len(before) - len(path)
        filled_in = _MAY_END_HOLE.search(before, max(0, end - 8)) and _FILLED_IN.search(before)
        if filled_in:
            patterns.add(filled_in[1] + _ANY_HOLE.sub("*", filled_in[2]))
    parts = _TAG.findall(text) if is_prose else (text,)
    return ImageNames(
        frozenset(paths | {unquote(path) for path in paths if "%" in path}),
        frozenset(spaced | {unquote(path) for path in spaced if "%" in path}),
        frozenset(patterns),
        frozenset(_folders(text, parts, is_prose=is_prose)),
        frozenset(_stems(text, parts, is_prose=is_prose)),
        frozenset(found[1] or "*" for found in _RESOURCES.finditer(text)) if not is_prose else frozenset(),
    )


def _after(mark: re.Pattern[str], text: str) -> str:
    """Return what follows the last of some marks."""
    end = 0
    for found in mark.finditer(text):
        end = found.end()
    return text[end:]


def _stems(text: str, parts: Sequence[str], *, is_prose: bool) -> Iterator[str]:
    """Yield what may be the name of an image: in prose, what a field of front matter or a tag holds."""
    yield from (found[1] for part in parts for found in _STEM.finditer(part))
    if is_prose:
        yield from (found[1] for found in _FIELD.finditer(text))


def _folders(text: str, parts: Sequence[str], *, is_prose: bool) -> Iterator[str]:
    """Yield what may be a folder that is named as a whole."""
    yield from (found["open"] or found["closed"] for found in _FOLDER.finditer(text))
    yield from (found[1] for part in parts for found in _LISTED.finditer(part))
    if is_prose:
        yield from (found[1] for found in _FIELD.finditer(text) if "/" in found[1])
