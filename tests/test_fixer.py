"""Fixes: applied in rounds, proved, and saved whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lintarticle.article.article import Article
from lintarticle.config.configuration import Configuration, resolve
from lintarticle.config.layer import Layer, RuleSetting
from lintarticle.config.settings import ActiveRule, Settings
from lintarticle.fixer import Outcome, fix_source
from lintarticle.fixer.outcome import unified_diff
from lintarticle.fixer.versions import Versions
from lintarticle.linter import lint_source
from lintarticle.problem import Applicability, Edit, Finding, Fix, Severity
from lintarticle.rule import Context, Findings, Options, Rule
from lintarticle.source import SourceText, Span

Check = Callable[[Article], Findings]

CONTEXT = Context(date(2026, 1, 31))


def rule(name: str, check: Check, *, severity: Severity = Severity.WARNING, changes_body: bool = True) -> Rule:
    """Make a rule of a check written here, under a name as if it were a module."""
    check.__module__ = f"lintarticle.rules.{name}"
    return Rule(check, severity, fix=("safe", "unsafe"), changes_body=changes_body)


def replacing(old: str, new: str, applicability: Applicability = "safe", *, instead: str | None = None) -> Check:
    """Make a check that finds each `old` and offers `new`; `instead` is what its fix really writes."""

    def check(article: Article) -> Findings:
        at = article.text.find(old)
        while at >= 0:
            span = Span(at, at + len(old))
            fix = Fix(f"Write {new}", (Edit(span, new if instead is None else instead),), applicability)
            yield Finding(span, f"Found {old}.", fix=fix)
            at = article.text.find(old, at + len(old))

    return check


def settings_of(*rules: Rule) -> Settings:
    return Settings(rules=tuple(ActiveRule(each, each.severity or Severity.WARNING, Options()) for each in rules))


def fixed(text: str, *rules: Rule, unsafe: bool = False) -> Outcome:
    return fix_source(Versions("tides.md", settings_of(*rules), CONTEXT), SourceText(text), unsafe=unsafe)


def reasons(outcome: Outcome) -> list[tuple[str, str]]:
    return [(problem.rule, reason) for problem, reason in outcome.withdrawn]


# --- rounds ---------------------------------------------------------------------------------------------------


def test_fixes_that_overlap_take_turns() -> None:
    one = rule("a.one", replacing("abc", "Abc"))
    two = rule("a.two", replacing("bcd", "bcD"))
    outcome = fixed("abcd efg abc\n", one, two)
    assert outcome.after.raw == "AbcD efg Abc\n"
    assert outcome.fixed == {"a/one": 2, "a/two": 1}
    assert outcome.problems == []


def test_a_fix_that_makes_room_for_another_is_followed_by_it() -> None:
    chain = [rule(f"a.step{number}", replacing(f"<{number}>", f"<{number + 1}>")) for number in range(5)]
    outcome = fixed("<0>\n", *chain)
    assert outcome.after.raw == "<5>\n"
    assert outcome.fixed == {f"a/step{number}": 1 for number in range(5)}


def test_a_fix_that_held_no_earlier_is_tried_again_once_the_article_has_changed() -> None:
    def clash(article: Article) -> Findings:
        if "tide" in article.text and "land" in article.text:
            yield Finding(Span(0, 0), "Tide and land.")

    rules = (
        rule("a.sea", replacing("sea-", "tide-")),
        rule("b.clash", clash),
        rule("c.land", replacing("-land", "-shore")),
    )
    outcome = fixed("sea-land\n", *rules)
    assert outcome.after.raw == "tide-shore\n"
    assert outcome.withdrawn == ()


def test_the_halves_of_a_fix_stay_together() -> None:
    def check(article: Article) -> Findings:
        start, end = article.text.find("["), article.text.find("]")
        if start >= 0:
            edits = (Edit(Span(start, start + 1), "("), Edit(Span(end, end + 1), ")"))
            yield Finding(Span(start, end), "Brackets.", fix=Fix("Round them", edits))

    outcome = fixed("[x]\n", rule("a.brackets", check), rule("a.x", replacing("x", "[y]")))
    assert outcome.after.raw == "((y))\n"
    assert outcome.fixed == {"a/brackets": 2, "a/x": 1}


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    unsafe = rule("a.unsafe", replacing("sea", "ocean", "unsafe"))
    assert fixed("sea\n", unsafe).after.raw == "sea\n"
    assert [problem.rule for problem in fixed("sea\n", unsafe).problems] == ["a/unsafe"]
    assert fixed("sea\n", unsafe, unsafe=True).after.raw == "ocean\n"


@pytest.mark.parametrize(
    ("setting", "safe", "unsafe"), [("safe", 1, 1), ("unsafe", 0, 1), ("never", 0, 0), (None, 1, 1)]
)
def test_a_configuration_promotes_and_demotes_fixes(setting: str | None, safe: int, unsafe: int) -> None:
    seas = rule("a.sea", replacing("sea", "ocean"))
    given = RuleSetting(fix=setting)  # type: ignore[arg-type]  # one of the literals
    settings = resolve((Layer(rules={"a/sea": given}),), (seas,))
    for asked, count in ((False, safe), (True, unsafe)):
        outcome = fix_source(Versions("tides.md", settings, CONTEXT), SourceText("sea\n"), unsafe=asked)
        assert outcome.fixed.get("a/sea", 0) == count
    problems = lint_source("tides.md", SourceText("sea\n"), settings, CONTEXT)
    assert (problems[0].fix is None) == (setting == "never")


def test_a_setting_of_fixes_alone_switches_no_rule_on() -> None:
    off = rule("a.sea", replacing("sea", "ocean")).replaced(severity=None)
    assert resolve((Layer(rules={"a/sea": RuleSetting(fix="safe")}),), (off,)).rules == ()


@pytest.mark.parametrize(
    "text", ["a sea\r\nb sea\r\n", "\ufeffa sea\n", "sea", "sea\r\nsea\nsea\rsea", "\u2028sea\x0bsea\n"]
)
def test_all_that_no_edit_touches_stays_byte_for_byte(text: str) -> None:
    assert fixed(text, rule("a.sea", replacing("sea", "ocean"))).after.raw == text.replace("sea", "ocean")


def test_a_line_added_ends_as_the_others_do() -> None:
    outcome = fixed("sea\r\nmoon\r\n", rule("a.sea", replacing("sea", "s\nt")))
    assert outcome.after.raw == "s\r\nt\r\nmoon\r\n"


def test_a_file_that_is_no_text_is_left_alone() -> None:
    source = SourceText.from_bytes(b"\xff\xfes\0")
    outcome = fix_source(Versions("tides.md", settings_of(rule("a.s", replacing("s", "t"))), CONTEXT), source)
    assert not outcome.is_changed
    assert [problem.rule for problem in outcome.problems] == ["file/unreadable"]


# --- fixes that don't hold ------------------------------------------------------------------------------------


def test_a_fix_that_another_one_undoes_is_withdrawn() -> None:
    there, back = rule("a.there", replacing("sea", "ocean")), rule("a.back", replacing("ocean", "sea"))
    outcome = fixed("sea\n", there, back)
    assert outcome.after.raw == "ocean\n"
    assert reasons(outcome) == [("a/back", "undid another fix")]


def test_a_fix_that_waited_for_one_that_is_withdrawn_still_comes() -> None:
    there, back = rule("a.there", replacing("a", "x")), rule("b.back", replacing("x", "a"))
    outcome = fixed("ab\n", there, back, rule("c.more", replacing("xb", "xc")))
    assert outcome.after.raw == "ac\n"
    assert reasons(outcome) == [("a/there", "undid another fix")]


def test_a_fix_that_does_not_make_its_problem_go_away_is_withdrawn() -> None:
    outcome = fixed("sea\n", rule("a.sea", replacing("sea", "ocean", instead="the sea")))
    assert not outcome.is_changed
    assert reasons(outcome) == [("a/sea", "did not remove the problem")]


def test_a_fix_without_end_is_bounded() -> None:
    def check(article: Article) -> Findings:
        span = Span(0, 0)
        yield Finding(span, "Longer.", fix=Fix("Add", (Edit(span, "x"),)))

    outcome = fixed("sea\n", rule("a.longer", check))
    assert outcome.after.raw == "sea\n"
    assert reasons(outcome) == [("a/longer", "did not remove the problem")]


def test_a_rule_that_offers_a_limited_number_of_fixes_is_fixed_in_batches() -> None:
    def check(article: Article) -> Findings:
        for number, found in enumerate(re.finditer("sea", article.text)):
            span = Span(*found.span())
            yield Finding(span, "Sea.", fix=Fix("Write ocean", (Edit(span, "ocean"),)) if number < 3 else None)

    outcome = fixed("sea " * 700, rule("a.sea", check))
    assert outcome.after.raw == "ocean " * 700
    assert outcome.fixed == {"a/sea": 700}
    assert outcome.withdrawn == ()


def test_a_link_that_leads_nowhere_is_repaired_a_hundred_times_and_once_more() -> None:
    text = "---\ntitle: Tides\n---\n\n## What it costs\n\n" + "See [it](#What-it-Costs) here.\n\n" * 101
    settings = Configuration(Path()).settings_for("tides.md")
    outcome = fix_source(Versions("tides.md", settings, CONTEXT), SourceText(text), unsafe=True)
    assert outcome.after.raw.count("(#what-it-costs)") == 101
    assert outcome.withdrawn == ()


def test_more_problems_than_a_report_shows_are_all_fixed() -> None:
    text = "---\ntitle: Tides\nexcerpt: On tides.\n---\n\n" + "The\u200b tide.\n\n" * 1_500
    settings = Configuration(Path()).settings_for("tides.md")
    outcome = fix_source(Versions("tides.md", settings, CONTEXT), SourceText(text))
    assert "\u200b" not in outcome.after.raw
    assert outcome.fixed == {"debris/invisible-character": 1_500}


def test_a_fix_that_brings_up_an_error_is_withdrawn_and_the_others_stay() -> None:
    seas = rule("a.sea", replacing("sea", "ocean"))
    bad = rule("a.moon", replacing("moon", "lune"))
    error = rule("a.lune", replacing("lune", "lune"), severity=Severity.ERROR)
    outcome = fixed("sea moon sea\n", seas, bad, error.replaced(fix=()))
    assert outcome.after.raw == "ocean moon ocean\n"
    assert ("a/moon", "caused a new problem (a/lune)") in reasons(outcome)
    assert outcome.fixed == {"a/sea": 2}


ARTICLE = "---\ntitle: Tides\ntags: [sea, moon]\nlayout: post\n---\n\nThe *sea* rises.\n"


def test_a_fix_that_changes_other_metadata_is_withdrawn() -> None:
    titles = rule("a.title", replacing("Tides", "Ebb"), changes_body=False)
    assert fixed(ARTICLE, titles).is_changed
    outcome = fixed(ARTICLE.replace("title: ", "title: &title ").replace("layout: post", "layout: *title"), titles)
    assert not outcome.is_changed
    assert reasons(outcome) == [("a/title", "changed “layout”, which is unrelated")]


def test_a_fix_that_changes_the_body_must_say_so() -> None:
    star = replacing("*sea*", "sea")
    outcome = fixed(ARTICLE, rule("a.star", star, changes_body=False))
    assert not outcome.is_changed
    assert reasons(outcome) == [("a/star", "changed what readers see in the body")]
    assert fixed(ARTICLE, rule("a.star", replacing("*sea*", "sea"))).is_changed
    assert fixed(ARTICLE, rule("a.star", replacing("*sea*", "_sea_"), changes_body=False)).is_changed


def test_quiet_fixes_are_proved_apart_from_those_that_change_the_body() -> None:
    loud, quiet = replacing("rises", "falls"), replacing("*sea*", "sea")
    outcome = fixed(ARTICLE, rule("a.loud", loud), rule("a.quiet", quiet, changes_body=False))
    assert "The *sea* falls." in outcome.after.raw
    assert reasons(outcome) == [("a/quiet", "changed what readers see in the body")]


def test_front_matter_that_cannot_be_read_is_repaired_first() -> None:
    broken = "---\ntitle: Tides: a story\n---\n\nsea  \n"
    outcome = fixed(broken, rule("a.sea", replacing("sea", "ocean")))
    assert not outcome.is_changed
    syntax = rule(
        "front_matter.syntax", replacing("title: Tides: a story", 'title: "Tides: a story"'), changes_body=False
    )
    outcome = fixed(broken, rule("a.sea", replacing("sea", "ocean")), syntax)
    assert outcome.after.raw == '---\ntitle: "Tides: a story"\n---\n\nocean  \n'


# --- differences ----------------------------------------------------------------------------------------------


def test_a_difference_tells_of_missing_line_ends() -> None:
    assert "".join(unified_diff("tides.md", "a\nb", "a\nc\n")) == (
        "--- a/tides.md\n+++ b/tides.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
    )
    assert list(unified_diff("tides.md", "a", "a")) == []


def test_the_default_settings_fix_a_whole_article() -> None:
    text = "---\ntitle: Tides.\ntags: ['#sea', sea]\n---\n\nThe link has been copied!\n\nWater.\n"
    settings = Configuration(Path()).settings_for("tides.md")
    outcome = fix_source(Versions("tides.md", settings, CONTEXT), SourceText(text))
    assert outcome.after.raw == "---\ntitle: Tides\ntags: ['sea']\n---\n\nWater.\n"
    assert outcome.withdrawn == ()
