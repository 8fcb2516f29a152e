"""What came of one article, as outputs get it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lintarticle.errors import InternalError
    from lintarticle.linter import Suppressed
    from lintarticle.overview.model import Overview
    from lintarticle.problem import Problem
    from lintarticle.source import SourceText


class Report(NamedTuple):
    """What came of one article. `source` is there only where there are problems to show in it.

    `text` is the source, or what reads it when it is asked for. `faults` are defects of lintarticle itself that this
    article brought to light. `suppressed` and `overview` are there only where they were asked for.
    """

    path: str
    problems: list[Problem]
    text: SourceText | Callable[[], SourceText | None] | None = None
    faults: tuple[InternalError, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    overview: Overview | None = None

    @property
    def source(self) -> SourceText | None:
        """The text of the article."""
        return self.text() if callable(self.text) else self.text
