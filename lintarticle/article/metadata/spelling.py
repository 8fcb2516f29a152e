"""Spellings: when two tags or titles are the same to a reader, and what a title becomes in an address."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = re.compile(r"[\s_-]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def normal_form(tag: str) -> str:
    """Return what all spellings of a tag have in common: `Machine_Learning`, `#machine-learning` → `machine learning`.

    Compatibility characters and letter case are folded, blanks, `-` and `_` become one blank, the dots of
    initials go (`A.I.` → `ai`). `+`, `#` inside and dots of versions stay: C, C++ and C# are three tags.
    """
    folded = unicodedata.normalize("NFKC", tag).casefold().strip().lstrip("#")
    words = _JOINERS.sub(" ", folded).strip().split(" ")
    return " ".join(word.replace(".", "") if _INITIALS.fullmatch(word) else word for word in words)


def plain_words(title: str) -> str:
    """Return a title's words in one folded spelling: no case, punctuation, markup or double blanks."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return " ".join(re.findall(r"\w+", folded.replace("'", "").replace("’", "")))


def same_title(first: str, second: str) -> bool:
    """Whether two titles differ in nothing but case, punctuation and blanks (`C` and `C++` do differ)."""
    signs = "+#"
    counts = [[title.count(sign) for sign in signs] for title in (first, second)]
    return counts[0] == counts[1] and plain_words(first) == plain_words(second) != ""


def proper_slug(text: str, *, unicode: bool = False) -> str:
    """Make a slug of a text: lower case, digits, single hyphens.

    Letters lose their accents, and those of other scripts go, unless `unicode` keeps the letters of every script.
    """
    folded = text.lower() if unicode else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[\W_]+", "-", re.sub(r"['’]", "", folded)).strip("-")
