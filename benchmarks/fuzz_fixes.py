"""Break real articles at random, fix them, and prove that fixing twice equals fixing once.

    python benchmarks/fuzz_fixes.py FOLDER [--mutants 3000] [--seed 1]

A mutant is an article of FOLDER with bytes flipped, lines swapped, doubled or lost, or a piece of another article
spliced in. All rules are on; every other mutant gets the unsafe fixes too. Prints each mutant that a second run changes
again or that meets a defect of ours, and keeps it in --keep; the exit code is 1 where there is any.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lintarticle.config.configuration import resolve
from lintarticle.config.layer import Layer
from lintarticle.fixer.rounds import fix_source
from lintarticle.fixer.versions import Versions
from lintarticle.rule import Context
from lintarticle.source import SourceText

LARGEST = 40_000
"""Bytes of the longest article to start from: a mutant of a longer one finds no more and takes longer."""


def main() -> int:
    """Run the mutants; return 1 where fixing one twice differs from fixing it once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mutants", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the mutants that fail")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*.md*") if path.is_file() and path.stat().st_size < LARGEST)
    chance = random.Random(options.seed)  # noqa: S311 - a sample
    failures = 0
    for number in range(options.mutants):
        path = chance.choice(paths)
        data = mutant(path.read_bytes(), chance.choice(paths).read_bytes(), chance)
        if complaint := complaint_about(path.name, data, unsafe=bool(number % 2)):
            failures += 1
            print(f"{number} {path.relative_to(options.folder)}: {complaint}", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{number}-{path.name}").write_bytes(data)
    print(f"{options.mutants} mutants, {failures} failures")
    return int(bool(failures))


def complaint_about(name: str, data: bytes, *, unsafe: bool) -> str:
    """Fix a mutant twice; return what is wrong with that, "" for nothing."""
    versions = Versions(name, resolve((Layer(select=("ALL",)),)), Context(date(2026, 1, 31)))
    once = fix_source(versions, SourceText.from_bytes(data), unsafe=unsafe)
    if once.before.fault:
        return "" if once.after.raw == once.before.raw else "a text that can't be read is changed"
    again = fix_source(versions, SourceText.from_bytes(once.after.raw.encode()), unsafe=unsafe)
    if versions.faults:
        return f"a defect: {versions.faults[0]}"
    if again.after.raw != once.after.raw:
        return f"a second run fixes {dict(again.fixed)}"
    return ""


# --- mutants --------------------------------------------------------------------------------------------------------


def mutant(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return an article changed in one to four places."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice((_flip, _swap, _double, _lose, _splice))(data, other, chance)
    return data


def _flip(data: bytes, other: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.choice(b"-:#\"'[]{}()*_`|<>,\n\r\t \\&%0aZ")]) + data[at + 1 :]


def _swap(data: bytes, other: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) > 1:
        one, two = chance.sample(range(len(lines)), 2)
        lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def _double(data: bytes, other: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at, count = _some_lines(lines, chance)
    return b"".join([*lines[: at + count], *lines[at : at + count], *lines[at + count :]])


def _lose(data: bytes, other: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at, count = _some_lines(lines, chance)
    return b"".join([*lines[:at], *lines[at + count :]])


def _splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    lines, others = data.splitlines(keepends=True), other.splitlines(keepends=True)
    at, _ = _some_lines(lines, chance)
    start, count = _some_lines(others, chance)
    return b"".join([*lines[:at], *others[start : start + count], *lines[at:]])


def _some_lines(lines: Sequence[bytes], chance: random.Random) -> tuple[int, int]:
    """Return where a run of a few lines starts and how many they are; more often near the top, where metadata is."""
    if not lines:
        return 0, 0
    at = chance.randrange(min(len(lines), chance.choice((12, 40, len(lines)))))
    return at, chance.randint(1, 6)


if __name__ == "__main__":
    sys.exit(main())
