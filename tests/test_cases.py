"""Every case of `tests/cases/`, with both line ends, and the reader of case files itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from case_files import CASES, Case, CaseFileError, case_files, read_cases, run_case


def _readable() -> list[Case]:
    cases: list[Case] = []
    for path in case_files():
        try:
            cases += read_cases(path)
        except CaseFileError:
            continue  # test_the_file_is_well_formed says so
    return cases


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.relative_to(CASES).as_posix())
def test_the_file_is_well_formed(path: Path) -> None:
    assert read_cases(path)


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("case", _readable(), ids=lambda case: case.id)
def test_case(case: Case, newline: str) -> None:
    outcome = run_case(case, newline)
    assert "\n".join(outcome.lines) == "\n".join(case.expected)
    if case.safe is not None:
        assert outcome.safe == case.safe.replace("\n", newline)
    if case.fixed is not None:
        assert outcome.fixed == case.fixed.replace("\n", newline)
        again = run_case(replace(case, article=case.fixed), newline)
        assert again.fixed == outcome.fixed, "fixing twice equals fixing once"


GOOD = """\
# excerpt/too-long

## a case

Prose may explain.

````markdown
# Tides
````
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1: the file must start with"),
        ("text\n", "1: the file must start with"),
        ("# excerpt/too-long\n", "1: no `## …` heading opens a case"),
        (GOOD.replace("too-long", "other"), "1: the cases of excerpt/other belong in tests/cases/excerpt/other.md"),
        (GOOD.replace("````markdown", "````md"), "7: a fence is one of toml, markdown, text, fixed, safe"),
        (GOOD.replace("## a case", ""), "7: a fence stands before the first"),
        (GOOD.replace("\n````\n", "\n"), "7: the markdown fence is never closed by ````"),
        (GOOD.replace("Prose", "### Prose"), "5: only `## …` headings"),
        (GOOD + "````markdown\n````\n", "10: the case has a second markdown fence"),
        (GOOD.replace("markdown", "text"), "3: the case has no markdown fence"),
        (GOOD + "```text\n```\n", "3: the text fence is empty"),
        (GOOD + "```toml\nmax =\n```\n", "3: the toml fence is not valid TOML"),
        (GOOD + "```toml\n[case]\nfile = 1\n```\n", "3: [case] knows path, files, texts and today, not file"),
        (GOOD + GOOD.partition("\n")[2], "two cases have the title 'a case'"),
    ],
)
def test_a_malformed_file_is_told_by_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "excerpt" / "too-long.md"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    with pytest.raises(CaseFileError) as error:
        read_cases(path, tmp_path)
    assert message in str(error.value)


def test_a_well_formed_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "excerpt" / "too-long.md"
    path.parent.mkdir()
    path.write_text(GOOD + "```toml\nmax = 20\n[case]\nfiles = ['a.png']\n```\n\n```text\n1:1 x y\n```\n", "utf-8")
    (case,) = read_cases(path, tmp_path)
    assert (case.rule, case.title, case.article) == ("excerpt/too-long", "a case", "# Tides\n")
    assert (case.expected, case.options, case.files) == (("1:1 x y",), {"max": 20}, ("a.png",))
