"""The nearest valid name to a misspelled one."""

from __future__ import annotations

from collections.abc import Iterable

from lintarticle.wording import in_words

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
