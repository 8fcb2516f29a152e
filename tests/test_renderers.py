"""Renderers have the last word: what they show is what we report, and safe fixes make them show what was meant.

A renderer that is not installed is named, and what needs it is skipped.
"""

from __future__ import annotations

import runpy
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from case_files import CASES, Case, read_cases, run_case
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


_MAY_SHOW_THE_SAME = ("rendering/unclosed-fence",)
"""Rules whose fix may leave the page as it is: a fence at the end of the file is closed there anyway."""


class _Page(HTMLParser):
    """Collects what a page says: its text, the alt text of its images, and the addresses of links and images."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "alt":
                self.text += f" {value} "
            if name in ("href", "src") and value:
                self.addresses.append(value)

    def handle_data(self, data: str) -> None:
        self.text += data


def letters(text: str) -> str:
    """Return the letters of a text; digits may become the numbers of a list."""
    return "".join(character for character in text if character.isalpha())


def program(renderer: str) -> Any:  # noqa: ANN401 - what the benchmark calls a program
    if renderer == "pandoc":
        pytest.skip("Pandoc reads lists in another way than all that are here")
    found = RENDERERS["program_for"](renderer)
    if not found.is_here():
        pytest.skip(f"{found.name} is not installed")
    return found


@pytest.mark.parametrize("case", WITH_SAFE_FIXES, ids=lambda case: case.id)
def test_a_safe_fix_changes_the_marks_and_no_word(case: Case) -> None:
    renderer = program(case.config.get("renderer", "github"))
    pages = renderer.render([case.article, run_case(case).safe])
    before, after = map(_Page, pages)
    was, is_now = before.text, after.text
    for address in after.addresses:
        was, is_now = (text.replace(address, "").replace(address.replace("%20", " "), "") for text in (was, is_now))
    assert letters(was) == letters(is_now)
    assert pages[0] != pages[1] or case.rule in _MAY_SHOW_THE_SAME


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
