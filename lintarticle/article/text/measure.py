"""How long text is: in words, in display columns, and in em of the type that search results are set in.

Units. A *column* is the width of one Latin character in a terminal; a wide East Asian character has two. An
*em* is the size of the type: at 20 px, 30 em are 600 px. A *word* is what `count_words` says.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from lintarticle.expression import expression
from lintarticle.languages import language_or_english

_ZWJ = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_EMOJI_EM = 1.25
"""The width of an emoji in em: an estimate, platforms differ between 1.17 and 1.37."""

_OTHER_EM = 0.556
"""The width of a digit, and of characters that the table lacks (Greek, Cyrillic, …)."""

_ARABIC_EM = 0.464
"""The width of an Arabic letter: narrower by 760 to 910, the factor of The SEO Framework for Arabic and Persian."""


def columns(text: str) -> int:
    """Return the width of `text` in display columns.

    A character whose East Asian Width (UAX #11) is W or F has two columns, a combining mark, a variation
    selector or another invisible character none, an emoji sequence (flag, skin tone, joined figures) two.
    """
    if _is_simple(text):
        return len(text)
    return sum(map(_cluster_columns, _clusters(text)))


def stated_width(text: str) -> str:
    """Say how long a text is, for a message; columns are named only where they are not characters."""
    width = columns(text)
    return f"{width} columns (wide characters count as two)" if width > len(text) else f"{width} characters"


def last_words(text: str) -> str:
    """Return the end of a text for a message, at most 30 characters, from the start of a word where there is one."""
    if len(text) <= 30:
        return text
    return text[-31:].partition(" ")[2].lstrip() or text[-30:]


def rest_after(text: str, shown: str) -> str:
    """Return what follows the start of a text, for a message: from the word that is cut, at most 40 characters."""
    start = len(shown)
    if text[start : start + 1].strip():
        start = text.rfind(" ", max(0, start - 20), start) + 1 or start
    rest = text[start:].strip()
    return rest if len(rest) <= 40 else (rest[:40].rpartition(" ")[0] or rest[:39]) + "…"


def cut_at_columns(text: str, limit: int) -> str:
    """Return the longest start of `text` that is at most `limit` columns wide; no character is split."""
    if _is_simple(text):
        return text[:limit]
    return _cut(text, limit, _cluster_columns)


def em_width(text: str) -> float:
    """Return the width of `text` in em, set in Arial or Helvetica, which share their advance widths.

    Source: Adobe's font metrics for Helvetica (AFM, units of 1/1000 em) for ASCII, Latin-1 and typographic
    punctuation. An accented letter is as wide as its base letter, a wide East Asian character 1 em, a
    combining mark 0, an emoji about 1.25 em, an Arabic letter about 0.464 em, anything else 0.556 em.
    """
    if text.isascii() and text.isprintable():
        return sum(map(_ASCII_UNITS.__getitem__, map(ord, text))) / 1000
    return sum(map(_cluster_em, text if _is_simple(text) else _clusters(text)))


def cut_at_em(text: str, limit: float) -> str:
    """Return the longest start of `text` that is at most `limit` em wide; no character is split."""
    if text.isascii() and text.isprintable():
        ends = list(accumulate(map(_ASCII_UNITS.__getitem__, map(ord, text))))
        return text[: bisect_right(ends, (limit + 1e-9) * 1000)]
    return _cut(text, limit, _cluster_em)


def count_words(text: str) -> int:
    """Return the number of words in `text`.

    A run of letters and digits is one word, inner apostrophes, hyphens and decimal signs included (“it's”,
    “state-of-the-art”, “3.14”). Chinese and Japanese put no space between words: each Han, Hiragana or
    Katakana character counts as one, as in npm's reading-time. Korean does put spaces, so a run of
    Hangul is one word like any other. Thai, Lao, Khmer and Burmese put none either: five letters or marks
    count as one word, rounded up (own figure).
    """
    # Patterns are compiled on first use, by `re` itself, which keeps them: most texts need the first only.
    if text.isascii():
        return len(re.findall(_ASCII_WORD, text))
    if not re.search(_WITHOUT_BLANKS, text):
        return len(re.findall(_WORD, text))
    text, characters = re.subn(_CJK, " ", text)
    letters = 0
    for run in re.findall(_UNSPACED, text):
        letters += -(-len(run) // 5)
    text = re.sub(_UNSPACED, " ", text)
    return characters + letters + len(re.findall(_WORD, text))


def most_words(text: str) -> int:
    """Return a number that is not below that of the words in `text`, found in a fifth of the time."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(_BETWEEN_WORDS).split()) + len(data) - len(text)


_BETWEEN_WORDS = bytes(code if chr(code).isascii() and chr(code).isalnum() else 32 for code in range(256))


def length(text: str, language: str) -> int:
    """Return the length of a text: in words, of a Chinese or Japanese one in letters and digits."""
    return sum(map(str.isalnum, text)) if is_unspaced(text, language) else count_words(text)


def is_unspaced(text: str, language: str) -> bool:
    """Whether a text puts no blanks between words: a Chinese or Japanese one, unless most of it is in Latin letters."""
    if not language_or_english(language).unspaced:
        return False
    return sum(letter >= "\u3040" for letter in text) * 3 >= sum(map(str.isalnum, text))


_CJK = (
    "[\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_UNSPACED = "[\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3]+"
_WITHOUT_BLANKS = "[\u0e01-\u17d3\u3005-\U0003ffff]"
"""All scripts between the first and the last that puts no blanks between words: text without any of it is simpler."""

# No `+` or `*` gives back what it took: that makes counting eight times as fast.
_ASCII_WORD = r"[A-Za-z0-9]++(?:(?:['-]|[.,](?=\d))[A-Za-z0-9]++)*+"

# Python's \w knows letters and digits but not the marks that are part of words in Hindi, Arabic or Hebrew.
_WORD = (
    r"[^\W_]++(?:(?:['’ʼ‑‐-](?=[^\W_])|[.,](?=\d)|"
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u0963"
    "\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57"
    "\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3c-\u0c63\u0c81-\u0c83\u0cbc-\u0ce3\u0d00-\u0d03\u0d3b-\u0d63\u0d81-\u0ddf"
    r"\u200c\u200d]++)[^\W_]*+)*+"
)


_SIMPLE = expression("[ -~\\u00a0-\\u00ac\\u00ae-\\u02ff\\u2010-\\u2027]*")


def _is_simple(text: str) -> bool:
    """Whether each character is one of Latin script or of typography: one column wide, joined to no other one."""
    return (text.isascii() and text.isprintable()) or _SIMPLE.fullmatch(text) is not None


def _cut(text: str, limit: float, width: Callable[[str], float]) -> str:
    used = 0.0
    end = 0
    for cluster in _clusters(text):
        used += width(cluster)
        if used > limit + 1e-9:
            break
        end += len(cluster)
    return text[:end]


def _clusters(text: str) -> Iterator[str]:
    """Split text into what is seen as one character: a base with its marks, a joined emoji, a flag."""
    start = 0
    joined = False
    for index, character in enumerate(text):
        attached = joined or _is_zero_width(character) or _is_skin_tone(character)
        if index > start and not attached and not _completes_flag(text[start:index], character):
            yield text[start:index]
            start = index
        joined = character == _ZWJ and index > start and _is_pictograph(text[start])
    if start < len(text):
        yield text[start:]


def _cluster_columns(cluster: str) -> int:
    first = cluster[0]
    if _is_zero_width(first):
        return 0
    if unicodedata.east_asian_width(first) in "WF" or _EMOJI_STYLE in cluster or _is_flag_letter(first):
        return 2
    return 1


def _cluster_em(cluster: str) -> float:
    first = cluster[0]
    if _is_zero_width(first):
        return 0.0
    if _EMOJI_STYLE in cluster or _is_flag_letter(first) or _is_emoji(first):
        return _EMOJI_EM
    units = _ASCII_UNITS.get(ord(first)) or _UNITS.get(first)
    if units is None and unicodedata.east_asian_width(first) in "WF":
        units = 1000
    if units is None:
        base = unicodedata.normalize("NFD", first)[0]
        units = _ASCII_UNITS.get(ord(base))
    if units is not None:
        return units / 1000
    return _ARABIC_EM if "\u0600" <= first <= "\u06ff" else _OTHER_EM


def _is_zero_width(character: str) -> bool:
    if character < "\u0300":
        return character == "\u00ad" or (character < " " and not character.isspace())
    return unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff"


def _is_skin_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _completes_flag(cluster: str, character: str) -> bool:
    return len(cluster) == 1 and _is_flag_letter(cluster) and _is_flag_letter(character)


def _is_emoji(character: str) -> bool:
    return character >= "\U0001f000" and not "\U00020000" <= character <= "\U0003ffff" and _is_pictograph(character)


def _is_pictograph(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk") and character >= "\u2190"


# Helvetica advance widths in 1/1000 em, from U+0020 on.
_ASCII_UNITS = dict(
    enumerate(
        (
            *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),  # space to /
            *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),  # 0 to ?
            *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),  # @ to O
            *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),  # P to _
            *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),  # ` to o
            *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),  # p to ~
        ),
        start=0x20,
    )
)

_UNITS = {
    character: units
    for units, characters in (
        (1000, "Æ—…‰™Œ\u2e3a"),
        (944, "œ"),
        (889, "æ"),
        (834, "¼½¾"),
        (778, "Ø"),
        (737, "©®"),
        (722, "Ð"),
        (667, "Þ"),
        (611, "ßø"),
        (584, "¬±×÷−"),
        (556, "¢£¤¥§«»µðþ–†‡€Łƒ"),
        (537, "¶"),
        (500, "ﬁﬂ"),
        (400, "°"),
        (370, "ª"),
        (365, "º"),
        (350, "•"),
        (333, "¡¨¯²³´¸¹“”„‹›‐‑"),
        (278, "\u00a0·ıìíîï\t\n"),
        (260, "¦"),
        (222, "‘’‚ł"),
        (167, "⁄"),
    )
    for character in characters
}
_UNITS["¿"] = 611
