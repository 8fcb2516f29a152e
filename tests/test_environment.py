"""What goes wrong around a run: closed streams, full disks, signals, little memory, odd paths. One sentence each."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lintarticle.boundary import Folder
from lintarticle.cli.main import main
from lintarticle.linter import read_and_lint

BAD = "---\ntitle: Tides.\nexcerpt: Water.\n---\n\nThe link has been copied!\n\nText.\n"

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has neither these signals nor these streams")

COMMAND = f'"{sys.executable}" -m lintarticle'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with an article that has a warning, and two fixes."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(BAD, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(command: str) -> tuple[int, str, str]:
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


# --- streams --------------------------------------------------------------------------------------------------

COMMANDS = {
    "check a.md --only debris": 1,
    "check a.md --only debris --output-format json": 1,
    "check a.md --only debris --fix": 0,
    "check a.md --only debris --diff": 1,
    "check a.md --only schema": 0,
    "check nowhere.md": 1,
    "fix nowhere.md": 2,
    "show a.md": 0,
    "stats a.md": 0,
    "rules": 0,
    "explain title/missing": 0,
    "schema": 0,
    "--help": 0,
    "--version": 0,
    "chekc": 2,
}


STREAMS = [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "| true"]

CLOSED = [(command, STREAMS[number % len(STREAMS)]) for number, command in enumerate(COMMANDS)]
"""Each command with one of the streams, and the first one with all of them: each is a process of its own."""


@POSIX
@pytest.mark.parametrize(("command", "stream"), [*CLOSED, *((next(iter(COMMANDS)), stream) for stream in STREAMS[1:])])
def test_a_stream_that_is_closed_changes_no_exit_code(folder: Path, command: str, stream: str) -> None:
    code, _, errors = shell(f"set -o pipefail; {COMMAND} {command} {stream}")
    assert code == COMMANDS[command]
    assert "Traceback" not in errors
    assert "defect" not in errors


@POSIX
def test_a_reader_that_leaves_half_way_gets_what_it_wants(folder: Path) -> None:
    for number in range(60):
        (folder / f"{number}.md").write_text(BAD, "utf-8")
    arguments = "check --only debris --output-format concise"
    code, output, errors = shell(f"{COMMAND} {arguments} | head -1; exit ${{PIPESTATUS[0]}}")
    assert (code, output.count("\n"), errors) == (1, 1, "")


@POSIX
def test_an_article_never_gets_the_number_of_a_closed_stream(folder: Path) -> None:
    code, _, _ = shell(f"{COMMAND} fix a.md --only debris <&- >&- 2>&-")
    assert (code, (folder / "a.md").read_text("utf-8")) == (0, BAD.replace("The link has been copied!\n\n", ""))


@POSIX
def test_standard_input_that_is_closed_is_a_sentence(folder: Path) -> None:
    code, output, errors = shell(f"{COMMAND} check - <&-")
    assert (code, output) == (2, "")
    assert errors.startswith("lintarticle: “-” means standard input, which is closed.\n")


# --- disks ----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", ["check a.md", "fix a.md", "show a.md", "stats a.md", "rules", "schema"])
def test_output_that_finds_no_room_is_one_sentence(folder: Path, command: str) -> None:
    code, _, errors = shell(f"{COMMAND} {command} > /dev/full")
    last = errors.splitlines()[-1]
    assert (code, last) == (2, "lintarticle: The output could not be written: there is no space left on the disk.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_nothing_is_said_to_be_well_before_every_report_is_written(folder: Path) -> None:
    code, output, errors = shell(
        f"{COMMAND} check a.md --only schema --output-format full --output-format sarif -o /dev/full"
    )
    assert (code, output) == (2, "")
    assert errors == "lintarticle: The output could not be written: there is no space left on the disk.\n"


@pytest.mark.parametrize("file", ["missing/report.json", "folder"])
def test_a_report_that_cannot_be_written_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    (folder / "folder").mkdir()
    assert main(["check", "a.md", "--output-format", "json", "-o", file]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"lintarticle: {file}: ")
    assert captured.err.count("\n") == 1


def test_a_baseline_that_cannot_be_written_is_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.md", "--write-baseline", "missing/known.json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    expected = "lintarticle: The baseline “missing/known.json” was not written: the folder does not exist.\n"
    assert captured.err == expected


def test_a_baseline_stays_whole_on_a_full_disk(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["check", "a.md", "--only", "debris", "--write-baseline", "known.json"]) == 2  # --only is refused
    assert main(["check", "a.md", "--write-baseline", "known.json"]) == 0
    before = (folder / "known.json").read_bytes()

    def fail(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (folder / "b.md").write_text(BAD, "utf-8")
    monkeypatch.setattr("lintarticle.saving.os.fsync", fail)
    capsys.readouterr()
    assert main(["check", "--write-baseline", "known.json"]) == 2
    assert capsys.readouterr().err == (
        "lintarticle: The baseline “known.json” was not written: there is no space left on the disk.\n"
    )
    assert (folder / "known.json").read_bytes() == before
    assert leftovers(folder) == []


def test_a_full_disk_fixes_nothing_and_loses_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("lintarticle.saving.os.fsync", fail)
    assert main(["fix", "a.md", "--only", "debris"]) == 2
    captured = capsys.readouterr()
    assert captured.err == "lintarticle: a.md: The fixes were not saved: there is no space left on the disk.\n"
    assert "debris/interface-text" in captured.out
    assert (folder / "a.md").read_text("utf-8") == BAD
    assert leftovers(folder) == []


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.name.startswith(".lintarticle-"))


# --- signals --------------------------------------------------------------------------------------------------

WAITING = """
import sys, time
import lintarticle.{module} as module
real = module.{name}
def wait(*arguments, **more):
    print("ready", file=sys.stderr, flush=True)
    time.sleep(30)
    return real(*arguments, **more)
module.{name} = wait
sys.argv = ["lintarticle", *{arguments!r}]
from lintarticle.__main__ import run
run()
"""


def ended(number: signal.Signals, module: str, name: str, *arguments: str) -> tuple[int, str]:
    """Start a command that waits in one place, send it a signal and return what came of it."""
    program = WAITING.format(module=module, name=name, arguments=arguments)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stderr
        assert run.stderr.readline() == b"ready\n"
        run.send_signal(number)
        _, errors = run.communicate()
    return run.returncode, errors.decode()


@POSIX
@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
@pytest.mark.parametrize(
    ("module", "name", "arguments"),
    [
        ("articles", "read_and_lint", ("check", "a.md")),
        ("articles", "read_source", ("check", "a.md", "--output-format", "json", "-o", "report.json")),
        ("cli.fixing", "fix_source", ("fix", "a.md")),
        ("cli.show", "read_source", ("show", "a.md")),
        ("articles", "read_and_lint", ("stats", "a.md")),
        ("cli.configurations", "Configurations", ("rules",)),
        ("cli.explain", "written_page", ("explain", "title/missing")),
        ("cli.schema", "Configurations", ("schema",)),
    ],
)
def test_a_signal_ends_every_command_with_a_word(  # noqa: PLR0913, PLR0917 - a table of six columns
    folder: Path, module: str, name: str, arguments: tuple[str, ...], number: str, code: int
) -> None:
    word = "Interrupted." if number == "SIGINT" else "Terminated."
    assert ended(signal.Signals[number], module, name, *arguments) == (code, f"lintarticle: {word}\n")
    assert leftovers(folder) == []
    assert (folder / "a.md").read_text("utf-8") == BAD


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_a_file_is_saved_waits_until_it_is_whole(
    folder: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    program = (
        "import os, signal, sys\n"
        "real = os.fsync\n"
        "def sync(handle):\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "    real(handle)\n"
        "os.fsync = sync\n"
        "sys.argv = ['lintarticle', 'fix', '--only', 'debris', 'a.md', 'b.md']\n"
        "from lintarticle.__main__ import run\n"
        "run()\n"
    )
    (folder / "b.md").write_text(BAD, "utf-8")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 128 + number
    assert "Traceback" not in done.stderr
    assert leftovers(folder) == []
    assert (folder / "a.md").read_text("utf-8") == BAD.replace("The link has been copied!\n\n", "")
    assert (folder / "b.md").read_text("utf-8") == BAD


# --- memory ---------------------------------------------------------------------------------------------------


def test_the_articles_before_memory_ran_out_are_reported(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_memory(path: str, *arguments: object, **more: object) -> object:
        if path == "c.md":
            raise MemoryError
        return read_and_lint(path, *arguments, **more)  # type: ignore[arg-type]  # passed on as they come

    for name in ("b.md", "c.md", "d.md"):
        (folder / name).write_text(BAD, "utf-8")
    monkeypatch.setattr("lintarticle.articles.read_and_lint", out_of_memory)
    assert main(["check", "--only", "debris", "--output-format", "concise"]) == 2
    captured = capsys.readouterr()
    assert [line.partition(":")[0] for line in captured.out.splitlines()] == ["a.md", "b.md"]
    assert captured.err == (
        "lintarticle: Memory ran out after 2 of 4 articles; check fewer at once, or raise the limit.\n"
    )


def test_memory_that_runs_out_in_a_rule_is_no_defect(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_memory(*_: object) -> Iterator[object]:
        raise MemoryError

    monkeypatch.setattr("lintarticle.findings._check_span", out_of_memory)
    for command in (["check", "a.md"], ["fix", "a.md"]):
        assert main(command) == 2
        captured = capsys.readouterr()
        assert captured.out == "No problems in 0 articles; the run stopped early\n"
        assert "defect" not in captured.err
    assert main(["stats", "a.md"]) == 2
    assert capsys.readouterr().err == "lintarticle: There is not enough memory.\n"


def test_no_baseline_is_written_of_half_a_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(*_: object) -> Iterator[object]:
        raise MemoryError

    monkeypatch.setattr("lintarticle.findings._check_span", out_of_memory)
    assert main(["check", "a.md", "--write-baseline", "known.json"]) == 2
    assert not (folder / "known.json").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is known to hold on Linux")
def test_a_memory_limit_is_one_sentence(folder: Path) -> None:
    (folder / "b.md").write_text(BAD + "word *x* [a](b) " * 400_000, "utf-8")
    code, output, errors = shell(f"ulimit -v 120000; {COMMAND} check a.md b.md --only debris --output-format concise")
    assert (code, output.startswith("a.md:"), errors.count("\n")) == (2, True, 1)
    assert errors.startswith("lintarticle: Memory ran out after 1 of 2 articles")


# --- paths and clocks -----------------------------------------------------------------------------------------

LONG_PATH = "a/" * 3000 + "x.md"


def test_a_path_that_is_too_long_is_a_problem_of_that_path(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", LONG_PATH, "a.md", "--only", "debris", "--output-format", "concise"]) == 1
    long, other = capsys.readouterr().out.splitlines()
    assert long == f"{LONG_PATH}:1:1: error file/unreadable The file does not exist."
    assert other.startswith("a.md:6:1: ")


@POSIX
def test_a_folder_deeper_than_paths_may_be_is_one_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "d" * 200
    for _ in range(25):
        Path(name).mkdir()
        monkeypatch.chdir(name)
    Path("x.md").write_text(BAD, "utf-8")
    monkeypatch.chdir(folder)
    assert main(["check", "--only", "debris", "--output-format", "concise"]) == 1
    known, deep = capsys.readouterr().out.splitlines()
    assert known.startswith("a.md:6:1: ")
    assert deep.endswith(":1:1: error file/unreadable The folder can’t be read.")


@POSIX
def test_a_working_folder_that_is_gone_is_one_sentence(folder: Path) -> None:
    assert shell(f"mkdir gone && cd gone && rmdir ../gone && {COMMAND} check a.md") == (
        2,
        "",
        "lintarticle: The working folder is gone.\n",
    )


@POSIX
@pytest.mark.parametrize("zone", ["X167", "A-99", "Nowhere/Land", ":/etc/passwd", "x" * 5000, "UTC+24:59:59", ""])
def test_any_time_zone_will_do(folder: Path, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    code, output, errors = shell(f"{COMMAND} check a.md --only debris --output-format concise")
    assert (code, output.count("\n"), errors) == (1, 1, "")


@pytest.mark.parametrize(
    ("command", "sentence"), [("fix", "The file does not exist."), ("stats", "No such file or folder: “nowhere.md”.")]
)
def test_a_missing_path_is_an_error_of_the_command_line(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, sentence: str
) -> None:
    assert main([command, "nowhere.md"]) == 2
    assert sentence in "".join(capsys.readouterr())


# --- several at once ------------------------------------------------------------------------------------------

FIXED = BAD.replace("Tides.", "Tides").replace("The link has been copied!\n\n", "")

FIX = [sys.executable, "-m", "lintarticle", "fix", "--quiet", "--only", "debris/interface-text,title/end-punctuation"]


def written(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.md" for number in range(count)]
    for path in paths:
        path.write_text(BAD, "utf-8")
    return paths


@POSIX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_killed_breaks_no_file(folder: Path, number: signal.Signals) -> None:
    paths = written(folder, 60)
    os.link(folder / "0.md", folder / "twin.md")
    for share in range(4):
        with subprocess.Popen(FIX, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as run:
            _wait_until(paths[share * 15 : share * 15 + 15], run)
            run.send_signal(number)
    assert {path.read_text("utf-8") for path in paths} <= {BAD, FIXED}
    if number != signal.SIGKILL:
        assert leftovers(folder) == []


def _wait_until(paths: list[Path], run: subprocess.Popen[bytes]) -> None:
    """Wait until one of the articles is fixed."""
    while run.poll() is None and not any(path.read_text("utf-8") == FIXED for path in paths):
        time.sleep(0.001)


def test_runs_at_once_break_no_file(folder: Path) -> None:
    paths = written(folder, 40)
    runs = [subprocess.Popen(FIX, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(4)]
    for run in runs:
        run.wait()
    assert {path.read_text("utf-8") for path in paths} == {FIXED}
    assert leftovers(folder) == []


def test_an_editor_that_saves_meanwhile_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, saves = Folder.read, [0]

    def read_then_save(self: Folder, name: str) -> bytes:
        data = read(self, name)
        if name == "a.md" and saves[0] < 3:
            saves[0] += 1
            (folder / "new").write_text(f"{BAD}Save {saves[0]}.\n", "utf-8")
            (folder / "new").replace(folder / "a.md")
        return data

    monkeypatch.setattr(Folder, "read", read_then_save)
    assert main(["fix", "a.md", "--only", "debris"]) == 2
    assert (folder / "a.md").read_text("utf-8") == f"{BAD}Save {saves[0]}.\n"
    assert leftovers(folder) == []
