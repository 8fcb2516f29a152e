"""Pull requests that would make a step of `action.yml` run a command.

Each test first shows that the attack works on git or Python called without care, and then that it fails here.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from action_job import CHECKOUT, STEPS, Job, needs_bash, pull_request
from repositories import ENVIRONMENT, Repository

pytestmark = needs_bash

FETCH, CHECK = "Fetch what to compare with", "Check the articles"


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    return tmp_path / "marker"


@pytest.fixture
def job(tmp_path: Path, marker: Path) -> Job:
    """Give a pull request that adds a bare repository as plain files, with commands in its settings."""
    site = Repository.new(tmp_path / "origin")
    site.article("posts/old.md")
    site.commit()
    site.branch()
    planted = Repository(tmp_path / "planted")
    planted.git("clone", "--quiet", str(site.folder), ".")
    command = f"touch '{marker}'; true"
    for setting in ("core.fsmonitor", "core.sshCommand", "remote.origin.uploadpack", "core.pager", "diff.external"):
        planted.git("config", setting, command)
    planted.git("config", "core.worktree", ".")
    (site.folder / "content").mkdir()
    for part in ("HEAD", "config", "index", "objects", "refs", "packed-refs"):
        (planted.folder / ".git" / part).rename(site.folder / "content" / part)
    site.article("content/new.md")
    site.commit()
    return pull_request(Job.installed(site.folder, tmp_path / "runner temp"), site, tmp_path, depth="--depth=1")


def works(marker: Path, folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, env=os.environ | ENVIRONMENT, capture_output=True, check=False)
    assert marker.exists(), f"{command} in {folder} runs nothing: this is not an attack"
    marker.unlink()


def test_fetching_in_a_planted_repository(job: Job, marker: Path) -> None:
    works(marker, job.checkout / "content", "git", "fetch", "origin", "+refs/heads/main:refs/remotes/origin/main")
    job.inputs = {"working-directory": "content"}
    fetched = job.run(FETCH)
    assert (fetched.returncode, job.ref, marker.exists()) == (0, "origin/main", False), fetched.stderr
    checked = job.run(CHECK)
    assert (checked.returncode, marker.exists()) == (0, False), checked.stderr
    assert "new.md" in checked.stdout


@pytest.mark.parametrize("paths", ["content", "content/new.md", "posts\ncontent", "content\nposts"])
def test_checking_a_planted_repository(job: Job, marker: Path, paths: str) -> None:
    works(marker, job.checkout / "content", "git", "diff", "--raw", "HEAD", "--")
    job.inputs = {"paths": paths, "changed-lines": "true"}
    for step in (FETCH, CHECK):
        done = job.run(step)
        assert (done.returncode, marker.exists()) == (0, False), done.stderr
    assert "new.md" in done.stdout


@pytest.mark.parametrize("name", ["--upload-pack=touch evil;", "x:refs/heads/y", "$(touch evil)", "a b", ""])
def test_names_of_branches_are_not_options(job: Job, name: str) -> None:
    job.variables["GITHUB_BASE_REF"] = name
    fetched = job.run(FETCH)
    assert fetched.returncode != 0
    assert "can’t fetch" in fetched.stderr
    assert not list(job.checkout.rglob("evil"))


@pytest.mark.parametrize(
    ("event", "head", "forbidden"),
    [
        ("pull_request", "stranger/site", "1"),
        ("pull_request_target", "stranger/site", "1"),
        ("pull_request", "", "1"),  # the fork is gone
        ("pull_request", "harbour/site", ""),
        ("push", "", ""),
    ],
)
def test_a_pull_request_of_a_fork_runs_no_code(job: Job, event: str, head: str, forbidden: str) -> None:
    program = job.temporary / "lintarticle" / "bin" / "lintarticle"
    program.write_text('#!/bin/sh\nprintf %s "$LINTARTICLE_NO_CODE" >"$RUNNER_TEMP/no-code"\n')
    job.variables |= {"GITHUB_EVENT_NAME": event, "GITHUB_REPOSITORY": "harbour/site", "LINTARTICLE_NO_CODE": ""}
    job.outputs["github.event.pull_request.head.repo.full_name"] = head
    assert job.run(CHECK).returncode == 0
    assert (job.temporary / "no-code").read_text() == forbidden


def test_modules_of_python_among_the_files(job: Job, marker: Path) -> None:
    """Python looks for what it imports in the current folder first, unless it is told not to."""
    for name in ("hashlib", "pathlib", "pip", "venv", "lintarticle", "argparse", "subprocess", "shutil", "yaml"):
        (job.checkout / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    works(marker, job.checkout, sys.executable, "-c", "import hashlib")
    works(marker, job.checkout, sys.executable, "-m", "pip", "--version")
    job.outputs["steps.python.outputs.python-path"] = sys.executable
    for step in ("Find the cache", FETCH, CHECK):
        done = job.run(step)
        assert (done.returncode, marker.exists()) == (0, False), (step, done.stderr)


def test_python_never_imports_from_the_checkout() -> None:
    for step in STEPS.values():
        calls = re.findall(r'"\$(?:PYTHON|bin/python)"(.{3})', step.get("run", ""))
        assert set(calls) <= {" -I"}, step["name"]


def test_git_is_run_by_lintarticle_alone() -> None:
    commands = [line for step in STEPS.values() for line in step.get("run", "").splitlines()]
    assert [line for line in commands if re.search(r"\bgit\b", line)] == []
    assert "lintarticle.changes.fetch" in (CHECKOUT / "action.yml").read_text("utf-8")
