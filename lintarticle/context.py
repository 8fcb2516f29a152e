"""What a rule is given besides the article: its options, the day, the files around it, and what the site is like."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Protocol, TypeVar

from lintarticle.article.values import Fault
from lintarticle.boundary import Boundary
from lintarticle.dialect import Renderer, Slugger
from lintarticle.pictures import Pictures
from lintarticle.record import Record
from lintarticle.setting import Setting
from lintarticle.suppressions.parse import Judgement

if TYPE_CHECKING:  # most articles link to no anchor
    from lintarticle.article.views.anchors import PageAnchors

_Made = TypeVar("_Made")


class Options:
    """The options of a rule: a plain subclass with annotated defaults.

    `limit: Annotated[int, Option("Longest excerpt, in display columns.", at_least=1)] = 160`. A plain class
    costs nothing at import; values are validated only when a configuration gives any.
    """

    def __init__(self, **values: object) -> None:
        for name, value in values.items():
            setattr(self, name, value)


class Option:
    """What an annotation says of one option: its description, and bounds where it has any."""

    __slots__ = ("at_least", "at_most", "description")

    def __init__(self, description: str, *, at_least: float | None = None, at_most: float | None = None) -> None:
        self.description = description
        self.at_least = at_least
        self.at_most = at_most


class Files(Protocol):
    """What a rule may ask about the files around the article; paths are as the article writes them."""

    boundary: Boundary
    """Where files may be read."""

    def exists(self, article: str, target: str) -> bool:
        """Whether `target`, relative to the article or rooted at a static folder, is a file or a folder."""

    def spelt(self, article: str, target: str) -> str:
        """Return the target as a file is spelled that differs from it only in letter case, or ""."""

    def exists_any(self, article: str, targets: Iterable[str]) -> bool:
        """Whether any of some targets exists."""

    def read(self, article: str, target: str, most: int) -> bytes | None:
        """Return the first bytes of such a file, at most `most`, None if it can't be read."""

    def anchors(self, article: str, target: str, slugger: str) -> PageAnchors | None:
        """Return the anchors of the article that is such a file, None if it is none or can't be read."""

    def read_root(self, path: str) -> bytes | None:
        """Return the bytes of a file that the configuration names, relative to its root.

        None: no file can be looked up. Raises `OSError` where it can't be read.
        """

    def path_of(self, article: str, target: str) -> Path | None:
        """Return where such a file is on disk, or None."""

    def article_names(self) -> Container[str] | None:
        """Return every path, file name and slug of the articles of the site; None: nothing is known."""

    def way_of(self, article: str, address: str) -> str:
        """Say how a page of the site has an address: “made”, "" if none has, the field that moved it elsewhere."""

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` returns, made once in a run: what is read from a file that many articles share."""

    def depends_on_more(self) -> None:
        """Say that the outcome depends on files that were read in another way: it is worked out again in each run."""


class NoFiles:
    """The files of an article that comes without a folder: every question is answered "it is there"."""

    boundary = Boundary()

    def exists(self, article: str, target: str) -> bool:
        """Return True: nothing is known to be missing."""
        return True

    def spelt(self, article: str, target: str) -> str:
        """Return "": nothing is known to be missing."""
        return ""

    def exists_any(self, article: str, targets: Iterable[str]) -> bool:
        """Return True: nothing is known to be missing."""
        return True

    def read(self, article: str, target: str, most: int) -> bytes | None:
        """Return None: nothing can be read."""
        return None

    def anchors(self, article: str, target: str, slugger: str) -> PageAnchors | None:
        """Return None: nothing can be read."""
        return None

    def read_root(self, path: str) -> bytes | None:
        """Return None: nothing is known."""
        return None

    def path_of(self, article: str, target: str) -> Path | None:
        """Return None: nothing is on disk."""
        return None

    def article_names(self) -> Container[str] | None:
        """Return None: nothing is known."""
        return None

    def way_of(self, article: str, address: str) -> str:
        """Return “made”: nothing is known to be missing."""
        return "made"

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Make it: nothing is kept."""
        return make()

    def depends_on_more(self) -> None:
        """Do nothing: nothing is kept."""


class Site(Record):
    """What the configuration and its presets say of the site as a whole.

    `slugger` “any”: every known way counts. `fields` are the names of fields, as articles are read with them.
    """

    static_dirs: Annotated[tuple[str, ...], Setting("Folders for paths that start with “/”.")] = (
        "static",
        "public",
    )
    renders_title: Annotated[bool, Setting("The theme prints the title field as the page's heading.")] = True
    slugger: Annotated[Slugger, Setting("How headings become anchors, by platform.")] = "any"
    renderer: Annotated[Renderer, Setting("The renderer that turns Markdown into pages.")] = "any"
    known_keys: Annotated[
        tuple[str, ...], Setting("More front matter keys that your platform or site uses.", adds=True)
    ] = ()
    fields: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    pictures: Pictures = Pictures()


class Context(Record):
    """All that a rule may know besides the article."""

    today: date
    files: Files = NoFiles()
    site: Site = Site()
    options: Mapping[str, Options] = MappingProxyType({})
    """The options in force of every rule that a configuration touched, by rule name."""
    deviations: tuple[Fault, ...] = ()
    """Where the article's sections deviate from the outline of its type, if that has one."""
    violations: tuple[Fault, ...] = ()
    """Where the article's metadata violate the contract of its type, if that has one."""
    judgements: tuple[Judgement, ...] = ()
    """What each suppression of the article did; only the rules about suppressions see any."""

    now: datetime | None = None
    """The instant of the run, None if only its day counts."""

    def is_ahead(self, day: date, days: int) -> bool:
        """Whether a day is more than a number of days after today, which is less to depend on than today's date."""
        return day.toordinal() - self.today.toordinal() > days
