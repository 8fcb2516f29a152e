"""The bar that shows how far a long run is, for a person who is watching."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from lintarticle.report import Report
from lintarticle.runner import Runner

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
"""Seconds before anything is drawn."""


def with_progress(runner: Runner, reports: Iterable[Report], total: int) -> Iterator[Report]:
    """Pass reports on, held back while the bar is on the screen, where there is one, so that the two don't mix.

    The bar counts what the runner has done: reports may wait for others.
    """
    if not _may_draw():
        yield from reports
        return
    held: list[Report] = []
    bar = _Bar(total)
    runner.on_done = bar.advance
    with closing(bar):
        for report in reports:
            if bar.is_drawn:
                held.append(report)
            else:
                yield report
    yield from held


def _may_draw() -> bool:
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


class _Bar:
    """A bar that is drawn once a run has taken a while."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._started = time.monotonic()
        self._drawn: Progress | None = None

    def close(self) -> None:
        """Remove the bar from the screen."""
        if self._drawn:
            self._drawn.stop()

    @property
    def is_drawn(self) -> bool:
        """Whether the bar is on the screen."""
        return self._drawn is not None

    def advance(self, count: int) -> None:
        """Count some articles as done."""
        self._done += count
        if self._drawn is None and time.monotonic() - self._started > _PATIENCE and self._done < self._total:
            self._drawn = _drawn(self._total)
        if self._drawn:
            self._drawn.update(self._drawn.task_ids[0], completed=self._done)


def _drawn(total: int) -> Progress:
    from rich.console import Console  # 60 ms: only once there is something to draw
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
