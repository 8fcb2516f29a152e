"""`lintarticle site`: check only what concerns the whole site."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.cli import check


def run(arguments: Sequence[str]) -> int:
    """Run `check` for problems of the whole site only, and return its exit code."""
    return check.run(arguments, only_site=True)
