"""Types and outlines in a configuration: what each key comes to, and every mistake, told once with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintarticle.cli.main import main
from lintarticle.config.configuration import CommandLine, Configuration
from lintarticle.config.reading import read_configuration
from lintarticle.outline.outline import Limits, Outline, OutlineSection
from lintarticle.ranges import Range


def load(folder: Path, text: str) -> Configuration:
    path = folder / "lintarticle.toml"
    path.write_text(text, "utf-8")
    return read_configuration(path, folder, path.name, CommandLine())


def outline(folder: Path, text: str) -> Outline:
    (kind,) = load(folder, f"[types.news.outline]\n{text}\n").types
    assert kind.outline is not None
    return kind.outline


def item(folder: Path, text: str) -> OutlineSection:
    (found,) = outline(folder, f"sections = [ {{ {text} }} ]").items
    return found


# --- what it comes to -----------------------------------------------------------------------------------------


def test_an_outline_allows_others_and_wants_its_order_by_default(tmp_path: Path) -> None:
    assert outline(tmp_path, "sections = []") == Outline(())
    assert outline(tmp_path, "sections = []\nadditional = false\nordered = false") == Outline(
        (), additional=False, ordered=False
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('heading = "Summary"', OutlineSection(("Summary",))),
        ('heading = ["Looking ahead", "What comes next"]', OutlineSection(("Looking ahead", "What comes next"))),
        ('pattern = "Background( .*)?"', OutlineSection(pattern="Background( .*)?")),
        ("any = true", OutlineSection()),
        ('heading = "A", optional = true', OutlineSection(("A",), least=0)),
        ("any = true, min = 2, max = 6", OutlineSection(least=2, most=6)),
        ("any = true, min = 2", OutlineSection(least=2, most=None)),
        ("any = true, max = 6", OutlineSection(least=1, most=6)),
        ("any = true, optional = true, max = 6", OutlineSection(least=0, most=6)),
        ("any = true, min = 0", OutlineSection(least=0, most=None)),
        ('heading = "A", level = 3', OutlineSection(("A",), level=3)),
        ('heading = "A", description = "In short."', OutlineSection(("A",), description="In short.")),
        ('heading = "A", words = "30..120"', OutlineSection(("A",), limits=Limits(words=Range(30, 120)))),
        ('heading = "A", words = " 60.. "', OutlineSection(("A",), limits=Limits(words=Range(60, None)))),
        ('heading = "A", images = "..2"', OutlineSection(("A",), limits=Limits(images=Range(None, 2)))),
        ('heading = "A", lists = "3"', OutlineSection(("A",), limits=Limits(lists=Range(3, 3)))),
        ('heading = "A", tables = 1', OutlineSection(("A",), limits=Limits(tables=Range(1, 1)))),
        ('heading = "A", links = 0', OutlineSection(("A",), limits=Limits(links=Range(0, 0)))),
        ('heading = "A", code = "1.."', OutlineSection(("A",), limits=Limits(code=Range(1, None)))),
        (
            'heading = "A", code = { lang = "sql" }',
            OutlineSection(("A",), limits=Limits(code=Range(1), code_language="sql")),
        ),
        (
            'heading = "A", code = { lang = "sql", count = 2 }',
            OutlineSection(("A",), limits=Limits(code=Range(2, 2), code_language="sql")),
        ),
        (
            'heading = "A", must-contain = "x", must-not-contain = ["y", "z"], must-link = true',
            OutlineSection(("A",), limits=Limits(must_contain=("x",), must_not_contain=("y", "z"), must_link=True)),
        ),
        (
            'heading = "A", sections = [ { heading = "B" } ]',
            OutlineSection(("A",), sections=Outline((OutlineSection(("B",)),))),
        ),
        (
            'heading = "A", additional = false, ordered = false, sections = [ { heading = "B" } ]',
            OutlineSection(("A",), sections=Outline((OutlineSection(("B",)),), additional=False, ordered=False)),
        ),
        ('heading = "A", additional = false', OutlineSection(("A",), sections=Outline((), additional=False))),
    ],
)
def test_a_section_says(tmp_path: Path, text: str, expected: OutlineSection) -> None:
    assert item(tmp_path, text) == expected


def test_tables_may_be_written_out(tmp_path: Path) -> None:
    text = '[[types.news.outline.sections]]\nheading = "A"\n[[types.news.outline.sections.sections]]\nheading = "B"\n'
    (kind,) = load(tmp_path, text).types
    assert kind.outline == Outline((OutlineSection(("A",), sections=Outline((OutlineSection(("B",)),))),))


# --- mistakes -------------------------------------------------------------------------------------------------

NEWS = "[types.news]\nfiles = ['**']\n"
OUTLINE = f"{NEWS}[types.news.outline]\nsections = [\n  {{ heading = 'Summary' }},\n"


def section(text: str) -> str:
    """Return an outline whose second section, in line 6, says this."""
    return f"{OUTLINE}  {{ {text} }},\n]\n"


MISTAKES = {
    "unknown key of a type": (f"{NEWS}lables = {{}}", "3: Unknown key “lables”. Did you mean “labels”?"),
    "key of the whole file in a type": (
        f"{NEWS}exclude = []",
        (
            "3: Unknown key “exclude”. Use preset, select, ignore, rules, drafts, schemas-in-articles, "
            "static-dirs, renders-title, slugger, renderer, known-keys, labels, front-matter, illustrations, files, "
            "where, fields, json-schema, model, strict or outline."
        ),
    ),
    "a section is text": (
        '[types.news.outline]\nsections = ["The \\"end\\""]',
        '2: “sections” is “The "end"”; expected { heading = "The \\"end\\"" }.',
    ),
    "types is a list": ("types = []", "1: “types” is a list; expected a table."),
    "a type is text": ('[types]\nnews = "posts/**"', "2: “news” is “posts/**”; expected a table."),
    "files is text": ('[types.news]\nfiles = "posts/**"', "2: “files” is “posts/**”; expected a list."),
    "a pattern of files that is none": (
        '[types.news]\nfiles = [\n  "a/**",\n  "!",\n]',
        "4: “!” is not a pattern as in .gitignore.",
    ),
    "where is text": ('[types.news]\nwhere = "news"', "2: “where” is “news”; expected a table."),
    "a condition is a table": (
        "[types.news]\nwhere = { layout = { a = 1 } }",
        "2: “layout” is a table; expected text, a number, true, false or a list of them.",
    ),
    "a condition without a value": (
        "[types.news]\n[types.news.where]\nlayout = []",
        "3: “layout” is a list; expected text, a number, true, false or a list of them.",
    ),
    "unknown rule in a type": (
        f'{NEWS}[types.news.rules]\n"tags/cout" = "off"',
        "4: Unknown rule “tags/cout”. Did you mean “tags/count”?",
    ),
    "option of a rule in a type": (
        f'{NEWS}[types.news.rules]\n"tags/count" = {{ mx = 3 }}',
        "4: Unknown key “mx”. Did you mean “max”?",
    ),
    "unknown family in a type": (
        f'{NEWS}ignore = ["exerpt"]',
        "3: Unknown rule or family “exerpt”. Did you mean “excerpt”?",
    ),
    "unknown label in a type": (
        f'{NEWS}labels = {{ tgas = ["x"] }}',
        "3: Unknown field “tgas”. Did you mean “tags”?",
    ),
    "unknown preset in a type": (f'{NEWS}preset = "hugoo"', "3: Unknown preset “hugoo”. Did you mean “hugo”?"),
    "drafts in a type": (
        f'{NEWS}drafts = "skipp"',
        "3: “drafts” is “skipp”; expected error, warn or skip. Did you mean “skip”?",
    ),
    "two schemas": (
        f"{NEWS}model = 'site:News'\n[types.news.fields]\ntitle = 'text'",
        "3: A type can’t have both “fields” and “model”.",
    ),
    "strict without a schema": (
        f"{NEWS}strict = true",
        "3: “strict” needs a schema; add “fields”, “json-schema” or “model”.",
    ),
    "an outline without sections": (
        f"{NEWS}[types.news.outline]\nordered = true",
        "3: The key “sections” is missing here.",
    ),
    "unknown key of an outline": (
        f"{NEWS}[types.news.outline]\nsections = []\norderd = true",
        "5: Unknown key “orderd”. Did you mean “ordered”?",
    ),
    "unknown key of a section": (section("heding = 'A'"), "6: Unknown key “heding”. Did you mean “heading”?"),
    "unknown key of a nested section": (
        section("heading = 'A', sections = [ { heading = 'B', wrods = 3 } ]"),
        "6: Unknown key “wrods”. Did you mean “words”?",
    ),
    "a section that names nothing": (
        section("words = 3"),
        "6: A section of an outline needs “heading”, “pattern” or “any = true”.",
    ),
    "a section with two names": (
        section("heading = 'A', pattern = 'B'"),
        "6: A section can’t have both “heading” and “pattern”.",
    ),
    "a heading that is a number": (
        section("heading = 5"),
        "6: “heading” is 5; expected text in quotes or a list of texts.",
    ),
    "a heading that is empty": (
        section("heading = ''"),
        "6: “heading” is “”; expected text in quotes or a list of texts.",
    ),
    "a pattern that is none": (section("pattern = 'Back('"), "6: “Back(” is not a pattern: missing ) at character 6."),
    "a nested pattern that is none": (
        section("heading = 'A', sections = [\n { heading = 'B' },\n { pattern = '[' } ]"),
        "8: “[” is not a pattern: unterminated character set at character 2.",
    ),
    "a pattern without end": (
        section(f"pattern = '{'a' * 501}'"),
        "6: The pattern has 501 characters; expected at most 500.",
    ),
    "optional, but at least two": (
        section("any = true, optional = true, min = 2"),
        "6: “min” is 2, but the section is optional; use one of the two.",
    ),
    "more at least than at most": (
        section("any = true, min = 3, max = 2"),
        "6: “max” is 2; expected at least “min”, which is 3.",
    ),
    "at most none": (section("any = true, max = 0"), "6: “max” is 0; expected at least 1."),
    "at least too many": (section("any = true, min = 101"), "6: “min” is 101; expected at most 100."),
    "a level that no heading has": (section("heading = 'A', level = 7"), "6: “level” is 7; expected at most 6."),
    "a range with a dash": (
        section("heading = 'A', words = '30-120'"),
        "6: “words” is “30-120”; expected a number or a range such as “20..70”, “..5” or “3..”.",
    ),
    "a range of nothing": (
        section("heading = 'A', words = '..'"),
        "6: “words” is “..”; expected a number or a range such as “20..70”, “..5” or “3..”.",
    ),
    "a range with the larger end first": (
        section("heading = 'A', images = '3..1'"),
        "6: “images” is “3..1”; expected the smaller end first: “1..3”.",
    ),
    "a range that is negative": (
        section("heading = 'A', links = -1"),
        "6: “links” is -1; expected whole numbers, none of them negative.",
    ),
    "code in a language under another key": (
        section("heading = 'A', code = { language = 'sql' }"),
        "6: “code” is a table; expected a range, or a table with lang and count. Did you mean “lang”?",
    ),
    "a list of sections that is none": (
        section("heading = 'A', sections = { heading = 'B' }"),
        "6: “sections” is a table; expected a list.",
    ),
    "order of no sections": (
        section("heading = 'A', ordered = false"),
        "6: “ordered” is about subsections; add “sections”.",
    ),
    "must-link that is text": (
        section("heading = 'A', must-link = 'yes'"),
        "6: “must-link” is “yes”; expected true or false.",
    ),
    "a file that is extended and missing": (
        'drafts = "warn"\nextends = "base.toml"',
        "2: “extends” names “base.toml”, which does not exist (base.toml).",
    ),
    "a file that extends itself": (
        'extends = "lintarticle.toml"',
        "1: The configurations extend each other in a circle: lintarticle.toml → lintarticle.toml.",
    ),
    "extends is a number": ("extends = 3", "1: “extends” is 3; expected text in quotes or a list of texts."),
    "the key of the type is a list": ("type-key = ['a']", "1: “type-key” is a list; expected text in quotes."),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_ends_the_run_with_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintarticle.toml").write_text(text, "utf-8")
    (tmp_path / "a.md").write_text("# Tides\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--output-format", "concise"]) == 2
    assert capsys.readouterr() == ("", f"lintarticle: lintarticle.toml:{message}\n")


# --- while articles are looked at -----------------------------------------------------------------------------


def test_a_pattern_that_never_ends_is_a_problem_of_the_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintarticle.toml").write_text(section("pattern = '(a|a)+'"), "utf-8")
    (tmp_path / "a.md").write_text(f"# Tides\n\n## {'a' * 300}!\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.md").write_text("# Tides\n", "utf-8")
    assert main(["check", "--output-format", "concise", "--only", "structure"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("a.md:1:1: error file/unreadable The pattern “(a|a)+” takes too long on “aaa")
    assert lines[0].endswith(": simplify it.")
    assert lines[-1].startswith("b.md:1:3: error structure/missing-section ")


def test_many_sections_against_many_items_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """500 sections against 50 items, none of which fits: each is a problem."""
    (tmp_path / ".git").mkdir()
    items = "".join(f"  {{ heading = 'Wanted {number:03} {'x' * number}' }},\n" for number in range(49))
    text = f"{NEWS}[types.news.outline]\nadditional = false\nsections = [\n{items}  {{ any = true }}\n]\n"
    (tmp_path / "lintarticle.toml").write_text(text, "utf-8")
    body = "".join(f"## Zz{number * 7919 % 1009}\n\nText.\n\n" for number in range(500))
    (tmp_path / "a.md").write_text(f"# Tides\n\n{body}", "utf-8")
    monkeypatch.chdir(tmp_path)
    families = "structure/missing-section,structure/unexpected-section"
    assert main(["check", "--output-format", "concise", "--only", families]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum("structure/missing-section" in line for line in lines) == 49
    assert sum("structure/unexpected-section" in line for line in lines) == 499
