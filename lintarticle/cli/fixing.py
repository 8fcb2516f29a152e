"""Fixes on the command line: repair files or show differences, and summarize."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lintarticle.cli.errors import CLEAN, FAILED, PROBLEMS, UsageError
from lintarticle.cli.outputs import colored
from lintarticle.cli.streams import say, standard_output
from lintarticle.discovery import Target
from lintarticle.errors import NotSavedError
from lintarticle.fixer import Outcome, fix_of_site, fix_source
from lintarticle.fixer.outcome import unified_diff
from lintarticle.fixer.versions import Versions
from lintarticle.output.screen import escape, paint
from lintarticle.problem import Problem, Severity
from lintarticle.report import Report
from lintarticle.runner import Runner
from lintarticle.saving import save
from lintarticle.source import SourceText
from lintarticle.suppressions.write import suppress_problems
from lintarticle.wording import number

if TYPE_CHECKING:
    from lintarticle.cli.site_scope import SiteScope


class Fixing:
    """Repairs articles one after the other, or shows what that would change."""

    done, planned = "Fixed", "Would fix"
    """What the summary says of the problems, and what it says of them with `--diff`."""

    def __init__(self, runner: Runner, options: argparse.Namespace) -> None:
        self._runner = runner
        self._unsafe: bool = options.unsafe_fixes
        self._only_shows: bool = options.diff
        self._exits_on_fix: bool = options.exit_non_zero_on_fix
        self._as_formatter: bool = options.as_formatter
        self._color = colored(options.color)
        self._fixed: Counter[str] = Counter()
        self._changed = 0
        self.withdrawn = 0
        self.unsaved = 0
        self.unread = 0
        self.site_fixes: Mapping[str, Sequence[Problem]] = {}
        """The problems of the whole site to be fixed, by path."""
        self.fixable = 0
        """Problems that remain although their fix was requested."""

    @property
    def count(self) -> int:
        """How many problems were fixed, or would be."""
        return self._fixed.total()

    def add_from(self, scope: SiteScope) -> None:
        """Take on the problems that only the whole site shows."""
        self.site_fixes = scope.fixes(unsafe=self._unsafe)

    def files(self, targets: Iterable[Target]) -> Iterator[Report]:
        """Repair files on disk and report on each as it is then; a file that can't be saved is reported as it was."""
        for target in targets:
            yield self._file(target)

    def stream(self, target: Target, data: bytes) -> Report:
        """Repair bytes and write the result out, changed or not."""
        outcome = self._fix(target, SourceText.from_bytes(data))
        self._count(outcome)
        if self._only_shows:
            self._show(outcome)
        else:
            standard_output(data if outcome.before.fault else outcome.after.raw.encode())
        return self._report(target, outcome)

    def exit_code(self) -> int | None:
        """Return the exit code if fixing decides it, or None if the remaining problems do."""
        if self.unsaved or (self._as_formatter and self.unread):
            return FAILED
        if self._only_shows:
            return PROBLEMS if self.count else CLEAN
        if self._exits_on_fix and self.count:
            return PROBLEMS
        if self._as_formatter:
            return PROBLEMS if self.fixable else CLEAN
        return None

    def finish(self, *, quiet: bool) -> None:
        """Sum up: `Fixed 3 problems in 2 files`, rule by rule."""
        if not self.count or quiet:
            return
        verb = self.planned if self._only_shows else self.done
        head = f"{verb} {number(self.count, 'problem')} in {number(self._changed, 'file')}:"
        rules = sorted(self._fixed.items(), key=lambda item: (-item[1], item[0]))
        sys.stderr.write("\n".join([head, *(f"  {number} × {rule}" for rule, number in rules)]) + "\n")

    def _file(self, target: Target) -> Report:
        data = _bytes_of(target)
        if data is None:
            self.unread += 1
            return next(self._runner.run([target]))
        outcome = self._fix(target, SourceText.from_bytes(data))
        if outcome.is_changed and self._only_shows:
            self._show(outcome)
        elif outcome.is_changed:
            try:
                save(target.path, data, outcome.after.raw.encode(), target.configuration.boundary)
            except NotSavedError as error:
                say([f"{target.shown}: {error}"])
                self.unsaved += 1
                return self._runner.lint_text(target, data)
        self._count(outcome)
        return self._report(target, outcome)

    def _report(self, target: Target, outcome: Outcome) -> Report:
        wanted = self._runner.details
        if (wanted.suppressed or wanted.overview) and not outcome.after.fault:
            return self._runner.lint_text(target, outcome.after.raw.encode())
        return Report(outcome.path, outcome.problems, outcome.after if outcome.problems else None, outcome.faults)

    def _fix(self, target: Target, source: SourceText) -> Outcome:
        outcome = self._repaired(Versions(target.shown, *self._runner.situation(target)), source)
        for problem, reason in outcome.withdrawn:
            self.withdrawn += 1
            say([f"{problem.path}:{problem.start.line}: {self._regret(problem, reason)}"])
        return outcome

    def _repaired(self, versions: Versions, source: SourceText) -> Outcome:
        first = fix_of_site(versions, source, self.site_fixes.get(versions.path, ()))
        outcome = fix_source(versions, first.source if first else source, unsafe=self._unsafe)
        if first:
            outcome = outcome.after_fixes(source, first.applied)
        wanted = ("safe", "unsafe") if self._unsafe else ("safe",)
        self.fixable += sum(1 for problem in outcome.problems if problem.fix and problem.fix.applicability in wanted)
        return outcome

    def _regret(self, problem: Problem, reason: str) -> str:
        return f"A fix of {problem.rule} was left out: it {reason}."

    def _count(self, outcome: Outcome) -> None:
        self._fixed.update(outcome.fixed)
        self._changed += outcome.is_changed

    def _show(self, outcome: Outcome) -> None:
        # `git apply` and `patch` pass over what comes before the header of a file.
        for problem in sorted(outcome.applied, key=lambda problem: problem.start):
            action = problem.fix.message if problem.fix else ""
            line = escape(f"{problem.path}:{problem.start.line}: {problem.rule}: {action}")
            standard_output(f"# {line}\n".encode())
        show_diff(outcome.path, outcome.before, outcome.after, color=self._color)


class SuppressionWriting(Fixing):
    """Writes a suppression for every problem that counts for `--fail-on`."""

    done, planned = "Suppressed", "Would suppress"

    def __init__(self, runner: Runner, options: argparse.Namespace) -> None:
        super().__init__(runner, options)
        self._reason = _reason_in(options)
        self._least = Severity.__members__.get(options.fail_on.upper(), Severity.INFO)

    def add_from(self, scope: SiteScope) -> None:
        """Take on the problems that only the whole site shows."""
        self.site_fixes = scope.chosen(lambda problem: problem.severity >= self._least)

    def _repaired(self, versions: Versions, source: SourceText) -> Outcome:
        own = self.site_fixes.get(versions.path, ())
        return suppress_problems(versions, source, reason=self._reason, least=self._least, of_site=own)

    def _regret(self, problem: Problem, reason: str) -> str:
        return f"{problem.rule} {reason}."


def _reason_in(options: argparse.Namespace) -> str:
    """Return the given reason; raises `UsageError` if there is none or if it can't be written in a comment."""
    reason = " ".join((options.reason or "").split())
    if not reason:
        raise UsageError("--add-suppressions needs a reason: add --reason “why these problems may stay”.")
    if found := re.search(r"--|\*/|#\}|until=", reason):
        raise UsageError(f"The reason must not contain “{found[0]}”, which has a meaning in comments.")
    return reason


def _bytes_of(target: Target) -> bytes | None:
    try:
        return target.read()
    except (OSError, ValueError):
        return None


def show_diff(path: str, before: SourceText, after: SourceText, *, color: bool = False) -> None:
    """Print what differs between two versions of a file."""
    for line in unified_diff(path, before.raw, after.raw):
        standard_output((_painted(line) if color else line).encode())


def _painted(line: str) -> str:
    """Colour one line of a diff, made harmless for a terminal."""
    styles = {"+++": "bold", "---": "bold", "@@ ": "info", "+": "good", "-": "error"}
    style = next((styles[mark] for mark in styles if line.startswith(mark)), "")
    text = escape(line.removesuffix("\n").removesuffix("\r"))
    return (paint(text, style, color=True) if style else text) + "\n"
