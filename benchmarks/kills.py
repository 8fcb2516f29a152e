"""Disturb `lintarticle fix` in every way, and check that each file is whole: as before, or as after.

    python benchmarks/kills.py [--kills 200] [--files 300] [--seed 1]

- killed: runs ended at random moments by SIGKILL, and by SIGTERM and SIGINT, which must leave no temporary file;
- at once: four runs on the same files;
- full disk: a small tmpfs with no room for a second copy of anything (needs the right to mount);
- racing: an editor that saves the files meanwhile, by writing them anew and by renaming; no save may be lost.

Prints one line of figures for each, and a line for each broken file; the exit code is 1 where there is one.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
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

COMMAND = [sys.executable, "-m", "lintarticle", "fix", "--quiet", "--only", RULES, "."]

TEMPORARY = ".lintarticle-*"


class Site:
    """A folder of articles: as they are, and as they are when fixed. A tenth have a second, hard link."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.before = {
            f"part-{number:03}.md": ARTICLE.format(number=number, paragraphs=PARAGRAPH * (1 + number % 3)).encode()
            for number in range(count)
        }
        (folder / ".git").mkdir()
        self.restore()
        started = time.perf_counter()
        subprocess.run(COMMAND, cwd=folder, check=False, capture_output=True)
        self.duration = time.perf_counter() - started
        self.after = {name: (folder / name).read_bytes() for name in self.before}
        self.restore()

    def restore(self) -> None:
        """Write the articles as they are, and remove what runs left."""
        for path in [*self.folder.glob(".*.before-fix"), *self.folder.glob(TEMPORARY), *self.folder.glob("twin-*")]:
            path.unlink()
        for number, (name, data) in enumerate(self.before.items()):
            (self.folder / name).write_bytes(data)
            if number % 10 == 0:
                os.link(self.folder / name, self.folder / f"twin-{name}.txt")

    def look(self) -> Counter[str]:
        """Count the files by state; a broken one with its recovery copy next to it is `recoverable`."""
        figures: Counter[str] = Counter()
        for name, data in self.before.items():
            found = self._content(name)
            state = "before" if found == data else "after" if found == self.after[name] else "broken"
            if state == "broken" and self._content(f".{name}.before-fix") == data:
                state = "recoverable"
            figures[state] += 1
            if state == "broken":
                print(f"broken: {name}")
        figures["half way"] = int(figures["before"] > 0 and figures["after"] > 0)
        figures["temporary files"] = len(list(self.folder.glob(TEMPORARY)))
        figures["recovery copies"] = len(list(self.folder.glob(".*.before-fix")))
        twins = self.folder.glob("twin-*")
        figures["links lost"] = sum(not twin.samefile(self.folder / twin.name[5:-4]) for twin in twins)
        return figures

    def _content(self, name: str) -> bytes | None:
        path = self.folder / name
        return path.read_bytes() if path.exists() else None


def main() -> int:
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        site = Site(Path(name), options.files)
        changed = sum(site.before[name] != site.after[name] for name in site.before)
        print(f"{options.files} articles, {changed} to fix, {site.duration:.1f} s for a whole run")
        bad = 0
        for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
            bad += _killed(site, options.kills, chance, number)
        bad += _at_once(site, max(1, options.kills // 20))
        bad += _racing(site, chance)
    return 1 if bad + _full_disk(options.files) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _report(what: str, figures: Counter[str], *, clean: bool = True) -> int:
    print(f"{what}: " + ", ".join(f"{name} {count}" for name, count in figures.items() if count))
    left = figures["temporary files"] + figures["recovery copies"] + figures["recoverable"] if clean else 0
    return figures["broken"] + figures["links lost"] + figures["saves lost"] + left


def _start(site: Site) -> subprocess.Popen[bytes]:
    return subprocess.Popen(COMMAND, cwd=site.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _killed(site: Site, kills: int, chance: random.Random, number: signal.Signals) -> int:
    figures: Counter[str] = Counter()
    for _ in range(kills):
        site.restore()
        with _start(site) as run:
            try:
                run.wait(chance.uniform(0, site.duration))
            except subprocess.TimeoutExpired:
                run.send_signal(number)
            _, errors = run.communicate()
        figures[f"exit {run.returncode}"] += 1
        figures["tracebacks of ours"] += b"lintarticle/cli" in errors
        figures += site.look()
    return _report(f"{kills} × {number.name}", figures, clean=number != signal.SIGKILL)


def _at_once(site: Site, times: int) -> int:
    figures: Counter[str] = Counter()
    for _ in range(times):
        site.restore()
        runs = [_start(site) for _ in range(4)]
        for run in runs:
            run.communicate()
            figures[f"exit {run.returncode}"] += 1
        figures += site.look()
    return _report(f"{times} × four runs at once", figures)


def _racing(site: Site, chance: random.Random) -> int:
    """Save files as an editor does while runs fix them: what was saved must be there, fixed or not."""
    figures: Counter[str] = Counter()
    for save in (_write_anew, _rename):
        for _ in range(10):
            site.restore()
            saved: dict[str, bytes] = {}
            with _start(site) as run:
                while run.poll() is None:
                    name = chance.choice(list(site.before))
                    saved[name] = b"\nSave %d.\n" % chance.getrandbits(64)
                    save(site.folder / name, site.before[name] + saved[name])
                    time.sleep(0.002)
                run.communicate()
            figures["saves"] += len(saved)
            kept = [(site.folder / name).read_bytes().endswith(mark) for name, mark in saved.items()]
            figures["saves lost"] += kept.count(False)
            figures["temporary files"] += len(list(site.folder.glob(TEMPORARY)))
    return _report("20 × an editor that saves meanwhile", figures)


def _write_anew(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _rename(path: Path, data: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(data)
    new.replace(path)


def _full_disk(count: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", name]
        if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
            print("full disk: left out, this user may mount no tmpfs")
            return 0
        try:
            site = Site(folder, min(count, 100))
            _fill_up(folder)
            done = subprocess.run(COMMAND, cwd=folder, capture_output=True, text=True, check=False)
            figures = site.look()
            figures["refused with a sentence"] = done.stderr.count("there is no space left on the disk")
            figures[f"exit {done.returncode}"] = 1
            return _report("full disk", figures)
        finally:
            subprocess.run(["umount", name], check=False)  # noqa: S607 - wherever the system has it


def _fill_up(folder: Path) -> None:
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return


if __name__ == "__main__":
    sys.exit(main())
