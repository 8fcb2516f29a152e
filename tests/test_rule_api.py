"""What `lintarticle.rule` promises to those who write rules."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.rule import Article, Context, Finding, Findings, Option, Options, Rule, Severity, Span, rule
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
    assert rule(plain, None, looks_at=looks_at).applies_to(article(text)) is expected


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
        capture_output=True,
        text=True,
        check=False,
    )
    first = source.count("\n") + 1
    lines = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    assert lines == {first + number for number in range(1, len(MISUSES) + 1)}, done.stdout
