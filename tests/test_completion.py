"""`lintarticle completion`: the scripts, asked in the shells themselves."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from lintarticle.cli.main import COMMANDS, main
from lintarticle.output import FORMATS


def script(shell: str, capture: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    return capture.readouterr().out


def ran(*command: str, text: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def completed_by_bash(script: str, *words: str) -> list[str]:
    line = " ".join(f"'{word}'" for word in words)
    asked = f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _lintarticle; printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    return ran("bash", "--norc", text=f"{script}\n{asked}").split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("lintarticle", "ch"), ["check"]),
        (("lintarticle", ""), [*COMMANDS]),
        (("lintarticle", "check", "--outp"), ["--output-format", "--output"]),
        (("lintarticle", "check", "--output-format", "g"), ["grouped", "github", "gitlab"]),
        (("lintarticle", "check", "--output-format", "=", "sa"), ["sarif"]),
        (("lintarticle", "fix", "--output-format", "="), [*FORMATS]),
        (("lintarticle", "check", "a.md", "--preset", "zo"), ["zola"]),
        (("lintarticle", "check", "--only", "excerpt/too-"), ["excerpt/too-long", "excerpt/too-short"]),
        (("lintarticle", "rules", "--output-format", ""), ["text", "json"]),
        (("lintarticle", "explain", "tags/dup"), ["tags/duplicate"]),
        (("lintarticle", "cache", ""), ["info", "clean"]),
        (("lintarticle", "completion", "z"), ["zsh"]),
        (("lintarticle", "check", "posts/"), []),
        (("lintarticle", "check", "-o", ""), []),
        (("lintarticle", "nonsense", ""), []),
    ],
)
def test_bash(words: tuple[str, ...], expected: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert completed_by_bash(script("bash", capsys), *words) == expected


def test_bash_knows_the_function_by_the_name_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    shown = ran("bash", "--norc", text=f"{script('bash', capsys)}\ncomplete -p lintarticle\n")
    assert shown.split() == ["complete", "-o", "bashdefault", "-o", "default", "-F", "_lintarticle", "lintarticle"]


def test_zsh(capsys: pytest.CaptureFixture[str]) -> None:
    stubs = "compdef() { echo $@ }; compadd() { shift; echo $@ }; _files() { echo files }\n"
    stubs += "compset() { PREFIX=${PREFIX#*=} }\n"
    asked = (
        "words=(lintarticle explain ''); CURRENT=3; PREFIX=''; _lintarticle\n"
        "words=(lintarticle rules --output-format ''); CURRENT=4; _lintarticle\n"
        "words=(lintarticle check ''); CURRENT=3; _lintarticle\n"
        "words=(lintarticle check --color=al); CURRENT=3; PREFIX=--color=al; _lintarticle; echo $PREFIX\n"
    )
    out = ran("zsh", "-f", text=f"{stubs}{script('zsh', capsys)}{asked}").splitlines()
    assert out[0] == "_lintarticle lintarticle"
    assert "tags/duplicate" in out[1].split()
    assert out[2:] == ["text json", "files", "auto always never", "al"]


def test_fish(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "lintarticle.fish").write_text(script("fish", capsys), "utf-8")
    asked = f"source {tmp_path / 'lintarticle.fish'}; complete -C 'lintarticle check --output-format g'\n"
    found = [line.split("\t")[0] for line in ran("fish", "--no-config", text=asked).splitlines()]
    assert found == ["github", "gitlab", "grouped"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_long_option_is_in_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = script(shell, capsys)
    assert all(command in text for command in COMMANDS)
    assert "stdin-filename" in text
    assert "update-baseline" in text


def test_an_unknown_shell_gets_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == "lintarticle: Unknown shell “tcsh”. Use bash, zsh or fish."
