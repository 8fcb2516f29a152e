"""How a command ends."""

from __future__ import annotations

CLEAN, PROBLEMS, FAILED = 0, 1, 2
"""Exit codes: nothing at or above `--fail-on`; problems found; usage, configuration or internal error."""


class UsageError(Exception):
    """The command line asks for something that there is not: one sentence for the user."""


class NotPossibleError(Exception):
    """What is asked for can't be done where it is asked: sentences for the user."""


ISSUES = "https://github.com/lintarticle/lintarticle/issues"
"""Where a defect of lintarticle is reported."""
