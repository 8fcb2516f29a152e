"""The result of the fixes of one article, and its changes as a unified diff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lintarticle.errors import InternalError
from lintarticle.problem import Problem
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText


class Withdrawal(NamedTuple):
    """A fix that was left out because it would have damaged the article.

    `reason` completes "it …": "it changed what readers see in the body".
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
    applied: tuple[Problem, ...] = ()
    """The problems whose fixes were applied, each at its place in the text of its round."""

    def after_fixes(self, before: SourceText, applied: tuple[Problem, ...]) -> Outcome:
        """Return the outcome for a text to which some fixes were applied first."""
        fixed = Counter(self.fixed) + Counter(problem.rule for problem in applied)
        return replace(self, before=before, fixed=dict(fixed), applied=(*applied, *self.applied))

    @property
    def is_changed(self) -> bool:
        """Whether the article has changed."""
        return self.before.raw != self.after.raw


_NO_LINE_END = "\\ No newline at end of file\n"


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a diff that `git apply` and `patch -p1` take, each with its line end."""
    from difflib import unified_diff as compare  # 5 ms, and only --diff needs it

    for line in compare(_lines(before), _lines(after), f"a/{path}", f"b/{path}"):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n"
            yield _NO_LINE_END


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    last = lines.pop()
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
