"""The files of the images that an overview shows, as far as they are small."""

from __future__ import annotations

from collections.abc import Iterable

from lintarticle.article.article import Article
from lintarticle.article.illustrations.image_of_brief import image_type
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
        if not image_type(data):
            return ImageFile(width, height, None, b"") if width > 0 else None
        is_shown = len(data) <= min(LARGEST_SHOWN, self._room)
        self._room -= len(data) if is_shown else 0
        size = len(data) if len(data) < HEADER else None
        return ImageFile(max(width, 0), max(height, 0), size, data if is_shown else b"")
