"""Articles with one breakage each, and their clean twins: one problem at the right place, and none.

A file of `tests/rendering/planted/`: settings as `key: value` lines (`preset`, `path`), then `=== broken` with the
article, in which `⟦…⟧` are around what must be reported, then `=== clean` with its twin. Its name is that of
the rule, `family--rule` or `family--rule--case`.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from lintarticle.config.configuration import resolve
from lintarticle.config.layers import read_presets
from lintarticle.linter import lint_source
from lintarticle.problem import Problem
from lintarticle.rule import Context
from lintarticle.source import SourceText

PLANTED = Path(__file__).parent / "rendering" / "planted"

HEAD = """\
---
title: Tide tables
description: How to read the sheets on the harbor office wall, column by column, before you cast off.
tags: [tides]
---

![The sheets on the wall of the harbor office](https://example.org/sheets.jpg)

"""
"""What stands above every planted article, so that no other rule has anything to say."""


class Planted(NamedTuple):
    """A broken article and its clean twin; `start` and `end` are offsets of the breakage."""

    rule: str
    preset: str
    path: str
    broken: str
    clean: str
    start: int
    end: int


def read_planted(file: Path) -> Planted:
    head, broken, clean = re.split(r"^=== (?:broken|clean)\n", file.read_text("utf-8"), flags=re.MULTILINE)
    settings = dict(re.findall(r"^(\w+): (.+)$", head, re.MULTILINE))
    assert settings.keys() <= {"preset", "path"}
    broken = HEAD + broken.strip("\n") + "\n"
    before, _, rest = broken.partition("⟦")
    inside, closing, after = rest.partition("⟧")
    assert closing, "⟦ and ⟧ must be around the breakage"
    rule = "/".join(file.stem.split("--")[:2])
    text = before + inside + after
    start, end = len(before), len(before) + len(inside)
    path = settings.get("path", "tides.md")
    return Planted(rule, settings.get("preset", ""), path, text, HEAD + clean.strip("\n") + "\n", start, end)


FILES = sorted(PLANTED.glob("*.md"))

files = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def problems(planted: Planted, text: str) -> list[Problem]:
    """Return what all rules say of an article."""
    settings = resolve(read_presets([planted.preset] if planted.preset else []).layers)
    context = Context(date(2026, 1, 31), site=settings.site, options=settings.options)
    return list(lint_source(planted.path, SourceText(text), settings, context))


@files
def test_a_planted_breakage_is_one_problem_at_its_place(file: Path) -> None:
    planted = read_planted(file)
    found = problems(planted, planted.broken)
    assert [(each.rule, planted.broken[each.start.offset : each.end.offset]) for each in found] == [
        (planted.rule, planted.broken[planted.start : planted.end])
    ]
    assert found[0].start.offset == planted.start


@files
def test_a_clean_twin_has_no_problem(file: Path) -> None:
    planted = read_planted(file)
    assert problems(planted, planted.clean) == []


def test_there_are_enough_planted_articles() -> None:
    assert FILES
