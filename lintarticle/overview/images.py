"""The files of the images that an overview shows, as far as they are small."""

from __future__ import annotations

from collections.abc import Iterable

from lintarticle.article.article import Article
from lintarticle.article.markdown.targets import HEADER, pixel_size
from lintarticle.overview.model import ImageFile
from lintarticle.rule import Files

LARGEST_SHOWN = 100_000
"""Bytes of an image that is shown on a page; a larger one is named there."""

_MOST_SHOWN = 1_000_000
"""Bytes of all images of one article on a page."""


class ImageFiles:
    """The images of one article."""

    def __init__(self, article: Article, files: Files) -> None:
        self._path = article.path
        self._files = files
        self._room = _MOST_SHOWN

    def of(self, targets: Iterable[str]) -> ImageFile | None:
        """Return the file that is at the first of some paths, None if none is there or it is not an image."""
        found = (self._files.read(self._path, target, HEADER) for target in targets if target)
        data = next(filter(None, found), None)
        if not data:
            return None
        width, height = pixel_size(data)
        if not type_of(data):
            return ImageFile(width, height, None, b"") if width > 0 else None
        is_shown = len(data) <= min(LARGEST_SHOWN, self._room)
        self._room -= len(data) if is_shown else 0
        size = len(data) if len(data) < HEADER else None
        return ImageFile(max(width, 0), max(height, 0), size, data if is_shown else b"")


_TYPES = ((b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))


def type_of(data: bytes) -> str:
    """Return the media type of an image that every browser shows, "" for any other file."""
    name = next((name for mark, name in _TYPES if data.startswith(mark)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        name = "webp"
    elif data[4:12] == b"ftypavif":
        name = "avif"
    elif b"<svg" in data[:1000]:
        name = "svg+xml"
    return f"image/{name}" if name else ""
