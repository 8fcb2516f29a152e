"""Numbers, lists and capitals in sentences; the nearest valid name to a misspelled one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


_CLOSE_ENOUGH = 65
"""Similarity in percent from which a name is worth offering; own figure: `tag` for `tags`, `exerpt` for `excerpt`."""


def nearest(name: str, candidates: Iterable[str]) -> str:
    """Return the candidate most like `name` (ties: the first), "" if none is close."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(
        name, list(candidates), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_CLOSE_ENOUGH
    )
    return found[0] if found else ""


MOST_LISTED = 40
"""Names that a sentence can list."""


def did_you_mean(name: str, candidates: Iterable[str], *, listed: bool = True) -> str:
    """Return ` Did you mean “…”?`, or where no candidate is close, which there are; "" for none or very many.

    `listed`: list them; False where the sentence before does.
    """
    names = list(candidates)
    if found := nearest(name, names):
        return f" Did you mean “{found}”?"
    if not listed or not 0 < len(names) <= MOST_LISTED:
        return ""
    return f" There is only “{names[0]}”." if len(names) == 1 else f" Use {in_words(names, 'or')}."
