"""Processes that share the work of a run: chunks of articles go out, results come back in order.

The process that runs them works on chunks too, while there is nothing to take from the others.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Work = Callable[[list[str]], Any]
"""What a worker does with the paths of a chunk; it returns what can be pickled."""

LOST = None
"""What comes back for a chunk that a worker did not finish, or could not: the run has to do it itself."""

_CHUNK = 100_000
"""Bytes of a chunk: what takes some hundredths of a second."""

_LEAST_CHUNK = 20_000
"""Bytes of the last chunks, so that workers end at about the same time."""

_LAST = 4
"""When fewer chunks than this are left for each worker, they get smaller."""

_OVERHEAD = 3_000
"""What an article costs in addition to its bytes, counted as bytes."""

_AHEAD = 4
"""Chunks for each worker that may be under way or wait for an earlier one, so that memory is bounded."""


def method() -> str:
    """Return how processes start: as copies of this one where that is safe."""
    import threading

    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def available() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def chunks(paths: Sequence[str], jobs: int) -> list[list[str]]:
    """Divide paths into chunks of about the same weight, in order; the last ones for some workers are smaller."""
    weights = list(map(_weight, paths))
    found: list[list[str]] = []
    room, left = 0, sum(weights)
    for path, weight in zip(paths, weights, strict=True):
        if room <= 0:
            found.append([])
            room = min(_CHUNK, max(_LEAST_CHUNK, left // (_LAST * jobs)))
        found[-1].append(path)
        room -= weight
        left -= weight
    return found


def _weight(path: str) -> int:
    try:
        return os.stat(path).st_size + _OVERHEAD
    except (OSError, ValueError):
        return _OVERHEAD


class Crew:
    """Some workers. `make` returns what each does; it is called in the worker. `lost` counts those that died."""

    def __init__(self, count: int, make: Callable[[], Work], started_by: str | None = None) -> None:
        from multiprocessing import get_context

        context = get_context(started_by or method())
        self._processes: list[BaseProcess] = []
        self._busy: dict[Connection, deque[int]] = {}
        self.lost = 0
        for _ in range(count):
            ours, theirs = context.Pipe()
            inherited = [*self._busy, ours] if context.get_start_method() == "fork" else []
            process = context.Process(target=_serve, args=(theirs, inherited, make, os.getpid()), daemon=True)  # type: ignore[attr-defined]  # only the context of Linux has Process
            process.start()
            theirs.close()
            self._processes.append(process)
            self._busy[ours] = deque()

    def results(self, work: Sequence[list[str]], here: Work | None = None) -> Iterator[Any]:
        """Let the workers begin, and return the result of each chunk, in order; `LOST` if there is none.

        `here` is what this process does itself with a chunk while there is nothing to take from the workers.
        """
        return self._results(work, here, self._hand_out(work, 0, 0))

    def _results(self, work: Sequence[list[str]], here: Work | None, given: int) -> Iterator[Any]:
        from multiprocessing.connection import wait

        done: dict[int, Any] = {}
        for index in range(len(work)):
            while index not in done:
                given = self._hand_out(work, given, index)
                if not self._busy:
                    done[index] = LOST
                    break
                is_free = here is not None and given < self._end(work, index)
                ready = wait(list(self._busy), 0 if is_free else None)
                for connection in ready:
                    self._take(connection, done)  # type: ignore[arg-type]  # wait() returns what it is given
                if here and is_free and not ready:
                    done[given] = _tried(here, work[given])
                    given += 1
            yield done.pop(index)

    def _hand_out(self, work: Sequence[list[str]], given: int, index: int) -> int:
        """Give each worker up to two chunks; return how many have been given away."""
        for connection, under_way in self._busy.items():
            while len(under_way) < 2 and given < self._end(work, index):
                under_way.append(given)
                with suppress(OSError):  # it died: what it had comes back as lost
                    connection.send((given, work[given]))
                given += 1
        return given

    def _end(self, work: Sequence[list[str]], index: int) -> int:
        """Return the number of chunks that may be given away while one is waited for."""
        return min(len(work), index + _AHEAD * len(self._busy))

    def _take(self, connection: Connection, done: dict[int, Any]) -> None:
        try:
            index, result = connection.recv()
        except (EOFError, OSError):
            done.update(dict.fromkeys(self._busy.pop(connection), LOST))
            connection.close()
            self.lost += 1
        else:
            self._busy[connection].remove(index)
            done[index] = result

    def close(self) -> None:
        """End the workers, even in the middle of their work."""
        for connection in self._busy:
            connection.close()
        self._busy.clear()
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        self._processes.clear()


def _serve(connection: Connection, inherited: Sequence[Connection], make: Callable[[], Work], parent: int) -> None:
    """Work through chunks until the run ends or dies."""
    for other in inherited:
        other.close()
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all: the run ends its workers itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    work = make()
    with suppress(EOFError, OSError):
        while True:
            index, paths = connection.recv()
            connection.send((index, _done(work, paths, parent)))


def _done(work: Work, paths: list[str], parent: int) -> Any:  # noqa: ANN401 - whatever the work returns
    if os.getppid() != parent:
        os._exit(1)
    return _tried(work, paths)


def _tried(work: Work, paths: list[str]) -> Any:  # noqa: ANN401 - whatever the work returns
    """Do a chunk; where it fails the run does it again and says why."""
    try:
        return work(paths)
    except Exception:  # noqa: BLE001 - as above
        return LOST
