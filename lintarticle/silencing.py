"""Which findings an article's own suppressions silence, and what became of each suppression."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

from lintarticle.nearest import nearest
from lintarticle.rule import Rule
from lintarticle.suppress import Judgement, Suppression

FAMILY = "suppressions"
"""The family of rules about suppressions: they run last, on what the others left."""

Found = TypeVar("Found")


class Silencer(Generic[Found]):
    """Holds the suppressions of one article and remembers which of their names were used."""

    def __init__(self, suppressions: Sequence[Suppression], today: date) -> None:
        self._holding = [suppression for suppression in suppressions if not suppression.is_expired(today)]
        self._used: set[tuple[Suppression, str]] = set()
        self.silenced: list[tuple[Found, str]] = []
        """What was not kept, each with the reason that its suppression gives, "" for none."""

    def kept(self, found: Iterable[Found], where: Callable[[Found], tuple[str, int]]) -> list[Found]:
        """Return the findings that nothing silences; `where` gives the rule and the 1-based line of one."""
        kept = []
        for finding in found:
            reason = self._reason(*where(finding))
            if reason is None:
                kept.append(finding)
            else:
                self.silenced.append((finding, reason))
        return kept

    def _reason(self, rule: str, line: int) -> str | None:
        """Return why the rule is silenced there, None where it is not; every suppression that does it is used."""
        said = [(suppression, suppression.silences(rule, line)) for suppression in self._holding]
        used = [(suppression, name) for suppression, name in said if name is not None]
        self._used.update(used)
        return next((suppression.reason for suppression, _ in used if suppression.reason), "") if used else None

    def judgements(self, active: Iterable[str], rules: Iterable[Rule]) -> tuple[Judgement, ...]:
        """Judge every name of the suppressions that hold, given the rules that ran and all that there are."""
        known = {name: rule for rule in rules for name in (rule.name, rule.family)}
        ran = {part for name in active for part in (name, name.partition("/")[0])} - {FAMILY}
        judged = []
        for suppression in self._holding:
            if not suppression.names:
                used = (suppression, "") in self._used
                judged.append(Judgement(suppression, None, used=used, ran=bool(ran)))
            for name in suppression.names:
                judgement = Judgement(suppression, name, used=(suppression, name.text) in self._used)
                if name.text not in known:
                    judgement = judgement._replace(known=False, nearest=nearest(name.text, known))
                judged.append(judgement._replace(ran=name.text in ran))
        return tuple(judged)
