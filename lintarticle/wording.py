"""Numbers, lists and capitals in sentences."""

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


def first_of(items: Sequence[str], most: int) -> str:
    """Return the first items as a list that counts the others: `a, b and 3 more`."""
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return ", ".join(items[:most]) + more


def capitalised(sentence: str) -> str:
    """Let a sentence start with a capital."""
    return sentence[:1].upper() + sentence[1:]
