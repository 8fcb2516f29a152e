"""What pasting leaves in a text: lines of a site's interface, and damaged characters.

Interface lines are toasts, share buttons and advertisement marks on a line of their own: the same words inside a
sentence are the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lintarticle.languages import NOTHING, Joined, fold
from lintarticle.source import Span

Certainty = Literal["certain", "likely"]


class InterfaceLine(NamedTuple):
    """One line of interface text: `span` without line end and outer blanks; how sure we are."""

    span: Span
    certainty: Certainty


_TOASTS = Joined(lambda each: each.toasts)
_LINES = Joined(lambda each: each.interface_lines)

_LONGEST = 60
# Patterns are compiled on first use, by `re` itself, which keeps them: most articles need few of them.
_OUTER = r"[^\w\n]*([^\n]*?)[^\w\n]*\Z"


def interface_certainty(line: str) -> Certainty | None:
    """Say how surely a line (without line end) is interface text and nothing else; None: it is not."""
    if not 2 <= len(line.strip()) <= _LONGEST:
        return None
    stripped = line.strip()
    if "frame" in stripped and "cross-origin iframe" in stripped.lower():
        return "likely"
    if stripped.startswith(("#", ">", "|", "- ", "* ", "+ ", "[", "<", "`")):
        return None
    match = re.compile(_OUTER).match(stripped)
    words = fold(" ".join(match[1].split())) if match else ""
    if any(map(str.isdigit, words)):
        return "likely" if _is_reading_time(words) else None
    if words in _TOASTS:
        return "certain"
    return "likely" if words in _LINES else None


_AMOUNT = (
    r"(?P<label>[^\d:：~]{0,40}?)\s?[:：]?\s?(?:~|≈|about |approx\.? |ca\.? )?"
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?P<unit>[^\d]{1,20})"
)
_READING_TIMES = Joined(lambda each: each.labels.rows.get("reading_time", NOTHING))


def _is_reading_time(words: str) -> bool:
    """Whether a line, folded, is what themes print above an article: “5 min read”, “Lesezeit: 5 Minuten”."""
    match = re.fullmatch(_AMOUNT, words)
    if not match:
        return False
    label, unit = match["label"].strip(), match["unit"].strip(" .")
    return unit in _LINES if not label else any(label == each.lstrip("~!") for each in _READING_TIMES.every)


def interface_lines(text: str) -> Iterator[InterfaceLine]:
    """Yield every line of `text` that is interface text; hand in text with code blanked."""
    start = 0
    for line in text.split("\n"):
        if len(line) <= 4 * _LONGEST and (certainty := interface_certainty(line)):
            first = start + len(line) - len(line.lstrip())
            yield InterfaceLine(Span(first, first + len(line.strip())), certainty)
        start += len(line) + 1


def whole_mark(text: str, mark: Span) -> Span:
    """Widen a mark to the blanks before it, or to its line with its line end where nothing else is there."""
    start = mark.start
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    line_ends = mark.end == len(text) or text[mark.end] == "\n"
    if (start == 0 or text[start - 1] == "\n") and line_ends:
        return Span(start, min(mark.end + 1, len(text)))
    return Span(mark.start if start == 0 or text[start - 1] == "\n" else start, mark.end)


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
    """Return what a sequence was, None if it was nothing."""
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
