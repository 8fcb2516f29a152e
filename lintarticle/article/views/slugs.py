"""The algorithms that make anchors from headings, one for each program or plugin that does it in its own way.

Sources: github-slugger; goldmark's IDs as in Hugo; kramdown's `basic_generate_id`, and `generate_gfm_header_id` of its
GFM parser; the `slug` crate (Zola); Python-Markdown's `toc` extension and pymdownx.slugs; Pandoc's `auto_identifiers`;
markdown-it-anchor (Eleventy, Zenn) and Eleventy's IdAttributePlugin; `@mdit-vue/shared` (VuePress, VitePress);
hexo-util's `slugize`. `tests/anchors` holds what each of them answered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from lintarticle.record import NamedTuple

_SPECIAL = r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'<>,.?/]+"
_SPECIAL_TO_VUE = r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'“”‘’<>,.?/]+"
_CONTRACTION = r"(?i)([a-z\d]+)'([ts])(?=\s|\Z)"
_LATIN = str.maketrans({
    "ß": "s", "ẞ": "S", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d",
    "Ð": "D", "ł": "l", "Ł": "L", "ı": "i", "þ": "th", "Þ": "TH", "ŧ": "t", "Ŧ": "T", "ħ": "h", "Ħ": "H", "ǆ": "dz",
    "ǅ": "Dz", "Ǆ": "DZ",
})  # fmt: skip
_TAG = r"<[^<>\n]*>"
_HTML = r"</?[a-zA-Z!][^<>\n]*>"


def slug(text: str, algorithm: str) -> str:
    """Return the anchor of a heading's text, before repeated ones are numbered; "" where nothing is left."""
    return ALGORITHMS[algorithm](text)


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _kept(text: str, also: str, kinds: tuple[str, ...]) -> str:
    """Drop everything but the characters in `also` and in some general categories."""
    if text.isascii():
        return text.translate(_dropped(also, kinds))
    return "".join(char for char in text if char in also or unicodedata.category(char).startswith(kinds))


@cache
def _dropped(also: str, kinds: tuple[str, ...]) -> dict[int, None]:
    """Return the characters of ASCII that are not kept."""
    return {
        code: None
        for code in range(128)
        if chr(code) not in also and not unicodedata.category(chr(code)).startswith(kinds)
    }


def _lower(text: str) -> str:
    """Lowercase each character by itself, so that Σ at the end of a word is σ."""
    return text.lower() if text.isascii() else "".join(char.lower() for char in text)


def _github(text: str) -> str:
    composed = text.lower() if text.isascii() else unicodedata.normalize("NFC", text.lower())
    return _kept(composed, "- ", ("L", "M", "Nd", "Nl", "Pc")).replace(" ", "-")


def _hugo(text: str) -> str:
    simple = "".join("i" if char == "İ" else char.lower() for char in text.strip())
    return _kept(simple, "-_ ", ("L", "Nd")).replace(" ", "-") or "heading"


def _kramdown_gfm(text: str) -> str:
    return re.sub(r"[ \t]", "-", _kept(_lower(text), "- \t", ("L", "M", "Nd", "Nl", "Pc")))


def _kramdown(text: str) -> str:
    letters = re.sub(r"[^a-zA-Z0-9 -]", "", re.sub(r"\A[^a-zA-Z]+", "", text))
    return letters.replace(" ", "-").lower()


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", _without_marks(text).lower()).strip("-")


def _eleventy(text: str) -> str:
    words = re.sub(_CONTRACTION, r"\1\2", text.replace("&", " and "))
    plain = "".join(char for char in unicodedata.normalize("NFD", words) if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _python(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _pymdown(text: str) -> str:
    plain = re.sub(_TAG, "", unicodedata.normalize("NFC", text)).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def _pandoc(text: str) -> str:
    joined = "-".join(_kept(_lower(text), "_-. ", ("L", "N", "Z")).split())
    start = next((at for at, char in enumerate(joined) if char.isalpha()), len(joined))
    return joined[start:]


def _encoded(text: str) -> str:
    return re.sub(r"\s+", "-", text.strip().lower())


def _vue(text: str) -> str:
    plain = re.sub(r"[\u0300-\u036f\x00-\x1f]", "", unicodedata.normalize("NFKD", text))
    joined = re.sub(_SPECIAL_TO_VUE, "-", plain).strip("-").lower()
    return unicodedata.normalize("NFC", f"_{joined}" if joined[:1].isdigit() else joined)


def _hexo(text: str) -> str:
    plain = "".join(map(_without_diacritics, re.sub(_HTML, "", text)))
    return re.sub(_SPECIAL, "-", re.sub(r"[\x00-\x1f]", "", plain)).strip("-")


def _without_diacritics(char: str) -> str:
    """Return a Latin letter as hexo-util spells it; it leaves other scripts alone."""
    if "\u0300" <= char <= "\u036f":
        return ""
    name = unicodedata.name(char, "")
    is_latin = name.startswith(("LATIN CAPITAL", "LATIN SMALL", "FULLWIDTH LATIN"))
    return _without_marks(char.translate(_LATIN)) if is_latin else char


def _hexo_lower(text: str) -> str:
    return _hexo(text).lower()


def _collapsed(text: str) -> str:
    return re.sub(r"-+", "-", _github(text)).strip("-")


def _joined(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _hashnode(text: str) -> str:
    return f"heading-{_collapsed(text)}"


ALGORITHMS: dict[str, Callable[[str], str]] = {
    "github": _github,
    "hugo": _hugo,
    "kramdown": _kramdown,
    "kramdown-gfm": _kramdown_gfm,
    "ascii": _ascii,
    "python": _python,
    "pymdown": _pymdown,
    "pandoc": _pandoc,
    "encoded": _encoded,
    "eleventy": _eleventy,
    "vue": _vue,
    "hexo": _hexo,
    "hexo-lower": _hexo_lower,
    "collapsed": _collapsed,
    "joined": _joined,
    "hashnode": _hashnode,
}

SPELLS_OUT = frozenset(("ascii", "eleventy"))
"""The algorithms that write other scripts and symbols in Latin letters: `潮汐` as `chao-xi`, `🦀` as `crab`."""


class Spelling(NamedTuple):
    """What a heading with characters that need spelling out may have become, where we have no tables for it.

    `parts` are letters that are certain, the spellings of one, and the least and most letters between them, without
    hyphens. `hyphens` are the least and most of them, since words stay words, and each Chinese character becomes one;
    `letters` the least letters.
    """

    parts: tuple[str | frozenset[str] | tuple[int, int], ...]
    hyphens: tuple[int, int]
    letters: int

    def allows(self, name: str) -> bool:
        """Whether an anchor may be the heading, spelt out."""
        letters = name.replace("-", "")
        least, most = self.hyphens
        if not least <= name.count("-") <= most or len(letters) < self.letters or re.search(r"[^a-z0-9-]", name):
            return False
        ends = {0}
        for part in self.parts:
            if isinstance(part, str):
                ends = {at + len(part) for at in ends if letters.startswith(part, at)}
            elif isinstance(part, frozenset):
                ends = {at + len(spelling) for at in ends for spelling in part if letters.startswith(spelling, at)}
            else:
                ends = {end for at in ends for end in range(at + part[0], min(at + part[1], len(letters)) + 1)}
        return len(letters) in ends


def spellings_of(text: str) -> Iterator[Spelling]:
    """Yield how a heading may be spelt out, nothing where its anchor is certain: it is in ASCII.

    Eleventy leaves out Chinese characters.
    """
    if text.isascii() or len(text) > _MOST_SPELT:
        return
    without = "".join(char for char in text if not _is_chinese(char))
    for each in dict.fromkeys((text, without if any(map(str.isalnum, without)) else text)):
        chinese = sum(map(_is_chinese, each))
        words = len("".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in without).split())
        hyphens = (max(0, chinese - 1), chinese + words + sum(map(_pieces, each)))
        yield Spelling(tuple(_merged(each)), hyphens, sum(map(str.isalpha, each)) // 2)


_MOST_SPELT = 300
"""Characters of a heading that is spelt out."""


def _is_chinese(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _pieces(char: str) -> int:
    """Return how many hyphens a character may bring: a sign (`man-woman-girl`), a letter spelt with an apostrophe."""
    if unicodedata.category(char) == "So":
        return 4
    return int("\u0590" <= char <= "\u06ff" or "\u10a0" <= char <= "\u10ff")


def _spelt(char: str) -> tuple[str, int, int]:
    """Return the letters of a character that are certain, and the least and most that may follow them."""
    if char.isascii():
        return (char.lower(), 0, 0) if char.isalnum() else ("", 0, 3 * (char == "&"))
    if _is_chinese(char):
        return "", 1, 8
    plain = _without_marks(char).lower()
    kind = unicodedata.category(char)[0]
    if plain.isascii() and plain.isalnum() and kind == "L":
        return plain, 0, 1  # “ö” is o or oe
    return "", 0, {"L": 5, "M": 2, "C": 0, "P": 2, "Z": 0}.get(kind, 40)


def _merged(text: str) -> Iterator[str | frozenset[str] | tuple[int, int]]:
    """Join what follows each other: certain letters to one string, uncertain ones to one range."""
    certain, least, most = "", 0, 0
    for char in text:
        spellings = _spellings().get(char.lower())
        letters, fewest, more = ("", 0, 0) if spellings else _spelt(char)
        if spellings or (letters and most):
            yield from (certain, (least, most))
            certain, least, most = "", 0, 0
        if spellings:
            yield spellings
        certain += letters
        least, most = least + fewest, most + more
    yield from (certain, (least, most))


_CYRILLIC = (
    "а:a б:b в:v,w г:g,h ґ:g д:d е:e,ye,je,ie ё:e,yo,jo,io є:ye,je,ie,e ж:zh,j,z з:z и:i,y,j і:i ї:yi,ji,i й:,j,y,i,jj "
    "ј:j к:k л:l љ:lj,l м:m н:n њ:nj,n о:o п:p р:r с:s т:t ћ:c,ch,tj у:u ў:u,w ф:f х:h,kh,x,ch ц:c,ts,cz,tc "
    "ч:ch,c ђ:dj,d џ:dz,dzh ш:sh,s щ:shch,sch,shh,sht,sh,sc ъ:,a,u,y ы:y,i,yi ь:,y,i,j э:e,je,eh ю:yu,ju,iu,u "
    "я:ya,ja,ia,a"
)
"""How each letter may be written in Latin ones; a comma after the colon: or left out."""


@cache
def _spellings() -> dict[str, frozenset[str]]:
    pairs = (entry.split(":") for entry in _CYRILLIC.split())
    return {letter: frozenset(spellings.split(",")) for letter, spellings in pairs}
