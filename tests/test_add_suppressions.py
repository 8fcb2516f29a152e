"""`check --add-suppressions`: comments that suppress today's problems and change nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.views.rendering import body_html
from lintarticle.cli.main import main
from lintarticle.config.configuration import resolve
from lintarticle.fixer import Outcome
from lintarticle.fixer.versions import Versions
from lintarticle.problem import Severity
from lintarticle.rule import Context
from lintarticle.source import SourceText
from lintarticle.suppressions.write import suppress_problems

CONTEXT = Context(date(2026, 1, 31))


def suppressed(text: str, path: str = "tides.md", least: Severity = Severity.WARNING) -> Outcome:
    versions = Versions(path, resolve(()), CONTEXT)
    return suppress_problems(versions, SourceText(text), reason="old article", least=least)


def assert_same_article(outcome: Outcome) -> None:
    before, after = (ArticleReader().read(outcome.path, source) for source in (outcome.before, outcome.after))
    assert body_html(before) == body_html(after)
    assert [(field.name, field.text) for field in before.metadata] == [(f.name, f.text) for f in after.metadata]


YAML = """\
---
title: Tide tables
excerpt: {excerpt}
---

# Tide tables

The office prints them.
"""


def test_front_matter_gets_a_comment_of_its_own_above_the_line() -> None:
    excerpt = "How the harbour towns of the north coast came to print their tide tables. " * 3
    outcome = suppressed(YAML.format(excerpt=excerpt.strip()))
    lines = outcome.after.text.split("\n")
    assert lines[2] == "# lintarticle-disable-next-line excerpt/too-long: old article"
    assert lines[4] == "# lintarticle-disable-next-line illustrations/missing, tags/missing: old article"
    assert outcome.problems == []
    assert outcome.fixed == {"excerpt/too-long": 1, "tags/missing": 1, "illustrations/missing": 1}
    assert_same_article(outcome)


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        ("tides.md", "<!-- lintarticle-disable-next-line structure/empty-section: old article -->"),
        ("tides.mdx", "{/* lintarticle-disable-next-line structure/empty-section: old article */}"),
    ],
)
def test_a_line_after_a_blank_one_gets_a_comment_above_it(path: str, comment: str) -> None:
    outcome = suppressed(YAML.format(excerpt="How to read one.") + "\n## Spring\n\n## Autumn\n\nHigh.\n", path)
    assert f"{comment}\n## Spring\n" in outcome.after.text
    assert outcome.problems == [] or all(problem.severity < Severity.WARNING for problem in outcome.problems)
    assert_same_article(outcome)


def test_a_line_in_the_middle_of_a_paragraph_gets_a_comment_at_its_end() -> None:
    text = YAML.format(excerpt="How to read one.") + "\nThey are blue.\n![](sheet.png) shows one of them.\n"
    outcome = suppressed(text)
    line = "![](sheet.png) shows one of them. <!-- lintarticle-disable-line images/alt-missing: old article -->\n"
    assert line in outcome.after.text
    assert_same_article(outcome)


def test_json_front_matter_knows_no_comments_so_the_file_gets_one() -> None:
    outcome = suppressed(
        '{\n  "title": "Tide tables",\n  "excerpt": "How to read one."\n}\n\nThe office prints them.\n'
    )
    assert (
        "}\n\n<!-- lintarticle-disable-file illustrations/missing, tags/missing: old article -->\n"
        in outcome.after.text
    )
    assert not [problem for problem in outcome.problems if problem.severity >= Severity.WARNING]
    assert_same_article(outcome)


def test_line_ends_are_kept_and_a_second_run_writes_nothing() -> None:
    text = YAML.format(excerpt="How to read one.").replace("\n", "\r\n")
    outcome = suppressed(text)
    assert outcome.after.raw.count("\n") == outcome.after.raw.count("\r\n")
    assert not suppressed(outcome.after.raw).is_changed


def test_what_is_below_the_level_asked_for_stays() -> None:
    outcome = suppressed(YAML.format(excerpt="How to read one."), least=Severity.ERROR)
    assert outcome.fixed == {"tags/missing": 1}
    assert {problem.rule for problem in outcome.problems} >= {"illustrations/missing"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--add-suppressions"], "needs a reason"),
        (["--add-suppressions", "--reason", "old --> new"], "must not contain “--”"),
        (["--add-suppressions", "--reason", "old", "--fix"], "run one after the other"),
        (["--reason", "old"], "needs --add-suppressions"),
    ],
)
def test_options_that_make_no_sense(options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *options, "nothing.md"]) == 2
    assert said in capsys.readouterr().err
