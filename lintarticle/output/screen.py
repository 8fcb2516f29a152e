"""Article text in an output: made harmless, measured, coloured."""

from __future__ import annotations

import re

RESET = "\x1b[0m"
STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;36m",
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
    "good": "\x1b[32m",
}

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = (0x00AD, 0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF)
_ESCAPES: dict[int, str] = {
    **{code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))},
    **{code: f"<U+{code:04X}>" for code in (*_BIDI, *_UNSEEN)},
}
"""Characters that could steer a terminal, turn the reading direction or hide, and what is shown for them."""

_JSON_ESCAPES: dict[int, str] = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *_BIDI, *_UNSEEN)}

_TAB = 4


def paint(text: str, style: str, *, color: bool) -> str:
    """Return the text in one of `STYLES`, as it is without colour."""
    return f"{STYLES[style]}{text}{RESET}" if color and text else text


def escape(text: str) -> str:
    """Return text of an article or a file system as one line that a terminal shows and does not obey."""
    return text if is_plain(text) else text.translate(_ESCAPES)


def escape_json(document: str) -> str:
    """Return a JSON text with the same characters as JSON escapes; `json` itself leaves those above U+007E alone."""
    return document if document.isascii() else document.translate(_JSON_ESCAPES)


def json_text(document: object, *, indent: int | None = 1) -> str:
    """Return a JSON text in one line, or indented; what is not Unicode text (a half of a pair) is U+FFFD."""
    import json  # formats for people need none

    text = escape_json(json.dumps(document, ensure_ascii=False, indent=indent))
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def show(text: str) -> str:
    """Escape a piece of an article's line, tabs as blanks (a tab is four columns wide wherever it is)."""
    return text if is_plain(text) else escape(text.replace("\t", " " * _TAB))


def width(text: str) -> int:
    """Return the columns that a piece of a line takes when shown by `show`."""
    if is_plain(text):
        return len(text)
    shown = show(text)
    if shown.isascii():
        return len(shown)
    from lintarticle.article.text.measure import columns  # not for what is plain

    return columns(shown)


def is_plain(text: str) -> bool:
    """Whether each character is shown as it is, and takes one column."""
    return text.isascii() and text.isprintable()


# --- in XML 1.0: what the format can't hold is shown as an escape, the rest is quoted --------------------------------


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
