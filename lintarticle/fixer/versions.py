"""An article at the moments of its being changed: read and linted each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lintarticle.article.article import Article
from lintarticle.article.views.rendering import body_html
from lintarticle.config.settings import Settings
from lintarticle.errors import InternalError
from lintarticle.linter import WHOLE_PROBLEMS, read_and_lint
from lintarticle.problem import Problem, Severity
from lintarticle.rule import Context
from lintarticle.source import SourceText

_ALL_TO_FIX = WHOLE_PROBLEMS._replace(most=50_000)
"""Fixes of one rule that a round makes at most: far more than the 20,000 lines of an article call for."""

_BROKEN = frozenset({"syntax", "unclosed", "not-mapping", "unsafe-yaml"})


@dataclass(frozen=True)
class Version:
    """An article at one moment of fixing, with the problems it has and the ones whose fixes led to it."""

    source: SourceText
    article: Article | None
    problems: tuple[Problem, ...]
    applied: tuple[Problem, ...] = ()

    @cached_property
    def html(self) -> str:
        """The body as readers see it."""
        return body_html(self.article) if self.article else ""

    @property
    def is_broken(self) -> bool:
        """Whether the front matter could not be read as a whole."""
        front_matter = self.article.front_matter if self.article else None
        return front_matter is not None and any(fault.kind == "syntax" for fault in front_matter.faults)

    @property
    def is_readable(self) -> bool:
        """Whether the front matter, where there is one, told all its keys."""
        front_matter = self.article.front_matter if self.article else None
        return front_matter is None or not any(fault.kind in _BROKEN for fault in front_matter.faults)

    def counts(self, least: Severity = Severity.INFO) -> Counter[str]:
        """Count the problems by rule, from a severity up."""
        return Counter(problem.rule for problem in self.problems if problem.severity >= least)

    def fixable(self) -> Counter[str]:
        """Count the problems that offer a fix, by rule."""
        return Counter(problem.rule for problem in self.problems if problem.fix)


class Versions:
    """Reads the versions of one article. `faults` collects the defects of ours that show in its first one."""

    def __init__(self, path: str, settings: Settings, context: Context) -> None:
        self.path = path
        self.settings = settings
        self.faults: list[InternalError] = []
        self._context = context

    def read(self, source: SourceText, applied: Sequence[Problem] = ()) -> Version:
        """Read and lint a text that the edits of the problems `applied` led to."""
        faults = [] if applied else self.faults
        result = read_and_lint(self.path, source, self.settings, self._context, faults, details=_ALL_TO_FIX)
        return Version(source, result.article, tuple(result.problems), tuple(applied))
