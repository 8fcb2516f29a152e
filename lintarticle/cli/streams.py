"""Standard streams that survive a closed pipe: a run always ends with its own exit code."""

from __future__ import annotations

import io
import os
import sys

from lintarticle.cli.errors import UsageError

TYPE_CHECKING = False  # as in `typing`, whose import would cost every command 5 ms
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from lintarticle.discovery import Target


def make_streams_patient() -> None:
    """Give the process standard streams that can be written to even if they are closed (`>&-`, `| head`)."""
    try:  # a file opened later must not get the number of a closed stream
        while os.open(os.devnull, os.O_RDWR) <= 2:
            pass
    except OSError:
        pass
    sys.stdout = _patient(sys.stdout, 1)
    sys.stderr = _patient(sys.stderr, 2)


def say(sentences: Iterable[str]) -> None:
    """Write sentences to standard error, one a line; names and values in them can't steer the terminal."""
    for sentence in sentences:
        from lintarticle.output.screen import escape  # most runs have nothing to say

        sys.stderr.write(f"lintarticle: {escape(sentence)}\n")


def no_articles(folder: str) -> str:
    """Say that a folder has no articles, and which files would count."""
    from lintarticle.discovery import SUFFIXES

    return f"No articles in “{folder}”: files count if they end in {', '.join(SUFFIXES)} and are not excluded."


def say_missing(targets: Iterable[Target]) -> bool:
    """Print which of the files named on the command line don't exist; return whether there are any."""
    missing = [target.shown for target in targets if not os.path.lexists(target.path)]
    say(f"No such file or folder: “{name}”." for name in missing)
    return bool(missing)


def standard_input() -> bytes:
    """Return all of standard input; raises `UsageError` if it is closed."""
    if sys.stdin is None:
        raise UsageError("“-” means standard input, which is closed.")
    return sys.stdin.buffer.read()


def standard_output(data: bytes) -> None:
    """Write bytes to standard output as they are, after what was printed before."""
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _give_up(sys.stdout)


def _patient(stream: TextIO | None, number: int) -> TextIO:
    if not isinstance(stream, io.TextIOWrapper):
        return _Patient(os.fdopen(number, "wb", closefd=False), "utf-8", "backslashreplace")
    buffer = stream.detach()
    return _Patient(buffer, stream.encoding, stream.errors, line_buffering=bool(stream.line_buffering))


class _Patient(io.TextIOWrapper):
    """A stream that continues when its reader has left: the rest is dropped."""

    def write(self, text: str) -> int:
        """Write a text."""
        try:
            return super().write(text)
        except BrokenPipeError:
            _give_up(self)
            return len(text)

    def flush(self) -> None:
        """Flush what was written."""
        try:
            super().flush()
        except BrokenPipeError:
            _give_up(self)


def _give_up(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
