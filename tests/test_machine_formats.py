"""The formats that programs read: valid against their schemas, whatever an article, a path or a fault holds."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from real_data import SCHEMAS

from lintarticle.cli import check
from lintarticle.cli.main import main
from lintarticle.config.discovery import Configurations
from lintarticle.errors import InternalError
from lintarticle.output import FORMATS, open_output
from lintarticle.output.addresses import located, prefix
from lintarticle.output.contract import Sink, Summary
from lintarticle.output.github import cell
from lintarticle.output.sarif import plain
from lintarticle.output.screen import xml_text
from lintarticle.problem import Edit, Fix, Place, Problem, RelatedPlace, Severity
from lintarticle.report import Details, Report
from lintarticle.rules import ALL
from lintarticle.runner import Runner
from lintarticle.source import SourceText, Span

HOSTILE = "x ::error::pwned %0A </script><script>document.title='pwned'</script> ]]> \\u202E \\x1b[2J ##[error] | `a`"

ARTICLE = f"""\
---
title: "{HOSTILE}"
tags: [tide, tide]
excerpt: "<img src=x onerror=document.title='pwned'>"
---

# {HOSTILE.replace(chr(92) + "u202E", chr(0x202E)).replace(chr(92) + "x1b", chr(0x1B))}

<!-- lintarticle-disable-next-line structure/empty-section: it is "quoted" ]]> </script> -->
## One

## Two {chr(0x202E)}

See ]]> &amp; <b>
"""

PATHS = ("a b/%41::c,d.md", "quote'\"<&>.md", "line\nbreak.md", "esc\x1b[2J.md", "潮汐/مد.md", "bidi\u202e.md")


@pytest.fixture(autouse=True)
def no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as if on no CI service, whatever runs these tests."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the hostile article under hostile paths, and a clean one."""
    monkeypatch.chdir(tmp_path)
    for name in PATHS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE, "utf-8")
    (tmp_path / "bytes.md").write_bytes(b"---\ntitle: Tides \xff\n---\n")
    (tmp_path / "crlf.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: Tides\r\ntags: [sea, sea]\r\n---\r\n\r\nText.\r\n")
    return tmp_path


def linted(name: str, *arguments: str) -> str:
    """Return what `check` writes in a format."""
    main(["check", "--output-format", name, "-o", "report", *arguments])
    return Path("report").read_text("utf-8")


def visible(path: str) -> str:
    """Return a path as the formats write it that show what could steer a terminal."""
    return path.replace("\x1b", "\\x1b").replace("\u202e", "<U+202E>")


def problem(raw: str, start: int, end: int, **more: Any) -> Problem:  # noqa: ANN401 - fields of Problem
    source = SourceText(raw)
    places = [Place(*source.position(offset), source.raw_offset(offset)) for offset in (start, end)]
    fields = {"path": "a.md", "rule": "tags/count", "severity": Severity.WARNING, "message": "A sentence."}
    return Problem(**{**fields, "start": places[0], "end": places[1], "fingerprint": "f00d", **more})


def rendered(name: str, *reports: Report, sink: Callable[..., Sink] = Sink) -> str:
    written: list[str] = []
    output, summary = open_output(name, sink(written.append)), Summary()
    for report in reports:
        output.add(report)
        summary.add(report)
    output.finish(summary)
    return "".join(written)


def failed(name: str, *messages: str) -> str:
    written: list[str] = []
    output = open_output(name, Sink(written.append))
    output.add(Report("a.md", [problem("text", 0, 1)], SourceText("text")))
    output.fail(messages)
    return "".join(written)


# --- whole documents ------------------------------------------------------------------------------------------


def validate(schema: str, document: str) -> Any:  # noqa: ANN401 - JSON
    """Check a document against a published schema and return what it holds."""
    validators = pytest.importorskip("jsonschema_rs", reason="jsonschema-rs is not installed")
    path = SCHEMAS / schema
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    loaded = json.loads(document)
    errors = [
        error.message for error in validators.validator_for(json.loads(path.read_text("utf-8"))).iter_errors(loaded)
    ]
    assert errors == []
    return loaded


def parsed(name: str, document: str) -> object:
    """Read a document of a format as its readers do."""
    if name == "jsonl":
        return [json.loads(line) for line in document.splitlines()]
    if name in ("junit", "checkstyle"):
        return ET.fromstring(document)  # noqa: S314 - our own document
    if name == "html":
        return Page(document)
    if name == "github":
        return list(commands(document))
    return json.loads(document)


MACHINE = ("json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle", "html")


@pytest.mark.parametrize("name", MACHINE)
def test_hostile_articles_and_paths_leave_a_document_well_formed(name: str, repository: Path) -> None:
    document = linted(name)
    assert parsed(name, document)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", document.replace("\t", " "))


@pytest.mark.parametrize("name", MACHINE)
def test_halves_of_pairs_and_nul_leave_a_document_well_formed(name: str) -> None:
    raw = "\x00\ud800\ufffe text\n"
    found = problem(raw, 0, 3, path="\udcff.md", message="\ud800 \x00 \ufffe", rule="test/sample")
    document = rendered(name, Report("\udcff.md", [found], SourceText(raw)))
    assert parsed(name, document.encode(errors="backslashreplace").decode())  # as every sink encodes


ANYTHING = st.text(st.characters(exclude_characters="\r"), min_size=1, max_size=60)


@pytest.mark.parametrize("name", MACHINE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(message=ANYTHING, path=ANYTHING, raw=ANYTHING)
def test_any_text_leaves_a_document_well_formed(name: str, message: str, path: str, raw: str) -> None:
    fix = Fix(message, (Edit(Span(0, len(raw)), message),))
    related = (RelatedPlace(path, Place(1, 1, 0), Place(1, 1, 0), message),)
    found = problem(raw, 0, len(raw), path=path, message=message, help=message, fix=fix, related=related)
    document = rendered(name, Report(path, [found], SourceText(raw)))
    assert parsed(name, document.encode(errors="backslashreplace").decode())


@pytest.mark.parametrize("name", MACHINE)
def test_a_mistake_in_a_configuration_leaves_a_document_well_formed(name: str, repository: Path) -> None:
    (repository / "lintarticle.toml").write_text("selct = []\n", "utf-8")
    document = linted(name)
    assert parsed(name, document)
    assert "selct" in document


@pytest.mark.parametrize("name", MACHINE)
def test_a_defect_of_ours_is_in_the_document(name: str) -> None:
    fault = InternalError("a.md", "rule x", "Boom: <]]>")
    document = rendered(name, Report("a.md", [], None, (fault,)))
    assert parsed(name, document)
    assert "Boom" in document


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_articles_has_a_document_too(name: str) -> None:
    document = rendered(name)
    if name in MACHINE and name not in ("jsonl", "github"):
        parsed(name, document)
    assert "Traceback" not in document


def test_several_outputs_are_written_in_one_run(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--output-format", "sarif", "-o", "lint.sarif", "--output-format", "github"]
    assert main(["check", *arguments, "crlf.md"]) == 1
    assert capsys.readouterr().out.startswith("::error file=crlf.md,line=3,endLine=3,")
    assert json.loads(Path("lint.sarif").read_text("utf-8"))["runs"][0]["results"][0]["ruleId"]


def test_an_interrupted_run_leaves_a_whole_document(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Runner, "find", interrupted)
    (run,) = json.loads(linted("sarif"))["runs"]
    assert run["invocations"][0]["toolConfigurationNotifications"][0]["message"] == {"text": "Interrupted."}


def test_a_reader_that_left_costs_the_other_outputs_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def left(text: str) -> int:
        raise BrokenPipeError

    monkeypatch.setattr("sys.stdout.write", left)
    with pytest.raises(BrokenPipeError):
        check.run(["--output-format", "concise", "--output-format", "sarif", "-o", "report", "crlf.md"])
    (run,) = json.loads(Path("report").read_text("utf-8"))["runs"]
    assert run["results"]


@pytest.mark.parametrize("name", ["html", "rdjson", "sarif"])
def test_many_problems_on_a_long_line_are_no_trouble(name: str) -> None:
    raw = "潮" * 300_000
    found = [problem(raw, offset, offset + 1) for offset in range(0, 300_000, 100)]
    document = rendered(name, Report("a.md", found, SourceText(raw)))
    assert parsed(name, document)
    assert document.count("A sentence.") == 3000


def test_what_outputs_want_can_be_sent_to_another_process(repository: Path) -> None:
    runner = Runner(Configurations(repository))
    runner.details = Details(suppressed=True, overview=True)
    targets, _ = runner.find(["crlf.md", "bidi\u202e.md"])
    for report in runner.run(targets):
        sent = pickle.loads(pickle.dumps((report.suppressed, report.overview)))  # noqa: S301 - our own bytes
        assert sent == (report.suppressed, report.overview)
        assert report.overview is not None


def test_fixing_keeps_what_outputs_want(repository: Path) -> None:
    (run,) = json.loads(linted("sarif", "--fix", "bidi\u202e.md"))["runs"]
    assert [result["ruleId"] for result in run["results"] if result["suppressions"]] == ["structure/empty-section"]
    assert "tags/duplicate" not in {result["ruleId"] for result in run["results"]}


@pytest.mark.parametrize(
    "arguments",
    [("--preset", "\x1b[2J\u202e"), ("\x1b[2J\u202e",), ("-o", "\x1b[2J\u202e/x/y"), ("--select", "\x1b[2J\u202e")],
)
def test_sentences_on_standard_error_steer_no_terminal(
    arguments: tuple[str, ...], repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("\x1b[2J\u202e").mkdir()
    code = main(["check", *arguments])
    said = capsys.readouterr()
    assert code == 2
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err
    assert "\\x1b[2J<U+202E>" in said.out + said.err


# --- sarif ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ["problems", "clean", "configuration", "fault"])
def test_sarif_keeps_to_its_schema(case: str, repository: Path) -> None:
    if case == "problems":
        document = linted("sarif")
    elif case == "configuration":
        document = failed("sarif", "lintarticle.toml:1: A mistake.", "Another.")
    else:
        faults = (InternalError("a.md", "rule x", "Boom"),) if case == "fault" else ()
        document = rendered("sarif", Report("a.md", [], None, faults))
    (run,) = validate("sarif-2.1.0.json", document)["runs"]
    assert bool(run["results"]) is (case == "problems")
    assert run["invocations"][0]["executionSuccessful"] is (case in ("problems", "clean"))


def sarif(*reports: Report) -> Any:  # noqa: ANN401 - JSON
    return json.loads(rendered("sarif", *reports))["runs"][0]


def test_sarif_describes_every_rule_from_its_manual() -> None:
    rules = sarif()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in ALL]
    described = next(rule for rule in rules if rule["id"] == "excerpt/too-long")
    assert described["shortDescription"] == {"text": "The excerpt is too long for search results."}
    assert described["help"]["markdown"].startswith("# excerpt/too-long\n")
    assert described["help"]["text"].startswith("excerpt/too-long\n")
    assert described["defaultConfiguration"] == {"enabled": True, "level": "warning"}
    assert described["helpUri"].endswith("/docs/rules/excerpt/too-long.md")
    assert all(len(rule["fullDescription"]["text"]) <= 1024 for rule in rules)
    assert {rule["defaultConfiguration"]["enabled"] for rule in rules} == {True, False}


def test_the_plain_text_of_a_manual_has_no_markup() -> None:
    page = "# a/b\n\nDefault: **off**, `x`.\n\n````markdown\n```\n# Title\n```\n````\n"
    assert plain(page) == "a/b\n\nDefault: off, x.\n\n    ```\n    # Title\n    ```\n"


def test_a_sarif_result_has_place_fix_fingerprint_and_related_places() -> None:
    raw = "\ufeffone\r\ntwo 潮汐 three\r\n"
    fix = Fix("Cut it", (Edit(Span(6, 9), ""), Edit(Span(10, 12), "x\r\n")), "unsafe")
    related = (RelatedPlace("b.md", Place(2, 1, 4), Place(2, 6, 9), "Here."),)
    found = problem(raw, 9, 11, help="Cut.", fix=fix, related=related)
    (result,) = sarif(Report("a.md", [found], SourceText(raw)))["results"]
    assert result["message"] == {"text": "A sentence. Cut."}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 7},
            }
        }
    ]
    assert result["fixes"] == [
        {
            "description": {"text": "Cut it"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "a.md", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4},
                            "insertedContent": {"text": ""},
                        },
                        {
                            "deletedRegion": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 7},
                            "insertedContent": {"text": "x\r\n"},
                        },
                    ],
                }
            ],
            "properties": {"applicability": "unsafe"},
        }
    ]
    assert result["relatedLocations"][0]["message"] == {"text": "Here."}
    assert result["partialFingerprints"]["lintarticle/v1"] == "f00d"
    assert result["suppressions"] == []
    assert ALL[result["ruleIndex"]].name == "tags/count"


def test_what_comments_suppress_is_a_suppressed_result(repository: Path) -> None:
    results = json.loads(linted("sarif", "bidi\u202e.md"))["runs"][0]["results"]
    suppressed = [result for result in results if result["suppressions"]]
    assert [(result["ruleId"], result["suppressions"]) for result in suppressed] == [
        (
            "structure/empty-section",
            [{"kind": "inSource", "status": "accepted", "justification": 'it is "quoted" ]]> </script>'}],
        )
    ]
    ids = [result["partialFingerprints"]["lintarticle/v1"] for result in results]
    assert len(ids) == len(set(ids))


def test_sarif_addresses_lead_back_to_the_paths(repository: Path) -> None:
    results = json.loads(linted("sarif"))["runs"][0]["results"]
    addresses = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert {unquote(address) for address in addresses} == {*PATHS, "bytes.md", "crlf.md"}
    assert all(re.fullmatch(r"[\w.~/%-]+", address, re.ASCII) for address in addresses)


def test_a_path_outside_of_the_checkout_is_a_whole_address() -> None:
    found = problem("text", 0, 1, path="/tmp/a b.md")  # noqa: S108 - a path, not a file
    (result,) = sarif(Report("x", [found], SourceText("text")))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///tmp/a%20b.md"}


# --- rdjson ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ["problems", "configuration"])
def test_rdjson_keeps_to_its_schema(case: str, repository: Path) -> None:
    document = linted("rdjson") if case == "problems" else failed("rdjson", "A mistake.")
    assert validate("rdjson/DiagnosticResult.json", document)["diagnostics"]


def test_rdjson_counts_bytes_and_makes_one_suggestion_of_a_fix() -> None:
    raw = "\ufeffone\r\ntwo 潮汐 three\r\n"
    fix = Fix("Cut it", (Edit(Span(6, 9), "2"), Edit(Span(10, 12), "tides")))
    found = problem(raw, 9, 11, fix=fix)
    (diagnostic,) = json.loads(rendered("rdjson", Report("a.md", [found], SourceText(raw))))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 2, "column": 5}, "end": {"line": 2, "column": 11}}
    assert diagnostic["suggestions"] == [
        {"range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 11}}, "text": "2 tides"}
    ]
    assert diagnostic["code"]["value"] == "tags/count"


def test_rdjson_has_no_columns_in_a_file_that_could_not_be_decoded(repository: Path) -> None:
    (diagnostic,) = json.loads(linted("rdjson", "bytes.md"))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}


def test_rdjson_leaves_out_a_suggestion_that_no_comment_could_hold() -> None:
    fix = Fix("Cut it", (Edit(Span(0, 1), "x" * 60_001),))
    found = problem("text", 0, 1, fix=fix)
    (diagnostic,) = json.loads(rendered("rdjson", Report("a.md", [found], SourceText("text"))))["diagnostics"]
    assert "suggestions" not in diagnostic


# --- gitlab ---------------------------------------------------------------------------------------------------


def test_gitlab_has_the_keys_that_it_asks_for(repository: Path) -> None:
    report = json.loads(linted("gitlab"))
    for entry in report:
        assert entry["description"]
        assert entry["check_name"]
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] == entry["location"]["positions"]["begin"]["line"]
    assert {entry["location"]["path"] for entry in report} == {*PATHS, "bytes.md", "crlf.md"}
    assert len({entry["fingerprint"] for entry in report}) == len(report)


def test_the_first_problem_with_a_fingerprint_keeps_it() -> None:
    reports = [Report(path, [problem("text", 0, 1, path=path)], SourceText("text")) for path in ("a.md", "b.md")]
    first, second = json.loads(rendered("gitlab", *reports))
    assert first["fingerprint"] == "f00d"
    assert re.fullmatch("[0-9a-f]{32}", second["fingerprint"])


# --- junit and checkstyle -------------------------------------------------------------------------------------


def xml(document: str) -> ET.Element:
    return ET.fromstring(document)  # noqa: S314 - our own document


def test_junit_has_a_suite_an_article_and_a_test_a_rule() -> None:
    severe = {"severity": Severity.ERROR, "rule": "tags/duplicate"}
    found = [problem("text", 0, 1, **severe), problem("text", 1, 2), problem("text", 2, 3, **severe)]
    suites = xml(rendered("junit", Report("a.md", found, SourceText("text")), Report("b.md", [])))
    assert suites.attrib == {"name": "lintarticle", "tests": "3", "failures": "1", "errors": "0", "time": "0"}
    first, second = suites
    assert (first.get("name"), first.get("tests"), first.get("failures")) == ("a.md", "2", "1")
    assert [case.attrib for case in first] == [
        {"name": "tags/count", "classname": "a.md", "time": "0"},
        {"name": "tags/duplicate", "classname": "a.md", "time": "0"},
    ]
    assert first[0][0].tag == "system-out"
    assert first[1][0].attrib == {"type": "error", "message": "2 problems"}
    assert first[1][0].text == "a.md:1:1: error A sentence.\na.md:1:3: error A sentence."
    assert [(case.get("name"), len(case)) for case in second] == [("lintarticle", 0)]


_XSD = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "skipped", "file"},
    "testcase": {"name", "time", "classname"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
    "system-err": set(),
}
"""The elements and attributes that we use and Jenkins' junit-10.xsd (xunit-plugin) knows."""


def test_junit_has_nothing_that_jenkins_does_not_know() -> None:
    report = Report("a.md", [problem("text", 0, 1, severity=Severity.ERROR), problem("text", 1, 2)], SourceText("text"))
    for document in (rendered("junit", report, Report("b.md", [])), failed("junit", "A mistake.")):
        root = xml(document)
        assert all(set(element.attrib) <= _XSD[element.tag] for element in root.iter())
    assert [suite.get("file") for suite in xml(rendered("junit", report))] == ["a.md"]


def test_junit_fails_what_the_run_fails() -> None:
    report = Report("a.md", [problem("text", 0, 1)], SourceText("text"))
    for fail_on, failures in ((Severity.WARNING, "1"), (Severity.ERROR, "0"), (None, "0")):
        document = rendered("junit", report, sink=lambda write, limit=fail_on: Sink(write, fail_on=limit))
        assert xml(document).get("failures") == failures


def test_a_failed_run_is_an_error_in_junit() -> None:
    suites = xml(failed("junit", "A mistake.", "Another."))
    assert suites.get("errors") == "1"
    assert [element.tag for element in suites[0][0]] == ["error", "system-err"]
    assert suites[0][0][1].text == "A mistake.\nAnother."


def test_checkstyle_has_what_its_readers_need(repository: Path) -> None:
    root = xml(linted("checkstyle"))
    names = {str(file.get("name")) for file in root}
    assert names == {*map(visible, PATHS), "bytes.md", "crlf.md"}
    for error in root.iter("error"):
        assert str(error.get("line")).isdigit()
        assert str(error.get("column")).isdigit()
        assert error.get("severity") in ("error", "warning", "info")
        assert error.get("message")
        assert str(error.get("source")).startswith("lintarticle.")


def test_every_character_comes_through_xml_or_is_shown() -> None:
    text = "".join(map(chr, (*range(0x300), 0x2028, 0xD800, 0xFEFF, 0xFFFE, 0x1F600)))
    (read,) = xml(f'<a b="{xml_text(text)}"/>').attrib.values()
    assert read == "".join(
        f"\\x{ord(each):02x}" if (each < " " and each not in "\t\n") or "\x7f" <= each <= "\x9f"
        else f"<U+{ord(each):04X}>" if each in "\u2028\ud800\ufeff\ufffe"
        else each
        for each in text
    )  # fmt: skip


# --- github ---------------------------------------------------------------------------------------------------


def commands(log: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield the commands that GitHub's runner finds in a log: name, properties, text."""
    for line in log.split("\n"):
        assert "##[" not in line
        if match := re.fullmatch(r"\s*::([^\s:]+)(?: ([^:]*))?::(.*)", line):
            listed = (pair.partition("=") for pair in (match[2] or "").split(",") if pair)
            yield match[1], {name: _unescaped(value) for name, _, value in listed}, _unescaped(match[3])
        else:
            assert not line.lstrip().startswith("::"), line


def _unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_github_commands_are_ours_only_and_name_the_files(repository: Path) -> None:
    found = list(commands(linted("github")))
    assert {"error", "group"} <= {name for name, _, _ in found} <= {"error", "warning", "notice", "group", "endgroup"}
    names = {properties["file"] for name, properties, _ in found if name not in ("group", "endgroup")}
    assert names <= {*map(visible, PATHS), "bytes.md", "crlf.md"}
    assert "line\nbreak.md" in names


def test_github_puts_errors_first_and_says_what_it_has_no_room_for() -> None:
    severities = [Severity.INFO] * 2 + [Severity.WARNING] * 12 + [Severity.ERROR] * 11
    found = [problem("text", 0, 1, severity=severity, message="50% ::x") for severity in severities]
    log = rendered("github", Report("a.md", found, SourceText("text")))
    assert [name for name, _, _ in commands(log)] == [
        *["error"] * 10,
        *["warning"] * 10,
        *["notice"] * 2,
        "group",
        "endgroup",
    ]
    assert log.splitlines()[0] == "::error file=a.md,line=1,endLine=1,col=1,endColumn=2,title=tags/count::50%25 ::x"
    assert log.splitlines()[22:] == [
        "::group::3 more, as GitHub shows 10 annotations of each severity a step",
        "  a.md:1:1: error tags/count 50% ::x",
        "  a.md:1:1: warning tags/count 50% ::x",
        "  a.md:1:1: warning tags/count 50% ::x",
        "::endgroup::",
        "11 errors, 12 warnings, 2 infos in 1 article",
    ]


def test_github_names_no_columns_of_a_span_over_lines() -> None:
    log = rendered("github", Report("a.md", [problem("one\ntwo\n", 1, 6)], SourceText("one\ntwo\n")))
    assert log.startswith("::warning file=a.md,line=1,endLine=2,title=tags/count::A sentence.\n")


def test_a_failed_run_is_an_error_on_github() -> None:
    assert failed("github", "a: 50%\nb ::error::x") == "::error title=lintarticle::a: 50%25%0Ab ::error::x\n"


def test_paths_are_those_of_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site" / "content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site" / "content")
    assert prefix({"GITHUB_WORKSPACE": str(tmp_path)}) == "site/content/"
    assert prefix({"CI_PROJECT_DIR": str(tmp_path / "site")}) == "content/"
    assert prefix({"CI_PROJECT_DIR": str(tmp_path / "site" / "content")}) == ""
    assert prefix({"CI_PROJECT_DIR": str(tmp_path / "sit")}) == ""
    assert prefix({}) == ""
    (tmp_path / ".git").mkdir()
    assert prefix({}) == "site/content/"
    assert prefix({"CI_PROJECT_DIR": str(tmp_path / "site")}) == "content/"
    assert located("site/content/", "a.md") == "site/content/a.md"
    assert located("site/content/", "../a.md") == "site/a.md"
    assert located("site/content/", "/a.md") == "/a.md"


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit", "checkstyle"])
def test_reports_for_services_name_files_from_the_checkout(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    written = rendered(name, Report("a.md", [problem("one\n", 0, 1)], SourceText("one\n")))
    assert "site/a.md" in written.replace("%2F", "/")


def test_the_job_summary_is_a_table_without_foreign_markup(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.txt"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    linted("github", "crlf.md", "quote'\"<&>.md")
    lines = summary.read_text("utf-8").splitlines()
    assert lines[:3] == ["before", "### lintarticle", ""]
    rows = [line for line in lines if line.startswith("|")]
    assert all(row.count("|") in (3, 5) for row in rows)
    foreign = re.sub(r"\[[^\]]*\]\(https://github\.com/lintarticle/[\w/.-]+\)|&#\d+;", "", "\n".join(lines[3:]))
    assert not re.search(r"[<>`*\[\]\\@]", foreign)


def test_a_cell_holds_text_only() -> None:
    assert cell("a-b/c.md: [x](http://y) www.z | `q` @me 50% it’s (fine)\n") == (
        "a-b/c.md&#58; &#91;x&#93;(http&#58;//y) www&#46;z &#124; &#96;q&#96; &#64;me 50% it’s (fine)&#92;x0a"
    )


def test_a_job_summary_that_cannot_be_written_fails_nothing(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary"))
    log = linted("github", "crlf.md")
    assert log.splitlines()[-1].startswith("::notice title=lintarticle::The job summary was not written: ")


# --- jsonl, grouped, figures ----------------------------------------------------------------------------------


def test_jsonl_is_the_problems_of_json(repository: Path) -> None:
    lines = [json.loads(line) for line in linted("jsonl").splitlines()]
    assert lines == json.loads(linted("json"))["problems"]


def test_grouped_lists_problems_in_columns_under_each_article() -> None:
    raw = "x\n" * 10 + "text\n"
    fix = Fix("Cut it", (Edit(Span(0, 1), ""),))
    found = [problem(raw, 0, 1, rule="a/b", fix=fix, severity=Severity.ERROR), problem(raw, 22, 23, message="Two\x1b.")]
    assert rendered("grouped", Report("a.md", found, SourceText(raw)), Report("b.md", [])) == (
        "a.md\n"
        "   1:1  error    a/b         A sentence. [safe fix: Cut it]\n"
        "  11:3  warning  tags/count  Two\\x1b.\n"
        "\n"
        "1 error, 1 warning in 2 articles (1 fixable with --fix)\n"
    )


def test_statistics_count_by_rule_and_say_what_is_fixable() -> None:
    fix = Fix("Cut it", (Edit(Span(0, 1), ""),))
    found = [problem("text", 0, 1, rule="a/b", fix=fix), problem("text", 0, 1), problem("text", 0, 1, fix=fix)]
    report = Report("a.md", found, SourceText("text"))

    def sink(write: Callable[[str], object]) -> Sink:
        return Sink(write, statistics=True)

    figures = "2  tags/count  1 fixable with --fix\n1  a/b         all fixable with --fix\n"
    assert rendered("concise", report, sink=sink).endswith(f"\n\n{figures}")
    for name in ("full", "grouped"):
        assert f"\n\n{figures}\n3 warnings in 1 article" in rendered(name, report, sink=sink)
    assert json.loads(rendered("json", report, sink=sink))["statistics"] == [
        {"rule": "tags/count", "problems": 2, "fixable": 1},
        {"rule": "a/b", "problems": 1, "fixable": 1},
    ]


# --- html -----------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Reads a page strictly: every element that is opened is closed in order; scripts and addresses are kept."""

    EMPTY = frozenset({"meta", "input", "br"})

    def __init__(self, document: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.scripts = 0
        self.addresses: set[str] = set()
        self.handlers: set[str] = set()
        self.ids: list[str] = []
        self.feed(document)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.EMPTY:
            self.open.append(tag)
        self.scripts += tag == "script"
        for name, value in attrs:
            if name in ("src", "href", "action", "data", "srcset", "poster", "style"):
                self.addresses.add(str(value))
            if name.startswith("on"):
                self.handlers.add(name)
            if name == "id":
                self.ids.append(str(value))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_fetches_nothing_and_runs_nothing_of_an_article(repository: Path) -> None:
    document = linted("html")
    page = Page(document)
    assert page.scripts == 1
    assert page.handlers == set()
    assert all(address.startswith("https://github.com/lintarticle/") for address in page.addresses)
    assert len(page.ids) == len(set(page.ids))
    assert "url(" not in document
    assert "@import" not in document


def test_the_page_shows_search_result_and_pictures_where_they_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    briefs = "".join(
        f"  - type: {kind}\n    placement: {placement}\n    description: A drawing.\n"
        for kind, placement in (("map", "after Moon"), ("hero", "top"), ("chart", "after Mars"), ("photo", "end"))
    )
    body = "Opening words.\n\n## Moon\n\nOne two.\n\n### Phases\n\nThree.\n\n## Sun\n\nFour.\n"
    Path("a.md").write_text(
        f"---\ntitle: Tides\nexcerpt: {'word ' * 40}\nillustrations:\n{briefs}---\n\n{body}", "utf-8"
    )
    document = linted("html", "a.md")
    shown = re.findall(r'class="name[^>]*>([^<]+)|<summary><span dir="auto">(\w+)|class="(lost)"', document)
    assert ["".join(names) for names in shown] == [
        "hero",
        "opening",
        "Moon",
        "Phases",
        "map",
        "Sun",
        "photo",
        "lost",
        "chart",
    ]
    assert '<s class="cut">' in document


def test_a_failed_run_is_a_page_that_says_so() -> None:
    page = failed("html", "lintarticle.toml:1: <b>")
    assert '<ul class="faults" role="alert"><li>lintarticle.toml:1: &lt;b&gt;</li></ul>' in page
    assert "a.md" not in page
