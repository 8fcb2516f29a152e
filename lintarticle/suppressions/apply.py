"""Which findings an article's own suppressions suppress, and the result of each suppression."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import Generic, TypeVar

from lintarticle.suppressions.parse import Judgement, Suppression
from lintarticle.wording import nearest

FAMILY = "suppressions"
"""The family of rules about suppressions: they run last, on what the others left."""

Found = TypeVar("Found")


class Suppressor(Generic[Found]):
    """Holds the suppressions of one article and remembers which of their names were used."""

    def __init__(self, suppressions: Sequence[Suppression], is_ahead: Callable[[date, int], bool]) -> None:
        self._holding = [suppression for suppression in suppressions if not suppression.is_expired(is_ahead)]
        self._by_name: dict[str, list[tuple[int, Suppression]]] = {}
        for index, suppression in enumerate(self._holding):
            for name in {name.text for name in suppression.names} or {""}:
                self._by_name.setdefault(name, []).append((index, suppression))
        self._lines: dict[str, list[int]] = {}
        self.suppressed: list[tuple[Found, str]] = []
        """The suppressed findings, each with the reason that its suppression gives, or ""."""

    def kept(self, found: Iterable[Found], where: Callable[[Found], tuple[str, int]]) -> list[Found]:
        """Return the findings that nothing suppresses; `where` gives the rule and the 1-based line of one."""
        places = [(finding, *where(finding)) for finding in found]
        lines: dict[str, set[int]] = {}
        for _, rule, line in places:
            lines.setdefault(rule, set()).add(line)
        self._lines = {rule: sorted(numbers) for rule, numbers in lines.items()}
        reasons = {rule: self._reasons(rule, numbers) for rule, numbers in self._lines.items()}
        kept = []
        for finding, rule, line in places:
            reason = reasons[rule].get(line)
            if reason is None:
                kept.append(finding)
            else:
                self.suppressed.append((finding, reason))
        return kept

    def _reasons(self, rule: str, lines: Sequence[int]) -> dict[int, str]:
        """Return why the rule is suppressed on those of the ascending lines on which it is, "" if none says why."""
        names = (rule, rule.partition("/")[0], "")
        waiting = [entry for name in names for entry in self._by_name.get(name, ())]
        waiting.sort(key=lambda entry: entry[1].first, reverse=True)
        # Those that have begun, the first that gives a reason on top; one that has ended goes when it gets there.
        begun: list[tuple[bool, int, Suppression]] = []
        reasons = {}
        for line in lines:
            while waiting and waiting[-1][1].first <= line:
                index, suppression = waiting.pop()
                heappush(begun, (not suppression.reason, index, suppression))
            while begun and begun[0][2].last < line:
                heappop(begun)
            if begun:
                reasons[line] = begun[0][2].reason
        return reasons

    def judgements(
        self, active: Iterable[str], rules: Iterable[str], left_out: Sequence[str] = ()
    ) -> tuple[Judgement, ...]:
        """Judge every name of the suppressions that hold, given the names of the rules that ran and of all rules.

        Rules of the families `left_out` may exist.
        """
        if not self._holding:
            return ()
        known = dict.fromkeys(name for rule in rules for name in (rule, rule.partition("/")[0]))
        ran = {part for name in active for part in (name, name.partition("/")[0])} - {FAMILY}
        unknown = {name.text for suppression in self._holding for name in suppression.names} - known.keys()
        offered = {name: nearest(name, known) for name in unknown}
        judged = []
        for suppression in self._holding:
            if not suppression.names:
                used = any(_meets(suppression, lines) for lines in self._lines.values())
                judged.append(Judgement(suppression, None, used=used, ran=bool(ran)))
            used_names = self._used_names(suppression)
            for name in suppression.names:
                judgement = Judgement(suppression, name, used=name.text in used_names)
                if name.text not in known and name.text.partition("/")[0] not in left_out:
                    judgement = judgement._replace(known=False, nearest=offered[name.text])
                judged.append(judgement._replace(ran=name.text in ran))
        return tuple(judged)

    def _used_names(self, suppression: Suppression) -> set[str]:
        """Return the names by which a suppression suppresses something; of a rule and its family, the first counts."""
        order = {name.text: index for index, name in reversed(list(enumerate(suppression.names)))}
        used = set()
        for rule, lines in self._lines.items():
            names = [name for name in (rule, rule.partition("/")[0]) if name in order]
            if names and _meets(suppression, lines):
                used.add(min(names, key=order.__getitem__))
        return used


def _meets(suppression: Suppression, lines: Sequence[int]) -> bool:
    """Whether one of the ascending lines is covered by a suppression."""
    at = bisect_left(lines, suppression.first)
    return at < len(lines) and lines[at] <= suppression.last
