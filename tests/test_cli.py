"""The command line: exit codes, what goes to stdout and what to stderr, and every sentence of a misuse."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_folder import CommandFolder, Ran

import lintarticle
from lintarticle.boundary import Folder
from lintarticle.cli.main import COMMANDS
from lintarticle.rules import ALL

CLEAN = "---\ntitle: Tides\nexcerpt: Water.\n---\n"

LONG = "---\ntitle: Tides\nexcerpt: More than twenty columns of text\n---\n"

ONLY = ("--only", "excerpt/too-long", "--config", "rules.excerpt/too-long.max=20")
"""One rule that finds a warning in `LONG` and nothing in `CLEAN`, whatever other rules there are."""

CONCISE = (
    "a.md:3:10: warning excerpt/too-long Excerpt is 32 characters; "
    "search results cut it at about 20, after “More than twenty col…”.\n"
)


class Runs(CommandFolder):
    """Runs command lines in a folder of their own."""

    def __call__(self, *arguments: str) -> Ran:
        return self.run(*arguments)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runs:
    """Give a repository with one clean article and one with a warning."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    runs = Runs(tmp_path, capsys)
    runs.write("a.md", LONG)
    runs.write("clean/b.md", CLEAN)
    return runs


# --- check ----------------------------------------------------------------------------------------------------


def test_check_is_what_a_path_alone_means(run: Runs) -> None:
    with_command = run("check", "a.md", "--output-format", "concise", *ONLY)
    assert with_command == (0, CONCISE, "")
    assert run("a.md", "--output-format", "concise", *ONLY) == with_command
    assert run("--output-format", "concise", *ONLY, "a.md") == with_command


def test_check_without_paths_takes_the_working_folder(run: Runs) -> None:
    assert run("check", *ONLY).out.splitlines()[-1] == "1 warning in 2 articles"


def test_a_clean_run_says_one_line(run: Runs) -> None:
    assert run("check", "clean", *ONLY) == (0, "No problems in 1 article\n", "")
    assert run("check", "clean", "--quiet", *ONLY) == (0, "", "")


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("error", "never", 0),
    ],
)
def test_the_exit_code_follows_fail_on(run: Runs, severity: str, fail_on: str, code: int) -> None:
    assert run("check", *ONLY, "--severity", f"excerpt/too-long={severity}", "--fail-on", fail_on).code == code


def test_options_may_stand_between_paths(run: Runs) -> None:
    assert run("check", "a.md", "--quiet", "clean/b.md", "--output-format", "concise", *ONLY).out == CONCISE


def test_select_ignore_and_severity_act_together(run: Runs) -> None:
    listed = run(
        "check", "a.md", "--select", "excerpt/separator", "--ignore", "excerpt/missing,title", "--only", "excerpt"
    )
    assert listed.code == 0
    off = run("check", "a.md", *ONLY, "--severity", "excerpt/too-long=off")
    assert off.out == "No problems in 1 article\n"


def test_a_configuration_file_can_be_named(run: Runs) -> None:
    run.write("conf/site.toml", 'select = ["excerpt/too-long"]\n[rules]\n"excerpt/too-long" = { max = 20 }\n')
    run.write("lintarticle.toml", "not even TOML")
    assert run("check", "a.md", "--config", "conf/site.toml", "--output-format", "concise").out == CONCISE


def test_warnings_of_the_configuration_go_to_stderr(run: Runs) -> None:
    for name in ("lintarticle.toml", ".lintarticle.toml"):
        run.write(name, "")
    ran = run("check", "clean", *ONLY)
    assert ran.code == 0
    assert ran.err == (
        f"lintarticle: lintarticle.toml and .lintarticle.toml are both configurations of {run.folder}; the "
        "first one is used.\n"
    )


def test_excluded_files_are_left_out_when_that_is_forced(run: Runs) -> None:
    run.write("lintarticle.toml", 'exclude = ["a.md"]')
    assert run("check", "a.md", "--force-exclude", *ONLY) == (0, "No problems in 0 articles\n", "")
    assert run("check", "a.md", *ONLY).out.splitlines()[-1] == "1 warning in 1 article"


# --- standard input -------------------------------------------------------------------------------------------


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LONG.encode())))


@pytest.mark.usefixtures("stdin")
def test_standard_input_is_linted_under_the_name_given(run: Runs) -> None:
    ran = run("check", "-", "--stdin-filename", "posts/new.md", "--output-format", "concise", *ONLY)
    assert ran == (0, CONCISE.replace("a.md", "posts/new.md"), "")


@pytest.mark.usefixtures("stdin")
def test_standard_input_needs_no_name(run: Runs) -> None:
    ran = run("check", "-", "--output-format", "concise", *ONLY)
    assert ran == (0, CONCISE.replace("a.md", "<stdin>"), "")


@pytest.mark.usefixtures("stdin")
def test_standard_input_takes_the_configuration_of_its_name(run: Runs) -> None:
    run.write("lintarticle.toml", 'exclude = ["new.md"]\n[[overrides]]\nfiles = ["posts/"]\nignore = ["ALL"]\n')
    select = ("--config", "rules.excerpt/too-long.max=20", "--output-format", "concise")
    assert run("check", "-", "--stdin-filename", "posts/x.md", *select) == (0, "", "")
    assert run("check", "-", "--stdin-filename", "new.md", "--force-exclude", *select) == (0, "", "")


@pytest.mark.usefixtures("stdin")
def test_a_name_for_standard_input_says_that_it_is_read(run: Runs) -> None:
    ran = run("check", "--stdin-filename", "posts/new.md", "--output-format", "concise", *ONLY)
    assert ran == (0, CONCISE.replace("a.md", "posts/new.md"), "")


@pytest.mark.usefixtures("stdin")
def test_show_reads_standard_input_under_a_name(run: Runs) -> None:
    ran = run("show", "--stdin-filename", "posts/new.md", "--output-format", "json")
    assert (ran.code, json.loads(ran.out)["articles"][0]["path"]) == (0, "posts/new.md")


# --- what is missing ------------------------------------------------------------------------------------------


def test_a_list_of_files_says_what_is_missing(run: Runs) -> None:
    ran = run("check", "--show-files", "a.md", "nowhere.md")
    assert ran == (2, "a.md\nnowhere.md\n", "lintarticle: No such file or folder: “nowhere.md”.\n")


def test_no_baseline_is_written_of_a_path_that_is_missing(run: Runs) -> None:
    ran = run("check", "nowhere", "--write-baseline", "known.json")
    said = "lintarticle: No such file or folder: “nowhere”.\nlintarticle: The baseline was not written.\n"
    assert ran == (2, "", said)
    assert not (run.folder / "known.json").exists()


# --- outputs --------------------------------------------------------------------------------------------------


def test_several_outputs_are_written_at_once(run: Runs) -> None:
    ran = run("check", "a.md", "--output-format", "json", "-o", "lint.json", "--output-format", "concise", *ONLY)
    assert ran == (0, CONCISE, "")
    assert json.loads((run.folder / "lint.json").read_text("utf-8"))["summary"]["warnings"] == 1


def test_a_file_may_be_named_before_its_format(run: Runs) -> None:
    assert run("check", "a.md", "-o", "lint.txt", "--output-format", "concise", *ONLY).out == ""
    assert (run.folder / "lint.txt").read_text("utf-8") == CONCISE


def test_json_on_stdout_is_nothing_but_json(run: Runs) -> None:
    ran = run("check", "a.md", "nosuch.md", "--output-format", "json", *ONLY)
    assert ran.code == 1
    assert [problem["rule"] for problem in json.loads(ran.out)["problems"]] == ["excerpt/too-long", "file/unreadable"]


def test_json_stays_valid_when_the_configuration_is_wrong(run: Runs) -> None:
    run.write("lintarticle.toml", "x = 1")
    ran = run("check", "a.md", "--output-format", "json")
    message = "lintarticle.toml:1: Unknown key “x”."
    assert (ran.code, ran.err.startswith(f"lintarticle: {message} Use preset, select, ")) == (2, True)
    assert json.loads(ran.out)["errors"] == [ran.err.removeprefix("lintarticle: ").rstrip()]


def test_an_output_file_that_cannot_be_written_is_told(run: Runs) -> None:
    ran = run("check", "a.md", "--output-format", "json", "-o", "no/such/folder.json", *ONLY)
    assert ran == (2, "", "lintarticle: no/such/folder.json: No such file or directory.\n")


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
    ids=["pipe", "FORCE_COLOR", "NO_COLOR", "always", "never"],
)
def test_color_is_for_those_who_look(
    run: Runs,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    *,
    colored: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "a.md", *ONLY, *arguments).out) is colored


# --- advice ---------------------------------------------------------------------------------------------------

FIXABLE = "---\ntitle: Tides.\nexcerpt: Water.\n---\n"

SAYS_MORE = "“lintarticle explain RULE” says more about a rule, with examples.\n"

APPLIES = "“lintarticle fix” applies the safe fixes, which keep the meaning; --diff shows them first.\n"


@pytest.mark.parametrize("form", ["full", "grouped"])
def test_how_to_get_help_is_said_once(run: Runs, form: str) -> None:
    for number in range(5):
        run.write(f"{number}.md", FIXABLE)
    ran = run("check", "--only", "title", "--output-format", form)
    assert ran.out.count(SAYS_MORE) == ran.out.count(APPLIES) == 1
    assert ran.out.endswith(f"{SAYS_MORE}{APPLIES}\n5 infos in 7 articles (5 fixable with --fix)\n")


def test_help_is_only_what_helps(run: Runs) -> None:
    assert run("check", "a.md", *ONLY).out.endswith(f"{SAYS_MORE}\n1 warning in 1 article\n")
    assert run("check", "clean", *ONLY).out == "No problems in 1 article\n"
    assert SAYS_MORE not in run("check", "a.md", *ONLY, "--quiet").out
    assert SAYS_MORE not in run("check", "a.md", *ONLY, "--output-format", "concise").out
    run.write("b.md", FIXABLE)
    assert APPLIES not in run("check", "b.md", "--only", "title", "--diff", "--output-format", "full").err


def test_in_a_hook_the_commands_are_those_that_work_there(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    run.write("b.md", FIXABLE)
    page = f"https://github.com/lintarticle/lintarticle/blob/v{lintarticle.__version__}/docs/rules/README.md"
    shown = run("check", "b.md", "--only", "title").out
    assert f"\nMore about these rules: {page}\nThe hook “lintarticle-fix”, if you add it, applies" in shown
    run.write(".pre-commit-config.yaml", "hooks:\n- id: lintarticle-explain\n- id: lintarticle-fix\n")
    shown = run("check", "b.md", "--only", "title").out
    assert "“pre-commit run --hook-stage manual lintarticle-explain” says more" in shown
    assert "“pre-commit run --hook-stage manual lintarticle-fix” applies the safe fixes" in shown
    assert "“lintarticle " not in shown


def test_the_rules_that_articles_break_are_explained(run: Runs) -> None:
    run.write("b.md", "# Tides\n\n## A\n\n## B\n\n## C\n\nThe link has been copied!\n")
    code, out, err = run("explain", "--found", "b.md")
    assert (code, err) == (0, "")
    assert out.startswith("# structure/empty-section\n")
    assert "\n# debris/interface-text\n" in out
    assert out.count("\n# structure/empty-section\n") == 0
    assert run("explain", "--found", "nowhere.md").code == 2
    run.write("lintarticle.toml", "select = []")
    assert run("explain", "--found", "b.md").out == "These articles break no rule.\n"


# --- misuse ---------------------------------------------------------------------------------------------------

HINT = "lintarticle: Run “lintarticle --help” for the commands and their options.\n"

MISUSE = {
    ("chek",): "“chek” is not a command, file or folder. Did you mean “check”?",
    ("zzzzz",): (f"“zzzzz” is not a command, file or folder. Use {', '.join([*COMMANDS][:-1])} or {[*COMMANDS][-1]}."),
    ("check", "--quite"): "Unknown option “--quite”. Did you mean “--quiet”?",
    ("check", "--fail=error"): "Unknown option “--fail”. Did you mean “--fail-on”?",
    ("check", "--output-format", "jso"): "Unknown output format “jso”. Did you mean “json”?",
    ("check", "--select", "exerpt"): "Unknown rule or family “exerpt”. Did you mean “excerpt”?",
    ("check", "--ignore", "excerpt,excerpt/too-log"): (
        "Unknown rule or family “excerpt/too-log”. Did you mean “excerpt/too-long”?"
    ),
    ("check", "--only", "x/y"): "Unknown rule or family “x/y”.",
    ("check", "--severity", "excerpt/too-long"): "--severity takes RULE=LEVEL; found “excerpt/too-long”.",
    ("check", "--severity", "excerpt=error"): "“excerpt” is a family: name one of its rules.",
    ("check", "--severity", "excerpt/too-long=eror"): (
        "“eror” is not a severity; expected error, warning, info or off. Did you mean “error”?"
    ),
    ("check", "--config", "no.toml"): "No such configuration file: “no.toml”.",
    (
        "check",
        "--config",
        "a.toml",
        "--config",
        "b.toml",
    ): "--config names two files, “a.toml” and “b.toml”; give one.",
    ("check", "--output-format", "json", "--output-format", "concise"): (
        "Both json and concise would go to standard output: give one a file with -o."
    ),
    ("check", "--output-format", "json", "-o", "a.md"): (
        "“a.md” is an article, and -o would write over it: name another file."
    ),
    ("check", "--output-format", "json", "-o", "x", "--output-format", "sarif", "-o", "x"): (
        "Two outputs would go to “x”: name a file for each."
    ),
    ("explain",): "The following arguments are required: RULE.",
    ("explain", "exerpt/too-long"): "Unknown rule or family “exerpt/too-long”. Did you mean “excerpt/too-long”?",
    ("rules", "--output-format", "xml"): ("--output-format is “xml”. Use text or json."),
}


@pytest.mark.parametrize(("arguments", "sentence"), MISUSE.items(), ids=map(" ".join, MISUSE))
def test_misuse_is_one_sentence_and_exit_code_2(run: Runs, arguments: tuple[str, ...], sentence: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (2, f"lintarticle: {sentence}\n{HINT}")
    assert "Traceback" not in ran.out


def test_no_arguments_at_all_are_a_misuse_that_shows_the_help(run: Runs) -> None:
    ran = run()
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", "lintarticle: a linter for articles in Markdown")


# --- the other commands ---------------------------------------------------------------------------------------


def test_a_space_is_after_the_name_of_every_command(run: Runs) -> None:
    listed = run("--help").out.partition("commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [tuple(line.split(maxsplit=1)) for line in listed] == list(COMMANDS.items())


def test_version_and_help_go_to_stdout(run: Runs) -> None:
    assert run("--version") == (0, f"lintarticle {lintarticle.__version__}\n", "")
    for arguments in (("--help",), ("check", "--help"), ("explain", "--help"), ("rules", "--help")):
        ran = run(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert "usage: lintarticle" in ran.out


def test_explain_prints_the_manual_page(run: Runs) -> None:
    ran = run("explain", "excerpt/too-long")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "# excerpt/too-long"


def test_explain_lists_the_rules_of_a_family(run: Runs) -> None:
    names = [line.partition(":")[0] for line in run("explain", "excerpt").out.splitlines()]
    assert names == [rule.name for rule in ALL if rule.family == "excerpt"]


def test_rules_lists_every_rule_with_its_severity_here(run: Runs) -> None:
    run.write("lintarticle.toml", '[rules]\n"excerpt/too-long" = "info"')
    lines = [line for line in run("rules").out.splitlines() if not line.startswith(" ")]
    rows = {line.split()[0]: line.split()[1] for line in lines}
    assert list(rows) == [rule.name for rule in ALL]
    assert rows["excerpt/too-long"] == "info"


def test_rules_as_json(run: Runs) -> None:
    document = json.loads(run("rules", "--output-format", "json", "--ignore", "excerpt").out)
    (entry,) = (each for each in document["rules"] if each["rule"] == "excerpt/too-long")
    assert (entry["severity"], entry["default-severity"], entry["family"], entry["fix"]) == (
        "off",
        "warning",
        "excerpt",
        [],
    )
    assert entry["options"][0]["name"] == "max"


# --- as a process ---------------------------------------------------------------------------------------------


def process(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "lintarticle", *arguments]
    return subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (("check", "--help"), b"usage: lintarticle check"),
        (("check", "--output-format", "json", "a.md"), b"{"),
        (("check", "--output-format", "github", "a.md"), b"::error"),
    ],
)
def test_nothing_that_was_written_is_lost_at_the_end(run: Runs, arguments: tuple[str, ...], begins: bytes) -> None:
    (run.folder / "lintarticle.toml").write_text("exlude = []\n", "utf-8")
    assert process(*arguments, folder=run.folder, PYTHONUNBUFFERED="").stdout.startswith(begins)


def test_output_is_utf_8_whatever_the_locale_says(run: Runs) -> None:
    arguments = ("check", "a.md", "--output-format", "concise", *ONLY)
    done = process(*arguments, folder=run.folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stdout.decode("utf-8").replace("\r\n", "\n"), done.stderr) == (0, CONCISE, b"")


def test_a_reader_that_leaves_early_is_no_error(run: Runs) -> None:
    run.write("many.md", "x\n")
    command = [sys.executable, "-m", "lintarticle", "rules", "--output-format", "json"]
    with subprocess.Popen(command, cwd=run.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        errors = started.stderr.read()
    assert (started.returncode, errors) == (0, b"")


def test_an_interruption_is_one_sentence(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(Folder, "read", interrupt)
    assert run("check", "a.md", *ONLY) == (130, "", "lintarticle: Interrupted.\n")


def test_a_defect_of_ours_is_one_sentence(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise RuntimeError("the roof is off")

    monkeypatch.setattr(Folder, "read", fail)
    ran = run("check", "a.md", "--output-format", "json", *ONLY)
    assert (ran.code, ran.err.startswith("lintarticle: Internal error: RuntimeError: the roof is off")) == (2, True)
    assert "Traceback" not in ran.err
    (message,) = json.loads(ran.out)["errors"]
    assert f"lintarticle: {message}\n" == ran.err


def test_a_defect_of_a_rule_is_told_and_the_run_goes_on(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintarticle.rules.excerpt.too_long.columns", lambda text: 1 // 0)
    ran = run("check", ".", *ONLY)
    assert ran.code == 2
    assert ran.out == "2 internal errors in 2 articles\n"
    assert ran.err.count("internal error in rule excerpt/too-long at") == 2
    assert "ZeroDivisionError" in ran.err


# --- for programs ---------------------------------------------------------------------------------------------


def test_the_public_face_lints_texts_and_paths(run: Runs) -> None:
    text = LONG.replace("text", "text " * 40)
    assert "excerpt/too-long" in [problem.rule for problem in lintarticle.check_text(text)]
    reports = {report.path: report.problems for report in lintarticle.check_paths("a.md", run.folder / "clean")}
    assert list(reports) == ["a.md", "clean/b.md"]
    assert all(getattr(lintarticle, name) for name in lintarticle.__all__)
    with pytest.raises(AttributeError):
        lintarticle.nothing  # noqa: B018 - reading it is the test


def test_importing_the_package_imports_nothing_else() -> None:
    program = "import sys, lintarticle; print([name for name in sys.modules if name.startswith('lintarticle')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['lintarticle.version', 'lintarticle']"
