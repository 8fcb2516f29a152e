"""Report line coverage and a mutation sample: how much of the code the tests hold in place.

    python benchmarks/mutants.py [--sample 23] [--seed 1] [--coverage]

Works in a copy of the checkout. `--coverage` first runs the tests under coverage and prints the twenty modules with the
most lines that no test runs. Then it changes one random place at a time (a comparison, a condition, a number or a loop)
and runs the tests: a mutant that passes them all survives, and its diff is printed. Allow a minute per mutant.
Needs `pip install cosmic-ray pytest-cov` in the development install.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parent.parent

OPERATORS = (
    "core/AddNot",
    "core/NumberReplacer",
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceBinaryOperator_Add_Sub",
    "core/ReplaceBinaryOperator_Sub_Add",
    "core/ReplaceComparisonOperator_Eq_NotEq",
    "core/ReplaceComparisonOperator_NotEq_Eq",
    "core/ReplaceComparisonOperator_Lt_LtE",
    "core/ReplaceComparisonOperator_LtE_Lt",
    "core/ReplaceComparisonOperator_Gt_GtE",
    "core/ReplaceComparisonOperator_GtE_Gt",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceContinueWithBreak",
    "core/ZeroIterationForLoop",
)
"""The operators of Cosmic Ray that change what code does; those that mostly crash it are left out."""


class Mutant(NamedTuple):
    """A module with one place changed."""

    path: Path
    before: str
    after: str


def main() -> int:
    """Print the report; return 1 where a mutant survived."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=23)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--coverage", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        ignored = shutil.ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", ".hypothesis")
        shutil.copytree(CHECKOUT, copy, ignore=ignored)
        if options.coverage:
            print_coverage(copy)
        elif not passes(copy):
            sys.exit("The tests fail in an unchanged copy: mend that first.")
        survivors = 0
        for mutant in sample_of(copy, options.sample, random.Random(options.seed)):  # noqa: S311 - a sample
            mutant.path.write_text(mutant.after, "utf-8")
            survives = passes(copy)
            mutant.path.write_text(mutant.before, "utf-8")
            survivors += survives
            print_mutant(mutant, mutant.path.relative_to(copy).as_posix(), survives=survives)
        print(f"{survivors} of {options.sample} mutants survived")
    return int(bool(survivors))


def print_coverage(copy: Path) -> None:
    if not passes(copy, "--cov=lintarticle", "--cov-report=json"):
        sys.exit("The tests fail in an unchanged copy: mend that first.")
    report = json.loads((copy / "coverage.json").read_text("utf-8"))
    print(f"Lines covered: {report['totals']['percent_covered']:.1f} %")
    files = sorted(report["files"].items(), key=lambda item: -int(item[1]["summary"]["missing_lines"]))
    for name, found in files[:20]:
        summary = found["summary"]
        if summary["missing_lines"]:
            print(f"  {name}: {summary['missing_lines']} of {summary['num_statements']} lines are not run")


def sample_of(copy: Path, count: int, chance: random.Random) -> Iterator[Mutant]:
    """Yield mutants: a line counts as often as any other, so large modules are drawn more often."""
    paths = sorted((copy / "lintarticle").rglob("*.py"))
    sizes = [path.stat().st_size for path in paths]
    found = 0
    while found < count:
        mutant = _mutant_of(chance.choices(paths, sizes)[0], chance)
        if mutant is not None:
            found += 1
            yield mutant


def _mutant_of(path: Path, chance: random.Random) -> Mutant | None:
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    before = path.read_text("utf-8")
    operator = get_operator(chance.choice(OPERATORS))()
    after = mutate_code(before, operator, chance.randrange(1 + before.count("\n") // 20))
    return None if after is None or after == before else Mutant(path, before, after)


def passes(copy: Path, *arguments: str) -> bool:
    """Run the tests in the copy; return whether all of them pass. One that hangs fails."""
    command = [sys.executable, "-m", "pytest", "-n", "2", "-x", "-q", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return (
            subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=900, check=False).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        return False


def print_mutant(mutant: Mutant, name: str, *, survives: bool) -> None:
    changed = difflib.unified_diff(mutant.before.split("\n"), mutant.after.split("\n"), name, name, n=1, lineterm="")
    print(f"{'SURVIVES' if survives else 'killed'}: {name}", flush=True)
    if survives:
        print("\n".join(f"    {line}" for line in changed), flush=True)


if __name__ == "__main__":
    sys.exit(main())
