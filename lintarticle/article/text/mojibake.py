"""Damaged text: UTF-8 that was read as Windows-1252, and what it was before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintarticle.source import Span

_LATER = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""How Windows-1252 shows the second and later bytes of a character; C1 controls where it has none."""

_SECOND = "\x80-\xbf€‚ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ"
"""The same without the punctuation that may well follow a letter: “café”… is fine."""

_SEQUENCES = (
    # A letter with an accent, a sign; not after a capital, which may end a word in quotation marks (AMANHÃ»).
    rf"(?<![A-ZÀ-Þ])[ÂÃÄÅ][{_SECOND}]"
    # Quotation marks, dashes, signs, arrows: they begin with â and one of these.
    rf"|â[€‚„†‡ˆ‰Š‹ŒœžŸš\x80-\x9f][{_LATER}]"
    # Emoji.
    rf"|ðŸ[{_LATER}]{{2}}"
    # A byte order mark.
    "|ï»¿"
    # Words of other scripts: several characters in a row.
    rf"|(?:[ÎÏÐÑ×ØÙÚÛ][{_LATER}] ?){{3,200}}|(?:[à-ï][{_LATER}]{{2}}){{3,200}}"
)


class Damaged(NamedTuple):
    """A damaged sequence and what it was."""

    span: Span
    meant: str


def damaged(text: str) -> Iterator[Damaged]:
    """Yield each sequence that only damage makes."""
    for match in re.finditer(_SEQUENCES, text):
        wrong = match[0].rstrip(" ")
        meant = _undone(wrong)
        if meant is not None:
            yield Damaged(Span(match.start(), match.start() + len(wrong)), "" if meant == "\ufeff" else meant)


def _undone(text: str) -> str | None:
    """Return what a sequence was, None where it was nothing."""
    data = bytearray()
    for char in text:
        try:
            data += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return None
            data.append(ord(char))
    try:
        meant = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return meant if meant.isprintable() or meant in ("\xa0", "\xad", "\ufeff") else None
