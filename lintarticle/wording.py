"""Numbers and lists in sentences."""

from __future__ import annotations

from collections.abc import Sequence


def number(count: int, noun: str) -> str:
    """Return a number with its noun: `1 article`, `2 articles`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def number_or_no(count: int, noun: str) -> str:
    """Return the same, with `no articles` for none."""
    return number(count, noun) if count else f"no {noun}s"


def in_words(items: Sequence[str], joint: str = "and") -> str:
    """Return the items as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    return f"{', '.join(items[:-1])} {joint} {items[-1]}" if len(items) > 1 else "".join(items)
