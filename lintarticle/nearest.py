"""The nearest valid name to a misspelled one."""

from __future__ import annotations

from collections.abc import Iterable

_CLOSE_ENOUGH = 65
"""Similarity in percent from which a name is worth offering; own figure: `tag` for `tags`, `exerpt` for `excerpt`."""


def nearest(name: str, candidates: Iterable[str]) -> str:
    """Return the candidate most like `name` (ties: the first), "" if none is close."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(
        name, list(candidates), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_CLOSE_ENOUGH
    )
    return found[0] if found else ""


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """Return ` Did you mean “…”?`, "" if no candidate is close."""
    found = nearest(name, candidates)
    return f" Did you mean “{found}”?" if found else ""
