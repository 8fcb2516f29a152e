"""What a rule about the whole site yields."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TypeAlias

from lintarticle.problem import Applicability, Severity
from lintarticle.record import NamedTuple
from lintarticle.source import Span

MOST_RELATED = 5
"""The most other paths that one problem names; more would not be read."""


class Spot(NamedTuple):
    """A place in an article of the site, and what is there."""

    path: str
    span: Span
    message: str


class Replacement(NamedTuple):
    """A fix that writes `new` instead of `old`; it is offered only if `old` is what the text under `span` says."""

    message: str
    span: Span
    old: str
    new: str
    applicability: Applicability = "unsafe"


class KeptAddress(NamedTuple):
    """A fix that keeps the old address of an article in its front matter, as its generator does."""

    message: str
    generator: str
    address: str
    applicability: Applicability = "unsafe"


class SiteFinding(NamedTuple):
    """What a rule about the site yields: a place in one article and one calm sentence.

    `group` is what the findings about one matter share, so that a run on a few files says it once. `related` are the
    other paths that it is about.
    """

    path: str
    span: Span
    message: str
    group: Hashable
    related: tuple[Spot, ...] = ()
    help: str = ""
    fix: Replacement | KeptAddress | None = None
    at_most: Severity | None = None


SiteFindings: TypeAlias = Iterator[SiteFinding]
