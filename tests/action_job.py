"""The steps of `action.yml`, run as GitHub's runner does; and checkouts to run them in."""

from __future__ import annotations

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

    @classmethod
    def installed(cls, checkout: Path, temporary: Path) -> Job:
        """Return a job that finds lintarticle where the action installs it."""
        programs = temporary / "lintarticle" / "bin"
        programs.mkdir(parents=True)
        for name, start in (("python", ""), ("lintarticle", "-I -m lintarticle ")):
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {start}"$@"\n')
            program.chmod(0o755)
        return cls(checkout, temporary)

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
