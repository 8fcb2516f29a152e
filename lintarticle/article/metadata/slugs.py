"""Slugs: the part of an address that names one article."""

from __future__ import annotations

import re
import unicodedata


def proper_slug(text: str, *, unicode: bool = False) -> str:
    """Make a slug of a text: lower case, digits, single hyphens.

    Letters lose their accents, and those of other scripts go, unless `unicode` keeps the letters of every script.
    """
    folded = text.lower() if unicode else unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[\W_]+", "-", re.sub(r"['’]", "", folded)).strip("-")
