"""Which section of an article is which item of an outline, with the fewest edits.

Costs: a required section that is missing 2, a misspelt heading 1, a section that the outline does not allow 2, one
that it allows as additional 0. Among alignments of equal cost the one that matches most sections wins, so that
optional items are recognised. A moved section is a missing item and a left-over section that match exactly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import Literal

from lintarticle import patterns
from lintarticle.outline.outline import Outline, OutlineSection
from lintarticle.record import NamedTuple

MISSING, MISSPELT, UNEXPECTED = 2, 1, 2
SIMILAR = 0.6
"""How alike, 0 to 1, a heading must be to count as a misspelling: our own figure."""

_SCALE = 10_000
"""One edit outweighs every bonus for a matched section: far more than the sections of any article."""

_MOST_PAIRS = 200_000
"""The most sections times items for which order is compared, since it takes that much memory; own figure."""
_SECONDS = 5.0
"""How long all patterns may take on all headings of one level; patterns in good order take some milliseconds."""


class Step(NamedTuple):
    """One line of an alignment; `item` and `section` are indices, or None.

    `missing`: `copies` copies of the item are missing after section `after` (None: at the start). `moved`: the section
    exists but belongs after `after`.
    """

    kind: Literal["match", "misspelt", "missing", "unexpected", "additional", "moved"]
    item: int | None
    section: int | None
    after: int | None = None
    copies: int = 1


_State = tuple[int, int, int]
"""Sections read, item, copies of it found."""


class _Move(NamedTuple):
    """How a state of the search was reached: the state before, and the step taken (None for a mere advance)."""

    before: _State
    step: Step | None


def align(outline: Outline, headings: Sequence[str]) -> list[Step]:
    """Align the headings found with the items of an outline; steps come in the order of the article."""
    matcher = Matcher(outline, headings)
    if not outline.ordered or len(headings) * len(outline.items) > _MOST_PAIRS:
        return list(_unordered(outline, matcher))
    return list(_with_moves(matcher, list(_placed(_Search(outline, matcher).steps()))))


def normal_heading(text: str) -> str:
    """Fold what does not count in a heading: case, blanks, punctuation at the end."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().rstrip(".:;,!?…。：！？、 ").casefold()


class Matcher:
    """Answers whether a section is an item, exactly or by a misspelt heading."""

    def __init__(self, outline: Outline, headings: Sequence[str]) -> None:
        self.headings = [normal_heading(heading) for heading in headings]
        self._items = outline.items
        self._spent = 0.0
        self._wanted = [frozenset(map(normal_heading, item.headings)) for item in outline.items]
        self._exact = [
            {section for section, heading in enumerate(headings) if self._is_named(item, section, heading)}
            for item in range(len(outline.items))
        ]
        self._named = set().union(*self._exact)

    def matches(self, item: int, section: int) -> bool:
        """Whether the section is the item; "any section" leaves out those that another item names."""
        if self._items[item].is_any:
            return section not in self._named
        return section in self._exact[item]

    def is_misspelt(self, item: int, section: int) -> bool:
        """Whether the section's heading is nearly one of the item's, and no other item's own."""
        if section in self._named or not self._wanted[item]:
            return False
        from rapidfuzz.distance import Levenshtein

        found = self.headings[section]
        return any(
            Levenshtein.normalized_similarity(wanted, found, score_cutoff=SIMILAR) >= SIMILAR
            for wanted in self._wanted[item]
        )

    def is_exactly(self, item: int, section: int) -> bool:
        """Whether the section is one that the item names."""
        return section in self._exact[item]

    def _is_named(self, item: int, section: int, written: str) -> bool:
        pattern = self._items[item].pattern
        if not pattern:
            return self.headings[section] in self._wanted[item]
        started = perf_counter()
        found = patterns.matches(pattern, written)
        self._spent += perf_counter() - started
        if self._spent > _SECONDS:
            message = f"The patterns of an outline take too long on the headings of an article: simplify “{pattern}”."
            raise patterns.SlowPatternError(message)
        return found


class _Search:
    """The cheapest way through the states (sections read, item, copies of it found), row by row."""

    def __init__(self, outline: Outline, matcher: Matcher) -> None:
        self._items = outline.items
        self._matcher = matcher
        self._count = len(matcher.headings)
        self._extra = 0 if outline.additional else UNEXPECTED * _SCALE
        leftover: Literal["additional", "unexpected"] = "additional" if outline.additional else "unexpected"
        self._left = [Step(leftover, None, section) for section in range(self._count)]
        self._told_apart = [_told_apart(item, self._count) for item in outline.items]
        self._best: dict[_State, int] = {(0, 0, 0): 0}
        self._moves: dict[_State, _Move] = {}

    def steps(self) -> list[Step]:
        """Return the steps of the cheapest alignment."""
        past_the_end = len(self._items)
        for read in range(self._count + 1):
            for at, item in enumerate(self._items):
                for copies in range(self._told_apart[at] + 1):
                    if (read, at, copies) in self._best:
                        self._leave(item, (read, at, copies))
            end = (read, past_the_end, 0)
            if read < self._count and end in self._best:
                self._reach((read + 1, past_the_end, 0), self._extra, end, self._left[read])
        return self._way_to((self._count, past_the_end, 0))

    def _leave(self, item: OutlineSection, here: _State) -> None:
        """Try every step from a state: the next item, or the next section as it, misspelt, or left over."""
        read, at, copies = here
        lacking = max(0, item.least - copies)
        missing = Step("missing", at, None, copies=lacking) if lacking else None
        self._reach((read, at + 1, 0), lacking * MISSING * _SCALE, here, missing)
        if read == self._count:
            return
        self._reach((read + 1, at, copies), self._extra, here, self._left[read])
        if item.most is not None and copies >= item.most:
            return
        taken = (read + 1, at, min(copies + 1, self._told_apart[at]))
        if self._matcher.matches(at, read):
            self._reach(taken, -1 if item.is_any else -2, here, Step("match", at, read))
        elif self._matcher.is_misspelt(at, read):
            self._reach(taken, MISSPELT * _SCALE - 2, here, Step("misspelt", at, read))

    def _reach(self, state: _State, price: int, before: _State, step: Step | None) -> None:
        total = self._best[before] + price
        if total < self._best.get(state, total + 1):
            self._best[state] = total
            self._moves[state] = _Move(before, step)

    def _way_to(self, state: _State) -> list[Step]:
        steps: list[Step] = []
        while move := self._moves.get(state):
            if move.step:
                steps.append(move.step)
            state = move.before
        return steps[::-1]


def _told_apart(item: OutlineSection, sections: int) -> int:
    """Return how many copies of an item are worth telling apart: beyond its bounds, more is the same."""
    return min(item.least if item.most is None else item.most, sections)


def _placed(steps: Sequence[Step]) -> Iterator[Step]:
    """Find, for each missing item, the section of the outline that it belongs after."""
    last = None
    for step in steps:
        if step.kind in ("match", "misspelt"):
            last = step.section
        yield step._replace(after=last) if step.kind == "missing" else step


def _with_moves(matcher: Matcher, steps: Sequence[Step]) -> Iterator[Step]:
    """Turn a missing item and the left-over section that it matches into one move."""
    gaps = {step.item: step for step in steps if step.kind == "missing" and step.item is not None}
    moved: dict[int | None, Step] = {}
    for step in steps:
        if step.kind not in ("unexpected", "additional") or step.section is None:
            continue
        item = next((at for at, gap in gaps.items() if gap.copies and matcher.is_exactly(at, step.section)), None)
        if item is not None:
            moved[step.section] = Step("moved", item, step.section, gaps[item].after)
            gaps[item] = gaps[item]._replace(copies=gaps[item].copies - 1)
    for step in steps:
        if step.kind != "missing" or step.item is None:
            yield moved.get(step.section, step)
        elif gaps[step.item].copies:
            yield gaps[step.item]


def _unordered(outline: Outline, matcher: Matcher) -> Iterator[Step]:
    """Give every section to an item with room, required ones first; what is left over may be misspelt."""
    sections = range(len(matcher.headings))
    held: list[list[int]] = [[] for _ in outline.items]

    def give(section: int, room: Sequence[int], tried: set[int]) -> bool:
        for at in range(len(held)):
            if at in tried or not matcher.matches(at, section):
                continue
            tried.add(at)
            if len(held[at]) < room[at]:
                held[at].append(section)
                return True
            for place, other in enumerate(held[at]):
                if give(other, room, tried):
                    held[at][place] = section
                    return True
        return False

    required = [item.least for item in outline.items]
    allowed = [len(sections) if item.most is None else item.most for item in outline.items]
    left = [section for section in sections if not give(section, required, set())]
    left = [section for section in left if not give(section, allowed, set())]
    matched = {section: Step("match", at, section) for at, taken in enumerate(held) for section in taken}
    lacking = {at: required[at] - len(taken) for at, taken in enumerate(held) if len(taken) < required[at]}
    for section in left:
        at = next((at for at, count in lacking.items() if count and matcher.is_misspelt(at, section)), None)
        if at is None:
            matched[section] = Step("additional" if outline.additional else "unexpected", None, section)
        else:
            lacking[at] -= 1
            matched[section] = Step("misspelt", at, section)
    yield from (matched[section] for section in sections)
    yield from (Step("missing", at, None, copies=count) for at, count in lacking.items() if count)
