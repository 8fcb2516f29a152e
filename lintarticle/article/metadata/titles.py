"""Whether two titles are the same to a reader."""

from __future__ import annotations

import re
import unicodedata


def plain_words(title: str) -> str:
    """Return a title's words in one folded spelling: no case, punctuation, markup or double blanks."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return " ".join(re.findall(r"\w+", folded.replace("'", "").replace("’", "")))


def same_title(first: str, second: str) -> bool:
    """Whether two titles differ in nothing but case, punctuation and blanks (`C` and `C++` do differ)."""
    signs = "+#"
    counts = [[title.count(sign) for sign in signs] for title in (first, second)]
    return counts[0] == counts[1] and plain_words(first) == plain_words(second) != ""
