"""`action.yml`: its shell steps, taken out of the file and run as they stand with the variables that GitHub sets."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from repositories import ENVIRONMENT, HOOK_VARIABLES, Repository

from lintarticle.cli.main import main
from lintarticle.version import __version__

CHECKOUT = Path(__file__).parent.parent

ACTION: dict[str, Any] = yaml.safe_load((CHECKOUT / "action.yml").read_text("utf-8"))

STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}

BASH = shutil.which("bash")

needs_bash = pytest.mark.skipif(BASH is None or os.name == "nt", reason="needs bash")

_EXPRESSION = re.compile(r"\$\{\{\s*(\w+)\.([\w.-]+)\s*\}\}")


@dataclass
class Job:
    """One run of the action in a checkout: inputs, the outputs of steps so far, and GitHub's variables."""

    checkout: Path
    temporary: Path
    inputs: dict[str, str] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)

    def value(self, text: str) -> str:
        """Fill in the expressions of a text."""
        known = {f"inputs.{name}": str(each.get("default", "")) for name, each in ACTION["inputs"].items()}
        known |= {f"inputs.{name}": value for name, value in self.inputs.items()}
        known |= self.outputs
        return _EXPRESSION.sub(lambda match: known.get(f"{match[1]}.{match[2]}", ""), text)

    def run(self, name: str) -> subprocess.CompletedProcess[str]:
        """Run a step as GitHub's runner does: the script in a file, `bash --noprofile --norc -eo pipefail`."""
        step = STEPS[name]
        output, script = self.temporary / "output", self.temporary / "script.sh"
        output.write_text("")
        script.write_text(step["run"], "utf-8")
        done = subprocess.run(
            [BASH or "bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.checkout / self.value(step.get("working-directory", ".")),
            env=self._environment(step, output),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for line in output.read_text("utf-8").splitlines():
            key, _, value = line.partition("=")
            self.outputs[f"steps.{step['id']}.outputs.{key}"] = value
        return done

    def _environment(self, step: Mapping[str, Any], output: Path) -> dict[str, str]:
        kept = {name: os.environ[name] for name in os.environ.keys() - set(HOOK_VARIABLES) if "COV" not in name}
        return kept | ENVIRONMENT | {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(CHECKOUT),
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_BASE_REF": "",
            "GITHUB_WORKSPACE": str(self.checkout),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary.md"),
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            "RUNNER_TEMP": str(self.temporary),
            **self.variables,
            **{key: self.value(value) for key, value in step.get("env", {}).items()},
        }  # fmt: skip

    @property
    def ref(self) -> str:
        return self.outputs.get("steps.since.outputs.ref", "")

    @property
    def summary(self) -> str:
        path = self.temporary / "summary.md"
        return path.read_text("utf-8") if path.exists() else ""


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
    temporary = tmp_path / "runner temp"
    program = temporary / "lintarticle" / "bin" / "lintarticle"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lintarticle "$@"\n')
    program.chmod(0o755)
    return Job(site.folder, temporary)


def pull_request(job: Job, site: Repository, tmp_path: Path, *, depth: str = "") -> Job:
    """Check the merge commit of a pull request out as actions/checkout does; without `depth` all of the history."""
    for number in range(3):
        site.git("checkout", "--quiet", "main")
        site.write("posts/theirs.md", f"---\ntitle: Theirs {number}\n---\n\nText.\n")
        site.commit()
    site.git("checkout", "--quiet", "--detach")
    site.git("merge", "--quiet", "--no-ff", "-m", "Merge", "work")
    site.git("update-ref", "refs/pull/1/merge", "HEAD")
    site.git("checkout", "--quiet", "main")
    site.write("posts/later.md", "---\ntitle: Later\n---\n\nText.\n")
    site.commit()
    clone = Repository.new(tmp_path / "clone")
    clone.git("remote", "add", "origin", f"file://{site.folder}")
    clone.git("fetch", "--quiet", "--no-tags", *filter(None, [depth]), "origin", "+refs/pull/1/merge:refs/pull/1/merge")
    clone.git("checkout", "--quiet", "--detach", "refs/pull/1/merge")
    job.checkout = clone.folder
    job.variables = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": "main"}
    return job


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
