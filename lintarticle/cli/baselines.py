"""Baselines on the command line: which file applies to an article, and what to report about it after the run."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lintarticle.baseline import (
    DEFAULT,
    Comparison,
    Entries,
    compare,
    count,
    joined,
    key_of,
    read_baseline,
    without,
    write_baseline,
)
from lintarticle.cli.errors import CLEAN, PROBLEMS
from lintarticle.config.discovery import Configurations, shown_path
from lintarticle.discovery import Target
from lintarticle.output.screen import escape
from lintarticle.report import Report
from lintarticle.wording import number, number_or_no

_NAMED = 10
"""Up to this many solved problems are listed one by one."""

_UNREADABLE = "file/unreadable"


class Baselines:
    """The baselines of a run: one that the command line asks for, or those of the articles' configurations.

    `walked` are the paths that the run walks: a baseline entry for a file below them that the run does not find is
    obsolete.
    """

    def __init__(
        self,
        options: argparse.Namespace,
        configurations: Configurations,
        targets: Sequence[Target],
        walked: Iterable[str],
    ) -> None:
        self._options = options
        self._working_folder = configurations.working_folder
        self._configurations = configurations
        self.is_looked_for: Callable[[str], bool] = lambda _: True
        """Whether the run looks for the problems of a rule."""
        given = _given(options, configurations)
        file_of = {target.shown: given or target.configuration.baseline for target in targets}
        self._is_whole = not (options.only or options.ignore or options.severity or options.config or options.preset)
        tops = [Path(os.path.normpath(self._working_folder / name)) for name in walked if self._is_whole]
        reads = options.write_baseline is None
        self._files = {
            file: _Baseline(file, self._working_folder, tops, reads=reads)
            for file in dict.fromkeys([given, *file_of.values()])
            if file
        }
        self._of = {shown: self._files[file] for shown, file in file_of.items() if file}
        self._others: dict[Path, _Baseline] = {}
        self._own = frozenset(file_of)
        self._default = self._files[given] if given else None

    def reports(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Pass reports on without known problems; all wait until the end if files may have been renamed."""
        for baseline in self._files.values():
            baseline.is_looked_for = self.is_looked_for
        if any(file.orphans for file in self._files.values()):
            reports = list(reports)
            for report in reports:
                if self._is_own(report):
                    self._note(report)
            for baseline in self._files.values():
                baseline.settle()
        for report in reports:
            if not self._is_own(report) and self._options.write_baseline is None:
                file = self._of_other(report)
                yield report if file is None else file.narrowed(report, takes_all=False)
                continue
            file = self._note(report)
            yield report if file is None else file.narrowed(report, takes_all=self._takes_all)

    def _of_other(self, report: Report) -> _Baseline | None:
        """Return the baseline of an article outside the run, which may list more problems than the run looks for."""
        folder = (self._working_folder / report.path).parent
        path = self._configurations.of(folder).baseline
        file = self._default or (self._files.get(path) or self._others.get(path) if path else None)
        if file is None and path:
            file = self._others[path] = _Baseline(path, self._working_folder, (), reads=True)
        return file

    @property
    def _takes_all(self) -> bool:
        return self._options.write_baseline is not None or self._options.force

    def finish(self) -> tuple[list[str], int | None]:
        """Write the baselines; return what to print, and the exit code if writing decides it."""
        sentences: list[str] = []
        code: int | None = None
        for file in self._files.values():
            if self._options.write_baseline is not None:
                sentences.append(file.write())
                code = CLEAN
            elif self._options.update_baseline:
                lines, refused = file.update(force=self._options.force)
                sentences += lines
                code = PROBLEMS if refused else code
            elif self._is_whole:
                sentences += file.summary()
        return sentences, code

    def _is_own(self, report: Report) -> bool:
        """Whether a file is part of the run: one of its articles, or another file in the folders that it walks."""
        if report.path in self._own:
            return True
        file = self._of_other(report)
        return file is not None and file.is_walked(report)

    def _note(self, report: Report) -> _Baseline | None:
        file = self._of.get(report.path) or (self._default if report.path in self._own else self._of_other(report))
        if file is not None:
            file.note(report)
        return file


def _given(options: argparse.Namespace, configurations: Configurations) -> Path | None:
    """Return the file that the command line names or implies, or None if the configurations decide."""
    named: str | None = options.write_baseline if options.write_baseline is not None else options.baseline
    if named:
        return Path(os.path.normpath(configurations.working_folder / named))
    if named is None and not options.update_baseline:
        return None
    own = configurations.of(configurations.working_folder)
    return own.baseline or own.root / DEFAULT


class _Baseline:
    """One baseline, and what the run has found in the articles that it applies to."""

    def __init__(self, path: Path, working_folder: Path, tops: Sequence[Path], *, reads: bool) -> None:
        self._path = path
        self._working_folder = working_folder
        self._tops = tops
        self._shown = escape(shown_path(path, working_folder))
        self._entries: Entries = read_baseline(path, self._shown) if reads else {}
        self._known = self._entries
        self._found: Entries = {}
        self._unread: set[str] = set()
        self.is_looked_for: Callable[[str], bool] = lambda _: True
        self.orphans = [name for name in self._entries if not self._is_there(name)]

    def note(self, report: Report) -> None:
        """Remember the problems of an article."""
        name = self._name(report)
        self._found[name] = Counter(map(key_of, report.problems))
        if report.faults or any(problem.rule == _UNREADABLE for problem in report.problems):
            self._unread.add(name)

    def settle(self) -> None:
        """Find out which files were renamed, now that every article is noted."""
        self._known = self._compared().known

    def narrowed(self, report: Report, *, takes_all: bool) -> Report:
        """Return a report without the problems that are known."""
        known = self._known.get(self._name(report))
        problems = [] if takes_all else without(report.problems, known) if known else report.problems
        return report._replace(problems=problems, text=report.text if problems else None)

    def write(self) -> str:
        """Write every problem that was found."""
        write_baseline(self._path, self._shown, self._found)
        total = count(self._found)
        articles = sum(1 for keys in self._found.values() if keys)
        return f"Wrote {number(total, 'problem')} of {number(articles, 'article')} to {self._shown}."

    def update(self, *, force: bool) -> tuple[list[str], bool]:
        """Remove solved problems, and add new ones if forced; return what to print, and a refusal."""
        comparison = self._compared()
        entries = joined(comparison.known, comparison.unseen, comparison.new if force else {})
        if entries != self._entries:
            write_baseline(self._path, self._shown, entries)
        new, gone = count(comparison.new), count(comparison.gone)
        lines = [f"Removed {number_or_no(gone, 'problem')} from {self._shown}, which now has {count(entries)}."]
        if new and force:
            lines = [f"{lines[0]} {number(new, 'problem')} of them {'is' if new == 1 else 'are'} new."]
        elif new:
            lines.append(
                f"{number(new, 'problem')} {'is' if new == 1 else 'are'} not in {self._shown}; fix them, or "
                "add them with --force."
            )
        return lines, bool(new) and not force

    def summary(self) -> list[str]:
        """Return what to print about known problems and about solved ones."""
        comparison = self._compared()
        known, gone = count(comparison.known), count(comparison.gone)
        lines = [f"{number(known, 'problem')} left out, as recorded in {self._shown}."] if known else []
        if not gone:
            return lines
        names = [f"  {escape(path)}: {rule}" for path, keys in comparison.gone.items() for rule, _ in keys.elements()]
        more = [f"  and {len(names) - _NAMED} more"] if len(names) > _NAMED else []
        head = f"{number(gone, 'problem')} of {self._shown} {'is' if gone == 1 else 'are'} gone: "
        return [*lines, f"{head}--update-baseline removes {'it' if gone == 1 else 'them'}.", *names[:_NAMED], *more]

    def _compared(self) -> Comparison:
        return compare(self._entries, self._found, is_there=self._is_there, is_judged=self._is_judged)

    def _is_there(self, name: str) -> bool:
        return os.path.lexists(self._path.parent / name)

    def _is_judged(self, name: str, rule: str) -> bool:
        """Whether the run would have found the problems of a rule in a file if they still existed."""
        if name in self._unread or not self.is_looked_for(rule):
            return False
        return name in self._found or self._is_below_tops(name)

    def is_walked(self, report: Report) -> bool:
        """Whether the run walks the folder of a file."""
        return self._is_below_tops(self._name(report))

    def _is_below_tops(self, name: str) -> bool:
        return any((self._path.parent / name).is_relative_to(top) for top in self._tops)

    def _name(self, report: Report) -> str:
        return shown_path(self._working_folder / report.path, self._path.parent)
