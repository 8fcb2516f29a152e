"""The contract between a rule and the rest: nothing else belongs here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Hashable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Protocol, TypeVar

from lintarticle.article.article import Article
from lintarticle.article.values import Fault
from lintarticle.article.views.anchors import Slugger
from lintarticle.boundary import Boundary
from lintarticle.problem import Applicability, Finding, Severity
from lintarticle.record import Record
from lintarticle.setting import Setting
from lintarticle.suppress import Judgement

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

    def read(self, article: str, target: str, most: int) -> bytes | None:
        """Return the first bytes of such a file, at most `most`, None where it can't be read."""

    def read_root(self, path: str) -> bytes | None:
        """Return the bytes of a file that the configuration names, relative to its root.

        None: nothing is known of files. Raises `OSError` where it can't be read.
        """

    def path_of(self, article: str, target: str) -> Path | None:
        """Return where such a file stands on disk, None where there is none."""

    def article_names(self) -> Container[str] | None:
        """Return every path, file name and slug that an article of the site goes by; None: nothing is known."""

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` returns, made once in a run: what is read from a file that many articles share."""


class NoFiles:
    """The files of an article that comes without a folder: every question is answered "it is there"."""

    boundary = Boundary()

    def exists(self, article: str, target: str) -> bool:
        """Return True: nothing is known to be missing."""
        return True

    def read(self, article: str, target: str, most: int) -> bytes | None:
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

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Make it: nothing is kept."""
        return make()


class Site(Record):
    """What the configuration and its presets say of the site as a whole.

    `slugger` “any”: every known way counts. `fields` are the names of fields, as articles are read with them.
    """

    static_dirs: Annotated[tuple[str, ...], Setting("Folders that site-rooted paths lead to.")] = ("static", "public")
    renders_title: Annotated[bool, Setting("The theme prints the title field as the page's heading.")] = True
    slugger: Annotated[Slugger, Setting("How headings become anchors, by platform.")] = "any"
    known_keys: Annotated[
        tuple[str, ...], Setting("Keys of front matter that the platform or the site gives a meaning.", adds=True)
    ] = ()
    fields: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Context(Record):
    """All that a rule may know beside the article."""

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
    """What became of the article's suppressions; only the rules about suppressions see any."""

    def deviations_of(self, kind: str) -> Iterator[Finding]:
        """Yield a finding for every deviation from the outline of one kind."""
        return (fault.finding for fault in self.deviations if fault.kind == kind)

    def violations_of(self, kind: str) -> Iterator[Finding]:
        """Yield a finding for every violation of the contract of one kind."""
        return (fault.finding for fault in self.violations if fault.kind == kind)


class Rule(Record):
    """One check. Its name is its module's path (`rules/excerpt/too_long.py` is `excerpt/too-long`).

    `severity` is the default, None for a rule that is off until asked for. `fix` says which fixes it offers.
    `changes_body`: a fix changes what readers see of the body, and the manual page says so; a fix of any other
    rule that does is taken back. `outweighs` names rules that say less of the same thing: what they find at the very
    place where this one finds something is left out. `edits_opaque`: its fixes may edit comments and code fences,
    because those are what it reports; any other fix that touches code, a template or a component is not offered.
    """

    check: Callable[[Article, Any, Context], Iterator[Finding]]
    severity: Severity | None
    fix: tuple[Applicability, ...] = ()
    options: type[Options] = Options
    changes_body: bool = False
    outweighs: tuple[str, ...] = ()
    edits_opaque: bool = False

    @cached_property
    def name(self) -> str:
        """`family/name`."""
        family, module = self.check.__module__.split(".")[-2:]
        return f"{family}/{module}".replace("_", "-")

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def manual(self) -> str:
        """The manual page: the docstring of the rule's module."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]
