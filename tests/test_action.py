"""`action.yml`: its shell steps, taken out of the file and run as they are with the variables that GitHub sets."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from action_job import ACTION, CHECKOUT, STEPS, Job, needs_bash, pull_request
from repositories import ENVIRONMENT, Repository

from lintarticle.cli.main import main
from lintarticle.version import __version__


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    """Give a repository whose `main` has an article with a problem, and whose branch `work` adds another one."""
    made = Repository.new(tmp_path / "origin")
    made.write("posts/old.md", "---\ntitle: Old\n---\n\nText.\n")
    made.commit()
    made.branch()
    made.write("posts/new one.md", "---\ntitle: New\ntags: [tides]\n---\n\nText.\n")
    made.commit()
    return made


@pytest.fixture
def job(site: Repository, tmp_path: Path) -> Job:
    """Give a job in that repository, with lintarticle where the action installs it."""
    return Job.installed(site.folder, tmp_path / "runner temp")


def annotated(done: subprocess.CompletedProcess[str]) -> list[tuple[str, ...]]:
    return re.findall(r"^::error file=([^,]+),.*title=([^:]+)::", done.stdout, re.MULTILINE)


NEW: list[tuple[str, ...]] = [("posts/new one.md", "excerpt/missing")]

ALL = [*NEW, ("posts/old.md", "excerpt/missing"), ("posts/old.md", "tags/missing")]


@needs_bash
def test_a_push_looks_at_everything(job: Job) -> None:
    assert job.run("Fetch what to compare with").returncode == 0
    assert job.ref == ""
    done = job.run("Check the articles")
    assert (done.returncode, annotated(done), done.stderr) == (1, ALL, "")
    assert "### lintarticle" in job.summary
    assert "new one" in job.summary


@needs_bash
@pytest.mark.parametrize("depth", ["", "--depth=1", "--depth=2"])
def test_a_pull_request_looks_at_what_it_changes(job: Job, site: Repository, tmp_path: Path, depth: str) -> None:
    pull_request(job, site, tmp_path, depth=depth)
    fetched = job.run("Fetch what to compare with")
    assert (fetched.returncode, fetched.stdout) == (0, ""), fetched.stderr
    assert job.ref == "origin/main"
    done = job.run("Check the articles")
    assert (done.returncode, annotated(done), done.stderr) == (1, NEW, "")


@needs_bash
def test_a_base_branch_that_cannot_be_fetched(job: Job, site: Repository, tmp_path: Path) -> None:
    pull_request(job, site, tmp_path, depth="--depth=1")
    job.variables["GITHUB_BASE_REF"] = "gone"
    assert job.run("Fetch what to compare with").returncode != 0
    assert job.ref == ""


@needs_bash
def test_inputs(job: Job, tmp_path: Path) -> None:
    job.inputs = {
        "paths": "posts/new one.md\n\nposts/old.md\n",
        "since": "main",
        "changed-lines": "true",
        "fail-on": "never",
        "arguments": "--only\nexcerpt/missing,tags/missing\n",
        "upload-sarif": "true",
    }
    job.run("Fetch what to compare with")
    done = job.run("Check the articles")
    assert (done.returncode, annotated(done), done.stderr) == (0, NEW, "")
    sarif = job.outputs["steps.check.outputs.sarif"]
    results = json.loads(Path(sarif).read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["excerpt/missing"]


@needs_bash
def test_another_folder(job: Job, site: Repository) -> None:
    job.inputs = {"working-directory": "posts", "paths": "old.md"}
    job.run("Fetch what to compare with")
    assert annotated(job.run("Check the articles")) == ALL[1:]


@needs_bash
def test_inputs_are_no_commands(job: Job) -> None:
    job.inputs = {
        "paths": "$(touch evil)\n`touch evil`\n; touch evil\n-x.md\n--diff",
        "since": "$(touch evil)",
        "fail-on": "error; touch evil",
    }
    job.run("Fetch what to compare with")
    done = job.run("Check the articles")
    assert done.returncode == 2
    assert not (job.checkout / "evil").exists()
    job.inputs = {"paths": "$(touch evil)\n; touch evil\n-x.md\n--diff", "since": ""}
    job.outputs.clear()
    done = job.run("Check the articles")
    assert [path for path, rule in annotated(done)] == ["$(touch evil)", "; touch evil", "-x.md", "--diff"]
    assert not (job.checkout / "evil").exists()


@needs_bash
def test_a_wrong_configuration_is_an_annotation(job: Job, site: Repository) -> None:
    site.write("lintarticle.toml", 'exlude = "x"\n')
    done = job.run("Check the articles")
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=lintarticle::lintarticle.toml:1")


@needs_bash
def test_the_key_of_the_cache(job: Job) -> None:
    job.outputs = {
        "steps.python.outputs.python-path": sys.executable,
        "steps.python.outputs.python-version": "3.13.1",
    }
    done = job.run("Find the cache")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"lintarticle-Linux-X64-3\.13\.1-[0-9a-f]{16}", job.outputs["steps.cache.outputs.key"])
    assert Path(job.outputs["steps.cache.outputs.folder"]).is_absolute()


@needs_bash
@pytest.mark.hooks
def test_it_installs_from_its_own_checkout(job: Job, tmp_path: Path) -> None:
    job.temporary = tmp_path / "another"
    job.temporary.mkdir()
    job.outputs = {"steps.python.outputs.python-path": sys.executable}
    done = job.run("Install lintarticle")
    assert (done.returncode, done.stdout) == (0, f"lintarticle {__version__}\n"), done.stderr


# --- the file itself ------------------------------------------------------------------------------------------


def test_no_script_holds_an_expression() -> None:
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert len(scripts) == 4
    assert [script for script in scripts if "${{" in script] == []


def test_every_input_is_described_and_used() -> None:
    text = (CHECKOUT / "action.yml").read_text("utf-8")
    for name, each in ACTION["inputs"].items():
        assert each["description"].endswith("."), name
        assert f"inputs.{name}" in text, name


def test_every_step_that_is_referred_to_comes_before() -> None:
    seen: set[str] = set()
    for step in ACTION["runs"]["steps"]:
        for reference in re.findall(r"steps\.([\w-]+)\.", json.dumps(step)):
            assert reference in seen, step["name"]
        seen |= {step["id"]} if "id" in step else set()


def test_the_page_describes_every_input() -> None:
    page = (CHECKOUT / "docs" / "ci.md").read_text("utf-8")
    described = re.findall(r"^\| `([\w-]+)` \|(?: `(.+?)`)? \|", page, re.MULTILINE)
    assert described == [(name, str(each["default"])) for name, each in ACTION["inputs"].items()]


def test_the_commands_of_the_page_are_ones_that_there_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every `lintarticle …` in the page parses: with a folder of its own, in which nothing is found."""
    page = (CHECKOUT / "docs" / "ci.md").read_text("utf-8")
    commands = re.findall(r"^[ -]*(?:sh ')?lintarticle (check .*?)'?$", page, re.MULTILINE)
    assert len(commands) >= 6
    for name in ENVIRONMENT:
        monkeypatch.setenv(name, ENVIRONMENT[name])
    site = Repository.new(tmp_path)
    site.article("content/a.md")
    site.commit()
    site.git("update-ref", "refs/remotes/origin/main", "HEAD")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        words = [re.sub(r"\$\{?\w+\}?", "main", word).strip('"') for word in command.split()]
        assert main([*words]) in (0, 1), (command, capsys.readouterr().err)
