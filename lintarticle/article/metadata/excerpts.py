"""Excerpts: what readers see of one."""

from __future__ import annotations

import re

from lintarticle.article.metadata.metadata import Field
from lintarticle.languages import LENGTH_UNITS

_LENGTH_NOTE = r"\s*[(\[][~≈]?\d{1,4} ?(?:%s)\w*[^()\[\]\n]{0,40}[)\]]\s*\Z"


def length_note(text: str) -> str:
    """Return the note on its own length that a text ends in, such as ` (155 chars)`, "" if there is none."""
    if not text.rstrip().endswith((")", "]")):
        return ""
    found = re.search(_LENGTH_NOTE % LENGTH_UNITS.stems, text[-80:], re.IGNORECASE)
    return found[0] if found else ""


def is_filled_in(field: Field) -> bool:
    """Whether a site generator fills in a part of an excerpt (`{{ site.description }}`): its length is unknown."""
    return any(mark in field.text for mark in ("{{", "{%", "<%"))


def wording(field: Field) -> str:
    """Return what readers are to see of an excerpt: no blanks around it, no note on its length."""
    return field.text.removesuffix(length_note(field.text)).strip()
