"""Which images of a repository anything in it names: an article, a template, a style, a setting or data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from posixpath import basename, dirname, join, normpath
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from lintarticle.expression import expression

_ENDINGS = r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?)"
IMAGE = expression(rf"{_ENDINGS}\Z", re.IGNORECASE)
"""The end of the path of an image."""

_NAMED = expression(
    rf"{_ENDINGS}(?!\w)|(?<=\*)\.[\[{{(@](?=[^\n\"'`]{{0,60}}\b(?:png|jpe?g|webp|svg)\b)", re.IGNORECASE
)
_LONGEST = 300
"""The most characters in a path."""

_BREAK = expression(r"[\s\"'`<>()\[\]{}|,;=*#?$\\]")
_LINE = expression(r"[\"`<>\n|={}]")
_HOLE = (
    r"(?:\{\{[^{}\n]*\}\}|[$#]?\{[^{}\n]*\}|<[?%][^>\n]*>|\*|%[sdv]|\$\w+"
    r"|[\"'`] *(?:\+|\.{1,2}|~|<>|\|\|) *[^\s\"'`+]+ *(?:\+|\.{1,2}|~|<>|\|\|) *[\"'`])"
)
_FILLED_IN = expression(rf"([\w@.+~/-]*)({_HOLE}(?>{_HOLE}|[\w@%.+~/-])*+)\Z")
_ANY_HOLE = expression(_HOLE)
_MAY_END_HOLE = expression(r"[}>*]|%[sdv]|\$\w|[+.~>|] *[\"'`]")

_PATH = r"[^\s\"'`<>()\[\]{}|,;=*#?$\\:]{1,200}"
_FOLDER = expression(rf"[\"'`](?:(?P<open>{_PATH})/(?:[\"'`]|\{{|\$|\*|%s)|(?P<closed>{_PATH}/{_PATH})[\"'`])")
_LISTED = expression(
    rf"\b(?:galler\w*|album|carousel|slide\w*|dir|directory|folder|match|images|photos)[\"']?\s{{0,3}}[:=\s]\s{{0,3}}"
    rf"[\"'`]?({_PATH})",
    re.IGNORECASE,
)
_STEM = expression(r"(?:[\"'`/]|(?<=[:=] )|(?<=- ))([\w@%.+~-]{1,120})(?=[\"'`\s)}\],]|\Z)")
_FIELD = expression(r"^[ \t]*(?:[\w.\"-]+[:=]|-)[ \t]*[\"']?([^\s\"']{1,120})[\"']?[ \t\r,]*$", re.MULTILINE)
_TAG = expression(r"\{[{%][^{}\n]*\}|<\w[^<>]*>")
_ESCAPE = expression(r"\\u([0-9A-Fa-f]{4})")
"""A character as programs write it in JSON."""

_RESOURCES = expression(
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


_VARIANT = expression(
    r"(?:@[\d.]+x|[-_.]?\d+x\d+|[-_.]\d{2,4}(?:w|px|h|dpi)|[-_.]\d{3,4}|[-_.](?:xs|sm|md|lg|xl|xxl|small|medium|large|thumb"
    r"(?:nail)?|dark|light|hover|active|mobile|desktop|tablet|min|opt(?:imi[sz]ed)?|retina|lqip|preview|placeholder"
    r"|original|orig|cropped|resized|scaled|full|webp|avif|png|jpe?g))+\Z"
)
"""What the names of the other sizes and states of an image add."""

_GENERIC = frozenset(
    """
    static public assets asset img imgs image images media pics pictures photos figures files uploads upload src source
    content contents docs doc site web www theme themes resources resource blog blogs post posts _posts article articles
    app data svg png jpg gif dist lib wp-content page pages
    """.split()  # noqa: SIM905 - a table
)
"""Folders whose name says nothing about which images are in them: to name them is not to use all of these."""

_ROOTS = ("", "static", "public", "source")
"""Folders of files that are at the root of a site."""


class ImageUses:
    """The images of a repository, by their paths, and which of them are named.

    `used` are those that anything names, `in_articles` those that articles or pages show.
    """

    def __init__(self, paths: Iterable[str], bundles: frozenset[str]) -> None:
        self.paths: Sequence[str] = [path for path in paths if IMAGE.search(path)]
        self._bundles = bundles
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        self._below: dict[str, list[str]] = defaultdict(list)
        self._folders: dict[str, set[str]] = defaultdict(set)
        self._odd: dict[str, list[str]] = defaultdict(list)
        self.used: set[str] = set()
        self.in_articles: set[str] = set()
        self._stems: set[str] = set()
        self._known: set[tuple[str, str]] = set()
        self._patterns: set[str] = set()
        for path in self.paths:
            stem = _stem(path)
            self._by_stem[stem].append(path)
            for folder in _upwards(dirname(path)):
                self._below[folder].append(path)
                self._folders[basename(folder)].add(folder)
            if not re.fullmatch(r"[\w@%.+~-]+", stem):
                self._odd[_last_word(stem)].append(stem)

    def add(self, path: str, names: ImageNames, *, is_article: bool) -> None:
        """Count what a file names."""
        found: set[str] = set()
        for name in names.paths:
            found.update(self._named(path, name))
        for text in names.spaced:
            found.update(self._spaced(path, text))
        for pattern in names.patterns:
            found.update(self._matching(pattern))
        for folder in names.folders:
            found.update(self._in_folder(path, folder))
        for pattern in names.resources:
            found.update(image for image in self.paths if self._is_resource(image, pattern))
        self._stems.update(map(_form, names.stems))
        self.used |= found
        if is_article:
            self.in_articles |= found

    def settle(self) -> None:
        """Count the images that are named without their ending, and the other sizes of those that are named."""
        self.used.update(path for stem in self._stems & self._by_stem.keys() for path in self._by_stem[stem])
        files = set(map(_form, self.used))
        names = {(dirname(path), _VARIANT.sub("", _stem(path))) for path in self.used}
        for path in self.paths:
            is_other_case = _form(path) in files
            if not is_other_case and (dirname(path), _VARIANT.sub("", _stem(path))) in names:
                self.used.add(path)

    def _named(self, path: str, name: str) -> Iterable[str]:
        """Yield the images that a file means by a path without ending: those whose own path is nearest to it."""
        folder = dirname(path)
        written = name.partition("://")[2].partition("/")[2] if "://" in name else name
        key = (folder if not written.startswith("/") else "", name)
        if key in self._known:
            return ()
        self._known.add(key)
        stem = _form(basename(written))
        images = self._by_stem.get(stem) or self._by_stem.get(_VARIANT.sub("", stem)) or ()
        if not images:
            return ()
        exact = _form(normpath(join(folder, written.lstrip("/") if written.startswith("/") else written)))
        same = [image for image in images if _form(image).rpartition(".")[0] == exact]
        if same and not written.startswith("/"):
            return _spelt(same, written)
        wanted = [part for part in _form(written).split("/")[-2::-1] if part not in ("", ".", "..")]
        scores = {image: _in_common(wanted, _form(dirname(image)).split("/")[::-1]) for image in images}
        best = max(scores.values())
        nearest = [image for image in images if scores[image] == best]
        if "://" in name and not best:  # another site's, unless the image is at the root of this one
            nearest = [image for image in nearest if not wanted and dirname(image) in _ROOTS]
        return _spelt(nearest, written)

    def _spaced(self, path: str, text: str) -> Iterator[str]:
        form = _form(text)
        for stem in self._odd.get(_last_word(form), ()):
            if form.endswith(stem):
                before = form[: len(form) - len(stem)]
                yield from self._named(path, re.split(r"[\s\"'(<\[]", before)[-1] + stem)

    def _matching(self, pattern: str) -> Iterator[str]:
        """Yield the images whose path without ending matches one in which a program fills something in."""
        clean = re.sub(r"\A(?:\.{0,2}/)+", "", _form(pattern))
        if clean in self._patterns or not any(len(part) > 2 for part in re.split(r"[*/.]", clean)):
            return
        self._patterns.add(clean)
        parts = [re.escape(part) for part in re.split(r"\*+", clean)]
        wanted = re.compile(r"(?:.*/)?" + ".*".join(parts) + r"\Z")
        yield from (path for path in self.paths if wanted.match(_form(path).rpartition(".")[0]))

    def _in_folder(self, path: str, folder: str) -> Iterator[str]:
        """Yield the images below the folders that a path means: not if it may as well mean a page or all images."""
        clean = re.sub(r"\A(?:\.{0,2}/)+|/+\Z", "", folder)
        if not clean or all(part.casefold() in _GENERIC for part in clean.split("/")):
            return
        exact = normpath(join(dirname(path), folder))
        for each in self._folders.get(basename(clean), ()):
            if f"/{each}".endswith((f"/{clean}", f"/{exact}")) and each not in self._bundles:
                yield from self._below[each]

    def _is_resource(self, image: str, pattern: str) -> bool:
        folder = dirname(image)
        if not any(each in self._bundles for each in _upwards(folder)):
            return False
        name = basename(image).casefold()
        options = re.search(r"\{([^{}]*)\}", pattern)
        each = [pattern.replace(options[0], one) for one in options[1].split(",")] if options else [pattern]
        return any(fnmatchcase(name, basename(one).casefold()) for one in each)


def _spelt(images: Sequence[str], written: str) -> Iterable[str]:
    """Return the images whose letter case matches the text, or all if none does."""
    name = normalize("NFC", basename(written))
    return [image for image in images if normalize("NFC", basename(image)).rpartition(".")[0] == name] or images


def _in_common(wanted: Sequence[str], there: Sequence[str]) -> int:
    count = 0
    for one, other in zip(wanted, there, strict=False):
        if one != other:
            break
        count += 1
    return count


def _form(path: str) -> str:
    return normalize("NFC", path).casefold()


def _stem(path: str) -> str:
    return _form(basename(path)).rpartition(".")[0]


def _last_word(text: str) -> str:
    return re.split(r"[^\w@%.+~-]", text)[-1]


def _upwards(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = dirname(folder)
