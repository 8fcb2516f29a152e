"""Article text on a page: shown, never obeyed."""

from __future__ import annotations

import re
from html import escape as quote

from lintarticle.output.screen import escape

_HALVES = r"[\ud800-\udfff]"
"""Halves of a surrogate pair, which no encoding takes."""


def text(value: str) -> str:
    """Return text of an article for an element or a quoted attribute, what steers or hides as visible words."""
    return quote(re.sub(_HALVES, "\ufffd", escape(value)))


def source_text(value: str) -> str:
    """Return the same for a line of the source, in which a tab is a tab."""
    return "\t".join(map(text, value.split("\t")))
