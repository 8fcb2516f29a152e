"""Alignment of sections and outline items: never dearer than a brute-force search, one problem for one change."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.outline.align import MISSING, MISSPELT, UNEXPECTED, Matcher, Step, align
from lintarticle.outline.outline import Outline, OutlineSection
from lintarticle.patterns import SlowPatternError

NAMES = [
    "Summary", "Background", "What happened", "Reactions", "Method", "Findings", "Costs", "Timeline", "Interview",
    "Photographs", "Corrections", "Further reading", "Next steps", "Questions", "Glossary", "Harbour", "Weather",
    "Railways", "Museums", "Kitchen", "Voices", "Letters", "Obituary", "Schedule", "Tickets", "Directions",
    "Acknowledgements", "Zoning", "Budget", "Elections",
]  # fmt: skip


def outline_of(*names: str, additional: bool = True, ordered: bool = True) -> Outline:
    return Outline(tuple(OutlineSection(headings=(name,)) for name in names), additional, ordered)


def told(outline: Outline, headings: list[str]) -> list[tuple[str, int | None, int | None]]:
    steps = align(outline, headings)
    return [(step.kind, step.item, step.section) for step in steps if step.kind not in ("match", "additional")]


def cost(outline: Outline, steps: list[Step]) -> int:
    """Price the steps of an alignment; a move is the two edits it stands for."""
    unexpected = 0 if outline.additional else UNEXPECTED
    prices = {"misspelt": MISSPELT, "missing": MISSING, "unexpected": unexpected, "moved": MISSING + unexpected}
    return sum(prices.get(step.kind, 0) * step.copies for step in steps)


@cache
def cheapest(items: tuple[OutlineSection, ...], headings: tuple[str, ...], *, additional: bool) -> int:
    """Try everything for the cost of the best alignment."""
    matcher = Matcher(Outline(items, additional), headings)
    extra = 0 if additional else UNEXPECTED

    def rest(read: int, at: int, copies: int) -> int:
        if at == len(items):
            return (len(headings) - read) * extra
        item = items[at]
        ways = [max(0, item.least - copies) * MISSING + rest(read, at + 1, 0)]
        if read < len(headings):
            ways.append(extra + rest(read + 1, at, copies))
            if item.most is None or copies < item.most:
                if matcher.matches(at, read):
                    ways.append(rest(read + 1, at, copies + 1))
                elif matcher.is_misspelt(at, read):
                    ways.append(MISSPELT + rest(read + 1, at, copies + 1))
        return min(ways)

    return rest(0, 0, 0)


_words = st.sampled_from(["Alpha", "Alpho", "Beta", "Betta", "Gamma", "Delta"])
_bounds = st.sampled_from([(0, 1), (1, 1), (0, None), (1, None), (2, 3), (1, 2)])
_items = st.builds(
    lambda heading, bounds: OutlineSection(headings=(heading,) if heading else (), least=bounds[0], most=bounds[1]),
    st.one_of(st.just(""), _words),
    _bounds,
)


@given(st.lists(_items, max_size=4), st.lists(_words, max_size=5), st.booleans())
def test_no_alignment_is_cheaper(items: list[OutlineSection], headings: list[str], additional: bool) -> None:
    outline = Outline(tuple(items), additional)
    assert cost(outline, align(outline, headings)) == cheapest(tuple(items), tuple(headings), additional=additional)


@st.composite
def _changed(draw: st.DrawFn) -> tuple[int, int, int, bool]:
    size = draw(st.integers(3, 30))
    return size, draw(st.integers(0, size - 1)), draw(st.integers(0, size - 1)), draw(st.booleans())


@given(_changed())
def test_one_misspelt_heading_is_one_problem(change: tuple[int, int, int, bool]) -> None:
    size, at, _, additional = change
    headings = NAMES[:size]
    headings[at] = headings[at][:2] + headings[at][3:]
    assert told(outline_of(*NAMES[:size], additional=additional), headings) == [("misspelt", at, at)]


@given(_changed())
def test_one_missing_section_is_one_problem(change: tuple[int, int, int, bool]) -> None:
    size, at, _, additional = change
    headings = NAMES[:at] + NAMES[at + 1 : size]
    assert told(outline_of(*NAMES[:size], additional=additional), headings) == [("missing", at, None)]


@given(_changed())
def test_one_extra_section_is_one_problem_where_none_may_be_added(change: tuple[int, int, int, bool]) -> None:
    size, at, _, _ = change
    headings = [*NAMES[:at], "A word of thanks from us all", *NAMES[at:size]]
    assert told(outline_of(*NAMES[:size], additional=False), headings) == [("unexpected", None, at)]
    assert told(outline_of(*NAMES[:size]), headings) == []


@given(_changed())
def test_one_moved_section_is_one_problem(change: tuple[int, int, int, bool]) -> None:
    size, source, target, additional = change
    headings = NAMES[:size]
    headings.insert(target, headings.pop(source))
    kinds = [kind for kind, _, _ in told(outline_of(*NAMES[:size], additional=additional), headings)]
    assert kinds == ([] if source == target else ["moved"])
    assert told(outline_of(*NAMES[:size], additional=additional, ordered=False), headings) == []


@pytest.mark.parametrize("ordered", [True, False])
def test_any_section_leaves_the_named_ones_to_their_items(ordered: bool) -> None:
    outline = Outline(
        (OutlineSection(headings=("Summary",)), OutlineSection(least=2, most=3), OutlineSection(headings=("Ending",))),
        additional=False,
        ordered=ordered,
    )
    assert told(outline, ["Summary", "One", "Two", "Ending"]) == []
    assert told(outline, ["Summary", "One", "Ending"]) == [("missing", 1, None)]
    assert told(outline, ["Summary", "One", "Two", "Three", "Four", "Ending"])[0][0] == "unexpected"


def test_unordered_items_with_overlapping_patterns_find_the_full_match() -> None:
    outline = Outline((OutlineSection(pattern="Part .*"), OutlineSection(headings=("Part one",))), ordered=False)
    assert told(outline, ["Part one", "Part two"]) == []


def test_a_pattern_that_never_ends_is_refused() -> None:
    with pytest.raises(SlowPatternError, match="takes too long"):
        align(Outline((OutlineSection(pattern="(a|a)+$"),)), ["a" * 300 + "!"])


def test_headings_fold_case_blanks_and_closing_punctuation() -> None:
    assert told(outline_of("Looking ahead", "Fazit"), ["looking  AHEAD …", "FAZIT:"]) == []
