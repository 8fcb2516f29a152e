"""Reports that wait until what they ask about other articles of the run is known.

An article may link to an anchor of one that is read later in the same run, or by another worker. Then its report holds
if that anchor is there, which nearly all are: so the report waits until the other article was read, and is made again
where an anchor turns out to be missing. No article is read before its turn, and none a second time but for such a link.

Reports are passed on in the order of the run, so that those behind one that waits are held back too. Their texts are
let go, and read again by the few who show them; the cache gets an outcome as soon as nothing in it is open.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from lintarticle.discovery import Target, TargetText
from lintarticle.report import Report

if TYPE_CHECKING:
    from lintarticle.articles import ArticleLinter, Linted, Question

_MOST_TEXTS = 100
"""Texts that are kept while their reports wait."""


class _Waiting:
    """An outcome that is not passed on yet. `open` counts its questions that are not answered yet."""

    __slots__ = ("is_wrong", "open", "outcome", "target")

    def __init__(self, target: Target, outcome: Linted) -> None:
        self.target = target
        self.outcome = outcome
        self.open = 0
        self.is_wrong = False

    def let_go_of_text(self) -> None:
        """Keep no text in memory: who shows it reads it again."""
        report = self.outcome.report
        if report.text is not None:
            self.outcome = self.outcome._replace(report=report._replace(text=TargetText(self.target)))


class Deferral:
    """Passes on the reports of a run, each once nothing in it is open.

    `keep` takes each new outcome for the cache once it is sure. Reports that were known come as outcomes without facts.
    """

    def __init__(self, targets: Sequence[Target], linter: ArticleLinter, keep: Callable[[Linted], None]) -> None:
        self._targets = targets
        self._done = 0
        self._linter = linter
        self._keep = keep
        self._waiting: deque[_Waiting] = deque()
        self._asking: dict[str, list[tuple[_Waiting, Question]]] = {}

    def reports(self, start: int, outcomes: Iterable[Linted]) -> Iterator[Report]:
        """Yield the reports that are ready, given the results of the targets from one on; those before are done."""
        for self._done, outcome in enumerate(outcomes, start + 1):
            target = self._targets[self._done - 1]
            if outcome.facts is not None:
                self._linter.know(target, outcome.facts, outcome.digest)
            self._take(_Waiting(target, outcome))
            for waiting, question in self._asking.pop(self._linter.name_of(target.file), ()):
                waiting.open -= 1
                self._answer(waiting, question)
                self._keep_if_sure(waiting)
            while self._waiting and not self._waiting[0].open:
                yield self._settled(self._waiting.popleft())
            if len(self._waiting) > _MOST_TEXTS:
                self._waiting[-1].let_go_of_text()

    def _take(self, waiting: _Waiting) -> None:
        """Take an outcome, and answer its questions as far as the articles they are about were read."""
        self._waiting.append(waiting)
        for question in waiting.outcome.questions:
            if self._places.get(question.path, -1) < self._done:
                self._answer(waiting, question)
            else:
                waiting.open += 1
                self._asking.setdefault(question.path, []).append((waiting, question))
        self._keep_if_sure(waiting)

    def _answer(self, waiting: _Waiting, question: Question) -> None:
        waiting.is_wrong = waiting.is_wrong or not self._linter.is_right(question)

    def _keep_if_sure(self, waiting: _Waiting) -> None:
        """Let the cache have an outcome as soon as it is sure."""
        outcome = waiting.outcome
        if outcome.facts is not None and not waiting.open and not waiting.is_wrong:
            self._keep(outcome)
            waiting.outcome = outcome._replace(row=None)

    def _settled(self, waiting: _Waiting) -> Report:
        if not waiting.is_wrong:
            return waiting.outcome.report
        outcome = self._linter.lint(waiting.target)
        self._keep(outcome)
        return outcome.report

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The place of each article in the run."""
        return {self._linter.name_of(target.file): place for place, target in enumerate(self._targets)}
