"""Whether a change kept every verdict: the problems of all rules over folders, written down before and after it.

    python benchmarks/compare.py dump BEFORE FOLDER...   writes one line for each problem: path, span, rule
    python benchmarks/compare.py dump AFTER FOLDER...    the same with the changed code
    python benchmarks/compare.py diff BEFORE AFTER       prints what differs; exits with 1 where anything does

`--package PATH` dumps with another checkout's code (`git worktree add PATH COMMIT` makes one), `--messages` writes the
messages down too; `--argument=--no-cache` is for versions with a cache. Dump both on one day: some rules ask for the
date.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

CHECK = ("check", ".", "--select", "ALL", "--output-format", "jsonl", "--fail-on", "never")


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    if options.command == "diff":
        return _diff(options.before, options.after)
    lines = sorted(line for folder in options.folders for line in _problems(folder.resolve(), options))
    options.out.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(lines)} problems in {options.out}")
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare the problems that two versions find.")
    commands = parser.add_subparsers(dest="command", required=True)
    dump = commands.add_parser("dump", help="write the problems down")
    dump.add_argument("out", type=Path, help="the file to write")
    dump.add_argument("folders", type=Path, nargs="+", help="folders of articles; each is checked as a repository")
    dump.add_argument("--package", type=Path, help="the checkout whose code to run (default: the installed one)")
    dump.add_argument("--argument", action="append", default=[], help="what `check` gets besides, such as --no-cache")
    dump.add_argument("--messages", action="store_true", help="write the messages down too")
    diff = commands.add_parser("diff", help="compare two dumps")
    diff.add_argument("before", type=Path)
    diff.add_argument("after", type=Path)
    return parser.parse_args(argv)


def _problems(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Yield a line for each problem in a folder; what the run itself says goes to the screen."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if options.package:
        environment["PYTHONPATH"] = str(options.package.resolve())
    command = (sys.executable, "-P", "-m", "lintarticle", *CHECK, *options.argument)
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode("utf-8").splitlines():
        problem = json.loads(line)
        if "error" in problem:
            sys.exit(f"{folder}: {problem['error']}")
        start, end = (f"{problem[side]['line']}:{problem[side]['column']}" for side in ("start", "end"))
        message = f" {problem['message']}" if options.messages else ""
        yield f"{folder.name}/{problem['path']}:{start}-{end} {problem['rule']}{message}"


def _diff(before: Path, after: Path) -> int:
    """Print the problems of one dump only, `-` those that are gone and `+` those that are new."""
    old, new = (Counter(path.read_text("utf-8").splitlines()) for path in (before, after))
    changes = [(line, "-") for line in (old - new).elements()] + [(line, "+") for line in (new - old).elements()]
    for line, mark in sorted(changes):
        print(f"{mark} {line}")
    print(f"{old.total()} before, {new.total()} after, {len(changes)} differ", file=sys.stderr)
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main())
