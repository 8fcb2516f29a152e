"""`lintarticle fix`: repair articles in place, as a formatter does."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.cli import check


def run(arguments: Sequence[str]) -> int:
    """Run `check --fix`; the exit code is 0 when all that can be fixed is fixed, whatever else remains."""
    return check.run(["--fix", *arguments], as_formatter=True)
