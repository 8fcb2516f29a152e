"""The image that a brief asks for: how large it should be, and where its file may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.pictures import Pictures

REMOTE = r"(?i)(?:[a-z][a-z0-9+.-]*:)?//"
"""What begins an address."""

COVERS = ("hero", "social")
"""The types of the image that stands for the whole article."""


def size_of(item: Illustration, pictures: Pictures) -> tuple[int | None, int | None]:
    """Return the width and height that an image should have, by its brief or else its role; None is free."""
    width, height = (_pixels(item, side) for side in ("width", "height"))
    if width or height:
        return width, height
    if item.kind in COVERS:
        return pictures.cover_width, pictures.cover_height
    return (None, None) if item.kind == "icon" else (pictures.text_width, None)


def _pixels(item: Illustration, side: str) -> int | None:
    text = item.fields[side].text.strip().removesuffix("px").strip() if side in item.fields else ""
    return int(text) or None if text.isascii() and text.isdigit() and len(text) <= 6 else None


def local_files(item: Illustration, pictures: Pictures) -> Iterator[str]:
    """Yield the paths, from the article or the root of the site, at which the file of a brief may be."""
    name = item.file.text.strip() if item.file else ""
    if not name or re.match(REMOTE, name) or "{" in name:
        return
    yield name
    if "/" in name:
        return
    for folder in (pictures.image_address, pictures.image_folder, pictures.bundle_folder):
        if folder and "{" not in folder:
            yield f"{folder if folder.startswith(('/', '.')) else f'/{folder}'}/{name}"


_SIGNATURES = (
    (r"\x89PNG\r\n", "png"),
    (r"\xff\xd8\xff", "jpeg"),
    (r"GIF8[79]a", "gif"),
    (r"RIFF....WEBP", "webp"),
    (r"....ftypavi[fs]", "avif"),
    (r"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)[^\0]{0,5000}?(?<=<svg)\s|<svg\s", "svg+xml"),
)
"""What the files of images begin with, by the type that browsers know."""


def image_type(data: bytes) -> str:
    """Return the media type of an image that every browser shows, "" for any other file."""
    for signature, name in _SIGNATURES:
        if re.match(signature.encode("latin-1"), data, re.DOTALL | re.IGNORECASE):
            return f"image/{name}"
    return ""
