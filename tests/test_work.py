"""The work for an article grows with its length only: calls are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from lintarticle.config.configuration import Configuration
from lintarticle.config.settings import Settings
from lintarticle.fixer import fix_source
from lintarticle.fixer.versions import Versions
from lintarticle.linter import lint_source
from lintarticle.rule import Context
from lintarticle.source import SourceText

CONTEXT = Context(date(2026, 1, 31))
BODY = "\n---\n\n# A\n\nSome words.\n"

# A head, a unit that is repeated (`§` is its number), a tail.
SHAPES = {
    "tags with a sign": ("---\ntags:\n", "  - '#t§'\n", BODY),
    "equal tags": ("---\ntags:\n", "  - t\n", BODY),
    "equal tags in brackets": ("---\ntags: [", "t, ", "]" + BODY),
    "null tags": ("---\ntags:\n", "  -\n", BODY),
    "tags of JSON": ('{"tags": [', '"#t§", ', '"z"]}\n\n# A\n'),
    "tags of TOML": ("+++\ntags = [", '"#t§", ', "]\n+++\n\n# A\n"),
    "keys": ("---\n", "k§: v\n", BODY),
    "keys of JSON": ('{"a": 1', ', "k§": 1', "}\n\n# A\n"),
    "equal keys of JSON": ('{"a": 1', ', "k": 1', "}\n\n# A\n"),
    "illustrations": ("---\nillustrations:\n", "  - type: photo\n    placement: top\n", BODY),
    "headings": ("", "## Part §\n\nWords.\n\n", ""),
    "links": ("# A\n\n", "[a](#part-§)\n\n", ""),
    "definitions": ("# A\n\n", "[a][r§]\n\n[r§]: b\n\n", ""),
    "footnotes": ("# A\n\n", "a[^§]\n\n[^§]: b\n\n", ""),
    "images": ("# A\n\n", "![a§](b§.png)\n\n", ""),
    "brackets": ("# A\n\n", "![", ""),
    "rows": ("# A\n\n| a | b |\n|---|---|\n", "| a | b |\n", ""),
    "open anchors": ("# A\n\n", "## a {# {# {#\n", ""),
    "open shortcodes": ("# A\n\n", "{{< a ", ""),
    "suppressions": ("# A\n\n", "<!-- lintarticle-disable-next-line links/empty -->\n[a]()\n\n", ""),
    "labels": ("# A\n\nWords.\n\n---\n\n", "**SEO Excerpt:** Words.\n\n", ""),
    "labels without value": ("# A\n\nWords.\n\n---\n\n", "**SEO Excerpt:**\n\n", ""),
    "briefs": (
        "# A\n\nWords.\n\n---\n\n**SEO Excerpt:** a\n\n",
        "**Suggested Illustrations:**\n\n1. **Hero** (Top of post): Ships. Prompt: “ships”\n\n",
        "",
    ),
    "placeholders": ("# A\n\n", "[Your name here §]\n\n", ""),
}


def text(shape: tuple[str, str, str], count: int) -> SourceText:
    head, unit, tail = shape
    return SourceText(head + "".join(unit.replace("§", str(number)) for number in range(count)) + tail)


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called, those of C counted too."""
    count = 0

    def note(frame: FrameType, event: str, given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Configuration(Path()).settings_for("a.md")


@pytest.mark.parametrize("name", SHAPES)
def test_twice_the_text_is_twice_the_work(name: str, settings: Settings) -> None:
    def work(count: int) -> int:
        source = text(SHAPES[name], count)
        return calls(lambda: lint_source("a.md", source, settings, CONTEXT))

    work(5)  # what is imported and compiled once
    small, large = work(100), work(400)
    assert large < 5.5 * small


@pytest.mark.parametrize("name", ["tags with a sign", "equal tags", "equal tags in brackets", "tags of JSON"])
def test_fixes_are_no_more_work_for_each(name: str, settings: Settings) -> None:
    def work(count: int) -> int:
        source = text(SHAPES[name], count)
        return calls(lambda: fix_source(Versions("a.md", settings, CONTEXT), source, unsafe=True))

    work(5)
    small, large = work(100), work(400)
    assert large < 9 * small  # equal neighbours take turns, half of them in each round
