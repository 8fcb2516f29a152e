"""A progress bar on stderr for runs that take longer than a moment."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from lintarticle.runner import Report

PATIENCE = 1.0
"""Seconds before anything is drawn."""


def with_progress(reports: Iterable[Report], total: int) -> Iterator[Report]:
    """Pass reports on, held back while the bar is on the screen so that the two don't mix."""
    started = time.monotonic()
    reports = iter(reports)
    for done, report in enumerate(reports, 1):
        yield report
        if time.monotonic() - started > PATIENCE and done < total:
            yield from _drawn(reports, done, total)


def _drawn(reports: Iterator[Report], done: int, total: int) -> list[Report]:
    from rich.console import Console  # 60 ms: only once there is something to draw
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    held: list[Report] = []
    columns = (TextColumn("Reading articles"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, completed=done)
        for report in reports:
            held.append(report)
            progress.advance(task)
    return held
