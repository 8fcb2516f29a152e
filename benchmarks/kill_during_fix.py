"""Kill `lintarticle check --fix` at random moments, and prove that every file is whole: as before, or as after.

    python benchmarks/kill_during_fix.py [--kills 200] [--files 500] [--seed 1]

Writes the articles into a temporary folder, measures how long a run takes, then starts one run after the other and ends
each by SIGKILL at a random moment of that time. A file that is neither is printed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ARTICLE = """\
---
title: Tides of the north, part {number}.
excerpt: How the harbour towns of the north came to print their tide tables, and how to read one.
tags: ['#sea', 'moon', '#tides']
---

{paragraphs}

The link has been copied!

## The height

{paragraphs}
"""
PARAGRAPH = "Twice a day the harbour empties, and twice a day it fills, whatever the harbour master says.\n\n"
RULES = "title/end-punctuation,tags/format,debris/interface-text"
"""Few rules, so that much of a run is the writing of files."""

COMMAND = [sys.executable, "-m", "lintarticle", "check", "--fix", "--quiet", "--only", RULES, "."]


def main() -> int:
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = _write(folder, options.files)
        started = time.perf_counter()
        subprocess.run(COMMAND, cwd=folder, check=False, capture_output=True)
        duration = time.perf_counter() - started
        after = {path.name: path.read_bytes() for path in folder.glob("*.md")}
        figures: Counter[str] = Counter()
        for _ in range(options.kills):
            _restore(folder, before)
            _run_and_kill(folder, chance.uniform(0, duration))
            figures += _look(folder, before, after)
    changed = sum(before[name] != after[name] for name in before)
    print(f"{options.kills} runs of {duration:.1f} s over {options.files} files ({changed} to fix) killed:")
    print(f"  files as before {figures['before']}, as after {figures['after']}, broken {figures['broken']}")
    print(f"  runs killed half way {figures['half way']}, temporary files left {figures['temporary']}")
    return 1 if figures["broken"] else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _write(folder: Path, count: int) -> dict[str, bytes]:
    (folder / ".git").mkdir()
    articles = {}
    for number in range(count):
        text = ARTICLE.format(number=number, paragraphs=PARAGRAPH * (1 + number % 3))
        articles[f"part-{number:03}.md"] = text.encode()
    _restore(folder, articles)
    return articles


def _restore(folder: Path, articles: dict[str, bytes]) -> None:
    for path in folder.glob(".*.tmp"):
        path.unlink()
    for name, data in articles.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def _run_and_kill(folder: Path, moment: float) -> None:
    run = subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.wait(moment)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()


def _look(folder: Path, before: dict[str, bytes], after: dict[str, bytes]) -> Counter[str]:
    figures: Counter[str] = Counter()
    for name, data in before.items():
        path = folder / name
        found = path.read_bytes() if path.exists() else None
        state = "before" if found == data else "after" if found == after[name] else "broken"
        figures[state] += 1
        if state == "broken":
            print(f"broken: {name}")
    figures["half way"] = int(figures["before"] > 0 and figures["after"] > 0)
    figures["temporary"] = len(list(folder.glob(".*.tmp")))
    return figures


if __name__ == "__main__":
    sys.exit(main())
