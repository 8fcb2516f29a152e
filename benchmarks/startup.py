"""What one run costs before it does anything, as a multiple of `python -c pass`.

Runs `pass` and each command in turn, so that a busy machine slows all of them; prints medians and the median ratio of
the runs in one round, next to the most that it may be.

    python benchmarks/startup.py [--rounds 30] [--python PATH] [COMMAND...]
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
from typing import NamedTuple

ARTICLE = """\
---
title: How to read a tide table
excerpt: A tide table gives two high waters and two low waters a day. Here is how to read one before you sail.
tags: [tides, sailing, navigation]
date: 2026-01-15
illustrations:
  - type: hero
    placement: top
    description: A harbor wall at low water, with the marks of the last high water on it.
---

A tide table is a promise about water. It says when the sea will be highest and lowest.

## Find the port

Each port has its own page. A secondary port gives its times as differences from a standard one.

## Add the summer hour

Tables are printed in the time of winter. In summer, add an hour.
"""

KINDS = (
    *("string", "text", "url", "email", "slug", "lang", "integer", "number"),
    *("boolean", "datetime", "date", "enum", "list", "object", "any"),
)

CONFIGURATION = """\
preset = ["publish"]

[types.post]
files = ["posts/**/*.md"]

[types.post.fields]
title = { type = "string", required = true, length = "5..70" }
excerpt = { type = "text", required = true, length = "20..200" }
tags = { type = "list", count = "1..5", items = { type = "string" } }
date = { type = "date", required = true }
illustrations = { type = "list" }
""" + "".join(
    f'own-{kind} = {{ type = "{kind}"{", enum = [1, 2]" if kind == "enum" else ""} }}\n' for kind in KINDS
)  # 20 fields


class Command(NamedTuple):
    """A command, how much more than `pass` it may take, and what it reads from standard input."""

    arguments: tuple[str, ...]
    most: float
    text: str = ""
    folder: str = "plain"


FROM_INPUT = ("check", "--stdin-filename", "posts/tides.md", "-")  # nothing is known of it but the configuration

COMMANDS = {
    "version": Command(("--version",), 2.5),
    "help": Command(("--help",), 2.5),
    "explain": Command(("explain", "excerpt/too-long"), 2.5),
    "one article": Command(("check", "--no-cache", "posts/tides.md"), 10),
    "a folder with one article": Command(("check", "--no-cache", "."), 10),
    "with a type of 20 fields, settings kept": Command(FROM_INPUT, 13, ARTICLE, "configured"),
    "the same, the article kept too": Command(("check", "posts/tides.md"), 13, "", "configured"),
}


def seconds(command: Sequence[str], folder: Path, text: str = "") -> float:
    """Return the wall time of one run of a command."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, input=text.encode(), capture_output=True, check=False)
    taken = time.perf_counter() - started
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode()}")
    return taken


def write_sites(top: Path) -> None:
    """Write a site without and one with a configuration."""
    for name in ("plain", "configured"):
        (top / name / "posts").mkdir(parents=True)
        (top / name / ".git").mkdir()
        (top / name / "posts" / "tides.md").write_text(ARTICLE, "utf-8")
    (top / "configured" / "lintarticle.toml").write_text(CONFIGURATION, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the start-up of commands.")
    parser.add_argument("--rounds", type=int, default=30, help="runs of each command (default: 30)")
    parser.add_argument("--python", default=sys.executable, help="the interpreter to measure (default: this one)")
    parser.add_argument("commands", nargs="*", choices=[*COMMANDS, []], help="default: all")
    options = parser.parse_args()
    wanted = options.commands or list(COMMANDS)
    start = "from lintarticle.__main__ import run; run()"  # as the console script does
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        write_sites(top)

        def measured(name: str) -> float:
            command = COMMANDS[name]
            return seconds((options.python, "-c", start, *command.arguments), top / command.folder, command.text)

        def empty() -> float:
            return seconds((options.python, "-c", "pass"), top / "plain")

        for _ in range(2):  # writes bytecode, as an installed package has it, and the cache; warms the disk cache
            empty()
            for each in wanted:
                measured(each)
        rounds = [(empty(), *map(measured, wanted)) for _ in range(options.rounds)]
    print("| command | ms | × pass | at most |\n| --- | ---: | ---: | ---: |")
    print(f"| python -c pass | {median(base for base, *_ in rounds) * 1000:.1f} | 1.0 | |")
    for number, each in enumerate(wanted, 1):
        times = median(row[number] for row in rounds)
        ratio = median(row[number] / row[0] for row in rounds)
        print(f"| {each} | {times * 1000:.1f} | {ratio:.1f} | {COMMANDS[each].most} |")


if __name__ == "__main__":
    main()
