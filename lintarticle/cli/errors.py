"""How a command ends."""

from __future__ import annotations

import os

from lintarticle.errors import ConfigError, NotSavedError, cause_of

TYPE_CHECKING = False  # as in `typing`, whose import would cost every command 5 ms
if TYPE_CHECKING:
    from collections.abc import Iterator

CLEAN, PROBLEMS, FAILED = 0, 1, 2
"""Exit codes: nothing at or above `--fail-on`; problems found; usage, configuration or internal error."""

INTERRUPTED, TERMINATED = 130, 143
"""Exit codes of a run that was ended by Ctrl-C, and by a signal to terminate."""


class UsageError(Exception):
    """The command line asks for something that does not exist: one sentence for the user."""


class NotPossibleError(Exception):
    """The command can't be run here: sentences for the user."""


ISSUES = "https://github.com/lintarticle/lintarticle/issues"
"""Where a defect of lintarticle is reported."""


def defect(fault: object) -> str:
    """Return the sentence for a rule that failed because of a defect of lintarticle."""
    return f"{fault}. This is a defect of lintarticle; please report it at {ISSUES}."


def code_of(error: BaseException) -> int:
    """Return the exit code of a run that an error or a signal has ended."""
    if isinstance(error, KeyboardInterrupt):
        return TERMINATED if error.args else INTERRUPTED  # see `__main__`
    return FAILED


def sentences_on(error: BaseException) -> Iterator[str]:
    """Yield what to print about a run that an error or a signal has ended."""
    if isinstance(error, ConfigError):
        yield from error.messages
    elif isinstance(error, (UsageError, NotPossibleError, NotSavedError)):
        yield from str(error).splitlines()
    elif isinstance(error, KeyboardInterrupt):
        yield "Terminated." if error.args else "Interrupted."
    elif isinstance(error, MemoryError):
        yield "There is not enough memory."
    elif isinstance(error, OSError) and error.filename is None:
        from lintarticle.saving import reason_of

        yield f"The output could not be written: {reason_of(error)}."
    elif isinstance(error, OSError):
        yield f"{os.fsdecode(error.filename)}: {error.strerror or error}."
    else:
        yield defect(f"Internal error: {cause_of(error)}")
