"""Lines of text on a screen: aligned, wrapped, styled.

Text of an article always stands last in its line. A terminal that turns right-to-left text around does so with
everything beside it that has no direction of its own (blanks, digits, signs), so whatever follows would lose its place;
what stands before it keeps it, as long as a Latin word is between it and the next such text. On a terminal such text is
put between marks, too (see `_directed`): a full stop stays at its end, and its line begins at the left as all others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from lintarticle.article.text.measure import columns, cut_at_columns
from lintarticle.output.screen import escape

NARROWEST = 24
"""Columns that the last cell of a line gets at least; where there are fewer, it goes to the next line."""

_NO_LINE_START = frozenset("、。，．・：；？！）］｝」』】〉》〕ー々ゝゞ…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""Characters that East Asian text does not begin a line with."""

_NO_LINE_END = frozenset("（［｛「『【〈《〔")


class Cell(NamedTuple):
    """A piece of a line: `width` columns wide at least, styled as rich calls it."""

    text: str
    width: int = 0
    style: str = ""
    right: bool = False


class Paper:
    """Writes lines to a console, `width` columns wide."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = console.width
        self.plain_guides = console.options.ascii_only
        self._is_screen = console.is_terminal and not console.options.ascii_only

    def blank(self) -> None:
        """Write an empty line."""
        self._console.print()

    def heading(self, text: str, note: str = "") -> None:
        """Write the heading of a part, after an empty line."""
        self.blank()
        self.row([Cell(text, style="bold")], note, style="dim")

    def row(self, cells: Sequence[Cell], text: str = "", *, style: str = "", hanging: str = "") -> None:
        """Write a line: the cells, then a text that is wrapped beside them, each further line after `hanging`."""
        left = _joined(cells)
        indent = hanging.ljust(columns(left.plain)) if hanging else " " * columns(left.plain)
        room = self.width - columns(left.plain)
        if room < min(NARROWEST, columns(text)):
            if left.plain.strip():
                self._line(left)
            left, indent = Text(), " " * 8
            left.append(indent)
            room = self.width - len(indent)
        for number, piece in enumerate(wrapped(text, max(8, room))):
            line = left if number == 0 else Text(indent)
            line.append(_directed(line.plain, piece) if self._is_screen else piece, style)
            self._line(line)

    def _line(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)


def _joined(cells: Sequence[Cell]) -> Text:
    line = Text()
    for cell in cells:
        padding = " " * (cell.width - columns(cell.text))
        line.append(padding + cell.text if cell.right else cell.text, cell.style)
        line.append("" if cell.right else padding)
    return line


def _directed(before: str, text: str) -> str:
    """Put right-to-left text between marks; `before` is what stands left of it in its line.

    The marks (U+200E, U+200F) have no width and no look. They make the signs at both ends of the text go its way,
    and the line as a whole run from left to right on terminals that ask the first letter for that.
    """
    first = next((way for way in map(unicodedata.bidirectional, text) if way in _STRONG), "L")
    last = next((way for way in map(unicodedata.bidirectional, reversed(text)) if way in _STRONG), "L")
    if first == last == "L":
        return text
    runs_on = any(unicodedata.bidirectional(character) == "L" for character in before)
    start = ("" if runs_on else "\u200e") + ("" if first == "L" else "\u200f")
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


def wrapped(text: str, width: int) -> list[str]:
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
        after in _NO_LINE_START or before in _NO_LINE_END or unicodedata.combining(after) or not _stands_alone(after)
    )


def _is_wide(character: str) -> bool:
    return character >= "\u1100" and unicodedata.east_asian_width(character) == "W"


def _stands_alone(character: str) -> bool:
    """Whether a character is its own, no sign that belongs to the one before it."""
    return unicodedata.category(character) in ("Lo", "Lm", "Lu", "Ll", "Nd", "So", "Ps", "Pi")
