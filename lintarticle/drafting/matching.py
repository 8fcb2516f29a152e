"""A text that matches a pattern of a configuration and that a person could have written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

from lintarticle.patterns import matches
from lintarticle.problem import Uncheckable

_WORDS = ("tides", "tables", "harbor", "water", "lighthouse", "northern", "restoration")
_PREFERRED = "t2a1T-/.,: _"
"""Characters that a class is written with, the first that it takes."""

_UNBOUNDED = 40
"""A part of a pattern that may repeat this often is free text."""


def text_matching(pattern: str, least: int = 0, *, free: str = "") -> str:
    """Return a text that a pattern matches whole, of `least` characters if that can be; "" where none is found.

    `free` is what free text is written as, or "" for words.
    """
    for length in (least, 0):
        try:
            text = _Writer(length, free).written(import_module("re._parser").parse(_of_python(pattern)))
        except (re.error, ValueError, ArithmeticError, AttributeError, KeyError, RecursionError, TypeError):
            return ""  # what only the library `regex` reads
        try:
            if len(text) >= length and matches(pattern, text):
                return text
        except Uncheckable:
            return ""
    return ""


_LETTERS = {"L": "a-zA-Z", "Letter": "a-zA-Z", "Latin": "a-zA-Z", "Ll": "a-z", "Lu": "A-Z", "N": "0-9", "Nd": "0-9"}


def _of_python(pattern: str) -> str:
    r"""Write the classes of letters that only the library `regex` knows (`\p{L}`) as Python's own."""

    def written(found: re.Match[str]) -> str:
        inside = pattern.rfind("[", 0, found.start()) > pattern.rfind("]", 0, found.start())
        letters = _LETTERS.get(found[1], "a-zA-Z")
        return letters if inside else f"[{letters}]"

    return re.sub(r"\\p\{(\w+)\}", written, pattern)


_DIGITS = {(4, 4): "2024", (2, 2): "05"}
"""Digits as they are in a date."""


class _Writer:
    """Writes a parsed pattern out: first branches, few repetitions, words for free text."""

    def __init__(self, least: int, free: str) -> None:
        self._least = least
        self._free = free
        self._groups: dict[int, str] = {}

    def written(self, parts: Iterable[tuple[Any, Any]]) -> str:
        """Write parts one after the other, blanks around words of free text where it takes them."""
        text, is_open = "", False
        for kind, value in parts:
            piece = self._part(str(kind), value)
            is_free = str(kind) in ("MAX_REPEAT", "MIN_REPEAT") and piece[:1] == "t" and _takes(value[2][0], " ")
            if text[-1:].isalnum() and piece[:1].isalnum() and (is_free or is_open):
                text += " "
            text += piece
            is_open = is_free
        return text

    def _part(self, kind: str, value: Any) -> str:  # noqa: ANN401 - as the parser has it
        """Write one part; places, and what is looked for ahead, are nothing: the result is tried."""
        match kind:
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "SUBPATTERN":
                text = self._groups[value[0] or 0] = self.written(value[-1])
            case "BRANCH":
                text = self.written(value[1][0])
            case "ATOMIC_GROUP":
                text = self.written(value)
            case "GROUPREF":
                text = self._groups.get(value, "")
            case "IN":
                text = _one_of(value)
            case "LITERAL" | "NOT_LITERAL" | "ANY":
                part = (kind, value)
                text = chr(value) if kind == "LITERAL" else next(sign for sign in _PREFERRED if _takes(part, sign))
            case _:
                text = ""
        return text

    def _repeated(self, fewest: int, most: Any, parts: Sequence[tuple[Any, Any]]) -> str:  # noqa: ANN401 - as above
        kind = str(parts[0][0]) if len(parts) == 1 else ""
        is_free = int(most) >= _UNBOUNDED and kind in ("ANY", "IN", "NOT_LITERAL", "CATEGORY")
        if is_free and (text := self._words(parts, int(fewest))):
            return text
        if str(parts[0][1]).endswith("CATEGORY_DIGIT)]") and (fewest, int(most)) in _DIGITS:
            return _DIGITS[fewest, int(most)]
        times = max(int(fewest), min(int(most), 1) if is_free else 0)
        return "".join(self.written(parts) for _ in range(min(times, 200)))

    def _words(self, parts: Sequence[tuple[Any, Any]], fewest: int) -> str:
        """Return words that one repeated character takes, joined as it allows; "" where it takes no letters."""
        if not _takes(parts[0], "t"):
            return ""
        if self._free and all(_takes(parts[0], character) for character in self._free):
            return self._free
        joiner = next((sign for sign in " -_" if _takes(parts[0], sign)), "")
        text = _WORDS[0]
        for number in range(1, 1 + max(self._least, fewest)):
            if len(text) >= max(self._least, fewest):
                break
            text += joiner + _WORDS[number % len(_WORDS)]
        return text if all(_takes(parts[0], character) for character in text) else "t" * max(fewest, 1)


def _takes(part: tuple[Any, Any], character: str) -> bool:
    """Whether one part of a pattern matches one character."""
    kind, value = str(part[0]), part[1]
    if kind == "ANY":
        return True
    if kind in ("LITERAL", "NOT_LITERAL"):
        return bool(ord(character) == value) == (kind == "LITERAL")
    return kind == "IN" and _is_in(value, character)


def _one_of(choices: Sequence[tuple[Any, Any]]) -> str:
    """Return a character of a class."""
    for character in _PREFERRED:
        if _is_in(choices, character):
            return character
    kind, value = str(choices[0][0]), choices[0][1]
    if kind == "LITERAL":
        return chr(value)
    if kind == "RANGE":
        return chr(value[0])
    return next(chr(code) for code in range(32, 0x3000) if _is_in(choices, chr(code)))


def _is_in(choices: Sequence[tuple[Any, Any]], character: str) -> bool:
    negated = bool(choices) and str(choices[0][0]) == "NEGATE"
    return any(_is_one(str(kind), value, character) for kind, value in choices) != negated


def _is_one(kind: str, value: Any, character: str) -> bool:  # noqa: ANN401 - as the parser has it
    if kind == "LITERAL":
        return bool(ord(character) == value)
    if kind == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    test = _CATEGORIES.get(str(value).removeprefix("CATEGORY_").removeprefix("NOT_"))
    is_not = str(value).startswith("CATEGORY_NOT_")
    return kind == "CATEGORY" and test is not None and test(character) != is_not


_CATEGORIES: Mapping[str, Callable[[str], bool]] = {
    "DIGIT": str.isdecimal,
    "SPACE": str.isspace,
    "WORD": lambda character: character.isalnum() or character == "_",
}
