"""The files of images: where one that a brief asks for is expected, what it is called, how an article names it."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from pathlib import Path
from urllib.parse import quote

from lintarticle.article.article import Article
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.pictures import Pictures
from lintarticle.record import NamedTuple

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg")
"""The file suffixes of images, in order of preference."""

_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-(?=.)")
_MOST_WORDS, _LONGEST = 4, 40
"""The most words of a brief in the name of its file, and their most characters."""

_LOOKED_AT = 200
"""Characters at the start of a brief in which its words are looked for."""


class Home(NamedTuple):
    """Where the images of an article are.

    `served` is the folder that the site has at `address`; None if its articles name images by paths of their own.
    """

    folder: Path
    served: Path | None = None
    address: str = ""

    @property
    def is_served(self) -> bool:
        """Whether the images of the article are named by the address."""
        return self.served is not None and self.folder.is_relative_to(self.served)


def home_of(path: Path, root: Path, pictures: Pictures) -> Home:
    """Return where the images of the article at a path are; `root` is that of the site."""
    is_bundle = bool(pictures.bundle_folder) and path.name.partition(".")[0] == "index"
    folder = _site_folder(path, root, pictures.image_folder)
    own = _site_folder(path, root, pictures.bundle_folder) if is_bundle else folder
    if not pictures.image_address:
        return Home(own)
    address = pictures.image_address.strip("/")
    parts = [part for part in address.split("/") if not part.startswith("{")]
    while parts and folder.name == parts[-1]:  # `static/images` is at `/images`, and so `static` at `/`
        folder, address = folder.parent, address.removesuffix(parts.pop()).rstrip("/")
    lead = "" if pictures.image_address.startswith("{") else "/"
    return Home(own, folder, f"{lead}{address}".rstrip("/"))


def _site_folder(path: Path, root: Path, folder: str) -> Path:
    """Return a folder of the configuration for the article at a path: from there, or from the root of its site."""
    if folder.startswith("."):
        return Path(os.path.normpath(path.parent / folder))
    first = folder.strip("/").partition("/")[0]
    above = [each for each in path.parents if each == root or each.is_relative_to(root)]
    base = next((each for each in above if (each / first).is_dir()), root)
    return Path(os.path.normpath(base / folder.strip("/")))


def name_in_article(image: Path, path: Path, home: Home, pictures: Pictures) -> str:
    """Return the path by which the article at `path` names an image, "" where the site would not find it."""
    is_own = not home.is_served and image.is_relative_to(path.parent)
    if home.served and image.is_relative_to(home.served) and not is_own:
        return f"{home.address}/{image.relative_to(home.served).as_posix()}"
    has_imports = pictures.image_form in ("import", "image-component")
    if home.served and not is_own and not has_imports:
        return ""
    relative = Path(os.path.relpath(image, path.parent)).as_posix()
    return f"./{relative}" if has_imports and not relative.startswith(".") else relative


def as_address(target: str) -> str:
    """Return a path as Markdown takes it: blanks and parentheses escaped."""
    return re.sub(r"[\s()<>\\]", lambda match: quote(match[0]), target)


# --- names ----------------------------------------------------------------------------------------------------


def slug_of(article: Article) -> str:
    """Return the name of an article in the names of its images: its slug, else that of its file or folder."""
    slug = article.metadata.text("slug").strip().strip("/").rpartition("/")[2]
    if not slug:
        folder, _, name = article.path.rpartition("/")
        slug = name.partition(".")[0]
        if slug in ("index", "_index", "") and folder:
            slug = folder.rpartition("/")[2]
        slug = _DATED.sub("", slug, count=1)
    return "-".join(re.findall(r"\w+", slug.casefold())) or "article"


def words_of(item: Illustration) -> str:
    """Return what a brief asks for in a few words for the name of a file: its type, else its first words."""
    if item.kind:
        return item.kind
    text = item.fields.get("title") or item.description or item.prompt or item.alt or item.type
    written = text.text[:_LOOKED_AT] if text else ""
    if not written.isascii():
        from anyascii import anyascii

        written = anyascii(written)
    words = re.findall(r"[a-z0-9]+", written.casefold())
    return "-".join(words[:_MOST_WORDS])[:_LONGEST].strip("-") or "image"


def suggested_stem(article: Article, item: Illustration, number: int) -> str:
    """Return the name, without suffix, that the image of a brief should have."""
    return f"{slug_of(article)}-{number}-{words_of(item)}"


class ImagesIn:
    """The images in a folder, by their names; looked at once."""

    def __init__(self, folder: Path) -> None:
        self._by_stem: dict[str, list[Path]] = {}
        self._alike: dict[tuple[str, str], set[str]] = {}
        for path in _images(folder):
            self._by_stem.setdefault(path.stem, []).append(path)
            if parts := _parted(path.stem):
                self._alike.setdefault(parts, set()).add(path.stem)

    def called(self, stem: str, shown: Container[str]) -> Path | None:
        """Return the image of a name, whatever its suffix, unless the article shows it already.

        Without one, the only image whose name differs from it in the number is meant: briefs may have come or gone.
        """
        found = self._named(stem, shown)
        parts = _parted(stem)
        if not found and parts:
            alike = [named for each in self._alike.get(parts, ()) if (named := self._named(each, shown))]
            found = alike[0] if len(alike) == 1 else []
        return min(found, key=lambda path: SUFFIXES.index(path.suffix.lower()), default=None)

    def _named(self, stem: str, shown: Container[str]) -> list[Path]:
        return [path for path in self._by_stem.get(stem, ()) if path.name not in shown]


def _parted(stem: str) -> tuple[str, str] | None:
    """Return what is before and after the number in the name of an image that we suggested."""
    match = re.fullmatch(r"(.*)-\d+-([a-z0-9-]*?[a-z][a-z0-9-]*)", stem)
    return (match[1], match[2]) if match else None


def _images(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    yield from (path for path in paths if path.suffix.lower() in SUFFIXES)
