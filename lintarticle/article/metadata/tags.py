"""Tags: which field holds them, and when two of them are one and the same."""

from __future__ import annotations

import re
import unicodedata

from lintarticle.article.metadata.metadata import Field, Metadata

_JOINERS = re.compile(r"[\s_-]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def tag_field(metadata: Metadata) -> Field | None:
    """Return the field that holds the article's tags; `keywords` where the site has no tags."""
    return metadata.get("tags") or metadata.get("keywords")


def normal_form(tag: str) -> str:
    """Return what all spellings of a tag have in common: `Machine_Learning`, `#machine-learning` → `machine learning`.

    Compatibility characters and letter case are folded, blanks, `-` and `_` become one blank, the dots of
    initials go (`A.I.` → `ai`). `+`, `#` inside and dots of versions stay: C, C++ and C# are three tags.
    """
    folded = unicodedata.normalize("NFKC", tag).casefold().strip().lstrip("#")
    words = _JOINERS.sub(" ", folded).strip().split(" ")
    return " ".join(word.replace(".", "") if _INITIALS.fullmatch(word) else word for word in words)
