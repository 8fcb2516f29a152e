"""The alternative text of an image whose brief gives none: what it says the image shows, no longer than need be."""

from __future__ import annotations

import re

from lintarticle.article.illustrations.illustration import Illustration
from lintarticle.article.text.alt_text import redundant_opener, without_opener
from lintarticle.article.text.measure import columns

_SENTENCE = r"[.!?](?=\s)|[。！？]"
_CLAUSE = r"\s*(?:[,;:，；：、(（]|[–—](?=\s))"


def alt_of(item: Illustration, language: str, longest: int) -> str:
    """Return the alternative text of a brief, else the beginning of its description that has its sense.

    `longest` counts columns; a description without any sentence or clause that ends before is used as a whole.
    """
    if item.alt:
        return " ".join(item.alt.text.split())
    described = item.description or item.fields.get("title")
    text = " ".join(described.text.split()) if described else ""
    opener = redundant_opener(text, language)
    text = without_opener(text, opener, language) or text if opener else text
    return _beginning(text, longest)


def _beginning(text: str, longest: int) -> str:
    if columns(text) <= longest:
        return text
    ends = [match.end() for match in re.finditer(_SENTENCE, text)]
    ends = [end for end in ends if columns(text[:end]) <= longest] or [
        match.start() for match in re.finditer(_CLAUSE, text) if columns(text[: match.start()]) <= longest
    ]
    return text[: ends[-1]] if ends and ends[-1] > longest // 6 else text
