"""The files of a site before and after a move, what a path in an article leads to, and how to rewrite that path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from posixpath import join, normpath, relpath
from typing import Literal, NamedTuple

from lintarticle.site.address import plain_address

Kind = Literal["path", "route", "field", "root", "post", "ref", "name"]
"""How a path is looked up. `path`: a file, from the article or a folder above it. `route`: a page, whose ending may be
left out. `field`: either, in front matter, where content folders count too. `root`: a file below the site's root
(`@site/`, `{% link %}`). `post`: a post of Jekyll by its name. `ref`: a page of Hugo. `name`: an article by the name
of its file alone."""

ENDINGS = (
    ".md", ".mdx", ".markdown", ".qmd", ".rmd", "/index.md", "/_index.md", "/index.mdx", "/index.markdown",
    "/index.qmd", "/README.md", "/readme.md",
)  # fmt: skip
CONTENT = ("", "content", "docs", "src/content/docs", "src/content", "src/pages", "source", "src", "pages")
"""Folders that addresses leave out."""

INDEX = frozenset(("index", "_index", "readme"))


class Way(NamedTuple):
    """How a path leads to a file: the folder that it counts from, and the ending that it leaves out."""

    base: str
    ending: str = ""


class Move(NamedTuple):
    """What is moved: files, by their paths before, and the folder of an article that is moved with all in it.

    `old` and `new` are the article before and after.
    """

    old: str
    new: str
    files: Mapping[str, str]
    folder: tuple[str, str] | None = None

    def after(self, path: str) -> str:
        """Return where a file or a folder is after the move."""
        if self.folder and path == self.folder[0]:
            return self.folder[1]
        if self.folder and path.startswith(f"{self.folder[0]}/"):
            return self.folder[1] + path.removeprefix(self.folder[0])
        return self.files.get(path, path)


class Tree:
    """Files by their paths relative to the top, with `/`. `static` are the folders of paths that start with `/`."""

    def __init__(self, files: Iterable[str], static: tuple[str, ...]) -> None:
        self.files = frozenset(files)
        self.folders = frozenset(folder for path in self.files for folder in upwards(path))
        self.static = static
        self._posts: dict[str, list[str]] | None = None
        self._names: dict[str, list[str]] | None = None
        self._addresses: dict[str, str] | None = None

    @cached_property
    def folder_names(self) -> frozenset[str]:
        """The names of all folders, as addresses spell them."""
        return frozenset(plain_address(path.rpartition("/")[2]) for path in self.folders)

    def moved(self, move: Move) -> Tree:
        """Return the files after a move."""
        return Tree(map(move.after, self.files), self.static)

    def find(self, article: str, path: str, kind: Kind) -> tuple[str, Way] | None:
        """Return the file or the folder that a path leads to, and how; None if it leads to none."""
        if kind == "post":
            posts = self._named_posts().get(path.lstrip("/"), [])
            return (posts[0], Way("", "post")) if len(posts) == 1 else None
        if kind in ("ref", "name") and "/" not in path:
            found = self._by_name().get(path, [])
            beside = join(folder_of(article), path)
            own = [each for each in found if each in (beside, *(beside + ending for ending in ENDINGS))] or found
            return (own[0], Way("", "name")) if len(own) == 1 else None
        bases = dict.fromkeys(self._bases(article, path, kind))
        return next(filter(None, (self._below(base, path, kind) for base in bases)), None)

    def lead(self, article: str, path: str, kind: Kind, way: Way) -> str:
        """Return what a path leads to in one way, or "" if it leads nowhere."""
        by_name = kind == "post" or way.ending == "name"
        found = self.find(article, path, kind) if by_name else self._below(way.base, path, kind)
        return found[0] if found else ""

    def _below(self, base: str, path: str, kind: Kind) -> tuple[str, Way] | None:
        place = normpath(join(base, path.lstrip("/"))) if path.strip("/") else base or "."
        if place in self.files:
            return place, Way(base)
        for ending in ENDINGS if kind in ("route", "ref", "field") else ():
            page = f"{place.removesuffix('.html')}{ending}"
            if page in self.files:
                return page, Way(base, ending)
        if place in self.folders:
            return place, Way(base)
        named = self._by_address().get(plain_address(place)) if kind == "route" else None
        return (named, Way(base, "address")) if named else None

    def written(self, way: Way, file: str, old: str, kind: Kind) -> Iterator[str]:
        """Yield the ways to write the path of a file in the manner of an old path, the likeliest first.

        `way` is how the old path led to what the new one leads to; the base of a relative path is its new folder.
        """
        bare = without_ending(file) if way.ending else file
        bare = plain_address(bare) if way.ending == "address" else bare
        if kind == "post":
            names = sorted(_post_names(file), key=lambda name: abs(name.count("/") - old.strip("/").count("/")))
            yield from (("/" if old.startswith("/") else "") + name for name in names)
            return
        if way.ending == "name":
            is_whole = old.endswith(ENDINGS)
            yield (file if is_whole else bare).rpartition("/")[2]
            yield from (f"/{each}" for each in _below_content(file) if kind == "ref")
            return
        tail = ".html" if way.ending and old.endswith(".html") else "/" if old.endswith("/") else ""
        if old.startswith("/") or kind in ("root", "field", "ref"):
            inside = bare == way.base or not way.base or bare.startswith(f"{way.base}/")
            if inside and not old.startswith("."):
                slash = "/" if old.startswith("/") else ""
                yield slash + bare.removeprefix(way.base).lstrip("/") + tail
                return
        if not old.startswith("/"):
            relative = relpath(bare or ".", way.base or ".")
            dotted = "./" if old.startswith("./") and not relative.startswith(".") else ""
            yield dotted + relative + tail

    def _bases(self, article: str, path: str, kind: Kind) -> Iterator[str]:
        folder = folder_of(article)
        above = (folder, *upwards(folder + "/x")) if folder else ("",)
        if path.startswith("/") or kind == "root":
            for each in (*dict.fromkeys(above), ""):
                yield from (join(each, static) for static in self.static)
                yield from (join(each, content).rstrip("/") for content in CONTENT)
            return
        yield folder
        yield page_of(article)
        if kind in ("field", "ref") and not path.startswith("."):
            for each in (*dict.fromkeys(above), ""):
                yield from (join(each, name).rstrip("/") for name in (*CONTENT, *self.static))

    def _named_posts(self) -> dict[str, list[str]]:
        """Return the posts of Jekyll by the names under which `post_url` finds them."""
        if self._posts is None:
            self._posts = {}
            for path in sorted(self.files):
                if "_posts/" in path and path.endswith(ENDINGS):
                    for name in _post_names(path):
                        self._posts.setdefault(name, []).append(path)
        return self._posts

    def _by_name(self) -> dict[str, list[str]]:
        """Return the pages by their file names, with and without ending."""
        if self._names is None:
            self._names = {}
            for path in sorted(self.files):
                if path.endswith(ENDINGS):
                    for name in dict.fromkeys((path.rpartition("/")[2], without_ending(path).rpartition("/")[2])):
                        self._names.setdefault(name, []).append(path)
        return self._names

    def _by_address(self) -> dict[str, str]:
        """Return the pages by their paths as addresses spell them."""
        if self._addresses is None:
            pages = (path for path in sorted(self.files, reverse=True) if path.endswith(ENDINGS))
            self._addresses = {plain_address(without_ending(path)): path for path in pages}
        return self._addresses


def upwards(path: str) -> Iterator[str]:
    """Yield the folders that a path is in, the inner ones first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def folder_of(path: str) -> str:
    """Return the folder of a file, "" for the top."""
    return path.rpartition("/")[0]


def page_of(article: str) -> str:
    """Return the folder that a page is, as its address shows it: `posts/tides` for `posts/tides.md`."""
    folder, _, name = article.rpartition("/")
    stem = name.partition(".")[0]
    return folder if stem.lower() in INDEX else f"{folder}/{stem}".lstrip("/")


def rebased(way: Way, before: str, after: str) -> Way:
    """Return a way as it is for an article that has moved from one path to another."""
    if way.base == folder_of(before):
        return way._replace(base=folder_of(after))
    return way._replace(base=page_of(after)) if way.base == page_of(before) else way


def without_ending(file: str) -> str:
    """Return the path of a page without the longest of its endings: `posts/tides` for `posts/tides/index.md`."""
    found = max((each for each in ENDINGS if f"/{file}".endswith(each)), key=len, default="")
    return f"/{file}".removesuffix(found).strip("/")


def _below_content(file: str) -> Iterator[str]:
    found = f"/{file}".partition("/content/")
    if found[1]:
        yield found[2]


def _post_names(path: str) -> Iterator[str]:
    """Yield the names by which Jekyll finds a post: its path below `_posts`, with folders above that in front."""
    above, _, name = f"/{path}".rpartition("/_posts/")
    folders = above.strip("/").split("/")
    yield name.rpartition(".")[0]
    for count in range(len(folders) if above.strip("/") else 0):
        yield f"{'/'.join(folders[count:])}/{name.rpartition('.')[0]}"
