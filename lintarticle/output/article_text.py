"""Text of an article on a screen: one harmless line, wrapped as its script asks, kept in its reading direction.

A terminal that turns right-to-left text around does so with all signs next to it that have no direction of their own
(blanks, digits, full stops). On a terminal, each line of such text is put between marks (U+200E, U+200F), which have
no width and no look: a full stop stays at the end of its sentence, and the line begins on the left like all others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.text import Text

from lintarticle.article.text.measure import columns, cut_at_columns
from lintarticle.output.screen import escape

_NO_LINE_START = frozenset("、。，．・：；？！）］｝」』】〉》〕ー々ゝゞ…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""Characters that East Asian text does not begin a line with."""

_NO_LINE_END = frozenset("（［｛「『【〈《〔")


class ArticleText(Text):
    """A text that rich lays out, in one style, and that wraps itself."""

    def wrap(  # noqa: PLR0913 - rich's own signature
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Return the lines that the text takes; rich asks for it."""
        lines = _lines(self.plain, max(1, width))
        if console.is_terminal and not console.options.ascii_only:
            lines = list(map(_directed, lines))
        return Lines(Text(line, self.style) for line in lines)


def _directed(text: str) -> str:
    """Put right-to-left text between marks."""
    first = next((direction for direction in map(unicodedata.bidirectional, text) if direction in _STRONG), "L")
    last = next(
        (direction for direction in map(unicodedata.bidirectional, reversed(text)) if direction in _STRONG), "L"
    )
    if first == last == "L":
        return text
    start = "\u200e" + ("" if first == "L" else "\u200f")
    return start + text + ("" if last == "L" else "\u200f")


_STRONG = ("L", "R", "AL")


def one_line(text: str) -> str:
    """Return a text of an article as one harmless line, runs of blanks and line ends squeezed."""
    return escape(re.sub(r"[ \t\n]+", " ", text).strip())


def shortened(text: str, limit: int) -> str:
    """Cut a line at the end of a word so that it takes at most `limit` columns, `…` included."""
    if columns(text) <= limit:
        return text
    cut = cut_at_columns(text, limit - 1)
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) * 2 > len(cut) else cut).rstrip(" ,;:") + "…"


def _lines(text: str, width: int) -> list[str]:
    """Break a line between words, and between wide characters, so that each piece fits into `width` columns."""
    lines = [""]
    used = 0
    for piece in _fitting(text, width):
        if used + columns(piece.rstrip()) > width and lines[-1]:
            lines.append("")
            used = 0
        lines[-1] += piece
        used += columns(piece)
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _fitting(text: str, width: int) -> Iterator[str]:
    """Yield the pieces of a line that stay together, those that are too long for any line cut up."""
    for piece in _unbreakable(text):
        start = 0
        while start < len(piece):
            # A character that is seen as one has a few code points, joined figures seven; 32 a column are plenty.
            window = piece[start : start + width * 32]
            head = window if columns(window.rstrip()) <= width else cut_at_columns(window, width) or window[:1]
            yield head
            start += len(head)


def _unbreakable(text: str) -> Iterator[str]:
    """Yield the pieces of a line that stay together, each with the blanks after it."""
    start = 0
    for index in range(1, len(text)):
        if _may_break(text[index - 1], text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return True
    return (_is_wide(before) or _is_wide(after)) and not (
        after in _NO_LINE_START or before in _NO_LINE_END or unicodedata.combining(after) or not _is_whole(after)
    )


def _is_wide(character: str) -> bool:
    return character >= "\u1100" and unicodedata.east_asian_width(character) == "W"


def _is_whole(character: str) -> bool:
    """Whether a character is its own, no sign that belongs to the one before it."""
    return unicodedata.category(character) in ("Lo", "Lm", "Lu", "Ll", "Nd", "So", "Ps", "Pi")
