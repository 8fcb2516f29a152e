"""What a rule yields and what a user sees."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Literal

from lintarticle.record import NamedTuple
from lintarticle.source import Span


class Severity(IntEnum):
    """How much a problem matters; the order is the order of weight."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word that configuration and messages use."""
        return self.name.lower()


OFF = "off"

LEVELS = (*(severity.label for severity in sorted(Severity, reverse=True)), OFF)
"""What the severity of a rule may be set to."""

Applicability = Literal["safe", "unsafe"]
"""`safe`: the meaning is kept. `unsafe`: a person should look at the result."""


class Edit(NamedTuple):
    r"""Replace the text under `span` by `text`; line ends in `text` are `\n`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that together repair one finding. `message` completes "Fix: ", e.g. "Quote the value"."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability = "safe"


class PlannedFix(NamedTuple):
    """A fix that takes time to build: a rule promises it, and it is built only where somebody wants the edits.

    `build` returns it, with edits and the same applicability in every case. `touches` is the part of the body that
    its edits change, None if they change front matter only.
    """

    message: str
    build: Callable[[], Fix]
    applicability: Applicability = "safe"
    touches: Span | None = None


class Related(NamedTuple):
    """A second place that helps to understand a finding, in the same file unless `path` names another."""

    span: Span
    message: str
    path: str = ""


class Finding(NamedTuple):
    """What a rule yields: a place and one calm sentence; `help` where there is one thing to do.

    `at_most` lowers the severity of one finding, where a rule distinguishes certain cases from likely ones.
    """

    span: Span
    message: str
    help: str = ""
    fix: Fix | PlannedFix | None = None
    related: tuple[Related, ...] = ()
    at_most: Severity | None = None


class Place(NamedTuple):
    """A place as output shows it: 1-based line and column, and the 0-based offset in the decoded file."""

    line: int
    column: int
    offset: int


class RelatedPlace(NamedTuple):
    """A `Related` as output shows it."""

    path: str
    start: Place
    end: Place
    message: str


class Problem(NamedTuple):
    """A finding stamped with path, rule and severity, its places counted for people.

    `path` is relative to the working folder, with `/`. The spans of `fix` are offsets in the decoded file
    (`SourceText.raw`) and its line ends are those of the file. `end` is exclusive. The edits of `fix` and the
    `fingerprint` are there only where they were asked for.
    """

    path: str
    rule: str
    severity: Severity
    message: str
    start: Place
    end: Place
    help: str = ""
    fix: Fix | None = None
    related: tuple[RelatedPlace, ...] = ()
    fingerprint: str = ""


class UnusableSetting(Exception):  # noqa: N818 - what it says is not an error of the program
    """What the configuration asks for turns out impossible while articles are looked at; the text says why."""


class Uncheckable(UnusableSetting):
    """What the configuration asks for is impossible with one article only, which then has one problem: the text."""
