"""The linter: what it makes of findings, whatever the rules."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.values import Fault
from lintarticle.config.configuration import resolve
from lintarticle.config.fields import read_fields
from lintarticle.config.layer import Layer
from lintarticle.config.settings import ActiveRule, Drafts, Settings
from lintarticle.errors import InternalError
from lintarticle.linter import examine, lint, lint_source
from lintarticle.outline.outline import Outline
from lintarticle.problem import Edit, Finding, Fix, PlannedFix, Problem, Related, Severity, Uncheckable
from lintarticle.report import MOST_FINDINGS, NO_DETAILS, WHOLE_PROBLEMS, Details
from lintarticle.rule import Context, Findings, Rule
from lintarticle.schema.contract import Contract
from lintarticle.source import SourceText, Span

CONTEXT = Context(date(2026, 1, 31))

Check = Callable[[Article], Findings]


def rule(check: Check, name: str = "test/sample") -> Rule:
    family, _, module = name.replace("-", "_").partition("/")
    check.__module__ = f"lintarticle.rules.{family}.{module}"
    return Rule(check, Severity.ERROR)


def finds(*findings: Finding) -> Check:
    def check(article: Article) -> Findings:
        yield from findings

    return check


def settings(*rules: Rule, drafts: Drafts = "warn", severity: Severity = Severity.ERROR) -> Settings:
    return Settings(drafts=drafts, rules=tuple(ActiveRule(each, severity, each.options()) for each in rules))


def run(text: str, *findings: Finding, path: str = "posts/a.md", drafts: Drafts = "warn") -> list[Problem]:
    return lint(ArticleReader().read(path, SourceText(text)), settings(rule(finds(*findings)), drafts=drafts), CONTEXT)


# --- stamping -------------------------------------------------------------------------------------------------


def test_a_problem_carries_path_rule_severity_and_places() -> None:
    (problem,) = run("one\ntwo\n", Finding(Span(4, 7), "A word.", "Do it."))
    assert (problem.path, problem.rule, problem.severity) == ("posts/a.md", "test/sample", Severity.ERROR)
    assert (problem.message, problem.help) == ("A word.", "Do it.")
    assert (problem.start, problem.end) == ((2, 1, 4), (2, 4, 7))


def test_problems_come_in_the_order_of_the_text_then_of_the_rule_names() -> None:
    first = rule(finds(Finding(Span(5, 6), "x"), Finding(Span(0, 1), "y")), "test/b")
    second = rule(finds(Finding(Span(5, 6), "z")), "test/a")
    problems = lint(ArticleReader().read("a.md", SourceText("0123456789")), settings(first, second), CONTEXT)
    assert [(problem.start.offset, problem.rule) for problem in problems] == [
        (0, "test/b"),
        (5, "test/a"),
        (5, "test/b"),
    ]


def test_offsets_and_line_ends_are_those_of_the_file() -> None:
    fix = Fix("Cut", (Edit(Span(4, 7), "a\nb"),))
    related = (Related(Span(4, 5), "Here."),)
    (problem,) = run("one\r\ntwo\r\n", Finding(Span(4, 7), "A word.", fix=fix, related=related))
    assert (problem.start, problem.end) == ((2, 1, 5), (2, 4, 8))
    assert problem.fix == Fix("Cut", (Edit(Span(5, 8), "a\r\nb"),))
    assert (problem.related[0].path, problem.related[0].start) == ("posts/a.md", (2, 1, 5))


def test_a_byte_order_mark_has_an_offset_but_no_column() -> None:
    (problem,) = run("\ufeffone\n", Finding(Span(1, 4), "A word."))
    assert (problem.start, problem.end) == ((1, 1, 1), (1, 4, 4))


# --- drafts ---------------------------------------------------------------------------------------------------

DRAFTS = ("draft: true", "draft: 'yes'", "published: false", "status: draft", "status: Draft")


@pytest.mark.parametrize("key", DRAFTS)
def test_the_errors_of_a_draft_are_warnings(key: str) -> None:
    (problem,) = run(f"---\n{key}\n---\ntext\n", Finding(Span(0, 1), "x"))
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("path", ["_drafts/a.md", "blog/drafts/a.md"])
def test_a_drafts_folder_makes_a_draft(path: str) -> None:
    (problem,) = run("text\n", Finding(Span(0, 1), "x"), path=path)
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("key", ["draft: false", "published: true", "published: 2026-01-02", "status: published"])
def test_a_finished_article_is_no_draft(key: str) -> None:
    (problem,) = run(f"---\n{key}\n---\ntext\n", Finding(Span(0, 1), "x"), path="blog/drafts.md")
    assert problem.severity is Severity.ERROR


def test_front_matter_errors_of_a_draft_stay_errors() -> None:
    broken = rule(finds(Finding(Span(0, 1), "x")), "front-matter/syntax")
    article = ArticleReader().read("a.md", SourceText("---\ndraft: true\n---\n"))
    (problem,) = lint(article, settings(broken), CONTEXT)
    assert problem.severity is Severity.ERROR


def test_drafts_can_be_treated_as_finished_or_be_skipped() -> None:
    text = "---\ndraft: true\n---\n"
    (problem,) = run(text, Finding(Span(0, 1), "x"), drafts="error")
    assert problem.severity is Severity.ERROR
    assert run(text, Finding(Span(0, 1), "x"), drafts="skip") == []


def test_an_info_of_a_draft_stays_an_info() -> None:
    article = ArticleReader().read("a.md", SourceText("---\ndraft: true\n---\n"))
    (problem,) = lint(article, settings(rule(finds(Finding(Span(0, 1), "x"))), severity=Severity.INFO), CONTEXT)
    assert problem.severity is Severity.INFO


# --- fixes ----------------------------------------------------------------------------------------------------

CODE = "Words.\n\n```\ncode\n```\n"


def planned(touches: Span | None, *edits: Edit) -> tuple[Finding, list[str]]:
    built: list[str] = []

    def build() -> Fix:
        built.append("built")
        return Fix("Cut it", edits, "unsafe")

    return Finding(Span(0, 5), "x", fix=PlannedFix("Cut", build, "unsafe", touches)), built


def test_a_planned_fix_is_built_only_for_those_who_want_its_edits() -> None:
    finding, built = planned(Span(0, 5), Edit(Span(0, 5), ""))
    article = ArticleReader().read("a.md", SourceText(CODE))
    rules = settings(rule(finds(finding)))
    (shown,) = examine(article, rules, CONTEXT, details=NO_DETAILS).problems
    assert (shown.fix, shown.fingerprint, built) == (Fix("Cut", (), "unsafe"), "", [])
    (problem,) = lint(article, rules, CONTEXT)
    assert (problem.fix, built) == (Fix("Cut it", (Edit(Span(0, 5), ""),), "unsafe"), ["built"])
    assert problem._replace(fix=None, fingerprint="") == shown._replace(fix=None)


@pytest.mark.parametrize("details", [NO_DETAILS, WHOLE_PROBLEMS])
@pytest.mark.parametrize(("touches", "is_offered"), [(Span(0, 5), True), (Span(12, 16), False), (None, True)])
def test_whether_a_fix_is_offered_does_not_depend_on_who_asks(
    details: Details, touches: Span | None, is_offered: bool
) -> None:
    for fix in (planned(touches, Edit(Span(0, 1), ""))[0].fix, Fix("Cut", (Edit(touches or Span(0, 0), ""),))):
        article = ArticleReader().read("a.md", SourceText(CODE))
        rules = settings(rule(finds(Finding(Span(0, 5), "x", fix=fix))))
        (problem,) = examine(article, rules, CONTEXT, details=details).problems
        assert (problem.fix is not None) is is_offered


def test_details_add_up() -> None:
    more = Details(edits=True) | Details(fingerprints=True, most=5_000)
    assert more == Details(edits=True, fingerprints=True, most=5_000)
    assert Details(suppressed=True) | Details(overview=True) == Details(suppressed=True, overview=True)


# --- rules that misbehave -------------------------------------------------------------------------------------

OVERLAP = Fix("Cut", (Edit(Span(0, 2), ""), Edit(Span(1, 3), "")))


@pytest.mark.parametrize(
    ("finding", "cause"),
    [
        (Finding(Span(0, 99), "x"), "span 0..99 outside 0..4"),
        (Finding(Span(-1, 2), "x"), "span -1..2 outside 0..4"),
        (Finding(Span(3, 2), "x"), "span 3..2 outside 0..4"),
        (Finding(Span(0, 1), "x", related=(Related(Span(0, 5), "y"),)), "span 0..5 outside 0..4"),
        (Finding(Span(0, 1), "x", fix=Fix("Cut", (Edit(Span(0, 5), ""),))), "span 0..5 outside 0..4"),
        (Finding(Span(0, 1), "x", fix=OVERLAP), "edits of one fix overlap at 1"),
    ],
)
def test_a_span_outside_the_text_is_a_bug_of_the_rule(finding: Finding, cause: str) -> None:
    with pytest.raises(InternalError) as error:
        run("abcd", finding)
    assert str(error.value) == f"internal error in rule test/sample at posts/a.md: ValueError: {cause}"


def test_a_bug_of_one_rule_does_not_cost_the_findings_of_the_others() -> None:
    broken = rule(finds(Finding(Span(0, 99), "x")), "test/broken")
    sound = rule(finds(Finding(Span(0, 1), "y")), "test/sound")
    faults: list[InternalError] = []
    article = ArticleReader().read("a.md", SourceText("abcd"))
    problems = lint(article, settings(broken, sound), CONTEXT, faults)
    assert [problem.rule for problem in problems] == ["test/sound"]
    assert [fault.where for fault in faults] == ["rule test/broken"]


class _Failing(Contract):
    def __init__(self, error: Exception) -> None:
        self._error = error

    def violations(self, article: Article, context: Context) -> Iterator[Fault]:
        raise self._error

    def json_schema(self) -> dict[str, Any]:
        return {}


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), ValueError("y")])
def test_a_contract_that_fails_costs_one_article(error: Exception) -> None:
    sound = rule(finds(Finding(Span(0, 1), "y")), "schema/value")
    faults: list[InternalError] = []
    article = ArticleReader().read("a.md", SourceText("abcd"))
    problems = lint(article, settings(sound).replaced(contract=_Failing(error)), CONTEXT, faults)
    assert [problem.rule for problem in problems] == ["schema/value"]
    assert [fault.where for fault in faults] == ["the schema of the article"]


def test_what_can_t_be_checked_is_a_problem_of_the_article() -> None:
    sound = rule(finds(Finding(Span(0, 1), "y")), "schema/value")
    article = ArticleReader().read("a.md", SourceText("abcd"))
    contract = _Failing(Uncheckable("The model fails."))
    problems = lint(article, settings(sound).replaced(contract=contract), CONTEXT)
    assert [(problem.rule, problem.message) for problem in problems] == [
        ("file/unreadable", "The model fails."),
        ("schema/value", "y"),
    ]


@pytest.mark.parametrize("error", [ValueError("no"), RecursionError("deep")])
@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("lintarticle.linter.read_typed", "reading the article"),
        ("lintarticle.findings.read_suppressions", "looking at the article"),
        ("lintarticle.findings._without_repetition", "looking at the article"),
        ("lintarticle.outline.deviations.deviations", "the outline of its type"),
        ("lintarticle.findings._named_schema", "the schema of the article"),
    ],
)
def test_an_error_anywhere_is_a_fault_of_its_article(
    place: str, where: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **named: object) -> None:
        raise error

    typed = resolve((Layer(),)).replaced(contract=read_fields({"date": {"type": "date"}}), outline=Outline(()))
    monkeypatch.setattr(place, fail)
    faults: list[InternalError] = []
    lint_source("a.md", SourceText("# Tides\n\nWords.\n"), typed, CONTEXT, faults)
    assert [(fault.path, fault.where) for fault in faults] == [("a.md", where)]


def test_of_thousands_of_findings_the_first_are_shown() -> None:
    fix = Fix("Cut", (Edit(Span(0, 1), ""),))
    findings = [Finding(Span(at % 4, 4), str(at), fix=fix) for at in range(MOST_FINDINGS + 5)]
    problems = run("abcd", *findings[:MOST_FINDINGS])
    assert (len(problems), all(problem.fix for problem in problems)) == (MOST_FINDINGS, True)
    problems = run("abcd", *findings)
    assert (len(problems), sum(problem.fix is None for problem in problems)) == (MOST_FINDINGS + 1, 1)
    assert "Too many problems of this rule: only the first 1,000 are shown." in {
        problem.message for problem in problems
    }


def test_an_internal_error_survives_a_process_boundary() -> None:
    error = InternalError("a.md", "rule x/y", "ValueError: z")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes


# --- files that are not text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("# Tides\n".encode("utf-16"), "The file is saved as UTF-16, not UTF-8."),
        (b"# Tides\xe9\n", "The byte 0xE9 is not valid UTF-8 text."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The file contains NUL characters, so it is not text."),
        (b"a\r\n" * 20_001, "Too large to check: 20,001 lines; the limit is 20,000."),
        (b"a" * 10_000_001, "Too large to check: 10.0 MB; the limit is 10 MB."),
    ],
)
def test_an_undecodable_file_has_exactly_one_problem(data: bytes, message: str) -> None:
    problems = lint_source("a.md", SourceText.from_bytes(data), resolve(()), CONTEXT)
    assert [(problem.rule, problem.message) for problem in problems] == [("file/unreadable", message)]


def test_no_selection_lets_an_unreadable_file_pass() -> None:
    layer = Layer(select=("excerpt",), ignore=("file",))
    problems = lint_source("a.md", SourceText.from_bytes(b"\xff"), resolve((layer,)), CONTEXT)
    assert [(problem.rule, problem.severity) for problem in problems] == [("file/unreadable", Severity.ERROR)]


# --- fingerprints ---------------------------------------------------------------------------------------------


def fingerprints(text: str, *words: str, path: str = "a.md") -> list[str]:
    def check(article: Article) -> Findings:
        for word in words:
            at = -1
            while (at := article.text.find(word, at + 1)) >= 0:
                yield Finding(Span(at, at + len(word)), "x")

    article = ArticleReader().read(path, SourceText(text))
    return [problem.fingerprint for problem in lint(article, settings(rule(check)), CONTEXT)]


def test_a_fingerprint_survives_edits_elsewhere_moves_renames_and_respacing() -> None:
    text = "first line\n\nsecond tide line\n"
    (before,) = fingerprints(text, "tide")
    assert fingerprints("new line\n" * 50 + text, "tide") == [before]
    assert fingerprints(text, "tide", path="other/b.md") == [before]
    assert fingerprints("  second   tide line  \r\nfirst line\r\n", "tide") == [before]


def test_fingerprints_differ_by_occurrence_and_by_line() -> None:
    found = fingerprints("tide and tide\ntide and tide\nother tide\n", "tide")
    assert len(found) == len(set(found)) == 5
    assert all(len(fingerprint) == 32 for fingerprint in found)


def test_settings_can_be_sent_to_another_process() -> None:
    before = resolve((Layer(values={"drafts": "skip"}),))
    after = pickle.loads(pickle.dumps(before))  # noqa: S301 - our own bytes
    assert [active.rule.name for active in after.rules] == [active.rule.name for active in before.rules]
    assert after.drafts == "skip"


def _found(text: str, *ignored: str) -> list[str]:
    settings = resolve([Layer(ignore=ignored)] if ignored else [])
    article = ArticleReader(settings.reading).read("article.md", SourceText(text))
    families = ("title/", "excerpt/")
    return [each.rule for each in lint(article, settings, CONTEXT) if each.rule.startswith(families)]


@pytest.mark.parametrize(
    ("front_matter", "said", "left_out"),
    [
        ("title: Tide tables\nexcerpt: Tide tables", "excerpt/equals-title", "excerpt/too-short"),
        (f"title: {'Harbours of the north empty ' * 10}", "title/too-long", "title/too-wide"),
    ],
)
def test_one_thing_is_said_once(front_matter: str, said: str, left_out: str) -> None:
    text = f"---\n{front_matter}\n---\n\nText.\n"
    assert said in _found(text)
    assert left_out not in _found(text)
    assert left_out in _found(text, said)


def test_a_text_without_anything_lacks_its_metadata_not_its_title_too() -> None:
    assert "title/missing" not in _found("Twice a day the harbour empties.\n")
    assert "title/missing" in _found("Twice a day the harbour empties.\n", "front-matter/missing")
