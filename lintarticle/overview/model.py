"""The overview of one article: how it was read, as plain data. JSON has the same names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lintarticle.article.article import Article
from lintarticle.article.illustrations.illustration import image_type
from lintarticle.article.markdown.targets import HEADER, pixel_size
from lintarticle.article.metadata.metadata import Origin
from lintarticle.article.text.language import Basis
from lintarticle.article.text.reading import ReadingTime
from lintarticle.record import NamedTuple
from lintarticle.rule import Files

Where = Literal["top", "intro", "before", "in", "after", "end", "nowhere"]


class LineRange(NamedTuple):
    """A range of 1-based lines, both ends included."""

    first: int
    last: int


class FrontMatterPart(NamedTuple):
    """The fenced block at the start: its format, its lines, and the keys that are not our fields."""

    format: str
    lines: LineRange
    other_keys: tuple[str, ...]


class BlockPart(NamedTuple):
    """A metadata block: the labels as written; `debris` is interface text that was cut out of its values.

    `left_out` are lines in it that no label explains.
    """

    place: Literal["head", "tail", "comment"]
    lines: LineRange
    labels: tuple[str, ...]
    other_labels: tuple[str, ...]
    debris: tuple[Quotation, ...]
    left_out: tuple[Quotation, ...]


class Quotation(NamedTuple):
    """A piece of the article and its 1-based line."""

    text: str
    line: int


class FieldPart(NamedTuple):
    """One candidate of a canonical field. `text` is that of a scalar; a mapping's is as written; a list has `items`.

    `state`: this value counts, another one comes before it, or there is none.
    """

    field: str
    key: str
    origin: Origin
    line: int
    text: str
    items: tuple[str, ...]
    state: Literal["used", "not-used", "empty"]


class SectionPart(NamedTuple):
    """A heading; `words` up to the next heading, `total_words` with subsections; `parent` is an index, or None."""

    level: int
    title: str
    line: int
    words: int
    total_words: int
    parent: int | None


class ResolvedPlacement(NamedTuple):
    """Where an illustration goes: `section` is an index of `Overview.sections` for `before`, `in` and `after`.

    `asked` is as written, "" if nothing was said. Where no section is meant, `candidates` are the headings of
    that name, and `nearest` the one to offer where there are none.
    """

    where: Where
    section: int | None
    asked: str
    candidates: tuple[Quotation, ...]
    nearest: Quotation | None


class ImageFile(NamedTuple):
    """The file of an image: its sides in pixels, 0 if no header says them, its size in bytes, None if it is large.

    `data` is the whole file where it is small enough to be shown on the page, and never part of JSON.
    """

    width: int
    height: int
    size: int | None
    data: bytes


class ShownImage(NamedTuple):
    """An image of the body. `section` is an index of `Overview.sections`, None before the first; `image` its file."""

    line: int
    section: int | None
    alt: str
    target: str
    image: ImageFile | None


class IllustrationPart(NamedTuple):
    """The brief of one picture. `kind` is the canonical type, "" if unknown; texts are "" where there is none."""

    called: str
    kind: str
    type: str
    status: str
    origin: str
    line: int
    landing: ResolvedPlacement
    description: str
    prompt: str
    alt: str
    file: str
    caption: str
    style: str
    size: str
    image: ImageFile | None = None


class Preview(NamedTuple):
    """A text as search results show it. `width` and `limit` are in `unit`; `shown` is the whole where it fits."""

    text: str
    shown: str
    width: int
    limit: int
    unit: Literal["pixels", "columns"]

    @property
    def is_cut(self) -> bool:
        """Whether readers see less than the whole."""
        return len(self.shown) < len(self.text)


class SearchResult(NamedTuple):
    """The article in a list of search results."""

    address: str
    title: Preview
    excerpt: Preview


class Sentences(NamedTuple):
    """Their number and their median length in `unit`."""

    total: int
    median_length: float
    unit: Literal["words", "characters"]


class Images(NamedTuple):
    """Images of the body by their alternative text; `decorative` ones say that they need none."""

    total: int
    with_alt: int
    without_alt: int
    decorative: int


class Links(NamedTuple):
    """Links of the body; `other` ones lead to a place on the same page or are not web addresses (`mailto:`)."""

    total: int
    internal: int
    external: int
    other: int


class ArticleLanguage(NamedTuple):
    """The article's language as a primary subtag, "" if it is unknown, and how it is known."""

    tag: str
    told_by: Basis


class TextFigures(NamedTuple):
    """The text in numbers. `headings` are the numbers of headings of level 1 to 6."""

    words: int
    reading_time: ReadingTime
    sentences: Sentences
    headings: tuple[int, ...]
    images: Images
    links: Links
    language: ArticleLanguage
    is_draft: bool


class FaultPart(NamedTuple):
    """Something that could not be read, in a sentence."""

    line: int
    column: int
    message: str
    help: str


class Overview(NamedTuple):
    """One article. `type` is the one that the configuration gives it, or ""."""

    path: str
    type: str
    front_matter: FrontMatterPart | None
    blocks: tuple[BlockPart, ...]
    metadata: tuple[FieldPart, ...]
    opening_words: int
    sections: tuple[SectionPart, ...]
    illustrations: tuple[IllustrationPart, ...]
    search_result: SearchResult
    figures: TextFigures
    faults: tuple[FaultPart, ...]
    images: tuple[ShownImage, ...] = ()


class Unreadable(NamedTuple):
    """A file that can't be shown, and why."""

    path: str
    message: str
    help: str


# --- image files ----------------------------------------------------------------------------------------------


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
