"""The addresses of a site's pages: by file name, `slug`, `permalink`, alias and date, and what the generator adds."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath, splitext
from unicodedata import normalize
from urllib.parse import unquote

from lintarticle.boundary import Boundary

_PAGES = (
    ".md", ".mdx", ".markdown", ".qmd", ".rmd", ".ipynb", ".rst", ".adoc", ".org", ".html", ".htm", ".njk", ".liquid",
    ".astro", ".svelte", ".vue", ".jsx", ".tsx", ".js", ".ts", ".hbs", ".ejs", ".pug",
)  # fmt: skip
"""Endings of files that generators make pages from."""

_CODE = _PAGES[_PAGES.index(".astro") :]
_CONTENT = frozenset(("content", "docs", "src", "pages", "source", "site", "app", "routes", "pub"))
"""Folders that addresses leave out."""

_LEFT_OUT = frozenset(("node_modules", "__pycache__", "_site", "dist", "build", "venv"))
_ANYWHERE = re.compile(r"(?:^|/)(?:_posts|_drafts|src/content|src/data)/|(?:^|/)_(?!index)\w+/")
"""Files whose address the generator's settings choose, so that only its last part is known."""

_CONFIGURES = re.compile(rb"permalink|routeBasePath|prettyUrls|ARTICLE_URL|rewrites|slugify|base_path")
_CONFIGURATIONS = re.compile(
    r"(?:hugo|config|zola|_config|permalinks|module|mkdocs|pelicanconf|docusaurus\.config|eleventy\.config|\.eleventy"
    r"|astro\.config|next\.config|gatsby-node|.*\.11tydata|(?P<data>[\w-]+))\.(?:toml|ya?ml|json|py|[cm]?[jt]s)\Z"
)
_ADDED = re.compile(
    r"(?:|(.*)/)(?:(?:tags?|categor(?:y|ies)|topics?|authors?|series|archives?|search|_?pagefind)(?:/.*)?|search\.\w+"
    r"|(?:index|feed|atom|rss|sitemap[\w-]*)\.(?:xml|json|rss|atom)|(?:feed|atom|rss)(?:/.*)?|robots\.txt|404"
    r"|page-?/?\d+|\d{4}(?:/\d{1,2}){0,2}|humans\.txt|llms[\w-]*\.txt|manifest\.\w+)\Z"
)
"""What generators add to the site or a folder: pages of terms, archives, search, feeds, further pages of a list."""

_REDIRECTS = ("_redirects", "netlify.toml", "vercel.json")
"""Files in which a host is told where addresses lead."""

_DATE = r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
_DATED = re.compile(rf"{_DATE}[-_/]")
_NUMBERED = re.compile(r"(?:^|(?<=/))\d+\s*[-_.]+\s*(?=\D)")
_HEAD = 16_384
"""Bytes at the start of a file in which its front matter is looked for."""

_BLOCK = re.compile(
    r"\s*(?:(---|\+\+\+|;;;)[^\n]*\n(.*?)^(?:\1|\.\.\.)|(\{.*?^\})|(.*?)(?:\n[ \t]*\n|\Z))", re.DOTALL | re.MULTILINE
)
_VALUE = re.compile(r"(?im)^[\"']?(slug|permalink|url|path|id|title)[\"']?[ \t]*[:=][ \t]*([^\n]*)")
_ALIASES = re.compile(
    r"(?im)^[ \t\"']*(?:alias(?:es)?|redirect_?from|redirects?)[\"']?[ \t]*[:=][ \t]*"
    r"(\[[^\]]*\]|[^\n]*(?:\n[ \t]*-[^\n]*)*)"
)


class Addresses:
    """The addresses of the pages below a folder, read once: file names, and the front matter of Markdown files."""

    def __init__(self, root: Path, boundary: Boundary) -> None:
        self._boundary = boundary
        self._known: set[str] = {""}
        self._names: set[str] = set()
        self._possible_names: set[str] = set()
        self._own_names: set[str] = set()
        self._open: set[str] = set()
        self._moved: dict[str, str] = {}
        self._is_free = False
        for folder, folders, files in os.walk(root):
            folders[:] = [name for name in folders if name not in _LEFT_OUT and not name.startswith(".")]
            for name in files:
                self._add(root, Path(folder, name))
        if self._is_free:
            self._names |= self._possible_names

    def way_of(self, article: str, address: str) -> str:
        """Say how a page has an address: “made”, "" if none has; `slug`, … if that field moved it elsewhere.

        A relative address starts at the folder of the article, or at its page; the page may be elsewhere, so the last
        part of an address that some article sets is enough.
        """
        if address.startswith("/"):
            return self._way_of(address)
        place = article.replace(os.sep, "/")
        ways = [self._way_of(normpath(join(folder, address))) for folder in (dirname(place), splitext(place)[0])]
        is_named = _plain(address).rpartition("/")[2] in self._own_names
        return "made" if is_named or "made" in ways else max(ways)

    def _way_of(self, address: str) -> str:
        plain = _plain(address)
        return "made" if self._is_made(plain) else self._moved.get(plain, "")

    def _is_made(self, plain: str) -> bool:
        if self._is_page(plain):
            return True
        language = re.match(r"[a-z]{2,3}(?:-[a-z]{2,4})?(?:/|\Z)", plain)
        if language and self._is_page(plain[language.end() :]):
            return True
        added = _ADDED.match(plain)
        return added is not None and (not added[1] or self._is_made(added[1]))

    def _is_page(self, plain: str) -> bool:
        folder, _, name = plain.rpartition("/")
        return plain in self._known or name in self._names or any(each in self._open for each in _upwards(folder))

    def _add(self, root: Path, path: Path) -> None:
        found = _CONFIGURATIONS.match(path.name)
        if found and found["data"] in (None, path.parent.name):
            self._is_free = self._is_free or _CONFIGURES.search(self._head(path)) is not None
        if path.name in _REDIRECTS:
            targets = re.findall(r"(/[^\s\"',*:]+)([*:]?)", self._head(path).decode("utf-8", "replace"))
            for target, is_open in targets:
                self._enter(self._open if is_open else self._known, (target,))
        place, _, ending = path.relative_to(root).as_posix().rpartition(".")
        kind = f".{ending.lower()}"
        if kind not in _PAGES or not place:
            return
        if kind in _CODE and "[" in place:
            folders = {_plain(each) for each in _below_content(place[: place.index("[")])}
            self._open |= folders - {""}
            self._is_free = self._is_free or "" in folders
        elif kind in (".md", ".mdx", ".markdown"):
            self._enter_article(place, self._head(path).decode("utf-8", "replace").removeprefix("\ufeff"))
        else:
            self._enter(self._known, _by_name(place))

    def _enter_article(self, place: str, head: str) -> None:
        values, aliases = _values_in(head)
        folder = place.rpartition("/")[0]
        by_name = tuple(_by_name(place))
        own = [values[key] for key in ("slug", "id") if key in values]
        mover = next((key for key in ("url", "permalink", "path", "slug") if _is_fixed(values.get(key, ""))), "")
        own += [re.sub(r"[\W_]+", "-", values["title"])] if "title" in values and not mover else []
        self._enter(self._known, (each for name in own for at in _joined(place, name) for each in _by_name(at)))
        given = [values[key] for key in ("permalink", "url", "path") if key in values]
        for address in (*given, *aliases):
            fixed = re.split(r"[:{<$]", address, maxsplit=1)[0]
            self._enter(self._known if fixed == address else self._open, (fixed, f"{folder}/{fixed}"))
        self._own_names.update(_plain(each).rpartition("/")[2] for each in (*own[:1], *given, *aliases))
        names = {_plain(each).rpartition("/")[2] for each in (*by_name, *own)}
        (self._names if _ANYWHERE.search(place) else self._possible_names).update(names)
        if mover and _plain(place) == _plain(by_name[0]):
            self._moved.update((_plain(each), mover) for name in by_name for each in _below_content(name))
            self._enter(self._known, _upwards(_plain(folder)))
        else:
            self._enter(self._known, by_name)

    def _enter(self, into: set[str], places: Iterable[str]) -> None:
        """Enter addresses, in a set of pages with the folders that they are in."""
        for place in places:
            for each in _below_content(place):
                plain = _plain(each)
                if into is self._known:
                    into.update(_upwards(plain))
                elif plain:
                    into.add(plain)

    def _head(self, path: Path) -> bytes:
        try:
            if not path.is_file() or (path.is_symlink() and not self._boundary.holds(path)):
                return b""
            with path.open("rb") as file:
                return file.read(_HEAD)
        except OSError:
            return b""


def _plain(address: str) -> str:
    """Return an address as it is compared: without slashes around it, `index` and `.html`, in lower case."""
    text = normalize("NFC", unquote(address)).casefold()
    text = re.sub(r"/{2,}", "/", text).strip("/").removesuffix(".html")
    return re.sub(r"\s+", "-", re.sub(r"(?:^|/)index\Z", "", text))


def _upwards(plain: str) -> Iterator[str]:
    """Yield an address and those of the folders that it is in."""
    while plain:
        yield plain
        plain = plain.rpartition("/")[0]


def _below_content(place: str) -> Iterator[str]:
    """Yield a path, and what is left of it below each folder that addresses leave out, and one of a language."""
    yield place
    parts = place.strip("/").split("/")
    for index, part in enumerate(parts, start=1):
        is_language = re.fullmatch(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?", part) and parts[max(index - 2, 0)] in _CONTENT
        if part in _CONTENT or part.startswith(("_", "(")) or is_language:
            yield "/".join(parts[index:])


def _by_name(place: str) -> Iterator[str]:
    """Yield the addresses that a file without its ending has by its name and by the date in it."""
    folder, _, name = place.rpartition("/")
    names = dict.fromkeys((name, name.partition(".")[0] or name))
    for each in names:
        full = f"{folder}/{each}"
        if each.lower() in ("index", "_index", "readme"):
            full = folder
        yield full
        yield _NUMBERED.sub("", full)
        if dated := _DATED.search(full):
            rest = full[dated.end() :]
            before = full[: dated.start()]
            yield f"{before}{rest}"
            yield f"{before}{dated[1]}/{dated[2]}/{dated[3]}/{rest}"


def _joined(place: str, name: str) -> Iterator[str]:
    """Yield where a page may be that names its last part itself, or its address below some folder."""
    folder, _, last = place.rpartition("/")
    if last.lower() in ("index", "_index", "readme"):
        folder = folder.rpartition("/")[0]
    elif dated := _DATED.match(last):
        yield f"{folder}/{dated[0]}{name}"
    yield f"{folder}/{name}"
    if name.startswith("/"):
        yield name
        yield from (f"{above}{name}" for above in _upwards(folder))


def _bare(value: str) -> str:
    return re.split(r"\s#", value, maxsplit=1)[0].strip(" \t\r\"',")


def _is_fixed(value: str) -> bool:
    return bool(value) and value != "false" and not re.search(r"[:{<$]", value)


def _values_in(head: str) -> tuple[dict[str, str], list[str]]:
    """Return the fields of the front matter at the start of a text, and the other addresses that it names.

    Only what is surely no part of another field is one; of JSON, all that may be an address is such.
    """
    block = _BLOCK.match(head)
    text = next((part for part in block.groups()[1:] if part), "") if block else ""
    plain = re.split(r"(?m)^\[", text, maxsplit=1)[0] if block and block[1] == "+++" else text
    values = {found[1].lower(): _bare(found[2]) for found in _VALUE.finditer(plain)}
    if block and block[3]:
        return {}, [
            _bare(found[1]) for found in re.finditer(r'"(?:slug|permalink|url|path|id|alias\w*)"\s*:\s*(.*)', text)
        ]
    aliases = [each for found in _ALIASES.finditer(text) for each in re.findall(r"[^\s\"',\[\]]+", found[1])]
    return {key: value for key, value in values.items() if value}, [each for each in aliases if each != "-"]
