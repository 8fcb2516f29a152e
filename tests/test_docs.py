"""What is generated is committed as it would be generated now, and the README's commands are what CI takes them for."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from lintarticle.version import __version__

CHECKOUT = Path(__file__).parent.parent

README = (CHECKOUT / "README.md").read_text("utf-8")


def test_the_generated_pages_are_fresh() -> None:
    command = [sys.executable, "docs/generate.py", "--check"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["examples", "tests"])
def test_a_command_of_the_readme_is_one_line(name: str) -> None:
    assert re.search(rf"^<!-- command: {name} -->\n```sh\n.+\n```\n<!-- end -->$", README, re.MULTILINE)


def test_the_hook_of_the_readme_is_one_that_there_is() -> None:
    hooks = (CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8")
    offered = re.findall(r"^- id: (.+)$", hooks, re.MULTILINE)
    assert set(re.findall(r"^ +- id: (.+)$", README, re.MULTILINE)) <= set(offered)


def test_the_readme_names_the_version_that_this_is() -> None:
    named = re.findall(r"rev: v([\d.]+)|lintarticle@v([\d.]+)", README)
    assert {first or second for first, second in named} == {__version__}


def test_links_of_the_readme_lead_to_files() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert [target for target in targets if not (CHECKOUT / target).exists()] == []


@pytest.mark.parametrize(
    "page", [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))], ids=lambda page: page.name
)
def test_examples_of_configurations_are_valid_toml(page: Path) -> None:
    for example in re.findall(r"^```toml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        tomllib.loads(example)


def test_every_test_that_the_page_on_security_names_exists() -> None:
    page = (CHECKOUT / "docs" / "security.md").read_text("utf-8")
    tests = "".join(path.read_text("utf-8") for path in (CHECKOUT / "tests").rglob("test_*.py"))
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith(("| what |", "| ---"))]
    assert len(rows) > 20
    for row in rows:
        named = re.findall(r"`(test_\w+)`", row)
        assert named, f"no test backs: {row}"
        assert [name for name in named if f"def {name}(" not in tests] == []
