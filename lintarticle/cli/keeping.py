"""Which runs are kept as a whole, and how."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from lintarticle.cache.folder import Unusable
from lintarticle.cache.kept_run import ENDING, MOST_BYTES, file_of, pack, run_key
from lintarticle.cli.arguments import STDIN, are_fixes_asked_for
from lintarticle.cli.outputs import HOOK_CONFIGURATIONS
from lintarticle.discovery import Target
from lintarticle.errors import ConfigError
from lintarticle.runner import Runner

if TYPE_CHECKING:
    from lintarticle.cli.narrowing import Narrowing
    from lintarticle.cli.site_scope import SiteScope

MOST = 10
"""How many runs are kept, the last ones."""

MOST_WRITTEN = 20_000_000
"""A run that writes more characters is not kept."""


def keeper_of(command: str, arguments: Sequence[str], options: argparse.Namespace, stack: ExitStack) -> Keeper | None:
    """Return a keeper that records what the run writes from now on, or None if the run is not kept."""
    if not _may_be_kept(options):
        return None
    try:
        keeper = Keeper(command, arguments)
    except OSError:  # the working folder is gone
        return None
    stack.callback(setattr, sys, "stdout", sys.stdout)
    stack.callback(setattr, sys, "stderr", sys.stderr)
    sys.stdout = keeper.heard(sys.stdout, is_error=False)
    sys.stderr = keeper.heard(sys.stderr, is_error=True)
    return keeper


def _may_be_kept(options: argparse.Namespace) -> bool:
    """Whether no option writes to a file or depends on more than is compared."""
    has_cache = not options.no_cache and options.cache_dir is None
    writes = are_fixes_asked_for(options) or any(file for _, file in options.outputs or ())
    is_input = STDIN in options.paths or options.stdin_filename is not None
    is_elsewhere = getattr(options, "facts", None) is not None
    is_reported = bool(os.environ.get("GITHUB_STEP_SUMMARY"))  # to which a format may add
    return has_cache and os.name != "nt" and not (writes or is_input or is_elsewhere or is_reported)


class Keeper:
    """Keeps a run; made when the run begins. Raises `OSError` where there is no working folder."""

    def __init__(self, command: str, arguments: Sequence[str]) -> None:
        self._command_line = command, arguments
        self._key = run_key(command, arguments)
        self._started = time.time_ns()
        self._written: list[tuple[bool, list[str]]] = []
        self._size = 0

    def heard(self, stream: TextIO, *, is_error: bool) -> TextIO:
        """Return a stream that also records what is written to it."""
        return cast("TextIO", _Heard(self, stream, is_error=is_error))

    def note(self, text: str, *, is_error: bool) -> None:
        """Note what is written."""
        self._size += len(text)
        if self._size > MOST_WRITTEN:
            self._written.clear()
            return
        if not self._written or self._written[-1][0] != is_error:
            self._written.append((is_error, []))
        self._written[-1][1].append(text)

    def keep(
        self, code: int, runner: Runner, targets: Sequence[Target], choices: Sequence[Narrowing | SiteScope]
    ) -> None:
        """Keep the run, unless something that it depends on changed during it or shortly before.

        `choices` say what else besides the targets decided what was reported.
        """
        written = [(is_error, "".join(texts)) for is_error, texts in self._written]
        is_drawn = any(is_error and "\x1b" in text for is_error, text in written)  # on by a progress bar
        cache, loaded = runner.cache, runner.configurations
        is_odd = runner.warnings or runner.notes or is_drawn or self._size > MOST_WRITTEN
        if is_odd or cache is None or not cache.holds_all(targets):
            return
        from lintarticle.cache.asked import note_run  # needed only here, 10 ms to import
        from lintarticle.cache.dependencies import Dependencies, NotKeptError
        from lintarticle.changes.git import GitError
        from lintarticle.saving import write_whole

        dependencies = Dependencies(self._started, str(loaded.top), cache.folder)
        with suppress(NotKeptError, ConfigError, GitError, OSError, ValueError, Unusable):
            file = file_of(self._key)
            if file is None:
                return
            note_run(dependencies, loaded, runner.walks, cache, targets)
            for choice in choices:
                dependencies.content(*choice.places())
            if os.environ.get("PRE_COMMIT"):
                dependencies.content(*map(os.path.abspath, HOOK_CONFIGURATIONS))
            data = pack(code, written, dependencies.frozen())
            if len(data) <= MOST_BYTES and run_key(*self._command_line) == self._key:
                write_whole(Path(file), data)
                _make_room(Path(file).parent)


def _make_room(folder: Path) -> None:
    files = sorted(folder.glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[MOST:]:
        file.unlink()


class _Heard:
    """A stream whose keeper notes what is written to it."""

    def __init__(self, keeper: Keeper, stream: TextIO, *, is_error: bool) -> None:
        self._keeper = keeper
        self._stream = stream
        self._is_error = is_error

    def write(self, text: str) -> int:
        """Write a text, and note it."""
        self._keeper.note(text, is_error=self._is_error)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)
