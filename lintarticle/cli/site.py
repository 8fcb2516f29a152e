"""`lintarticle site`: check what only all articles of the site together show."""

from __future__ import annotations

from collections.abc import Sequence

from lintarticle.cli import check


def run(arguments: Sequence[str]) -> int:
    """Run `check`, whose problems are only those of the whole site, and return its exit code."""
    return check.run(arguments, only_site=True)
