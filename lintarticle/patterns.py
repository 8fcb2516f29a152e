"""Patterns that a configuration gives, and those of .gitignore files: matched within bounds of time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from lintarticle.expression import expression
from lintarticle.problem import Uncheckable

PATTERN_SECONDS = 0.2
"""How long one pattern may take on one text before it counts as one that never ends: our own figure."""


class SlowPatternError(Uncheckable):
    """A pattern that takes too long on some text, as `(a+)+$` does; the message names both."""


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern matches a whole text; raises `SlowPatternError`."""
    import regex  # has a time limit, which the standard library lacks

    try:
        return regex.fullmatch(pattern, text, timeout=PATTERN_SECONDS) is not None
    except TimeoutError:
        message = f"The pattern “{pattern}” takes too long on “{text[:60]}”: simplify it."
        raise SlowPatternError(message) from None


def fault_of(pattern: str) -> str:
    """Say why a pattern is invalid, "" if it is one."""
    import regex

    try:
        regex.compile(pattern)
    except regex.error as error:
        reason, _, place = str(error).partition(" at position ")
        at = f" at character {int(place.split()[0]) + 1}" if place else ""
        return f"“{pattern}” is not a pattern: {reason}{at}."
    return ""


# --- patterns of files -----------------------------------------------------------------------------------------

_LONGEST = 4096
"""Characters of a pattern; no path is longer, so that a longer pattern matches nothing."""

_PART = expression(r"\[\^/\]\*|\(\?:/\.\+\)\?/|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.", re.DOTALL)
_STAR, _FOLDERS = "[^/]*", "(?:/.+)?/"


class FilePatterns:
    """Patterns as in a .gitignore file: whether each takes files in, and the regular expression of their paths.

    Python's own `re` matches them, so that a run that knows the expressions does not import pathspec, 40 ms.
    """

    def __init__(self, expressions: Iterable[tuple[bool, str]]) -> None:
        self.expressions = tuple((takes_in, expression) for takes_in, expression in expressions)

    @cached_property
    def _from_the_last(self) -> list[tuple[bool, re.Pattern[str]]]:
        return [(takes_in, re.compile(expression)) for takes_in, expression in reversed(self.expressions)]

    def verdict(self, path: str) -> bool | None:
        """Return whether a path with `/` is included, None if no pattern matches; that of a folder ends in `/`.

        The last pattern that matches decides, but one that names the file outweighs one that names a folder above.
        """
        verdict: bool | None = None
        for takes_in, pattern in self._from_the_last:
            match = pattern.search(path)
            if match and not match.groupdict().get(_FOLDER_GROUP):
                return takes_in
            if match and verdict is None:
                verdict = takes_in
        return verdict


_FOLDER_GROUP = "ps_d"
"""The group by which an expression of pathspec says that a pattern matched by a folder."""


def gitignore_patterns(lines: Iterable[str]) -> FilePatterns:
    """Return what matches like the lines of a .gitignore file, in time that grows with line and path only.

    Raises `ValueError` for a line that is not a pattern.
    """
    usable = [line for line in lines if len(line) <= _LONGEST]
    if not usable:
        return FilePatterns(())
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern  # 40 ms: only where there are new patterns

    patterns = list(map(GitIgnoreSpecPattern, usable))
    return FilePatterns(
        (pattern.include, _without_backtracking(pattern.regex.pattern))
        for pattern in patterns
        if pattern.include is not None and pattern.regex is not None
    )


def _without_backtracking(expression: str) -> str:
    """Make each star but the last of a path segment, and each `**` but the last, keep its first match.

    What follows a star is of a fixed length up to the next star, and that one takes whatever is left: the first
    match is as good as any. So it is for `**` and whole segments.
    """
    pieces = [[""]]
    for part in _PART.findall(expression):
        if part == _FOLDERS:
            pieces.append([""])
        elif part == "/":
            pieces[-1].append("")
        else:
            pieces[-1][-1] += re.sub(r"\A\[\^(?!/)", "[^/", part)  # no class matches a slash
    paths = ["/".join(map(_segment, segments)) for segments in pieces]
    middle = "".join(f"(?>(?:/[^/]+)*?/{path}(?=/))" for path in paths[1:-1])
    return paths[0] + middle + (_FOLDERS + paths[-1] if len(paths) > 1 else "")


def _segment(expression: str) -> str:
    first, *others = _split_at_stars(expression)
    if not others:
        return first
    return first + "".join(f"(?>[^/]*?{piece})" for piece in others[:-1] if piece) + _STAR + others[-1]


def _split_at_stars(expression: str) -> list[str]:
    parts = [""]
    for part in _PART.findall(expression):
        if part == _STAR:
            parts.append("")
        else:
            parts[-1] += part
    return parts
