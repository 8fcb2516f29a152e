"""The state of each brief of an article (suggested, made or placed), and its image."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from lintarticle.article.article import Article
from lintarticle.article.illustrations.illustration import REMOTE, Illustration, image_type
from lintarticle.article.illustrations.naming import file_name, files_shown, is_placed
from lintarticle.article.markdown.targets import HEADER, pixel_size
from lintarticle.article.values import Text
from lintarticle.boundary import Boundary
from lintarticle.briefs.image_files import Home, ImagesIn, home_of, name_in_article, suggested_stem
from lintarticle.files import DiskFiles
from lintarticle.pictures import Pictures
from lintarticle.record import NamedTuple
from lintarticle.rules.images.alt_too_long import AltTooLong

Status = Literal["suggested", "made", "placed"]


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
    finding = _Finding(situation)
    read = (item for item in situation.article.illustrations if item.is_read)
    for number, item in enumerate(read, 1):
        if item.status == "placed" and item.file:
            expected = situation.files.path_of(situation.article.path, item.file.text) or Path(item.file.text)
            yield State(number, item, "placed", expected, item.file.text)
        elif given and number in given and finding.may_be_there(given[number]):
            yield finding.of_file(item, number, given[number])
        elif item.file:
            yield finding.of_named(item, number, item.file.text)
        else:
            yield finding.of_suggestion(item, number)


class _Finding:
    """Finds the images of one article."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._home = situation.home
        self._shown = files_shown(situation.article.body)

    def of_named(self, item: Illustration, number: int, target: str) -> State:
        """Return the state of a brief that names its file, by a path from the article, or by its name alone."""
        if re.match(REMOTE, target):
            return State(number, item, "made", Path(target), target)
        files, article = self._situation.files, self._situation.article.path
        named = files.path_of(article, target)
        if named and self.may_be_there(named):
            return self.of_file(item, number, named, target)
        place = self._home.folder / file_name(target)
        if self.may_be_there(place):
            return self.of_file(item, number, place)
        if "/" in target.strip("/"):
            return State(number, item, "suggested", Path(next(files.candidates(article, target))), target)
        return State(number, item, "suggested", place, self._name(place))

    def of_suggestion(self, item: Illustration, number: int) -> State:
        """Return the state of a brief whose file has the name that we suggest, if there is one."""
        stem = suggested_stem(self._situation.article, item, number)
        place = self._home.folder / f"{stem}.png"
        if not self._situation.files.boundary.holds(self._home.folder):
            return self.of_file(item, number, place)
        images = self._situation.files.once(("images in", self._home.folder), lambda: ImagesIn(self._home.folder))
        found = images.called(stem, self._shown if item.origin == "inline" else ())
        return (
            self.of_file(item, number, found) if found else State(number, item, "suggested", place, self._name(place))
        )

    def of_file(self, item: Illustration, number: int, path: Path, target: str = "") -> State:
        """Return the state of a brief with its image, which the article names by `target` if that is given."""
        target = target or self._name(path)
        trouble = trouble_of(path, self._situation.files.boundary)
        if not trouble and not target:
            trouble = f"The site would not find “{path.name}” where it is; move it to “{self._home.folder.name}”."
        if trouble:
            return State(number, item, "suggested", path, target, trouble)
        article = self._situation.article
        named = item._replace(file=Text(path.name, item.span))
        is_shown = item.origin != "inline" and is_placed(named, self._shown, article.body, article.metadata)
        return State(number, item, "placed" if is_shown else "made", path, target)

    def may_be_there(self, path: Path) -> bool:
        """Whether a file is there; one outside the repository is never looked for, and counts as there."""
        return not self._situation.files.boundary.holds(path) or path.is_file()

    def _name(self, path: Path) -> str:
        return name_in_article(path, self._situation.path, self._home, self._situation.pictures)


def trouble_of(path: Path, boundary: Boundary) -> str:
    """Say why a file can't be the image of a brief, "" if it can."""
    if not boundary.holds(path):
        return f"“{path.name}” is outside the repository."
    try:
        with path.open("rb") as file:
            data = file.read(HEADER)
    except OSError as error:
        return f"“{path.name}” can’t be read: {(error.strerror or str(error)).lower()}."
    is_image = image_type(data) or pixel_size(data) != (-1, -1)
    return "" if is_image else f"“{path.name}” is not an image."


# --- images given by a list -----------------------------------------------------------------------------------


class GivenImages:
    """The files of a list of briefs, by article and brief; paths are relative to `folder`."""

    def __init__(self, records: Sequence[Mapping[str, Any]], folder: Path) -> None:
        self._folder = folder
        self._records: dict[str, list[Mapping[str, Any]]] = {}
        for record in records:
            self._records.setdefault(str(record.get("article", "")), []).append(record)

    def of(self, article: Article) -> dict[int, Path]:
        """Return the images of an article by the numbers of its briefs; they need not exist."""
        records = self._records.get(article.path, ())
        found: dict[int, Path] = {}
        items = [item for item in article.illustrations if item.is_read]
        for record in records:
            path = self._folder / str(record.get("file") or "")
            number = record.get("number")
            if not record.get("file") or not isinstance(number, int):
                continue
            description = " ".join(str(record.get("description", "")).split())
            alike = [
                n
                for n, item in enumerate(items, 1)
                if item.description and " ".join(item.description.text.split()) == description
            ]
            numbers = alike if description and len(alike) == 1 else [number]
            if 1 <= numbers[0] <= len(items):
                found[numbers[0]] = path
        return found
