"""Patterns of files, as in a .gitignore file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs:
    """Patterns as in a .gitignore file, relative to the folder of their configuration."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._spec: GitIgnoreSpec | None = None

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def __str__(self) -> str:
        return ", ".join(self._patterns)

    def match(self, path: str) -> bool:
        """Whether a path with `/` matches."""
        if not self._patterns:
            return False
        if self._spec is None:
            from pathspec import GitIgnoreSpec  # 40 ms: only where there are patterns

            self._spec = GitIgnoreSpec.from_lines(self._patterns)
        return self._spec.match_file(path)
