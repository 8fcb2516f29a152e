"""Patterns that a configuration gives: matched as a whole, within a time limit."""

from __future__ import annotations

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
        said = f"The pattern “{pattern}” takes too long on “{text[:60]}”: simplify it."
        raise SlowPatternError(said) from None


def fault_of(pattern: str) -> str:
    """Say why a pattern is none, "" where it is one."""
    import regex

    try:
        regex.compile(pattern)
    except regex.error as error:
        reason, _, place = str(error).partition(" at position ")
        at = f" at character {int(place.split()[0]) + 1}" if place else ""
        return f"“{pattern}” is not a pattern: {reason}{at}."
    return ""
