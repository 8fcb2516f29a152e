"""What holds for the fixes of every rule, on its own cases and on articles made at random."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from case_files import Case, case_files, read_cases, situation
from hypothesis import given, settings
from hypothesis import strategies as st

from lintarticle.article.article_reader import ArticleReader
from lintarticle.config.configuration import resolve
from lintarticle.config.layer import Layer
from lintarticle.config.settings import Settings
from lintarticle.fixer import fix_source
from lintarticle.fixer.versions import Versions
from lintarticle.rule import Context
from lintarticle.rules import ALL
from lintarticle.source import SourceText


def fixable_cases() -> Iterator[Case]:
    """Yield the cases with a fix, those of rules about the whole site left out: they need its other articles."""
    for path in case_files():
        if path.parent.name == "site":
            continue
        yield from (case for case in read_cases(path) if case.fixed not in (None, case.article))


@pytest.mark.parametrize("case", list(fixable_cases()), ids=lambda case: case.id)
def test_the_fixes_of_every_case_hold(case: Case) -> None:
    """The fixer proves each: problem gone, other metadata kept, body kept where the manual promises that."""
    with situation(case) as (rules, context):
        outcome = fix_source(Versions(case.path, rules, context), SourceText(case.article), unsafe=True)
        again = fix_source(Versions(case.path, rules, context), outcome.after, unsafe=True)
    assert [(problem.message, reason) for problem, reason in outcome.withdrawn] == []
    assert outcome.is_changed
    assert not again.is_changed


# --- articles made at random ----------------------------------------------------------------------------------

KEYS = st.sampled_from(
    [
        "title: Tides of the north.",
        "title: '**Tides** of the north'",
        "title: 1.10",
        "excerpt: About *the tides* of the north and how to read them.",
        "description: >-\n  About <b>the tides</b>\n  of the north.",
        "tags: ['#sea', moon, Moon, sea]",
        'tags:\n- sea # full\n- sea\n- "#moon"',
        "tags: sea, moon, sea",
        "date: 2026-01-31",
        "slug: Tides of the North",
        "draft: no",
        "series: [a, b] # kept",
        "place:\n  town: Harbour\n  version: 1.10",
        "# lintarticle-disable-line tags/count: nothing",
        'illustrations:\n  - type: hero\n    placement: after "The hieght"\n    description: Water\n    prompt: Water',
    ]
)
PARTS = st.sampled_from(
    [
        "# Tides of the north.",
        "Water comes and *goes*, twice a day.",
        "The link has been copied!",
        "## The height",
        "## ",
        "#### Too deep.",
        "![image of a harbour](harbour.png)",
        "[A link](https://example.org/a?utm_source=x&b=1) and http://example.org.",
        "[unused]: https://example.org",
        "```text\nThe link has been copied!\n# No heading.\n```",
        "* one\n* two\n\n  more",
        "A zero\u200bwidth space and a \ufeffmark.",
        "It\u00e2\u20ac\u2122s garbled.",
        "<!-- lintarticle-disable-next-line tags/missing -->",
        "| a | b |\n| - | - |\n| 1 | 2 |",
        "> A quotation :contentReference[oaicite:0]{index=0}",
        "**Bold as a heading**",
    ]
)
BLOCKS = st.sampled_from(
    [
        "",
        "\n---\n\n**SEO Excerpt:** About the tides.\n\n**SEO Tags:** sea, moon, sea\n",
        "\n---\n\n**Slug:** tides\n\n**Illustrations:**\n\n1. **Hero Image** (Top of post): Water.\nCopy link\n",
    ]
)
CONTEXT = Context(date(2026, 1, 31))


def key_of(entry: str) -> str:
    return entry.partition(":")[0]


@st.composite
def articles(draw: st.DrawFn) -> str:
    entries = draw(st.lists(KEYS, max_size=6, unique_by=key_of))
    parts = draw(st.lists(PARTS, min_size=1, max_size=8, unique=True))
    marked = [f"{part}\n\nMark {number}." for number, part in enumerate(parts)]
    front_matter = "\n".join(["---", *entries, "---", "", ""]) if entries else ""
    text = front_matter + "\n\n".join(marked) + "\n" + draw(BLOCKS)
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    text = "\ufeff" + text if draw(st.booleans()) else text
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def every_rule() -> Settings:
    """Return settings with all rules on but those that contradict a writer's choice of dialect."""
    return resolve((Layer(add=tuple(rule.name for rule in ALL)),))


@settings(max_examples=60, deadline=None)
@given(articles(), st.booleans())
def test_fixing_twice_equals_fixing_once_and_loses_nothing(text: str, unsafe: bool) -> None:
    rules = every_rule()
    outcome = fix_source(Versions("tides.md", rules, CONTEXT), SourceText(text), unsafe=unsafe)
    assert [(problem.rule, reason) for problem, reason in outcome.withdrawn] == []
    assert outcome.faults == ()
    after = outcome.after.raw
    again = fix_source(Versions("tides.md", rules, CONTEXT), outcome.after, unsafe=unsafe)
    assert again.after.raw == after
    marks = [line for line in outcome.before.text.split("\n") if line.startswith("Mark ")]
    assert [line for line in outcome.after.text.split("\n") if line.startswith("Mark ")] == marks
    assert after.count("\n") == after.count("\r\n") or "\r\n" not in text
    assert "# kept" in after or "# kept" not in text
    assert outcome.before.raw == text


@settings(max_examples=40, deadline=None)
@given(articles())
def test_nothing_but_its_syntax_is_fixed_in_front_matter_that_cannot_be_read(text: str) -> None:
    broken = "---\nnote: a: b\n" + text.removeprefix("\ufeff").replace("\r\n", "\n").removeprefix("---\n")
    if "\n---\n" not in broken:
        return
    rules = every_rule()
    others = rules.replaced(rules=tuple(each for each in rules.rules if each.rule.name != "front-matter/syntax"))
    assert any(fault.kind == "syntax" for fault in ArticleReader().read("tides.md", SourceText(broken)).faults)
    assert not fix_source(Versions("tides.md", others, CONTEXT), SourceText(broken), unsafe=True).is_changed
    repaired = fix_source(Versions("tides.md", rules, CONTEXT), SourceText(broken), unsafe=True)
    assert set(repaired.fixed) == set() or repaired.fixed.get("front-matter/syntax", 0) >= 1
