"""`check --add-suppressions`: the problems of today silenced by comments, with a reason."""

from __future__ import annotations

import argparse
import re

from lintarticle.cli.errors import UsageError
from lintarticle.cli.fixing import Fixing, Ways
from lintarticle.fixer import Outcome
from lintarticle.fixer.suppressing import suppress_problems
from lintarticle.fixer.versions import Versions
from lintarticle.problem import Problem, Severity
from lintarticle.runner import Runner
from lintarticle.source import SourceText


class Suppressing(Fixing):
    """Writes a suppression for every problem that counts for `--fail-on`."""

    done, planned = "Silenced", "Would silence"

    def __init__(self, runner: Runner, options: argparse.Namespace, ways: Ways) -> None:
        super().__init__(runner, options, ways)
        self._reason = reason_in(options)
        self._least = Severity.__members__.get(options.fail_on.upper(), Severity.INFO)

    def _repaired(self, versions: Versions, source: SourceText) -> Outcome:
        return suppress_problems(versions, source, reason=self._reason, least=self._least)

    def _regret(self, problem: Problem, reason: str) -> str:
        return f"{problem.rule} {reason}."


def reason_in(options: argparse.Namespace) -> str:
    """Return the reason given; raises `UsageError` where there is none, or where no comment could hold it."""
    reason = " ".join((options.reason or "").split())
    if not reason:
        raise UsageError("--add-suppressions needs a reason: add --reason “why these problems may stay”.")
    if found := re.search(r"--|\*/|#\}|until=", reason):
        raise UsageError(f"The reason may not hold “{found[0]}”: a comment could not hold it as it is meant.")
    return reason
