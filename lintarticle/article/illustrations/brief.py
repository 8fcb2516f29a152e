"""One brief as written: its parts, each trimmed, and those that a note, a name or a text holds."""

from __future__ import annotations

import re

from lintarticle.article.values import Fault, Text, single_spaced
from lintarticle.expression import expression
from lintarticle.source import Span

QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‘": "’", "'": "'"}
"""The quotation marks around a text, and what closes each."""

_EXTENSION = r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic|mp4|webm)"
FILE = rf"(?<![\w/.-])[\w@~%./\\-]{{1,200}}{_EXTENSION}(?![\w-])"
_FILE_END = expression(_EXTENSION, re.IGNORECASE)
_FILE_NAME = expression(FILE, re.IGNORECASE)
_SIZE = expression(r"(?<!\d)(?P<width>\d{2,5})\s?(?:px)?\s?[x×X✕*]\s?(?P<height>\d{2,5})(?!\d)")


class Brief:
    """One item as written: offsets are those of the file. `name` and `note` are what is in front, still unread."""

    def __init__(self, span: Span, parts: dict[str, Text] | None = None) -> None:
        self.span = span
        self.parts = parts or {}
        self.faults: list[Fault] = []
        self.relation = ""
        self.label_of_placement = ""


_DASHES = ("–", "—", "|", "·", "-")
_DASHES_AT_END = expression(r"\s+[–—|·-]+\Z")


def trimmed(chunk: str, start: int, end: int, base: int) -> Text:
    """Return a piece without blanks, bullet, emphasis, quotes and backticks around it, in one line."""
    piece = chunk[start:end]
    words = piece.lstrip(" \t\n")
    at, words = base + start + len(piece) - len(words), words.rstrip()
    if words[:1].isalnum() and not words.endswith(_DASHES) and "\\" not in words:
        return Text(single_spaced(words), Span(at, at + len(words)))
    return _unwrapped(chunk, start, end, base)


def _unwrapped(chunk: str, start: int, end: int, base: int) -> Text:
    while start < end:
        piece = chunk[start:end]
        left = len(piece) - len(piece.lstrip(" \t\n-–—•|"))
        bare = piece.rstrip()
        shown = _DASHES_AT_END.sub("", bare).rstrip() if bare.endswith(_DASHES) else bare
        right = len(shown) if left < len(piece) else left
        inner = piece[left:right]
        width = _wrapped(inner)
        start, end = start + left + width, start + right - width
        if not width and len(shown) == len(bare):
            break
    piece = chunk[start:end]
    plain = single_spaced(piece.strip())
    if "\\" in plain:
        plain = re.sub(r"\\([\\`*_{}\[\]()#+.!|\"'-])", r"\1", plain)
    return Text(plain, Span(base + start, base + max(start, end)))


def _wrapped(inner: str) -> int:
    """Return the width of the emphasis or quotes around a whole piece, or 0."""
    for mark in ("**", "__", "*", "_", "`") if inner[:1] in ("*", "_", "`") else ():
        if len(inner) > 2 * len(mark) and inner.startswith(mark) and inner.endswith(mark):
            return len(mark) if mark not in inner[len(mark) : -len(mark)] else 0
    if len(inner) > 2 and inner[0] in QUOTES and inner[-1] in QUOTES[inner[0]]:
        return 1 if inner[-1] not in inner[1:-1] else 0
    return 0


def read_size(brief: Brief) -> None:
    """Find the width and the height where they were not labelled: in the size, the note or the name."""
    for part in ("size", "note", "name"):
        text = brief.parts.get(part)
        size = _SIZE.search(text.text) if text and len(text.text) < 300 else None
        if text and size and "width" not in brief.parts:
            for side in ("width", "height"):
                brief.parts[side] = within(text, *size.span(side))


def read_file_name(brief: Brief) -> None:
    """Find the file where it was not labelled: in the note, the name, or at the start of the text."""
    if "file" in brief.parts:
        return
    for part in ("note", "name", "description"):
        text = brief.parts.get(part)
        found = _FILE_NAME.search(text.text[:300]) if text and _FILE_END.search(text.text[:300]) else None
        if text and found and (part != "description" or found.start() <= 1):
            brief.parts["file"] = within(text, *found.span())
            rest = text.text[found.end() :].lstrip("` ")
            if part == "description" and rest[:1] in ("–", "—", "-", ":"):
                brief.parts["description"] = within(text, len(text.text) - len(rest[1:].lstrip()), len(text.text))
            elif found.end() - found.start() >= len(text.text) - 2:
                del brief.parts[part]
            return


def within(text: Text, start: int, end: int) -> Text:
    """Return a part of a text, with an exact span where the text is verbatim in the file."""
    verbatim = text.span.end - text.span.start == len(text.text)
    span = Span(text.span.start + start, text.span.start + end) if verbatim else text.span
    return Text(text.text[start:end], span)
