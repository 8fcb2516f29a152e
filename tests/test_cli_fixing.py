"""`--fix`, `--diff` and `lintarticle fix` as a user meets them: files, streams, exit codes."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from lintarticle.cli.main import main

BAD = "---\ntitle: Tides of the north.\nexcerpt: About the tides of the north.\ntags: ['#sea', moon]\n---\n\nWater.\n"
GOOD = BAD.replace("north.\nex", "north\nex").replace("#sea", "sea")

ONLY = ("--only", "title,tags")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(BAD, "utf-8")
    (tmp_path / "clean.md").write_text(GOOD, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_fix_repairs_files_and_sums_up(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", *ONLY, "--output-format", "concise"]) == 0
    assert [(folder / name).read_text("utf-8") for name in ("a.md", "b.md", "clean.md")] == [GOOD] * 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "Fixed 4 problems in 2 files:\n  2 × tags/format\n  2 × title/end-punctuation\n"
    assert main(["check", "--fix", *ONLY, "--output-format", "concise"]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_remains_is_reported_and_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text(BAD.replace("tags: ['#sea', moon]\n", ""), "utf-8")
    assert main(["--fix", *ONLY, "--output-format", "concise", "a.md"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(" ")[2] for line in out.splitlines()] == ["tags/missing"]
    assert err.startswith("Fixed 1 problem in 1 file:\n")
    assert main(["fix", *ONLY, "a.md", "-q"]) == 0, "as a formatter: nothing is left that can be fixed"


def test_a_fix_that_is_left_out_is_said_calmly_and_once(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lintarticle.fixer.rounds.objection", lambda *_: "changed what readers see in the body")
    (folder / "a.md").write_text(BAD.replace("moon", "'#moon'"), "utf-8")
    assert main(["check", "--fix", "--only", "tags/format", "a.md", "-q"]) == 0
    assert capsys.readouterr().err == (
        "lintarticle: a.md:4: A fix of tags/format was left out: it changed what readers see in the body.\n"
    )
    assert "'#moon'" in (folder / "a.md").read_text("utf-8")


def test_exit_non_zero_on_fix(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["check", "--fix", "--exit-non-zero-on-fix", *ONLY, "-q"]
    assert main(command) == 1
    assert main(command) == 0
    assert (folder / "a.md").read_text("utf-8") == GOOD


def test_diff_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--diff", *ONLY, "a.md"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "# a.md:2: title/end-punctuation: Remove it\n# a.md:4: tags/format: Write “sea”\n"
        "--- a/a.md\n+++ b/a.md\n@@ -1,7 +1,7 @@\n ---\n-title: Tides of the north.\n+title: Tides of the north\n"
        " excerpt: About the tides of the north.\n-tags: ['#sea', moon]\n+tags: ['sea', moon]\n ---\n \n Water.\n"
    )
    assert err.startswith("Would fix 2 problems in 1 file:\n")
    assert (folder / "a.md").read_text("utf-8") == BAD
    assert main(["check", "--diff", *ONLY, "clean.md"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_diff_is_a_patch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_bytes(BAD.replace("\n", "\r\n").removesuffix("\n").encode())
    assert main(["check", "--diff", *ONLY, "a.md"]) == 1
    patch = capsys.readouterr().out
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=folder, check=True)
    assert (folder / "a.md").read_bytes() == GOOD.replace("\n", "\r\n").removesuffix("\n").encode()


def test_a_diff_is_coloured_on_demand_and_harmless_then(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text(BAD.replace("Water.", "Water\x1b[2J."), "utf-8")
    assert main(["check", "--diff", "--color", "always", *ONLY, "a.md"]) == 1
    out = capsys.readouterr().out
    assert "\x1b[32m+title: Tides of the north\x1b[0m\n" in out
    assert "\x1b[2J" not in out


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    command = [sys.executable, "-m", "lintarticle", "check", "--fix", *ONLY, "--stdin-filename", "new.md", "-"]
    for text, expected in ((BAD, GOOD), (GOOD, GOOD), ("\ufeff" + BAD.replace("\n", "\r\n"), None)):
        done = subprocess.run(command, input=text.encode(), cwd=folder, capture_output=True, check=False)
        wanted = "\ufeff" + GOOD.replace("\n", "\r\n") if expected is None else expected
        assert done.stdout == wanted.encode()
        assert done.returncode == 0, done.stderr
    broken = b"\xff\xfea\0"
    done = subprocess.run(command, input=broken, cwd=folder, capture_output=True, check=False)
    assert (done.stdout, done.returncode) == (broken, 1)


def test_a_file_that_cannot_be_saved_leaves_the_others_fixed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").chmod(0o444)
    assert main(["check", "--fix", *ONLY, "--output-format", "concise"]) == 2
    out, err = capsys.readouterr()
    assert "lintarticle: a.md: The fixes were not saved: the file is read-only.\n" in err
    assert [line.split(":")[0] for line in out.splitlines()] == ["a.md", "a.md"]
    assert (folder / "a.md").read_text("utf-8") == BAD
    assert (folder / "b.md").read_text("utf-8") == GOOD


def test_a_file_that_is_gone_is_a_problem_of_that_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", *ONLY, "--output-format", "concise", "gone.md", "b.md"]) == 1
    assert "gone.md:1:1: error file/unreadable" in capsys.readouterr().out
    assert (folder / "b.md").read_text("utf-8") == GOOD


def test_unsafe_fixes_alone_say_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--unsafe-fixes"]) == 2
    assert "--unsafe-fixes needs --fix" in capsys.readouterr().err


def test_a_machine_format_stays_valid(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["check", "--fix", *ONLY, "--output-format", "json"]) == 0
    assert '"problems": []' in stream.getvalue()


def test_an_exit_code_for_fixes_needs_fixes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--exit-non-zero-on-fix", *ONLY]) == 2
    assert capsys.readouterr().err.startswith("lintarticle: --exit-non-zero-on-fix needs --fix.\n")
    assert main(["fix", "--exit-non-zero-on-fix", *ONLY, "-q"]) == 1
