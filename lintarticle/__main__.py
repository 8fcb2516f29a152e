"""`python -m lintarticle` and the console script."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (default: that of this process) and return its exit code."""
    # Nothing that importing makes is garbage: looking for some would cost a tenth of a short run.
    gc.disable()
    from lintarticle.cli.main import main as run_command

    gc.freeze()
    gc.enable()
    return run_command(argv)


def run() -> NoReturn:
    """Run the command line of this process and end it."""
    code = main()
    sys.stderr.flush()
    # All output is flushed by now. Taking 400 modules apart one by one would cost another tenth of a short run.
    os._exit(code)


if __name__ == "__main__":
    run()
