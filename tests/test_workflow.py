"""The project's own workflow runs what `.ci/run` runs, on every Python that the package names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

CHECKOUT = Path(__file__).parent.parent

WORKFLOW: dict[str, Any] = yaml.safe_load((CHECKOUT / ".github/workflows/ci.yml").read_text("utf-8"))


def test_windows_runs_the_commands_of_the_ci_script() -> None:
    script = (CHECKOUT / ".ci/run").read_text("utf-8")
    of_the_script = re.findall(r'^"\$bin/([^"]+)"(.*?)(?: && .*)?$', script, re.MULTILINE)
    steps = [step.get("run", "") for step in WORKFLOW["jobs"]["windows"]["steps"]]
    of_the_workflow = [step.removeprefix(".venv/Scripts/") for step in steps]
    assert len(of_the_script) >= 6
    assert [name + arguments for name, arguments in of_the_script if name + arguments not in of_the_workflow] == []


def test_windows_runs_the_test_command_of_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    found = re.search(r"<!-- command: tests -->\n```sh\n(.+)\n```", readme)
    assert found
    steps = " && ".join(step.get("run", "") for step in WORKFLOW["jobs"]["windows"]["steps"])
    assert found[1].replace("python3", "python").replace(".venv/bin/", ".venv/Scripts/") in steps


def test_every_supported_python_is_tried() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert project["requires-python"] == f">={named[0]}"
    for job in WORKFLOW["jobs"].values():
        assert job["strategy"]["matrix"]["python"] == named
