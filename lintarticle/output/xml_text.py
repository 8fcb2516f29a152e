"""Text in XML 1.0: what the format can't hold is shown as an escape, the rest is quoted."""

from __future__ import annotations

import re

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;"}

_UNHELD = (
    r"[^\t\n\x20-\x7e\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    r"\U00010000-\U0010ffff]"
)
"""Characters that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets), and those that steer a terminal or
turn the reading direction."""


def xml_text(text: str) -> str:
    """Return the text for an element or an attribute, so that a parser gives back what a person may see."""
    return re.sub(r"[&<>\"'\t\n]", lambda match: _MARKUP[match[0]], re.sub(_UNHELD, _shown, text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"<U+{code:04X}>"
