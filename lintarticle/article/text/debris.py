"""What pasting leaves in a text: lines of a site's interface, and damaged characters.

Interface lines are toasts, share buttons and advertisement marks on a line of their own: the same words inside a
sentence are the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, NOTHING, Joined, fold, language
from lintarticle.record import NamedTuple
from lintarticle.source import Span

Certainty = Literal["certain", "likely"]


class InterfaceLine(NamedTuple):
    """One line of interface text: `span` without line end and outer blanks; how sure we are."""

    span: Span
    certainty: Certainty


_TOASTS = Joined("toasts")
_LINES = Joined("interface_lines")

LONGEST_INTERFACE = 60
"""Characters of the longest line of interface text."""

_FIRST = expression(r"\w")
_INNER = expression(r"\w(?:[^\n]*\w)?")


def interface_certainty(line: str) -> Certainty | None:
    """Say how surely a line (without line end) is interface text and nothing else; None: it is not."""
    stripped = line.strip()
    if not 2 <= len(stripped) <= LONGEST_INTERFACE:
        return None
    if "frame" in stripped and "cross-origin iframe" in stripped.lower():
        return "likely"
    if stripped.startswith(("#", ">", "|", "- ", "* ", "+ ", "[", "<", "`")):
        return None
    first = _FIRST.search(stripped)
    if first is None or not _may_be_listed(stripped, first.start()):
        return None
    match = _INNER.match(stripped, first.start())
    words = fold(" ".join(match[0].split())) if match else ""
    if words in _TOASTS:
        return "certain"
    return "likely" if words in _LINES or _is_reading_time(words) else None


def _may_be_listed(line: str, first: int) -> bool:
    """Whether the first letters of a line are those of interface text, or it holds a number as a reading time does."""
    beginning = fold(line[first : first + 4])[:2].rstrip()
    return beginning in _beginnings(line.isascii()) or _DIGIT.search(line) is not None


@cache
def _beginnings(ascii_only: bool) -> frozenset[str]:
    tables = [table.latin if ascii_only else table.every for table in (_TOASTS, _LINES)]
    return frozenset(listed[:2].rstrip() for words in tables for listed in words)


_DIGIT = expression(r"\d")
_LABEL = expression(r"(?P<label>[^\d:：~]{0,40}?)\s?[:：]?\s?(?:~|≈|about |approx\.? |ca\.? )?")
_AMOUNT = expression(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?P<unit>[^\d]{1,20})\Z")


@cache
def _reading_times() -> frozenset[str]:
    """Return what the time that an article takes is called."""
    rows = (language(code).labels.rows.get("reading_time", NOTHING) for code in LANGUAGES)
    return frozenset(label.lstrip("~!") for row in rows for label in row.folded)


def _is_reading_time(words: str) -> bool:
    """Whether a line, folded, is what themes print above an article: “5 min read”, “Lesezeit: 5 Minuten”."""
    digit = _DIGIT.search(words)
    amount = _AMOUNT.match(words, digit.start()) if digit else None
    before = _LABEL.fullmatch(words, 0, amount.start()) if amount else None
    if not amount or not before:
        return False
    label, unit = before["label"].strip(), amount["unit"].strip(" .")
    return unit in _LINES if not label else label in _reading_times()


def interface_lines(text: str) -> Iterator[InterfaceLine]:
    """Yield every line of `text` that is interface text; hand in text with code blanked."""
    lines = text.split("\n")
    short = [line for line in lines if 2 <= len(line) <= 4 * LONGEST_INTERFACE and not line.isspace()]
    found = {line: certainty for line in short if (certainty := interface_certainty(line))}
    start = 0
    for line in lines if found else ():
        if certainty := found.get(line):
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


_CODE_PAGES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "latin-1", "iso8859-2", "mac_roman", "cp437",
)  # fmt: skip
"""Encodings as which programs misread UTF-8."""


class Damaged(NamedTuple):
    """A damaged sequence and what it was."""

    span: Span
    meant: str


def damaged(text: str) -> Iterator[Damaged]:
    """Yield each sequence that only damage makes, and that ftfy can restore; words in a row are one.

    ftfy is imported for the first text that has two characters in a row as damage leaves them; hardly any other has.
    """
    last: Damaged | None = None
    for piece in _pieces(text):
        if last and _is_words(last.meant) and _is_words(piece.meant) and text[last.span.end : piece.span.start] == " ":
            last = Damaged(Span(last.span.start, piece.span.end), f"{last.meant} {piece.meant}")
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def may_be_damaged(text: str) -> bool:
    """Whether a text has two characters in a row as damage leaves them."""
    return not text.isascii() and _NOT_ASCII.search(text) is not None and bool(_pairs(text))


def _pieces(text: str) -> Iterator[Damaged]:
    """Yield the damaged parts of each word."""
    for start, word in _suspicious(text):
        from difflib import SequenceMatcher  # with ftfy, only for text that looks damaged

        from ftfy import fix_encoding

        meant = fix_encoding(word)
        for what, first, end, meant_first, meant_end in SequenceMatcher(None, word, meant, False).get_opcodes():
            if what == "equal" or _ends_a_quotation(word, first, end):
                continue
            more = int(what == "delete" and "\ufeff" not in meant and end < len(word))  # `Â°`: one byte of it is right
            restored = meant[meant_first : meant_end + more].replace("\ufeff", "")
            yield Damaged(Span(start + first, start + end + more), restored)


def _is_words(meant: str) -> bool:
    return meant.replace(" ", "").isalpha() and not meant.isascii()


_REACH = 200
"""Characters of a word to either side that are looked at."""


def _suspicious(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words that may be damaged, with the offset of each."""
    done = 0
    for at in _pairs(text):
        if at >= done:
            before = re.split(r"[ \t\n]", text[max(done, at - _REACH) : at])[-1]
            after = re.split(r"[ \t\n]", text[at : at + _REACH], maxsplit=1)[0]
            done = at + len(after)
            yield at - len(before), before + after


def _pairs(text: str) -> list[int]:
    """Return where a text has the first two bytes of a character in UTF-8, read in one of the code pages."""
    found = [match.start() for match in _pair().finditer(text)]
    if not found or _CONTROL.search(text):  # a control character is what a page has no character for
        return found
    pages = _bytes_read()
    return [at for at in found if any(text[at] in firsts and text[at + 1] in seconds for firsts, seconds in pages)]


_CONTROL = expression("[\x80-\x9f]")
_NOT_ASCII = expression(r"[^\x00-\x7f]{2}")
"""A first test for damaged characters: the pattern that finds them takes 2 ms to make."""


@cache
def _pair() -> re.Pattern[str]:
    """Return what finds a first byte and a second one, each as any of the code pages has it."""
    firsts, seconds = (re.escape("".join(sorted({*"".join(some)}))) for some in zip(*_bytes_read(), strict=True))
    return re.compile(f"[{firsts}](?=[{seconds}])")


@cache
def _bytes_read() -> list[tuple[str, str]]:
    """Return the first bytes of characters in UTF-8, and the second ones, as each of the code pages has them."""
    return [(_read(page, range(0xC2, 0xF5)), _read(page, range(0x80, 0xC0))) for page in _CODE_PAGES]


def _read(page: str, data: Iterable[int]) -> str:
    return bytes(data).decode(page, "ignore")


def _ends_a_quotation(word: str, first: int, end: int) -> bool:
    """Whether two characters may be the end of a word in capitals and the mark behind it: `«AMANHÃ»`."""
    return end - first == 2 and word[first:end][0] in "ÂÃÄÅ" and word[max(0, first - 1) : first].isupper()
