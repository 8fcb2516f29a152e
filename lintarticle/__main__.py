"""`python -m lintarticle` and the console script."""

from __future__ import annotations

import sys

from lintarticle.cli.main import main


def run() -> None:
    """Run the command line of this process."""
    sys.exit(main())


if __name__ == "__main__":
    run()
