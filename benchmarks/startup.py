"""What one run costs before it does anything: `lintarticle check FILE` next to `python -c pass`.

Runs both in pairs, in turn, so that a busy machine slows both; prints the medians and their ratio. The budget is a
ratio of 12 for one clean file without configuration.

    python benchmarks/startup.py [--pairs 30] [--python PATH]
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

BUDGET = 12

ARTICLE = """\
---
title: How to read a tide table
excerpt: A tide table gives two high waters and two low waters a day. Here is how to read one before you sail.
tags: [tides, sailing, navigation]
date: 2026-01-15
illustrations:
  - type: hero
    placement: top
    description: A harbour wall at low water, with the marks of the last high water on it.
---

A tide table is a promise about water. It says when the sea will be highest and lowest.

## Find the port

Each port has its own page. A secondary port gives its times as differences from a standard one.

## Add the summer hour

Tables are printed in the time of winter. In summer, add an hour.
"""


def seconds(command: Sequence[str], folder: Path) -> float:
    """Return the wall time of one run of a command."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    taken = time.perf_counter() - started
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode()}")
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the start-up of a one-file check.")
    parser.add_argument("--pairs", type=int, default=30, help="runs of each command (default: 30)")
    parser.add_argument("--python", default=sys.executable, help="the interpreter to measure (default: this one)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tides.md").write_text(ARTICLE, "utf-8")
        empty = (options.python, "-c", "pass")
        check = (options.python, "-m", "lintarticle", "check", "tides.md")
        for command in (empty, check):
            seconds(command, folder)  # writes bytecode, as an installed package has it, and warms the disk cache
        pairs = [(seconds(empty, folder), seconds(check, folder)) for _ in range(options.pairs)]
    base, ours = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(check_time / empty_time for empty_time, check_time in pairs)
    print(f"python -c pass     {base * 1000:6.1f} ms")
    print(f"lintarticle check  {ours * 1000:6.1f} ms")
    print(f"ratio              {ratio:6.1f}   (budget {BUDGET})")


if __name__ == "__main__":
    main()
