"""Alternative texts: what replaces one, and what is redundant in one."""

from __future__ import annotations

import re
import unicodedata
from typing import Protocol

from lintarticle.languages import Joined, fold, language_or_english, table

_FILE = r"[^\n]{1,200}\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)"
_CAMERA = (
    r"(?:img|dsc|dscn|dscf|pxl|mvimg|vid|wp|gopr|p)[-_ ]?\d{3,}[\w-]*"
    r"|(?:screen ?shot|bildschirmfoto)[-_ ]\d{4}[-\d :.apm_tuh,]*"
)


_FILE_ALTS = Joined("file_alts")
_OPENERS = Joined("alt_openers")


class HasLanguage(Protocol):
    """An article, or anything else with a language."""

    @property
    def language(self) -> str:
        """A primary subtag, or ""."""


def is_file_name(alt: str, target: str, article: HasLanguage) -> bool:
    """Whether an alt text is a file name, or a bare word such as "image", "screenshot 3" in the article's language."""
    text = fold(" ".join(alt.split()))
    if re.fullmatch(_FILE, text) or re.fullmatch(_CAMERA, text):
        return True
    stem = re.split(r"[?#]", target, maxsplit=1)[0].rpartition("/")[2].rpartition(".")[0]
    if fold(stem) == text and " " not in text and re.search(r"[-_]\w|\d", text) and not text.isdigit():
        return True
    numbered = re.fullmatch(r"(.*?\D)[ _#-]*\d{0,4}", text)
    word = numbered.group(1).strip(" _#-:") if numbered else text
    # The language is asked for only where it matters, since telling it takes time.
    return bool(word) and word in _FILE_ALTS and word in table("file_alts", article.language).folded


def may_have_opener(alt: str) -> bool:
    """Whether an alt text begins with what is an opener in some language, so that its own has to be told."""
    folded = fold(alt)
    return folded.startswith(_OPENERS.openings(folded))


def redundant_opener(alt: str, language: str) -> int:
    """Return how many characters of an alt text say only that it is an image ("An image of "), or 0."""
    folded = fold(alt)
    if len(folded) != len(alt):
        return 0
    best = 0
    for opener in table("alt_openers", language).folded:
        if folded.startswith(opener):
            joined = opener.endswith(("'", ":", "：")) or unicodedata.east_asian_width(opener[-1]) == "W"
            rest = folded[len(opener) :]
            if rest.strip() and (joined or not rest[0].isalnum()):
                best = max(best, len(alt) - len(rest.lstrip(" ,:")))
    return best


def without_opener(alt: str, length: int, language: str) -> str:
    """Return an alt text without its opener, "" if the rest would not be in that language."""
    if language_or_english(language).inflects:
        return ""
    rest = alt[length:]
    return rest[0].upper() + rest[1:]
