"""Fingerprints stay with a problem through edits elsewhere, moves and renames."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lintarticle.problem import Problem
from lintarticle.programs import check_text

FRONT = "---\ntitle: The tide tables\ntags: [sea, sea]\n---\n"

SECTIONS = (
    "## The first sheets\n\nThey were drawn by hand. [here](#nowhere)\n\n![](a.png)\n\n",
    "## The keepers\n\n",
    "## The press\n\nIt came late.\n\n![](a.png)\n\n#### Too deep\n\nText.\n\n---\n\n",
    "## The harbour\n\nIt was small.\n\n",
)

PADDING = "".join(f"A new line number {number} of harmless text.\n" for number in range(25))
"""Fifty lines, with the blank ones between them."""


RULES = frozenset(
    {"tags/duplicate", "excerpt/missing", "structure/empty-section", "structure/skipped-level", "images/alt-missing"}
)
"""What the sample breaks: at the closing fence, in front matter, on two identical lines, on headings."""


def article(sections: Sequence[str] = SECTIONS, *, front: str = FRONT) -> str:
    return f"{front}\nThe tables of the tides.\n\n{''.join(sections)}"


def known(text: str, path: str = "posts/a.md") -> dict[str, str]:
    """Return fingerprint → rule of the problems of a text."""
    problems = problems_of(text, path)
    found = {problem.fingerprint: problem.rule for problem in problems}
    assert len(found) == len(problems), "two problems with one fingerprint"
    return found


def problems_of(text: str, path: str = "posts/a.md") -> list[Problem]:
    return [problem for problem in check_text(text, path) if problem.rule in RULES]


def test_the_sample_has_problems_of_every_kind() -> None:
    found = problems_of(article())
    assert {problem.rule for problem in found} == RULES
    fences = [problem for problem in found if article().splitlines()[problem.start.line - 1] == "---"]
    assert fences, "a problem at the closing fence"


@pytest.mark.parametrize(
    "changed",
    [
        article().replace("The tables of", PADDING.replace("\n", "\n\n") + "\nThe tables of"),
        article(SECTIONS[::-1]),
        article((SECTIONS[2], SECTIONS[0], SECTIONS[3], SECTIONS[1])),
        article().replace("\n", "\r\n"),
        "\ufeff" + article(),
        article(front="---\nlang: en\ntitle: The tide tables\ntags: [sea, sea]\nauthor: A. Keeper\n---\n"),
        article().replace("## The keepers", "##   The  keepers  "),
    ],
    ids=["fifty lines above", "reversed", "reordered", "CRLF", "BOM", "more fields", "respaced"],
)
def test_untouched_problems_keep_their_fingerprints(changed: str) -> None:
    before = known(article())
    after = known(changed)
    lost = {rule for fingerprint, rule in before.items() if fingerprint not in after}
    assert lost == set()


def test_a_rename_changes_no_fingerprint() -> None:
    assert known(article(), "b/c d.md") == known(article())


def test_a_repaired_problem_takes_only_its_own_fingerprint_along() -> None:
    before = known(article())
    after = known(article().replace("[sea, sea]", "[sea]"))
    assert [before[gone] for gone in before.keys() - after.keys()] == ["tags/duplicate"]


def test_one_of_two_identical_lines_repaired_takes_one_fingerprint_along() -> None:
    before = known(article())
    after = known(article().replace("![](a.png)", "![The first sheet](a.png)", 1))
    assert sorted(before[gone] for gone in before.keys() - after.keys()) == ["images/alt-missing"]


def at_a_fence(problems: Sequence[Problem], text: str) -> set[str]:
    lines = text.splitlines()
    return {problem.fingerprint for problem in problems if lines[problem.start.line - 1] == "---"}


def test_problems_at_a_fence_differ_from_article_to_article() -> None:
    first, second = article(), article(front=FRONT.replace("tide tables", "lamps"))
    fences = at_a_fence(problems_of(first), first), at_a_fence(problems_of(second), second)
    assert fences[0]
    assert fences[1]
    assert fences[0].isdisjoint(fences[1])
