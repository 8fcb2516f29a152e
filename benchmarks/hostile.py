"""Hostile shapes at two sizes: the time and the memory of whole runs, related to prose of the same size.

    python benchmarks/hostile.py [--sizes 100000,1000000] [--only TEXT] [--limit 120] [--write]

Each shape of `hostile_shapes.py` is checked with all rules, then fixed (safe and unsafe fixes), each in its own
process. The time is that of the processor without the start-up, the memory the highest of the process. Over is what
takes 20 times as long as prose or 10 times its memory, and what ends in any way but with exit code 0 or 1. `--write`
writes the table to `hostile.md`.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from hostile_shapes import Shape, shapes

from lintarticle.version import __version__

TIMES = 20
MEMORY = 10
COMMANDS = {
    "check": ("check", "--select", "ALL", "--output-format", "jsonl", "."),
    "fix": ("check", "--select", "ALL", "--output-format", "jsonl", "--fix", "--unsafe-fixes", "."),
}


class Cost(NamedTuple):
    """What one run cost: seconds of the processor, megabytes, and the exit code (negative: a signal)."""

    seconds: float
    megabytes: float
    code: int


class Row(NamedTuple):
    """One shape at one size, the bytes of all its files, and its cost by command."""

    shape: Shape
    size: int
    total: int
    costs: dict[str, Cost]


def main() -> int:
    options = _options()
    sizes = [int(size) for size in options.sizes.split(",")]
    start = {command: usual({"post.md": b"# A\n"}, command, options.limit) for command in options.commands.split(",")}
    every = list(shapes())
    chosen = every[:1] + [shape for shape in every[1:] if options.only in f"{shape.family}: {shape.name}"]
    rows = [row for size in sizes for row in _rows(chosen, size, start, options.limit)]
    over = [row for row in rows if _over(row, rows)]
    print(f"{len(chosen)} shapes, {len(rows)} rows, {len(over)} over")
    for row in over:
        print(_line(row, rows))
    if options.write:
        Path(__file__).with_suffix(".md").write_text(_page(rows, over, sizes), encoding="utf-8")
    return 1 if over else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--sizes", default="100000,1000000", help="bytes, by commas")
    parser.add_argument("--only", default="", help="part of “family: name”")
    parser.add_argument("--commands", default=",".join(COMMANDS), help="of check and fix, by commas")
    parser.add_argument("--limit", type=int, default=120, help="seconds of the processor for one run")
    parser.add_argument("--write", action="store_true", help="write the table to hostile.md")
    return parser.parse_args()


def _rows(chosen: Sequence[Shape], size: int, start: dict[str, Cost], limit: int) -> Iterator[Row]:
    prose: Row | None = None
    for shape in chosen:
        costs = {}
        files = shape.make(size)
        for command, empty in start.items():
            run = measure if prose else usual
            cost = run(files, command, limit)
            costs[command] = cost._replace(seconds=max(0.01, cost.seconds - empty.seconds))
        row = Row(shape, size, sum(map(len, files.values())), costs)
        prose = prose or row
        print(_line(row, [prose]), file=sys.stderr, flush=True)
        yield row


def usual(files: dict[str, bytes], command: str, limit: int) -> Cost:
    """Return the middle one of several runs; the first one of all compiles the modules."""
    return sorted(measure(files, command, limit) for _ in range(5))[2]


def measure(files: dict[str, bytes], command: str, limit: int) -> Cost:
    """Return what a command costs in a folder of these files."""
    with tempfile.TemporaryDirectory() as name:
        for path, data in files.items():
            place = Path(name, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        process = subprocess.Popen(
            [sys.executable, "-m", "lintarticle", *COMMANDS[command]],
            cwd=name,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if hasattr(resource, "prlimit"):  # Linux
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, process.returncode)


def _ratios(row: Row, rows: Sequence[Row]) -> dict[str, tuple[float, float]]:
    prose = next(other for other in rows if other.shape.family == "prose" and other.size == row.size)
    more = max(1, row.total / row.size)  # what links lead to is read as well
    return {
        command: (cost.seconds / more / prose.costs[command].seconds, cost.megabytes / prose.costs[command].megabytes)
        for command, cost in row.costs.items()
    }


def _over(row: Row, rows: Sequence[Row]) -> bool:
    odd = any(cost.code not in (0, 1) for cost in row.costs.values())
    return odd or any(time > TIMES or memory > MEMORY for time, memory in _ratios(row, rows).values())


def _line(row: Row, rows: Sequence[Row]) -> str:
    """Return a row of the table."""
    ratios = _ratios(row, rows)
    cells = [f"{row.shape.family}: {row.shape.name}", f"{row.size // 1000}"]
    for command, cost in row.costs.items():
        time, memory = ratios[command]
        code = "" if cost.code in (0, 1) else f" (exit {cost.code})"
        cells += [f"{cost.seconds:.2f}", f"{time:.1f}", f"{cost.megabytes:.0f}", f"{memory:.1f}{code}"]
    mark = " **over**" if _over(row, rows) else ""
    return f"| {' | '.join(cells)} |{mark}"


def _page(rows: Sequence[Row], over: Sequence[Row], sizes: Sequence[int]) -> str:
    count = len(rows) // len(sizes)
    commands = "".join(f" {command} s | × | MB | × |" for command in rows[0].costs)
    head = (
        "# Hostile shapes\n\n"
        "Written by `benchmarks/hostile.py --write`; do not edit.\n\n"
        f"{count} shapes, {len(rows)} rows, {len(over)} over {TIMES} times the time or {MEMORY} times the memory of "
        "prose.\n"
        f"lintarticle {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{datetime.now(UTC):%Y-%m-%d}.\n\n"
        "Seconds of the processor without the start-up, megabytes at most; ×: related to prose of the same size.\n\n"
        f"| shape | kB |{commands}\n| --- |" + " ---: |" * (1 + commands.count("|")) + "\n"
    )
    return head + "".join(f"{_line(row, rows)}\n" for row in rows)


if __name__ == "__main__":
    sys.exit(main())
