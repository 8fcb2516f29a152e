"""The output formats, screen by screen."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.output import FORMATS, open_output
from lintarticle.output.contract import Sink, Summary
from lintarticle.problem import Edit, Fix, Place, Problem, RelatedPlace, Severity
from lintarticle.report import Report
from lintarticle.source import SourceText, Span


def problem(raw: str, start: int, end: int, **more: Any) -> Problem:  # noqa: ANN401 - fields of Problem
    source = SourceText(raw)
    places = [Place(*source.position(offset), source.raw_offset(offset)) for offset in (start, end)]
    fields = {"path": "a.md", "rule": "test/sample", "severity": Severity.WARNING, "message": "A sentence."}
    return Problem(**{**fields, "start": places[0], "end": places[1], **more})


def rendered(name: str, *reports: Report, color: bool = False, quiet: bool = False, verbose: bool = False) -> str:
    written: list[str] = []
    output, summary = open_output(name, Sink(written.append, color, quiet, verbose=verbose)), Summary()
    for report in reports:
        output.add(report)
        summary.add(report)
    output.finish(summary)
    return "".join(written)


def screen(raw: str, start: int, end: int) -> list[str]:
    """Return the code frame of one problem, without the lines before and after it."""
    report = Report("a.md", [problem(raw, start, end)], SourceText(raw))
    return rendered("full", report, quiet=True).splitlines()[2:-1]


# --- full -----------------------------------------------------------------------------------------------------

TEXT = "---\ntitle: Tides\nexcerpt: Water.\n---\n"


def test_full_shows_place_sentence_frame_help_and_fix() -> None:
    fix = Fix("Cut it", (Edit(Span(26, 32), ""),))
    related = (RelatedPlace("b.md", Place(2, 1, 4), Place(2, 6, 9), "Here it is again."),)
    found = problem(TEXT, 26, 32, help="Write more.", fix=fix, related=related)
    assert rendered("full", Report("a.md", [found], SourceText(TEXT))) == (
        "a.md:3:10: warning test/sample\n"
        "  A sentence.\n"
        "  3 | excerpt: Water.\n"
        "    |          ^^^^^^\n"
        "  see also b.md:2:1: Here it is again.\n"
        "  help: Write more.\n"
        "  fix (safe): Cut it\n"
        "\n"
        "1 warning in 1 article (1 fixable with --fix)\n"
    )


def test_full_says_one_line_when_all_is_clean() -> None:
    assert rendered("full", Report("a.md", []), Report("b.md", [])) == "No problems in 2 articles\n"
    assert rendered("full", Report("a.md", []), quiet=True) == ""


def test_the_summary_counts_each_severity() -> None:
    severities = (Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR)
    problems = [problem(TEXT, 0, 1, severity=severity) for severity in severities]
    last = rendered("full", Report("a.md", problems, SourceText(TEXT))).splitlines()[-1]
    assert last == "2 errors, 1 warning, 1 info in 1 article"


def test_an_unsafe_fix_is_not_counted_as_fixable() -> None:
    found = problem(TEXT, 0, 1, fix=Fix("Cut", (), "unsafe"))
    lines = rendered("full", Report("a.md", [found], SourceText(TEXT))).splitlines()
    assert lines[-3:] == ["  fix (unsafe): Cut", "", "1 warning in 1 article"]


@pytest.mark.parametrize(
    ("raw", "start", "end", "expected"),
    [
        ("潮汐 tables\n", 3, 9, ["  1 | 潮汐 tables", "    |      ^^^^^^"]),
        ("潮汐 tables\n", 0, 2, ["  1 | 潮汐 tables", "    | ^^^^"]),
        ("a\tb\n", 2, 3, ["  1 | a    b", "    |      ^"]),
        ("a\tb\n", 1, 2, ["  1 | a    b", "    |  ^^^^"]),
        ("e\u0301a\n", 2, 3, ["  1 | e\u0301a", "    |  ^"]),
        ("\ufefftext\n", 1, 3, ["  1 | text", "    | ^^"]),
        ("text\r\nmore\r\n", 5, 7, ["  2 | more", "    | ^^"]),
        ("text\n", 5, 5, ["  2 |", "    | ^"]),
        ("text", 4, 4, ["  1 | text", "    |     ^"]),
        ("\n\ntext\n", 0, 0, ["  1 |", "    | ^"]),
    ],
    ids=["after CJK", "CJK", "after tab", "tab", "combining", "BOM", "CRLF", "end", "no line end", "blank line"],
)
def test_the_underline_stands_under_display_columns(raw: str, start: int, end: int, expected: list[str]) -> None:
    assert screen(raw, start, end) == expected


def test_a_span_of_a_few_lines_is_shown_whole() -> None:
    assert screen("one\ntwo\nthree\nfour\n", 1, 11) == [
        "  1 | one",
        "    |  ^^",
        "  2 | two",
        "    | ^^^",
        "  3 | three",
        "    | ^^^",
    ]


def test_a_blank_line_inside_a_span_is_not_underlined() -> None:
    assert screen("one\n\ntwo\n", 0, 8) == ["  1 | one", "    | ^^^", "  2 |", "  3 | two", "    | ^^^"]


def test_of_a_long_span_the_first_line_is_shown() -> None:
    assert screen("line\n" * 12, 5, 45) == ["  2 | line", "    | ^^^^", "    | … to line 9"]


def test_line_numbers_line_up() -> None:
    assert screen("\n" * 8 + "nine\nten\n", 8, 16) == ["   9 | nine", "     | ^^^^", "  10 | ten", "     | ^^^"]


def test_a_long_line_is_cut_around_the_span() -> None:
    raw = "a" * 400 + "TIDE" + "b" * 400
    assert screen(raw, 400, 404) == [
        "  1 | …" + "a" * 30 + "TIDE" + "b" * 66 + "…",
        "    | " + " " * 31 + "^^^^",
    ]


def test_a_long_line_is_cut_at_the_right_only_where_the_span_stands_early() -> None:
    raw = "a" * 10 + "TIDE" + "潮" * 400
    assert screen(raw, 10, 14) == ["  1 | " + "a" * 10 + "TIDE" + "潮" * 43 + "…", "    | " + " " * 10 + "^^^^"]


def test_a_span_longer_than_the_window_is_underlined_to_the_cut() -> None:
    assert screen("ab" + "c" * 500, 2, 502) == ["  1 | ab" + "c" * 98 + "…", "    |   " + "^" * 98]


def test_control_and_bidi_characters_of_an_article_are_escaped() -> None:
    raw = "a\x1b[2J\u202eb\u200bc\n"
    report = Report("a\x07.md", [problem(raw, 6, 7, path="a\x07.md", message="Found \x1b[31m.")], SourceText(raw))
    assert rendered("full", report, quiet=True).splitlines()[:4] == [
        "a\\x07.md:1:7: warning test/sample",
        "  Found \\x1b[31m.",
        "  1 | a\\x1b[2J<U+202E>b<U+200B>c",
        "    |                 ^",
    ]


def test_joiners_of_emoji_and_persian_are_left_alone() -> None:
    raw = "👩\u200d💻 می\u200cخواهم\n"
    assert screen(raw, 0, 1)[0] == "  1 | 👩\u200d💻 می\u200cخواهم"


def test_color_marks_place_severity_underline_and_summary() -> None:
    report = Report("a.md", [problem(TEXT, 26, 32)], SourceText(TEXT))
    assert rendered("full", report, color=True) == (
        "\x1b[1ma.md:3:10\x1b[0m: \x1b[1;33mwarning\x1b[0m test/sample\n"
        "  A sentence.\n"
        "  \x1b[2m3 |\x1b[0m excerpt: Water.\n"
        "  \x1b[2m  |\x1b[0m          \x1b[1;33m^^^^^^\x1b[0m\n"
        "\n"
        "\x1b[1;33m1 warning in 1 article\x1b[0m\n"
    )


# --- concise --------------------------------------------------------------------------------------------------


def test_concise_is_one_line_a_problem() -> None:
    found = [problem(TEXT, 26, 32), problem(TEXT, 0, 3, message="Two\nlines \u202e.", severity=Severity.ERROR)]
    assert rendered("concise", Report("a.md", found, SourceText(TEXT))) == (
        "a.md:3:10: warning test/sample A sentence.\na.md:1:1: error test/sample Two\\x0alines <U+202E>.\n"
    )


# --- json -----------------------------------------------------------------------------------------------------


def test_json_is_as_the_interface_says() -> None:
    fix = Fix("Cut it", (Edit(Span(26, 32), "x"),), "unsafe")
    related = (RelatedPlace("b.md", Place(2, 1, 4), Place(2, 6, 9), "Here."),)
    found = problem(TEXT, 26, 32, help="Write.", fix=fix, related=related, fingerprint="f00d")
    assert json.loads(rendered("json", Report("a.md", [found], SourceText(TEXT)))) == {
        "version": 1,
        "problems": [
            {
                "path": "a.md",
                "rule": "test/sample",
                "severity": "warning",
                "message": "A sentence.",
                "help": "Write.",
                "start": {"line": 3, "column": 10, "offset": 26},
                "end": {"line": 3, "column": 16, "offset": 32},
                "related": [
                    {
                        "path": "b.md",
                        "start": {"line": 2, "column": 1, "offset": 4},
                        "end": {"line": 2, "column": 6, "offset": 9},
                        "message": "Here.",
                    }
                ],
                "fix": {
                    "applicability": "unsafe",
                    "message": "Cut it",
                    "edits": [{"start": 26, "end": 32, "text": "x"}],
                },
                "fingerprint": "f00d",
            }
        ],
        "summary": {"articles": 1, "errors": 0, "warnings": 1, "infos": 0, "fixable": 0},
    }


def test_json_escapes_what_could_steer_a_terminal_and_keeps_scripts_readable() -> None:
    message = "潮汐 \x1b[2J \x9b \u202e “x”"
    written = rendered("json", Report("a.md", [problem(TEXT, 0, 1, message=message)], SourceText(TEXT)))
    assert '"message": "潮汐 \\u001b[2J \\u009b \\u202e “x”"' in written
    assert json.loads(written)["problems"][0]["message"] == message


def test_json_stays_valid_when_the_run_could_not_be_done() -> None:
    written: list[str] = []
    open_output("json", Sink(written.append)).fail(["lintarticle.toml:1: A mistake."])
    document = json.loads("".join(written))
    assert document["problems"] == []
    assert document["errors"] == ["lintarticle.toml:1: A mistake."]


# --- the registry ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_copes_with_any_report(name: str) -> None:
    raw = "\x00\ud800" + "x" * 1000
    reports = (Report("a.md", []), Report("\udcff.md", [problem(raw, 0, 1002)], SourceText(raw)))
    assert rendered(name, *reports) != ""


# --- what is true of the whole site ---------------------------------------------------------------------------


def site(articles: int, having: int) -> list[Report]:
    """Return the reports of a site, some articles of which have the same problem, and one of which has another."""
    source = SourceText("text")
    common = [problem("text", 0, 1, path=f"{number}.md") for number in range(having)]
    reports = [Report(f"{number}.md", [found], source) for number, found in enumerate(common)]
    reports += [Report(f"{number}.md", []) for number in range(having, articles)]
    other = problem("text", 1, 2, path="0.md", rule="tags/duplicate")
    return [Report("0.md", [*reports[0].problems, other], source), *reports[1:]]


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "html"])
@pytest.mark.parametrize(
    ("articles", "having", "shown"), [(20, 16, 3), (20, 15, 15), (19, 19, 19), (1000, 800, 3), (1000, 799, 799)]
)
def test_what_nearly_all_articles_have_is_said_once(name: str, articles: int, having: int, shown: int) -> None:
    text = rendered(name, *site(articles, having)).replace("&#x27;", "'").replace("&quot;", '"').replace("&#39;", "'")
    assert text.count("A sentence.") == shown + 1
    said = (
        f"test/sample in {having:,} of {articles:,} articles: if that is intended, turn it off with "
        '--config \'rules."test/sample"="off"\' (--verbose shows all).'
    )
    assert text.count(said) == (shown < having)


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "html"])
def test_verbose_shows_everything(name: str) -> None:
    text = rendered(name, *site(20, 20), verbose=True)
    assert text.count("A sentence.") == 21
    assert "--verbose" not in text


FOR_PEOPLE = ["full", "concise", "grouped"]


class Read:
    """A text that is read when it is shown; `all` says how often any was."""

    all = 0

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self) -> SourceText:
        Read.all += 1
        return SourceText(self._text)


@given(
    st.sampled_from(FOR_PEOPLE),
    st.lists(st.lists(st.sampled_from(["a/b", "c/d", "e/f"]), max_size=3), max_size=6),
    st.lists(st.tuples(st.integers(0, 6), st.integers(1, 40)), max_size=5),
    st.booleans(),
)
def test_what_is_put_off_is_shown_as_if_it_was_not(
    name: str, kinds: list[list[str]], runs: list[tuple[int, int]], fails: bool
) -> None:
    """A site with runs of articles of one kind, whose rules begin and cease to be everywhere."""
    articles = [kinds[kind] if kind < len(kinds) else ["a/b"] for kind, count in runs for _ in range(count)]
    texts = []
    for read in (Read, SourceText):
        written: list[str] = []
        output, summary = open_output(name, Sink(written.append)), Summary()
        for number, rules in enumerate(articles):
            found = [problem("text", 0, 1, path=f"{number}.md", rule=rule) for rule in rules]
            output.add(Report(f"{number}.md", found, read(f"text {number}")))
        if fails:
            output.fail(["A mistake."])
        output.finish(summary)
        texts.append("".join(written))
    assert texts[0] == texts[1]


@pytest.mark.parametrize(("clean", "shown"), [(0, 3), (250, 1000)])
def test_a_rule_that_ceases_to_be_everywhere_is_shown_after_all(clean: int, shown: int) -> None:
    reports = [Report(f"{n}.md", [problem("text", 0, 1, path=f"{n}.md")], Read(f"text {n}")) for n in range(1000)]
    reports += [Report(f"clean{n}.md", []) for n in range(clean + 1)]
    Read.all = 0
    lines = rendered("full", *reports).splitlines()
    assert [line for line in lines if " | text" in line] == [f"  1 | text {number}" for number in range(shown)]
    assert Read.all == (20 if shown == 3 else 1000)


@pytest.mark.parametrize("text", ["", "---\n", "---\ntitle: Tides\nexc", "x"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_has_changed_meanwhile_is_shown_as_far_as_it_can_be(name: str, text: str) -> None:
    report = Report("a.md", [problem(TEXT, 26, 38)], lambda: SourceText(text))
    assert "A sentence." in rendered(name, report)


@pytest.mark.parametrize("name", ["json", "jsonl", "junit", "sarif", "checkstyle", "gitlab", "github", "rdjson"])
def test_machines_get_everything(name: str) -> None:
    assert "--verbose" not in rendered(name, *site(20, 20))
