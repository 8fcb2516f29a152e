"""Which language an article is written in, as a primary subtag (`en`, `zh`), "" if nothing says so."""

from __future__ import annotations

import re
from typing import Literal

from lintarticle.expression import expression
from lintarticle.languages import LANGUAGES, OTHER_SCRIPTS, language
from lintarticle.record import NamedTuple

_ENOUGH = 4000
"""Characters of prose that are looked at: a few paragraphs tell as much as the whole."""
_FIRST_WORDS = 250
"""Words that are counted first: nearly half of an English text are the commonest ones, so these settle it."""

_TOKEN = expression(r"[^\W\d_]+")
_BEYOND_LATIN = expression("[^\x00-\u036f]+")  # as a range up to the last character it compiles in 3 ms
_NOT_KANA = expression("[^\u3040-\u30ff]+")
_NOT_OF = {
    "ko": expression("[^\uac00-\ud7a3]+"),
    "he": expression("[^\u0590-\u05ff]+"),
    "zh": expression("[^\u4e00-\u9fff]+"),
}
"""What is not of the script of a language."""
_ASCII = bytes(range(128))
_BLANKS = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalpha() else ord(" ") for code in range(256))
"""What makes a text in ASCII one of small letters and blanks, cut into words faster than by an expression."""
_SUFFIX = expression(r"\.([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)\.mdx?$")


def primary_subtag(tag: str) -> str:
    """Return the language of a tag (`pt` for `pt-BR` and `pt_br`), "" if it is not a tag at all."""
    first = re.split(r"[-_]", tag.strip().casefold(), maxsplit=1)[0]
    return first if first.isascii() and first.isalpha() and len(first) in (2, 3) else ""


Basis = Literal["metadata", "script", "words", "path", "nothing"]
"""What a language was told by: a field, the letters, common words, a folder or the end of the file name."""


class Detected(NamedTuple):
    """A language and what told it; "" and `nothing` where none was told."""

    language: str
    basis: Basis


def detect_language(tag: str, path: str, prose: str) -> Detected:
    """Return the language that the metadata name, else that of the script or of the path, else English if it is.

    A folder may be called `it` or `no` for another reason, and a page in `/fr/` may wait for its translation:
    the path is believed only where the text does not speak against it.
    """
    if tag and (named := primary_subtag(tag)):
        return Detected(named, "metadata")
    sample = prose.strip()[:_ENOUGH]
    script = _language_of_script(sample)
    if script:
        return Detected(script, "script")
    if script is None and is_english(sample):
        return Detected("en", "words")
    found = _language_of_path(path, latin=script is None)
    return Detected(found, "path" if found else "nothing")


def is_english(prose: str) -> bool:
    """Whether at least one word in ten is among the commonest words of English, three different ones at least."""
    sample = prose.strip()[:_ENOUGH]
    if any(map(str.isalnum, _beyond_ascii(sample))):
        tokens = _TOKEN.findall(sample.lower())
        return _are_enough(_common(tokens), len(tokens))
    letters = sample.encode("ascii", "replace").translate(_BLANKS).decode()
    tokens = letters.split(None, _FIRST_WORDS)
    rest = tokens.pop() if len(tokens) > _FIRST_WORDS else ""
    common = _common(tokens)
    if _are_enough(common, len(tokens) + rest.count(" ") + bool(rest)):
        return True
    others = rest.split()
    return bool(others) and _are_enough(common + _common(others), len(tokens) + len(others))


def _beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not in ASCII."""
    if text.isascii():
        return ""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _common(tokens: list[str]) -> list[str]:
    """Return the tokens that are among the commonest words."""
    return list(filter(language("en").function_words.folded.__contains__, tokens))


def _are_enough(common: list[str], words: int) -> bool:
    """Whether the common ones among so many words make a text English."""
    return len(common) * 10 >= words and len(set(common)) >= 3


def _language_of_script(sample: str) -> str | None:
    """Return None for Latin letters, "" for a script that several languages share or that is not known here."""
    foreign = "".join(filter(str.isalpha, "".join(_BEYOND_LATIN.findall(_beyond_ascii(sample)))))
    if not foreign or (len(foreign) * 4 <= len(sample) and len(foreign) * 4 <= sum(map(str.isalpha, sample))):
        return None
    if len(_NOT_KANA.sub("", foreign)) * 10 >= len(foreign):
        return "ja"
    counts = {name: len(others.sub("", foreign)) for name, others in _NOT_OF.items()}
    found = max(counts, key=lambda name: counts[name])
    return found if counts[found] * 2 > len(foreign) else _language_of_letters(foreign)


def _language_of_letters(letters: str) -> str:
    """Return the language that has letters of its own in the Cyrillic or Arabic script, "" for its neighbours."""
    for code in OTHER_SCRIPTS:
        own, foreign = language(code).own_letters, language(code).foreign_letters
        count = sum(char in own for char in letters)
        if own and count * 200 >= len(letters) and sum(char in foreign for char in letters) * 10 < count:
            return code
    return ""


def _language_of_path(path: str, *, latin: bool) -> str:
    """Return the language that a folder or the end of the file name (`guide.fr.md`) stands for."""
    suffix = _SUFFIX.search(path)
    segments = [suffix.group(1)] if suffix else []
    segments += [segment for segment in reversed(path.split("/")[:-1]) if len(segment) == 2 or segment[2:3] in "-_"]
    for segment in segments:
        code = primary_subtag(segment)
        if code in LANGUAGES and code != "en" and (code not in OTHER_SCRIPTS) == latin:
            return code
    return ""
