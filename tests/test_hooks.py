"""The hook as a writer gets it: installed by pre-commit and by prek from this checkout, in a repository of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.hooks

CHECKOUT = Path(__file__).parent.parent

GOOD = """\
---
title: How to read a tide table
excerpt: Four columns, two kinds of water and one rule of thumb are all you need to plan a walk on the sands.
tags: [tides, walking]
illustrations:
  - type: hero
    placement: top
    description: A walker on wet sand
    prompt: "A walker on wide wet sand at low tide, a printed table in her hand, pencil and wash"
---

A tide table looks like a page of lottery numbers.

## Four columns

Each row is one turn of the tide.
"""

BAD = GOOD.replace("excerpt: ", "# ").replace("placement: top", 'placement: after "The harbour master"')

EXPECTED = ("excerpt/missing", "illustrations/placement-unknown")
"""The rules that must speak up about `BAD`."""


@dataclass(frozen=True)
class Scratch:
    """A git repository of a writer, and the environment in which everything runs: nothing of the user's is seen."""

    folder: Path
    environment: dict[str, str]

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self.run("git", "add", "--", name)

    def run(self, *command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=folder or self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def environment(home: Path) -> dict[str, str]:
    home.mkdir()
    local = subprocess.run(["git", "rev-parse", "--local-env-vars"], capture_output=True, text=True, check=True)
    kept = {name: value for name, value in os.environ.items() if name not in local.stdout.split()}
    git = {"GIT_CONFIG_GLOBAL": str(home / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
    (home / "gitconfig").write_text(
        "[user]\nname = writer\nemail = writer@example.invalid\n[safe]\ndirectory = *\n[core]\nautocrlf = false\n"
    )
    homes = {"HOME": home, "PRE_COMMIT_HOME": home / "pre-commit", "PREK_HOME": home / "prek"}
    caches = {"XDG_CACHE_HOME": home / "cache", "PIP_CACHE_DIR": home / "pip", "UV_CACHE_DIR": home / "uv"}
    pip_conf = Path.home() / ".config" / "pip" / "pip.conf"  # a package index that the machine needs stays known
    index = {"PIP_CONFIG_FILE": str(pip_conf)} if pip_conf.is_file() else {}
    return kept | git | index | {name: str(path) for name, path in (homes | caches).items()} | {"NO_COLOR": "1"}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    base = tmp_path_factory.mktemp("hooks")
    (base / "site").mkdir()
    made = Scratch(base / "site", environment(base / "home"))
    assert made.run("git", "init", "--quiet").returncode == 0
    return made


@pytest.fixture(scope="module")
def hook_repository(scratch: Scratch) -> Path:
    """Make a repository with one commit that holds the checkout as it is, committed or not."""
    folder = scratch.folder.parent / "lintarticle"
    listed = scratch.run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=CHECKOUT)
    for name in filter(None, listed.stdout.split("\0")):
        if (CHECKOUT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, folder / name)
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "The checkout"]):
        assert scratch.run("git", *command, folder=folder).returncode == 0
    return folder


@pytest.fixture(scope="module", params=["pre-commit", "prek"])
def runner(request: pytest.FixtureRequest) -> str:
    """Return the path of a program that runs hooks."""
    name: str = request.param
    beside = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if beside is None:
        pytest.skip(f"{name} is not installed")
    return beside


NO_INDEX = ("No matching distribution found", "Could not find a version", "Failed to fetch", "Connection refused")


def outcome(done: subprocess.CompletedProcess[str]) -> tuple[int, str]:
    """Return the exit code and the output; without a package index there is nothing to see, save in CI."""
    text = done.stdout + done.stderr
    if "CI" not in os.environ and any(sign in text for sign in NO_INDEX):
        pytest.skip("the hook can't be installed: no package index can be reached")
    return done.returncode, text


def assert_failed(done: subprocess.CompletedProcess[str], path: str, expected: Sequence[str] = EXPECTED) -> None:
    code, text = outcome(done)
    assert code == 1, text
    assert "Failed" in text
    for rule in expected:
        assert path in text, text
        assert rule in text, text


def assert_passed(done: subprocess.CompletedProcess[str]) -> None:
    code, text = outcome(done)
    assert code == 0, text
    assert "Passed" in text


@pytest.fixture
def site(scratch: Scratch) -> Scratch:
    """Empty the writer's repository, hooks of git included."""
    shutil.rmtree(scratch.folder / ".git" / "hooks", ignore_errors=True)
    scratch.run("git", "rm", "-r", "--quiet", "--force", "--ignore-unmatch", ".")
    return scratch


def test_try_repo_fails_on_a_bad_article(runner: str, site: Scratch, hook_repository: Path) -> None:
    site.write("posts/bad.md", BAD)
    done = site.run(runner, "try-repo", str(hook_repository), "lintarticle", "--all-files")
    assert_failed(done, "posts/bad.md")


def test_try_repo_passes_a_good_article(runner: str, site: Scratch, hook_repository: Path) -> None:
    site.write("posts/good.md", GOOD)
    assert_passed(site.run(runner, "try-repo", str(hook_repository), "lintarticle", "--all-files"))


def configure(site: Scratch, hook_repository: Path) -> None:
    revision = site.run("git", "rev-parse", "HEAD", folder=hook_repository).stdout.strip()
    site.write(
        ".pre-commit-config.yaml",
        f"repos:\n- repo: {hook_repository}\n  rev: {revision}\n  hooks:\n  - id: lintarticle\n",
    )


@pytest.mark.parametrize("name", ["posts/bad one.md", "posts/汐の表.md", "posts/it's “here”.mdx", "-x.md"])
def test_odd_file_names_are_checked(runner: str, site: Scratch, hook_repository: Path, name: str) -> None:
    configure(site, hook_repository)
    site.write(name, BAD)
    assert_failed(site.run(runner, "run"), name)
    site.write(name, GOOD)
    assert_passed(site.run(runner, "run"))


def test_it_runs_from_a_subfolder(runner: str, site: Scratch, hook_repository: Path) -> None:
    configure(site, hook_repository)
    site.write("posts/bad.md", BAD)
    done = site.run(runner, "run", "--files", "bad.md", folder=site.folder / "posts")
    assert_failed(done, "posts/bad.md")


def test_other_files_and_excluded_articles_are_left_alone(runner: str, site: Scratch, hook_repository: Path) -> None:
    configure(site, hook_repository)
    site.write("lintarticle.toml", 'exclude = ["archive/**"]\n')
    site.write("archive/bad.md", BAD)
    site.write("notes.txt", BAD)
    site.write("posts/good.md", GOOD)
    assert_passed(site.run(runner, "run"))


def test_a_commit_is_stopped(runner: str, site: Scratch, hook_repository: Path) -> None:
    configure(site, hook_repository)
    assert site.run(runner, "install").returncode == 0
    site.write("posts/bad.md", BAD)
    assert_failed(site.run("git", "commit", "--message", "A bad article"), "posts/bad.md")
    site.write("posts/bad.md", GOOD)
    done = site.run("git", "commit", "--allow-empty", "--message", "A good article")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def readme_hook(site: Scratch, hook_repository: Path) -> None:
    """Configure the hook by the command in the README, the address replaced by the path of a clone."""
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    found = re.search(r"<!-- hook: today -->\n```sh\n(source=)\S+ [^\n]*\n(.*?)```", readme, re.DOTALL)
    assert found
    done = site.run("bash", "-euo", "pipefail", "-c", f"{found[1]}{hook_repository}\n{found[2]}")
    assert (done.returncode, done.stderr) == (0, "")
    site.run("git", "add", ".pre-commit-config.yaml")


@pytest.mark.usefixtures("readme_hook")
def test_the_hook_of_the_readme_works_before_any_release(runner: str, site: Scratch) -> None:
    site.write("posts/bad.md", BAD)
    done = site.run(runner, "run")
    assert_failed(done, "posts/bad.md")
    assert "“pre-commit run --hook-stage manual lintarticle-explain” says more" in done.stdout
    code, text = outcome(site.run(runner, "run", "--hook-stage", "manual", "lintarticle-explain"))
    assert (code, "# excerpt/missing" in text) == (0, True), text


@pytest.mark.usefixtures("readme_hook")
def test_the_hook_that_fixes_can_be_called_by_hand(runner: str, site: Scratch) -> None:
    site.write("posts/bad.md", GOOD.replace("tags: [tides, walking]", "tags: [tides, walking, tides]"))
    code, text = outcome(site.run(runner, "run", "--hook-stage", "manual", "lintarticle-fix"))
    assert (code, "Failed" in text) == (1, True), text
    assert (site.folder / "posts/bad.md").read_text("utf-8") == GOOD


@pytest.mark.parametrize("tool", ["pipx", "uvx"])
def test_the_readme_installs_without_a_clone(site: Scratch, hook_repository: Path, tool: str) -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    found = re.search(rf"<!-- install: {tool} -->\n```sh\n(.+)\n```", readme)
    assert found
    address = f"git+file://{hook_repository}"
    command = found[1].replace("git+https://github.com/lintarticle/lintarticle", address)
    assert address in command
    site.write("posts/good.md", GOOD)
    if shutil.which(tool) is None:  # pip installs from the same address
        made = f"{sys.executable} -m venv {site.folder.parent / tool}"
        program = site.folder.parent / tool / "bin"
        command = f"{made} && {program}/pip install --quiet {address} && {program}/lintarticle check posts/good.md"
    code, text = outcome(site.run("bash", "-euo", "pipefail", "-c", command))
    assert code == 0, text


def test_the_hook_that_init_writes_works_before_any_release(
    runner: str, site: Scratch, hook_repository: Path, tmp_path: Path
) -> None:
    """What pip installed from a clone names that clone and its commit."""
    program = tmp_path / "environment" / "bin"
    made = f"{sys.executable} -m venv {program.parent} && {program}/pip install --quiet git+file://{hook_repository}"
    code, text = outcome(site.run("bash", "-euo", "pipefail", "-c", made))
    assert code == 0, text
    site.write(".pre-commit-config.yaml", "repos: []\n")
    for number in range(3):
        site.write(f"posts/good-{number}.md", GOOD.replace("tide table", f"tide table {number}"))
    code, text = outcome(site.run(str(program / "lintarticle"), "init", "--yes"))
    assert code == 0, text
    assert f"repo: file://{hook_repository}" in (site.folder / ".pre-commit-config.yaml").read_text("utf-8")
    site.run("git", "add", "--all")
    assert_passed(site.run(runner, "run", "lintarticle"))
    site.write("posts/bad.md", BAD)
    assert_failed(site.run(runner, "run", "lintarticle"), "posts/bad.md", EXPECTED[1:])


MANY = 1000
"""Files of one commit: more than one command line holds where names are long, so that runners split them."""


def test_a_thousand_files_in_one_commit(runner: str, site: Scratch, hook_repository: Path) -> None:
    configure(site, hook_repository)
    assert site.run(runner, "install").returncode == 0
    site.write("lintarticle.toml", 'ignore = ["site"]\n')  # the articles differ in their names only
    bad = {number: f"posts/{number:04} 汐 {'long name ' * 12}.md" for number in range(0, MANY, 333)}
    for number in range(MANY):
        name = bad.get(number, f"posts/{number:04} {'long name ' * 15}.md")
        path = site.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(BAD if number in bad else GOOD, "utf-8")
    (site.folder / "-y.md").write_text(BAD, "utf-8")
    assert site.run("git", "add", "--all").returncode == 0
    done = site.run("git", "commit", "--message", "A thousand articles")
    code, text = outcome(done)
    assert code == 1, text
    for name in (*bad.values(), "-y.md"):
        assert text.count(f"{name}:") == len(EXPECTED), text
    counts = [int(found) for found in re.findall(r" in (\d+) articles?", text)]
    assert sum(counts) == MANY + 1, text
    assert len(counts) > 1 or Path(runner).name == "prek", "the names fit on one command line: make them longer"
    for name in (*bad.values(), "-y.md"):
        (site.folder / name).write_text(GOOD, "utf-8")
    assert site.run("git", "add", "--all").returncode == 0
    done = site.run("git", "commit", "--message", "A thousand articles")
    code, text = outcome(done)
    assert code == 0, text


def test_a_commit_from_a_subfolder(runner: str, site: Scratch, hook_repository: Path) -> None:
    configure(site, hook_repository)
    assert site.run(runner, "install").returncode == 0
    site.write("posts/bad one.md", BAD)
    site.write("guide/good.md", GOOD)
    done = site.run("git", "commit", "--message", "From a subfolder", folder=site.folder / "guide")
    assert_failed(done, "posts/bad one.md")


@pytest.mark.usefixtures("readme_hook")
def test_the_readme_shows_what_a_commit_shows(runner: str, site: Scratch) -> None:
    """Both outputs in the README are those of pre-commit as they are."""
    if Path(runner).name != "pre-commit":
        pytest.skip("the README shows the output of pre-commit")
    site.run("git", "commit", "--quiet", "--no-verify", "--message", "The hook")
    assert site.run(runner, "install").returncode == 0
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    for text, shown in ((BAD, "<!-- hook: failing -->"), (GOOD, "<!-- hook: passing -->")):
        site.write("posts/tide-table.md", text)
        done = site.run("git", "commit", "--message", "How to read a tide table")
        _, printed = outcome(done)
        command = f'{shown}\n```text\n$ git commit -m "How to read a tide table"\n'
        block = readme.partition(command)[2].partition("```")[0]
        hook_lines = [line for line in printed.splitlines() if not line.startswith(("[", " 1 file", " create mode"))]
        assert block.splitlines() == hook_lines
