"""What a run can be asked for beside the problems. It costs, so it is there only for the outputs that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintarticle.problem import Problem

if TYPE_CHECKING:  # costs time that most runs don't need
    from lintarticle.overview import Overview


class Wants(NamedTuple):
    """What an output asks for: the problems that the article itself silences, the overview of each article."""

    silenced: bool = False
    overview: bool = False

    def __or__(self, other: Wants) -> Wants:
        return Wants(self.silenced or other.silenced, self.overview or other.overview)


class Silenced(NamedTuple):
    """A problem that a comment in the article silences, with the reason that the comment gives, "" for none."""

    problem: Problem
    reason: str


class Extras:
    """Collects what is wanted of one article."""

    def __init__(self, wants: Wants) -> None:
        self.wants = wants
        self.silenced: tuple[Silenced, ...] = ()
        self.overview: Overview | None = None
