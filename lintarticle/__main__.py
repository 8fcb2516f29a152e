"""`python -m lintarticle` and the console script."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:  # `python -m` puts it first, with the files of strangers in it
    del sys.path[0]

import _signal as signal  # type: ignore[import-not-found] # `signal` makes enumerations of it, a tenth of `--version`
import gc
import os

TYPE_CHECKING = False  # as in `typing`, whose import would cost every command 5 ms
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import NoReturn


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (default: that of this process) and return its exit code."""
    # Nothing that importing makes is garbage: looking for some would cost a tenth of a short run.
    gc.disable()
    from lintarticle.cli.main import main as run_command

    return run_command(argv)


def run() -> NoReturn:
    """Run the command line of this process and end it, whatever happens without a traceback."""
    code = 2
    try:
        _handle_signals()
        from lintarticle.cli.streams import make_streams_patient

        make_streams_patient()
        code = main()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:  # a full disk was reported before
                continue
    except KeyboardInterrupt as error:
        code = 143 if error.args else 130  # as `cli.errors.code_of`, which may not be there yet
    except BaseException as error:  # noqa: BLE001 - starting or ending failed, most likely for lack of memory
        reason = "there is not enough memory" if isinstance(error, MemoryError) else str(error)
        _write_error(f"lintarticle: The run could not start: {reason}.\n")
    # Taking 400 modules apart one by one would cost another tenth of a short run.
    os._exit(code)


def _write_error(text: str) -> None:
    try:
        os.write(2, text.encode(errors="backslashreplace"))
    except OSError:
        return


def _handle_signals() -> None:
    """End a run on SIGTERM and SIGHUP as on Ctrl-C: what is open is closed, temporary files are removed."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # `nohup` has SIGHUP ignored
            signal.signal(number, _terminate)


def _terminate(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt(number)


if __name__ == "__main__":
    run()
