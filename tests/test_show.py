"""`lintarticle show`: whole screens, the JSON document, and what it says of files that can't be shown.

The screens under `tests/show/` are exact, 90 columns wide. After a change that is meant, look at what is new and write
it: `COLUMNS=90 lintarticle show tests/show/NAME.md > tests/show/NAME.txt`, in the checkout.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console, Group

from lintarticle.article.text.language import detect_language
from lintarticle.article.text.measure import columns
from lintarticle.article.text.reading import ReadingTime, reading_time
from lintarticle.cli.main import main
from lintarticle.output.article_text import ArticleText, shortened

CHECKOUT = Path(__file__).parent.parent
SHOWN = sorted(path for path in (CHECKOUT / "tests" / "show").iterdir() if path.suffix in (".md", ".mdx"))
WIDTH = 90


@pytest.fixture(autouse=True)
def plain_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def show(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["show", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    code, out, _ = show(capsys, "--output-format", "json", *arguments)
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def article(folder: Path, text: str) -> str:
    path = folder / "article.md"
    path.write_text(text, "utf-8")
    return str(path)


# --- screens --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
def test_a_screen_is_exactly_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = show(capsys, path.relative_to(CHECKOUT).as_posix())
    assert (code, err) == (0, "")
    assert out == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.name)
@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_screen(
    path: Path, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = show(capsys, path.relative_to(CHECKOUT).as_posix())
    assert [line for line in out.splitlines() if columns(line) > width] == []


def test_several_articles_come_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    names = [path.relative_to(CHECKOUT).as_posix() for path in SHOWN]
    _, out, _ = show(capsys, *names)
    assert out == "\n\n".join(path.with_suffix(".txt").read_text("utf-8") for path in SHOWN)


def test_control_and_direction_characters_are_shown_not_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "# A \x1b[31mred\x1b[0m \u202etitle\n\n## \u200fOne\x07\n\nWords.\n"
    _, out, _ = show(capsys, article(tmp_path, text), "--color", "never")
    assert "A \\x1b[31mred\\x1b[0m <U+202E>title" in out
    assert "H2  line 3, 1 word  <U+200F>One\\x07\n" in out
    assert not set("\x1b\x07\u202e\u200f") & set(out)


def test_colour_is_there_when_it_is_asked_for_and_no_color_is_heeded(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "tests/show/tides-and-lamps.md"
    assert "\x1b[1mMetadata\x1b[0m" in show(capsys, name, "--color", "always")[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in show(capsys, name)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in show(capsys, name)[1]


def test_an_illustration_lands_in_each_kind_of_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = ("end", "before Two", "in Two", "after the introduction", "top", "after Three")
    briefs = "".join(f"  - {{type: photo, placement: {place}, description: Sand}}\n" for place in places)
    text = f"---\ntitle: Sand\nillustrations:\n{briefs}---\n\nWords.\n\n## One\n\n### Two\n\n## Three\n\n## Three\n"
    _, out, _ = show(capsys, article(tmp_path, text))
    tree = out.partition("Outline\n")[2].partition("\n\nIllustrations")[0]
    assert tree.splitlines() == [
        "  illustration 5  photo",
        "  1 word before the first heading",
        "  illustration 4  photo",
        "  H2  line 14, 0 words  One",
        "  ├── illustration 2  photo",
        "  └── H3  line 16, 0 words  Two",
        "      └── illustration 3  photo",
        "  H2  line 18, 0 words  Three",
        "  H2  line 20, 0 words  Three",
        "  illustration 1  photo",
        "  nowhere",
        "  └── illustration 6  photo",
    ]
    assert "lands  nowhere: the headings on lines 18 and 20 have that text\n" in out


def test_what_could_not_be_read_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = show(capsys, article(tmp_path, "---\ntitle: Sand\ndate: 2025-02-30\n---\n\nWords.\n"))
    assert code == 0
    assert out.endswith(
        "Could not be read\n  line 3, column 7  “2025-02-30” is not a possible date: February has no day 30.\n"
    )


def test_an_empty_article_has_an_overview(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = show(capsys, article(tmp_path, ""))
    assert code == 0
    assert "\nMetadata\n  none\n" in out
    assert "(no title)" in out
    assert "Outline" not in out


# --- files ----------------------------------------------------------------------------------------------------


def test_standard_input_stands_for_the_path_that_is_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (CHECKOUT / "tests/show/seeds.mdx").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    code, out, _ = show(capsys, "-", "--stdin-filename", "tests/show/seeds.mdx")
    assert (code, out) == (0, (CHECKOUT / "tests/show/seeds.txt").read_text("utf-8"))


NOT_SHOWN = {
    "no.md": "The file does not exist. Check the spelling of its path.",
    "a.md": "The file contains NUL characters, so it is not text. Save it as plain text (UTF-8), or exclude it.",
    "b.md": "The file is saved as UTF-16, not UTF-8. Save it as UTF-8.",
}


def test_files_that_are_no_articles_are_named_and_the_others_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "b.md").write_bytes("# B".encode("utf-16"))
    (tmp_path / "good.md").write_text("# Good\n", "utf-8")
    code, out, err = show(capsys, *NOT_SHOWN, "good.md")
    assert (code, err) == (2, "".join(f"lintarticle: {name}: {said}\n" for name, said in NOT_SHOWN.items()))
    assert out.startswith("good.md\n")
    code, out, _ = show(capsys, *NOT_SHOWN, "good.md", "--output-format", "json")
    found = json.loads(out)
    assert code == 2
    assert [each["path"] for each in found["articles"]] == ["good.md"]
    assert {each["path"]: f"{each['message']} {each['help']}" for each in found["errors"]} == NOT_SHOWN


def test_a_folder_is_no_article(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "This is a folder, not an article. “lintarticle check examples” checks all articles in it."
    assert show(capsys, "examples") == (2, "", f"lintarticle: examples: {sentence}\n")


def test_no_file_at_all_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = show(capsys)
    assert (code, out) == (2, "")
    assert err.startswith("lintarticle: The following arguments are required: FILE.\n")


# --- configuration --------------------------------------------------------------------------------------------


def test_the_configuration_says_how_an_article_is_read_and_where_search_results_cut(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lintarticle.toml").write_text(
        '[fields]\nexcerpt = ["nutshell"]\n[rules]\n"excerpt/too-long" = { max = 10 }\n'
        '"title/too-wide" = { suffix = " | Sand" }\n[types.news]\nfiles = ["*.md"]\n',
        "utf-8",
    )
    path = article(tmp_path, "---\ntitle: Tides\nnutshell: Twice a day.\n---\n\nWords.\n")
    found = document(capsys, path)["articles"][0]
    assert found["type"] == "news"
    assert found["search_result"]["title"]["text"] == "Tides | Sand"
    assert found["search_result"]["excerpt"] == {
        "text": "Twice a day.", "shown": "Twice a da", "width": 12, "limit": 10, "unit": "columns", "is_cut": True
    }  # fmt: skip


# --- JSON -----------------------------------------------------------------------------------------------------


def test_the_json_document_is_exactly_so(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "tests/show/tides-and-lamps.md")
    assert found == json.loads((CHECKOUT / "tests/show/tides-and-lamps.json").read_text("utf-8"))


def test_the_json_document_has_these_names_and_types(capsys: pytest.CaptureFixture[str]) -> None:
    names = [path.relative_to(CHECKOUT).as_posix() for path in SHOWN]
    _, out, _ = show(capsys, "--output-format", "json", "no-such.md", *names)
    assert sorted(set(shape(json.loads(out), "$"))) == SHAPE


def test_json_has_no_character_that_a_terminal_obeys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = article(tmp_path, "# A \x1b[31m\u202etitle\n")
    _, out, _ = show(capsys, "--output-format", "json", path)
    assert not set("\x1b\u202e") & set(out)
    assert json.loads(out)["articles"][0]["sections"][0]["title"] == "A \x1b[31m\u202etitle"


def shape(value: object, path: str) -> list[str]:
    """Return the paths of all values below one, with their types; members of a list are all called `[]`."""
    if isinstance(value, dict):
        return [line for name, member in value.items() for line in shape(member, f"{path}.{name}")]
    if isinstance(value, list):
        return [line for member in value for line in shape(member, f"{path}[]")] or [f"{path} list"]
    kind = "null" if value is None else "number" if type(value) in (int, float) else type(value).__name__
    return [f"{path} {kind}"]


SHAPE = (CHECKOUT / "tests/show/json-names.txt").read_text("utf-8").splitlines()
"""Additions only, ever: a line that goes is a program that breaks."""


# --- parts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("星座を見る。", 6, ["星座を", "見る。"]),
        ("星座を見る。", 10, ["星座を見", "る。"]),
        ("「星」と「月」", 8, ["「星」と", "「月」"]),
        ("星 and 月", 5, ["星", "and", "月"]),
    ],
)
def test_lines_break_between_words_and_wide_characters(text: str, width: int, lines: list[str]) -> None:
    assert [line.plain for line in ArticleText(text).wrap(Console(), width)] == lines


def test_a_long_line_is_wrapped_in_no_time() -> None:
    assert len(ArticleText("a" * 200_000).wrap(Console(), 80)) == 2500


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("one two", 7, "one two"),
        ("one two three", 9, "one two…"),
        ("abcdefghij", 6, "abcde…"),
        ("星座星座", 6, "星座…"),
    ],
)
def test_a_text_is_shortened_at_a_word(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


def test_right_to_left_text_on_a_terminal_stands_between_marks() -> None:
    written = io.StringIO()
    console = Console(file=written, width=12, force_terminal=True, color_system=None, legacy_windows=False)
    for text in ("الميناء. الميناء.", "A harbour."):
        console.print(Group(ArticleText(text)))
    assert written.getvalue().splitlines() == [
        "\u200e\u200fالميناء.\u200f",
        "\u200e\u200fالميناء.\u200f",
        "A harbour.",
    ]


@pytest.mark.parametrize(
    ("tag", "path", "prose", "expected"),
    [
        ("pt-BR", "a.md", "", ("pt", "metadata")),
        ("", "a.md", "星を見るには、まず暗い場所を探します。", ("ja", "script")),
        ("", "a.md", "The tide is out and the boats are on the sand.", ("en", "words")),
        ("", "de/a.md", "Das Boot liegt am Strand.", ("de", "path")),
        ("", "a.md", "Das Boot liegt am Strand.", ("", "nothing")),
    ],
)
def test_it_is_known_what_told_the_language(tag: str, path: str, prose: str, expected: tuple[str, str]) -> None:
    assert detect_language(tag, path, prose) == expected


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (0, "en", ReadingTime(0, 213, "words")),
        (213, "en", ReadingTime(1, 213, "words")),
        (214, "", ReadingTime(2, 213, "words")),
        (1002, "ja", ReadingTime(2, 501, "characters")),
    ],
)
def test_reading_time_is_rounded_up(words: int, language: str, expected: ReadingTime) -> None:
    assert reading_time(words, language) == expected
