"""`python -m lintarticle` and the console script."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:  # `python -m` puts it first, with the files of strangers in it
    del sys.path[0]

import gc
import os
from collections.abc import Sequence
from contextlib import suppress
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
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # a disk that is full was told before, a reader that left need not be
            stream.flush()
    # Taking 400 modules apart one by one would cost another tenth of a short run.
    os._exit(code)


if __name__ == "__main__":
    run()
