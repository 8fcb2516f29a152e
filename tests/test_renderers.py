"""Renderers have the last word: what they show is what we report, and safe fixes make them show what was meant.

A renderer that is not installed is named, and what needs it is skipped.
"""

from __future__ import annotations

import json
import re
import runpy
from collections import defaultdict
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from case_files import CASES, Case, applied, read_cases, run_case
from real_data import CORPORA

RENDERERS: dict[str, Any] = runpy.run_path(
    str(Path(__file__).parent.parent / "benchmarks" / "renderers.py"), run_name="renderers"
)

WITH_SAFE_FIXES = [
    case
    for path in sorted((CASES / "rendering").glob("*.md"))
    for case in read_cases(path)
    if any(fix.applicability == "safe" for fix in run_case(case).fixes)
]


_TABLE = "p table thead tbody tr th td"

MEANT = {
    "rendering/accidental-list": ("p ol li", ".0123456789"),
    "rendering/amount-as-math": ("", ""),
    "rendering/broken-heading": ("p h1 h2 h3 h4 h5 h6", "#"),
    "rendering/broken-link": ("a img", "[]()!"),
    "rendering/broken-table": (_TABLE, "|:-=+–—"),
    "rendering/escaped-markup": ("", ""),
    "rendering/list-in-text": ("p ol ul li", "-.0123456789"),
    "rendering/literal-emphasis": ("em strong", "*_"),
    "rendering/unclosed-fence": ("", ""),
    "rendering/unpaired-tag": ("", ""),
}
"""Rule → the elements that its safe fixes add or take away, and the marks that are no longer text or are text again."""

_MAY_SHOW_THE_SAME = ("rendering/amount-as-math", "rendering/unclosed-fence")
"""Rules whose fix may leave the page as it is: none of these programs knows formulas, and fences end with the file."""

_CODES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_VOID = frozenset(("br", "hr", "img", "input"))


class _Page(HTMLParser):
    """Splits a page into its blocks, and each into its elements and the characters of its text, blanks left out.

    The alternative text of an image is text. Addresses of links and images are in `addresses`.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[list[str]] = [[]]
        self.addresses: list[str] = []
        self._depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._depth:
            self.blocks.append([])
        named = dict(attrs)
        self.addresses += [value for name in ("href", "src") if (value := named.get(name))]
        self.blocks[-1].append(f"<{tag} {named}>")
        self.handle_data(named.get("alt") or "")
        self._depth += tag not in _VOID

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.blocks[-1].append(f"</{tag}>")
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += "".join(data.split())

    def but(self, elements: str, marks: str, addresses: Sequence[str]) -> list[str]:
        """Return all of the page but some elements, marks and addresses."""
        left_out = re.compile(rf"</?(?:{'|'.join(elements.split()) or '(?!)'})(?: .*)?>")
        kept = [each for block in self.blocks for each in block if not left_out.fullmatch(each)]
        text = "\n".join(each if len(each) > 1 else f"\0{each}" for each in kept)
        for address in addresses:
            for written in (address, address.replace("%20", "")):
                text = text.replace("\n".join(f"\0{character}" for character in written), "")
        return [each for each in text.split("\n") if each and (len(each) > 2 or each[1] not in marks)]


def _same(old: list[list[str]], new: list[list[str]]) -> int:
    """Count the blocks with which two pages begin alike."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False)))


def _changed(before: str, after: str) -> int:
    """Count the blocks of a page from the first to the last that is not the same afterwards."""
    old, new = _Page(before).blocks, _Page(after).blocks
    same = _same(old, new)
    same_end = _same(old[same:][::-1], new[same:][::-1])
    return len(old) - same - same_end


def as_meant(page: str) -> str:
    """Return a page in which no code of a character is visible."""
    return _CODES.sub(lambda codes: str(json.loads(f'"{codes[0]}"')), page.replace("&amp;", "&"))


def program(renderer: str) -> Any:  # noqa: ANN401 - what the benchmark calls a program
    if renderer == "pandoc":
        pytest.skip("Pandoc reads lists differently from every renderer here")
    found = RENDERERS["program_for"](renderer)
    if not found.is_here():
        pytest.skip(f"{found.name} is not installed")
    return found


@pytest.mark.parametrize("renderer", ["its own", "github"])
@pytest.mark.parametrize("case", WITH_SAFE_FIXES, ids=lambda case: case.id)
def test_safe_fixes_change_the_elements_that_are_meant_and_nothing_else(case: Case, renderer: str) -> None:
    own = case.config.get("renderer", "github")
    pages = program(own if renderer == "its own" else renderer).render([case.article, run_case(case).safe])
    if case.rule == "rendering/escaped-markup":
        assert pages[0] != pages[1]
        pages = [as_meant(page) for page in pages]
    before, after = map(_Page, pages)
    elements, marks = MEANT[case.rule]
    assert before.but(elements, marks, after.addresses) == after.but(elements, marks, after.addresses)
    if renderer == "its own" and case.rule not in (*_MAY_SHOW_THE_SAME, "rendering/escaped-markup"):
        assert pages[0] != pages[1]


@pytest.mark.parametrize("renderer", ["its own", "github"])
@pytest.mark.parametrize("case", WITH_SAFE_FIXES, ids=lambda case: case.id)
def test_a_safe_fix_changes_one_block(case: Case, renderer: str) -> None:
    own = case.config.get("renderer", "github")
    fixes = [fix for fix in run_case(case).fixes if fix.applicability == "safe"]
    articles = [case.article, *(applied(case.article, (fix,)) for fix in fixes)]
    before, *pages = program(own if renderer == "its own" else renderer).render(articles)
    most = 2 if case.rule == "rendering/accidental-list" else 1  # a paragraph, and the list that its second half was
    assert [_changed(before, page) for page in pages if _changed(before, page) > most] == []


@pytest.mark.corpora
def test_what_renderers_show_in_real_articles_is_what_is_reported() -> None:
    if not CORPORA.is_dir():
        pytest.skip(f"no real articles at {CORPORA}")
    compared, missing = RENDERERS["compare_all"](CORPORA)
    if not compared:
        pytest.skip(f"not installed: {', '.join(missing)}")
    by_kind = defaultdict(list)
    for each in compared:
        by_kind[each.kind].append(each)
    shares = {kind: RENDERERS["agreement"](found) for kind, found in by_kind.items()}
    assert {kind: share for kind, share in shares.items() if share < 0.99} == {}
