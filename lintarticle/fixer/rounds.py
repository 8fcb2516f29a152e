"""Fixes in rounds: each applies all that don't get in each other's way, and reads the article again."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence

from lintarticle.errors import ConfigError, InternalError, cause_of
from lintarticle.fixer.outcome import Outcome, Withdrawal
from lintarticle.fixer.versions import Version, Versions, harm, objection
from lintarticle.problem import Edit, Problem
from lintarticle.source import SourceText, Span

MAX_ROUNDS = 100
"""Rounds without fewer problems after which an article counts as never coming to rest; own figure."""


def fix_source(versions: Versions, source: SourceText, *, unsafe: bool = False) -> Outcome:
    """Apply the safe fixes of an article, the unsafe ones too where asked for, until there are none left.

    Every round is proved before it counts (`verification.objection`); a fix that does not hold is withdrawn and
    reported. An article that can't be decoded or read comes back as it is, and so does one that our own defect
    keeps from being fixed: that is one more of its faults.
    """
    try:
        return _Fixing(versions, unsafe=unsafe).run(source)
    except (ConfigError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - one article that we can't cope with must not end the run
        versions.faults.append(InternalError(versions.path, "fixing the article", cause_of(error)))
        return Outcome(versions.path, source, source, {}, [], (), tuple(versions.faults))


def fix_of_site(versions: Versions, source: SourceText, problems: Sequence[Problem]) -> Version | None:
    """Apply fixes that follow from the whole site; return the article after it, None if that would damage it."""
    chosen = compatible(problems)
    if source.fault or not chosen:
        return None
    before = versions.read(source)
    edits = [edit for problem in chosen if problem.fix for edit in problem.fix.edits]
    after = versions.read(SourceText(apply_edits(source.raw, edits)), chosen)
    return None if harm(before, after) else after


def apply_edits(raw: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; their spans are offsets in that text and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [raw[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*pieces, raw[at:]])


def compatible(problems: Iterable[Problem]) -> list[Problem]:
    """Choose problems whose fixes leave each other alone: safe ones first, then those nearer to the top.

    A fix claims all from its first edit to its last, so that no other one comes between two halves of a change.
    """
    claims: list[Span] = []
    chosen: list[Problem] = []
    for problem in sorted(problems, key=lambda problem: (_is_unsafe(problem), _claim(problem))):
        claim = _claim(problem)
        at = bisect(claims, claim)
        is_free_before = at == 0 or claims[at - 1].end < claim.start
        if is_free_before and (at == len(claims) or claim.end < claims[at].start):
            claims.insert(at, claim)
            chosen.insert(at, problem)
    return chosen


def _claim(problem: Problem) -> Span:
    edits = problem.fix.edits if problem.fix else ()
    return Span(min(edit.span.start for edit in edits), max(edit.span.end for edit in edits))


def _is_unsafe(problem: Problem) -> bool:
    return problem.fix is not None and problem.fix.applicability == "unsafe"


class _Fixing:
    """The state of fixing one article."""

    def __init__(self, versions: Versions, *, unsafe: bool) -> None:
        self._versions = versions
        self._unsafe = unsafe
        self._fixed: Counter[str] = Counter()
        self._applied: list[Problem] = []
        self._withdrawn: list[Withdrawal] = []
        self._banned: set[tuple[str, str]] = set()
        self._is_outdated = False  # a fix was withdrawn from a text that has changed since
        self._changing = frozenset(active.rule.name for active in versions.settings.rules if active.rule.changes_body)

    def run(self, source: SourceText) -> Outcome:
        """Run rounds until nothing is left to fix."""
        version = self._versions.read(source)
        seen = {source.raw}
        least, idle = len(version.problems), 0
        while idle < MAX_ROUNDS and (batch := self._batch(version) or self._second_chance(version)):
            idle += 1
            following = self._advance(version, batch)
            if following is None:
                continue
            if following.source.raw in seen:
                self._withdraw(following.applied, "undid another fix")
                continue
            seen.add(following.source.raw)
            self._fixed.update(problem.rule for problem in following.applied)
            self._applied += following.applied
            self._is_outdated = bool(self._banned)
            version = following
            if len(version.problems) < least:
                least, idle = len(version.problems), 0
        return Outcome(
            self._versions.path,
            source,
            version.source,
            dict(self._fixed),
            list(version.problems),
            tuple(self._withdrawn),
            tuple(self._versions.faults),
            tuple(self._applied),
        )

    def _candidates(self, version: Version) -> list[Problem]:
        """Return the problems to fix; while the front matter can't be read, only that gets repaired."""
        offered = [
            problem
            for problem in version.problems
            if problem.fix
            and (self._unsafe or problem.fix.applicability == "safe")
            and (problem.rule, problem.fingerprint) not in self._banned
        ]
        if version.is_broken:
            return [problem for problem in offered if problem.rule == "front-matter/syntax"]
        return offered

    def _batch(self, version: Version) -> list[Problem]:
        """Return what one round fixes; fixes that may change the body wait for a round without any others."""
        candidates = self._candidates(version)
        quiet = [problem for problem in candidates if problem.rule not in self._changing]
        return compatible(quiet or candidates)

    def _second_chance(self, version: Version) -> list[Problem]:
        """Return fixes withdrawn earlier that may hold by now: another one has changed the article since."""
        if not self._is_outdated:
            return []
        self._is_outdated = False
        self._banned.clear()
        self._withdrawn.clear()
        return self._batch(version)

    def _advance(self, version: Version, batch: list[Problem]) -> Version | None:
        """Apply a batch, or of one that does not hold the first part that does; what never holds is withdrawn."""
        pending = [batch]
        while pending:
            part = pending.pop()
            edits = [edit for problem in part if problem.fix for edit in problem.fix.edits]
            following = self._versions.read(SourceText(apply_edits(version.source.raw, edits)), part)
            reason = objection(version, following, self._changing)
            if reason is None:
                return following
            if len(part) == 1:
                self._withdraw(part, reason)
            else:
                middle = len(part) // 2
                pending += [part[middle:], part[:middle]]
        return None

    def _withdraw(self, problems: Iterable[Problem], reason: str) -> None:
        for problem in problems:
            self._banned.add((problem.rule, problem.fingerprint))
            # The same fix, tried again after another one changed its line, is not worth a second report.
            if not any(other.problem.rule == problem.rule and other.reason == reason for other in self._withdrawn):
                self._withdrawn.append(Withdrawal(problem, reason))
