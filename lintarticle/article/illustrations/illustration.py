"""The brief for one picture: where the picture goes, how large it should be, and where its file may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from lintarticle.article.markdown.elements import Heading
from lintarticle.article.values import Fault, Text
from lintarticle.pictures import Pictures
from lintarticle.record import NamedTuple
from lintarticle.source import Span

PlacementKind = Literal["top", "end", "intro", "before", "after", "in", "section", "number", "unclear"]


class Placement(NamedTuple):
    """Where an illustration goes.

    `reference` is the section that the writer named (None for top, end, intro). `headings` are those that it
    matches: one when resolved; several when ambiguous; none when unknown. `similarity` is that of the
    best match, 0 to 1; `nearest` the heading to offer when there is no match.
    """

    kind: PlacementKind
    text: Text
    reference: Text | None = None
    headings: tuple[Heading, ...] = ()
    similarity: float = 1.0
    nearest: Heading | None = None

    @property
    def is_resolved(self) -> bool:
        """Whether the placement leads to exactly one position of the body."""
        return self.kind in ("top", "end", "intro") or len(self.headings) == 1


class Illustration(NamedTuple):
    """A brief for one picture. `span` covers the whole brief; a part is None if the writer gave none.

    `kind` is the canonical type (`hero`, `infographic`, …), "" if the type is missing or unknown; `type`
    is as written. `status` is `suggested`, `generated` (the file is named) or `placed` (the body shows it there).
    `fields` holds the remaining parts by canonical name (caption, width, height, credit, …).
    """

    span: Span
    origin: Literal["front-matter", "block", "inline"]
    kind: str
    type: Text | None
    placement: Placement | None
    description: Text | None
    prompt: Text | None
    alt: Text | None = None
    file: Text | None = None
    status: Literal["suggested", "generated", "placed"] = "suggested"
    fields: Mapping[str, Text] = MappingProxyType({})
    faults: tuple[Fault, ...] = ()

    @property
    def called(self) -> str:
        """What a message calls the illustration: its title, its type, else the first words that describe it."""
        named = self.fields.get("title") or self.type or self.file
        described = named or self.description or self.prompt or self.alt
        words = described.text.split() if described else []
        return " ".join(words) if named and len(words) <= 8 else " ".join(words[:6]) + "…" * (len(words) > 6)

    @property
    def is_read(self) -> bool:
        """Whether there is a brief at all: one that could not be read stands for its fault only."""
        return not any(fault.kind == "not-parsed" for fault in self.faults)


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
