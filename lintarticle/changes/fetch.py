"""Fetch the branch to compare with, for the GitHub Action: `python -I -m lintarticle.changes.fetch origin main`.

It prints the name to compare with. `-I` keeps Python from importing the files of the checkout.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from lintarticle.changes.git import GitError
from lintarticle.changes.repository import Repository


def main(arguments: Sequence[str]) -> int:
    """Fetch a branch of a remote for the repository of the current folder; return the exit code."""
    remote, branch = arguments
    try:
        print(Repository.around(Path.cwd()).fetch(remote, branch))
    except GitError as error:
        print(f"lintarticle: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
