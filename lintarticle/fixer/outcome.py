"""What became of the fixes of one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lintarticle.errors import InternalError
from lintarticle.problem import Problem
from lintarticle.source import SourceText


class Withdrawal(NamedTuple):
    """A fix that was left out because the article would not have come out as it should.

    `reason` completes "it …": "it changed what readers see of the body".
    """

    problem: Problem
    reason: str


@dataclass(frozen=True)
class Outcome:
    """The article before and after, what was fixed (rule → number of problems) and what remains."""

    path: str
    before: SourceText
    after: SourceText
    fixed: Mapping[str, int]
    problems: list[Problem]
    withdrawn: tuple[Withdrawal, ...] = ()
    faults: tuple[InternalError, ...] = field(default=())

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before.raw != self.after.raw
