"""What has become of each brief of an article: suggested, made or placed; and the image that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from lintarticle.article.article import Article
from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.illustrations.image_of_brief import REMOTE
from lintarticle.article.illustrations.naming import file_name, files_shown, is_placed
from lintarticle.article.markdown.targets import HEADER, pixel_size
from lintarticle.article.values import Text
from lintarticle.boundary import Boundary
from lintarticle.briefs.image_files import Home, ImagesIn, home_of, name_in_article, suggested_stem
from lintarticle.files import DiskFiles
from lintarticle.pictures import Pictures
from lintarticle.rules.images.alt_too_long import AltTooLong
from lintarticle.source import Span

Status = Literal["suggested", "made", "placed"]

_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


class Situation(NamedTuple):
    """An article with what decides where its images are: its place on disk, the site's root, files and settings."""

    article: Article
    path: Path
    root: Path
    files: DiskFiles
    pictures: Pictures
    fields: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The names of fields where the site or its platform has any of its own, the one to write first."""
    longest_alt: int = AltTooLong.max

    @property
    def home(self) -> Home:
        """Where the images of the article are."""
        return home_of(self.path, self.root, self.pictures)


class State(NamedTuple):
    """One brief and its image.

    `number` counts all briefs of the article from 1. `expected` is where the image is or should be put; `target` how
    the article names it. `trouble`: why the image can't be used, as a sentence, "" if it can.
    """

    number: int
    item: Illustration
    status: Status
    expected: Path
    target: str
    trouble: str = ""


def states_of(situation: Situation, given: Mapping[int, Path] | None = None) -> Iterator[State]:
    """Yield the state of each brief that could be read; `given` are images by the numbers of briefs."""
    shown = files_shown(situation.article.body)
    read = (item for item in situation.article.illustrations if item.is_read)
    for number, item in enumerate(read, 1):
        if item.status == "placed" and item.file:
            expected = situation.files.path_of(situation.article.path, item.file.text) or Path(item.file.text)
            yield State(number, item, "placed", expected, item.file.text)
        elif given and number in given and _may_be_there(situation, given[number]):
            yield _of_file(situation, item, number, given[number])
        elif item.file:
            yield _of_named(situation, item, number, item.file.text)
        else:
            yield _of_suggestion(situation, item, number, shown)


def _of_named(situation: Situation, item: Illustration, number: int, target: str) -> State:
    """Return the state of a brief that names its file, by a path from the article, or by its name alone."""
    if re.match(REMOTE, target):
        return State(number, item, "made", Path(target), target)
    home = situation.home
    named = situation.files.path_of(situation.article.path, target)
    if named and _may_be_there(situation, named):
        return _of_file(situation, item, number, named)._replace(target=target)
    place = home.folder / file_name(target)
    if _may_be_there(situation, place):
        return _of_file(situation, item, number, place)
    if "/" in target.strip("/"):
        return State(
            number, item, "suggested", Path(next(situation.files.candidates(situation.article.path, target))), target
        )
    return State(number, item, "suggested", place, name_in_article(place, situation.path, home, situation.pictures))


def _may_be_there(situation: Situation, path: Path) -> bool:
    """Whether a file is there; one outside the repository is never looked for, and counts as there."""
    return not situation.files.boundary.holds(path) or path.is_file()


def _of_suggestion(situation: Situation, item: Illustration, number: int, shown: Mapping[str, Sequence[Span]]) -> State:
    article, home = situation.article, situation.home
    stem = suggested_stem(article, item, number)
    place = home.folder / f"{stem}.png"
    if not situation.files.boundary.holds(home.folder):
        return _of_file(situation, item, number, place)
    images = situation.files.once(("images in", home.folder), lambda: ImagesIn(home.folder))
    found = images.called(stem, shown if item.origin == "inline" else ())
    if found is None:
        return State(number, item, "suggested", place, name_in_article(place, situation.path, home, situation.pictures))
    state = _of_file(situation, item, number, found)
    named = item._replace(file=Text(found.name, item.span))
    is_shown = item.origin != "inline" and is_placed(named, shown, article.body, article.metadata)
    return state._replace(status="placed") if is_shown and not state.trouble else state


def _of_file(situation: Situation, item: Illustration, number: int, path: Path) -> State:
    home = situation.home
    target = name_in_article(path, situation.path, home, situation.pictures)
    trouble = trouble_of(path, situation.files.boundary)
    if not trouble and not target:
        trouble = f"The site would not find “{path.name}” where it is; move it to “{home.folder.name}”."
    return State(number, item, "suggested" if trouble else "made", path, target, trouble)


def trouble_of(path: Path, boundary: Boundary) -> str:
    """Say why a file can't be the image of a brief, "" if it can."""
    if not boundary.holds(path):
        return f"“{path.name}” is outside the repository."
    try:
        with path.open("rb") as file:
            data = file.read(HEADER)
    except OSError as error:
        return f"“{path.name}” can’t be read: {(error.strerror or str(error)).lower()}."
    return "" if is_image(data) else f"“{path.name}” is not an image."


def is_image(data: bytes) -> bool:
    """Whether bytes are the beginning of an image, by its signature."""
    if data.startswith(_SIGNATURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:8] == b"ftyp":
        return True
    return b"<svg" in data[:HEADER] or pixel_size(data) != (-1, -1)
