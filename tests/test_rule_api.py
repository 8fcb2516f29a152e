"""What `lintarticle.rule` promises to those who write rules."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
from case_files import CASES, read_cases

from lintarticle.article.article import folded
from lintarticle.article.article_reader import ArticleReader
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.linter import lint
from lintarticle.rule import (
    Article,
    Context,
    Finding,
    Findings,
    Option,
    Options,
    Rule,
    Severity,
    Span,
    TextPattern,
    finder,
    rule,
)
from lintarticle.rules import ALL
from lintarticle.source import SourceText

CONTEXT = Context(date(2026, 1, 31))


class Longest(Options):
    max: Annotated[int, Option("Maximum length.")] = 3


class Other(Options):
    pass


def _at_start(message: object) -> Findings:
    yield Finding(Span(0, 0), str(message))


def plain(article: Article) -> Findings:
    return _at_start(len(article.text))


def with_context(article: Article, context: Context) -> Findings:
    return _at_start(context.today)


def with_options(article: Article, options: Longest) -> Findings:
    return _at_start(options.max)


def with_both(article: Article, options: Longest, context: Context) -> Findings:
    return _at_start((options.max, context.today.year))


def article(text: str) -> Article:
    return ArticleReader().read("a.md", SourceText(text))


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (rule(plain, Severity.ERROR), "5"),
        (rule(with_context, None), "2026-01-31"),
        (rule(with_options, Severity.INFO, options=Longest), "3"),
        (rule(with_both, Severity.INFO, options=Longest), "(3, 2026)"),
    ],
)
def test_a_check_takes_what_it_uses(made: Rule, message: str) -> None:
    findings = list(made.findings(article("Text\n"), made.options(), CONTEXT))
    assert [finding.message for finding in findings] == [message]


@pytest.mark.parametrize(
    ("looks_at", "text", "expected"),
    [
        ("", "", True),
        ("images", "Text\n", False),
        ("images", "![a](b.png)\n", True),
        ("links", "[a](b)\n", True),
        ("headings", "Text\n", False),
        ("front matter", "---\na: b\n---\n", True),
        ("tags", "---\nkeywords: [a]\n---\n", True),
        ("tags", "---\ntags: []\n---\n", False),
        ("title", "---\ntitle: A\n---\n", True),
        ("slug", "---\ntitle: A\n---\n", False),
    ],
)
def test_a_rule_is_skipped_without_what_it_looks_at(looks_at: str, text: str, expected: bool) -> None:
    assert bool(finder(looks_at)(article(text), CONTEXT)) is expected


WITH_PATTERNS = [rule for rule in ALL if rule.patterns]


@pytest.mark.parametrize("made", WITH_PATTERNS, ids=lambda made: made.name)
def test_a_pattern_matches_only_where_one_of_its_signs_is(made: Rule) -> None:
    matched = 0
    for case in read_cases(CASES / f"{made.name}.md"):
        for pattern in made.patterns:
            assert all(sign in (folded(sign), sign.upper()) for sign in pattern.signs)
            if pattern.matches(article(case.article)):
                matched += 1
                assert any(sign in folded(case.article) + case.article for sign in pattern.signs), case.id
    assert matched


def test_signs_that_overlap_are_both_found() -> None:
    ran: list[str] = []

    def made(name: str, sign: str) -> Rule:
        def check(article: Article) -> Findings:
            ran.append(name)
            return iter(())

        check.__module__ = f"lintarticle.rules.test.{name}"
        return rule(check, Severity.INFO, patterns=(TextPattern("x", signs=(sign,)),))

    rules = (made("a", "as a"), made("b", "attached"), made("c", "x"), made("d", "it's"))
    active = tuple(ActiveRule(each, Severity.INFO, each.options()) for each in rules)
    lint(article("It’s AS Attached.\n"), Settings(rules=active), CONTEXT)
    assert ran == ["a", "b", "d"]


def test_an_article_about_the_topic_is_left_alone() -> None:
    pattern = TextPattern(r"\blorem\b", signs=("lorem",), unless="filler")
    assert [match.start() for match in pattern.matches(article("A lorem, `lorem`, lorem.\n"))] == [2, 18]
    assert pattern.matches(article("A lorem is filler.\n")) == []


MISUSES = {
    "the wrong options": "rule(with_options, None, options=Other)",
    "no options": "rule(with_both, None)",
    "options that the check does not take": "rule(plain, None, options=Longest)",
    "an unknown fact": "rule(plain, None, looks=1)",
    "a wrong kind of fix": 'rule(plain, None, fix=("sure",))',
}


def test_a_misused_rule_is_a_type_error(tmp_path: Path) -> None:
    source = Path(__file__).read_text("utf-8")
    program = tmp_path / "misuses.py"
    program.write_text("\n".join([source, *MISUSES.values()]), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(program)],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "MYPYPATH": str(Path(__file__).parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    first = source.count("\n") + 1
    lines = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    assert lines == {first + number for number in range(1, len(MISUSES) + 1)}, done.stdout
