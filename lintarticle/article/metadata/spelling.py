"""How titles, tags, slugs and excerpts are written, and which differences count."""

from __future__ import annotations

import re
import unicodedata

from lintarticle.article.metadata.metadata import Field
from lintarticle.expression import expression
from lintarticle.languages import LENGTH_UNITS

_INITIALS = expression(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def normal_form(tag: str) -> str:
    """Return what all spellings of a tag have in common: `Machine_Learning`, `#machine-learning` → `machine learning`.

    Compatibility characters and letter case are folded, blanks, `-` and `_` become one blank, the dots of
    initials go (`A.I.` → `ai`). `+`, `#` inside and dots of versions stay: C, C++ and C# are three tags.
    """
    folded = (tag if tag.isascii() else unicodedata.normalize("NFKC", tag)).casefold().strip().lstrip("#")
    words = folded.replace("-", " ").replace("_", " ").split()
    if "." not in folded:
        return " ".join(words)
    return " ".join(word.replace(".", "") if _INITIALS.fullmatch(word) else word for word in words)


def plain_words(title: str) -> str:
    """Return a title's words in one folded spelling: no case, punctuation, markup or double blanks."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return " ".join(_WORD.findall(folded.replace("'", "").replace("’", "")))


_WORD = expression(r"\w+")


def same_title(first: str, second: str) -> bool:
    """Whether two titles differ in nothing but case, punctuation and blanks (`C` and `C++` do differ)."""
    return title_form(first) == title_form(second) != ""


def title_form(title: str) -> str:
    """Return what all spellings of a title have in common, "" for one without any word."""
    words = plain_words(title)
    return f"{words} {'+' * title.count('+')}{'#' * title.count('#')}".strip() if words else ""


def proper_slug(text: str, *, unicode: bool = False) -> str:
    """Make a slug of a text: lower case, digits, single hyphens.

    Letters lose their accents, and those of other scripts go, unless `unicode` keeps the letters of every script.
    """
    folded = text.lower() if unicode else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[\W_]+", "-", re.sub(r"['’]", "", folded)).strip("-")


_LENGTH_NOTE = r"\s*[(\[][~≈]?\d{1,4} ?(?:%s)\w*[^()\[\]\n]{0,40}[)\]]\s*\Z"


def length_note(text: str) -> str:
    """Return the note on its own length that a text ends in, such as ` (155 chars)`, or ""."""
    if not text.rstrip().endswith((")", "]")):
        return ""
    found = re.search(_LENGTH_NOTE % LENGTH_UNITS.stems, text[-80:], re.IGNORECASE)
    return found[0] if found else ""


def is_filled_in(field: Field) -> bool:
    """Whether a site generator fills in a part of an excerpt (`{{ site.description }}`): its length is unknown."""
    return any(mark in field.text for mark in ("{{", "{%", "<%"))


def is_lead(field: Field) -> bool:
    """Whether an excerpt is by its name the first paragraph of the page: no search result shows it."""
    return field.key.casefold().rpartition(".")[2] in ("lead", "intro", "abstract")


def wording(field: Field) -> str:
    """Return what readers are to see of an excerpt: no blanks around it, no note on its length."""
    return field.text.removesuffix(length_note(field.text)).strip()
