"""What `--since` costs in a large repository where three articles changed, compared with linting those three by name.

Runs the two in turn, with the git commands that `--since` needs by themselves in between, and prints the medians.
The budget: twice the time of the three by name, plus the time of git. Then the same with the cache of a run on all
articles, and `--since` again, which repeats what it printed. The budget: five times an empty program.

    python benchmarks/since.py [--articles 10000] [--rounds 15] [--python PATH]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from startup import ARTICLE

BUDGET = 2
REPEATED_BUDGET = 5

FOLDERS = 100

GRAIN = 2.5
"""Seconds after which files count as old, so that a run on them is kept."""

GIT = (
    ("rev-parse", "--show-toplevel"),
    ("rev-parse", "--verify", "--quiet", "main^{commit}"),
    ("rev-parse", "--verify", "--quiet", "HEAD^{commit}"),
    ("merge-base", "main", "HEAD"),
    ("ls-files", "--others", "--exclude-standard", "-z"),
    ("diff", "--find-renames", "--raw", "-z", "main", "--"),
)
"""What `--since` asks git, as `lintarticle.git` does."""


def environment(folder: Path) -> dict[str, str]:
    writer = {f"GIT_{role}_{part}": "writer" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    isolated = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return kept | writer | isolated | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def seconds(commands: Sequence[Sequence[str]], folder: Path, variables: dict[str, str]) -> float:
    """Return the wall time of some commands, one after the other."""
    started = time.perf_counter()
    for command in commands:
        done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(command)} failed: {done.stderr.decode()}")
    return time.perf_counter() - started


def make_site(folder: Path, articles: int, variables: dict[str, str]) -> list[str]:
    """Make a repository on a branch that changes three articles; return their paths."""

    def git(*arguments: str) -> None:
        command = ["git", *arguments]
        subprocess.run(command, cwd=folder, env=variables, capture_output=True, check=True)

    names = [f"posts/{number % FOLDERS:02}/article-{number:05}.md" for number in range(articles)]
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(ARTICLE, "utf-8")
    (folder / ".gitignore").write_text("public/\n")
    for arguments in (("init", "-b", "main"), ("add", "--all"), ("commit", "-m", "All"), ("checkout", "-b", "work")):
        git(*arguments)
    changed = [names[0], names[articles // 2], names[-1]]
    for name in changed:
        (folder / name).write_text(f"{ARTICLE}\nMore.\n", "utf-8")
    git("commit", "-am", "Three")
    return changed


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure --since.")
    parser.add_argument("--articles", type=int, default=10_000, help="default: 10000")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each (default: 15)")
    parser.add_argument("--python", default=sys.executable, help="the interpreter to measure (default: this one)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        folder.mkdir()
        variables = environment(Path(name))
        changed = make_site(folder, options.articles, variables)
        check = (options.python, "-m", "lintarticle", "check")
        commands = {
            "three by name": [(*check, *changed)],
            "git by itself": [("git", *arguments) for arguments in GIT],
            "--since main": [(*check, "--since", "main")],
            "--changed-lines": [(*check, "--since", "main", "--changed-lines")],
        }
        for each in commands.values():
            seconds(each, folder, variables)  # writes bytecode, and warms the disk cache
        times = in_turn(commands, options.rounds, folder, variables)
        ratio = (times["--since main"] - times["git by itself"]) / times["three by name"]
        print(f"without git     {ratio:8.2f} × three by name   (budget {BUDGET})")
        print("with a cache")
        time.sleep(GRAIN)
        seconds([(*check, ".")], folder, variables)
        known = {
            "three by name": commands["three by name"],
            "--since HEAD~1": [(*check, "--since", "HEAD~1")],  # an expression, of which nothing is kept
            "--since main": commands["--since main"],
            "empty program": [(options.python, "-c", "pass")],
        }
        seconds(known["--since main"], folder, variables)  # is kept
        times = in_turn(known, options.rounds, folder, variables)
        ratio = times["--since main"] / times["empty program"]
        print(f"repeated        {ratio:8.2f} × empty program   (budget {REPEATED_BUDGET})")


def in_turn(
    commands: dict[str, list[tuple[str, ...]]], rounds: int, folder: Path, variables: dict[str, str]
) -> dict[str, float]:
    """Run some commands in turn, print the median of each, and return them."""
    taken = [{label: seconds(each, folder, variables) for label, each in commands.items()} for _ in range(rounds)]
    times = {label: median(each[label] for each in taken) for label in commands}
    for label, each in times.items():
        print(f"{label:<16}{each * 1000:8.1f} ms")
    return times


if __name__ == "__main__":
    main()
