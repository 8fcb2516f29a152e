"""Names of files and slugs, made from titles in any script as the platform and the site write them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any

from lintarticle.record import NamedTuple

_FEWEST_NUMBERS = 3
"""If this many names are numbers, as zenn-cli makes them, new ones are too: our own figure."""

LONGEST = 60
"""Characters of a slug: addresses stay readable, and file names below what systems allow in every script."""

ASCII_PLATFORMS = frozenset({"ghost", "hashnode", "pelican", "zola"})
"""Sluggers of platforms whose addresses are a–z and 0–9, in whatever script the title is."""

_OF_PLATFORMS: Mapping[str, dict[str, Any]] = {"zenn": {"ascii": True, "language": "ja", "least": 12, "most": 50}}
"""What platforms ask of names: Zenn takes 12 to 50 of a–z, 0–9, “-” and “_” (zenn.dev/zenn/articles/what-is-slug)."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"})
_NORDIC = str.maketrans({"å": "aa", "Å": "Aa", "æ": "ae", "Æ": "Ae", "ø": "oe", "Ø": "Oe"})
_SPELLINGS = {"de": _GERMAN, "da": _NORDIC, "nb": _NORDIC, "no": _NORDIC}
"""How languages write their own letters where there is only a–z."""


class NameStyle(NamedTuple):
    """How a site spells names: `ascii` letters only, capitals kept, the sign between words, the titles' language.

    `least` and `most` are how many characters a name has; `digits`: the length of names that are hexadecimal numbers.
    """

    ascii: bool = False
    keeps_case: bool = False
    joiner: str = "-"
    language: str = ""
    least: int = 0
    most: int = LONGEST
    digits: int = 0

    def on(self, slugger: str) -> NameStyle:
        """Return this style with what a platform, by its slugger, asks for itself."""
        return self._replace(**_OF_PLATFORMS.get(slugger, {}))


def slug_from(title: str, style: NameStyle, *, made_up: str = "article") -> str:
    """Return the slug of a title, of at most `LONGEST` characters.

    Where nothing of the title can be spelt as the style asks (emoji; kanji, whose sound nothing says), it is `made_up`
    and a number that this title always gets.
    """
    if style.digits:
        return blake2b(title.encode()).hexdigest()[: style.digits]
    text = unicodedata.normalize("NFC", title)
    spelt = _in_ascii(text, style.language) if style.ascii else text
    joined = style.joiner.join(_words(spelt if style.keeps_case else spelt.lower())) or made_up
    slug = _shortened(joined, style)
    if joined != made_up and len(slug) >= style.least:
        return slug
    return f"{slug}{style.joiner}{blake2b(title.encode(), digest_size=4).hexdigest()}"


def _words(text: str) -> list[str]:
    """Split at everything but letters, their marks, and digits; an apostrophe inside a word is left out."""
    plain = re.sub(r"(?<=\w)['’ʼ](?=\w)", "", text)
    kept = "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in plain)
    # A variation selector of an emoji is a mark, too, but of no letter.
    return [word for word in kept.split() if any(unicodedata.category(each)[0] in "LN" for each in word)]


def _in_ascii(text: str, language: str) -> str:
    text = text.translate(_SPELLINGS.get(language, {}))
    if text.isascii():
        return text
    is_japanese = language == "ja" or re.search(r"[\u3040-\u30ff]", text)
    if is_japanese and re.search(r"[\u3400-\u9fff]", text):
        text = re.sub(r"[^\x00-\x7f]+", " ", text)  # the sound of kanji depends on the word
        return text if re.search(r"[A-Za-z]{2}", text) else ""
    from anyascii import anyascii

    letters = (each for each in text if each.isascii() or unicodedata.category(each)[0] in "LMN")
    return "".join(f" {anyascii(each)} " if "\u3400" <= each <= "\u9fff" else anyascii(each) for each in letters)


def _shortened(slug: str, style: NameStyle) -> str:
    if len(slug) <= style.most:
        return slug
    head = slug[: style.most]
    return head.rpartition(style.joiner)[0] if style.joiner in head and slug[style.most] != style.joiner else head


def style_of(stems: Sequence[tuple[str, str]], *, ascii_by_default: bool, language: str) -> NameStyle:
    """Return how names are spelt, from pairs of a name and its title; titles in a–z say nothing of other letters."""
    foreign = [name for name, title in stems if any(each.isalpha() and not each.isascii() for each in title)]
    has_ascii = all(name.isascii() for name in foreign) if foreign else ascii_by_default
    names = [name for name, _ in stems]
    capitals = sum(any(map(str.isupper, name)) for name in names)
    joiner = max("-_ ", key=lambda sign: sum(sign in name for name in names))
    digits = {len(name) if re.fullmatch(r"[0-9a-f]{8,64}", name) else 0 for name in names}
    is_number = len(names) >= _FEWEST_NUMBERS and len(digits) == 1
    return NameStyle(
        has_ascii, capitals > len(names) / 2 > 0, joiner, language, digits=digits.pop() if is_number else 0
    )


# --- where articles are ---------------------------------------------------------------------------------------


class FilePlace(NamedTuple):
    """Where articles are and what their files are called, with `{slug}`, `{n}` and the parts of the date to fill in.

    `folder` has no `/` at its end, `tail` is what follows the name: `.md`, or `/index.md` of a folder for each article.
    """

    folder: str
    name: str
    tail: str

    def path(self, slug: str, moment: datetime, number: int = 1) -> str:
        """Return the path of an article."""
        filled = "/".join(filter(None, (self.folder, self.name))) + self.tail
        parts = {"{Y}": "%Y", "{m}": "%m", "{d}": "%d"}
        for mark, form in parts.items():
            filled = filled.replace(mark, moment.strftime(form))
        width = re.search(r"\{n(\d)\}", filled)
        if width:
            filled = filled.replace(width[0], f"{number:0{width[1]}}")
        return filled.replace("{slug}", slug)


_DATED = re.compile(r"(?P<Y>(?:19|20)\d\d)(?P<joint>[-_.]?)(?P<m>[01]\d)(?P=joint)(?P<d>[0-3]\d)(?P<rest>[-_. ].+)?")
_NUMBERED = re.compile(r"(?P<n>\d{1,4})(?P<joint>[-_. ]+)(?P<slug>\D.*)")
_FILE = re.compile(r"(?P<stem>.+?)(?P<tail>(?:\.[a-z]{2}(?:-[A-Za-z]{2,4})?)?\.\w+)")


def place_of(path: str) -> tuple[FilePlace, str]:
    """Return the place that a path shows, and the slug in it."""
    *folders, file = path.split("/")
    parts = _FILE.fullmatch(file)
    stem, tail = (parts["stem"], parts["tail"]) if parts else (file, "")
    if stem in ("index", "README") and folders:
        stem, tail = folders.pop(), f"/{stem}{tail}"
    name, slug = _named(stem)
    return FilePlace("/".join(_dated_folders(folders)), name, tail), slug


def _named(stem: str) -> tuple[str, str]:
    """Return the form of a name, and its slug."""
    dated = _DATED.fullmatch(stem)
    if dated:
        head = dated["joint"].join(("{Y}", "{m}", "{d}"))
        rest = dated["rest"] or ""
        return (f"{head}{rest[0]}{{slug}}", rest[1:]) if rest else (head, stem)
    numbered = _NUMBERED.fullmatch(stem)
    if numbered and (numbered["n"].startswith("0") or len(numbered["n"]) < 4):
        return f"{{n{len(numbered['n'])}}}{numbered['joint']}{{slug}}", numbered["slug"]
    return "{slug}", stem


def _dated_folders(folders: Sequence[str]) -> Iterable[str]:
    """Yield folders, those that are a year, a month or a day replaced by placeholders."""
    expected = ""
    for folder in folders:
        if re.fullmatch(r"(?:19|20)\d\d", folder):
            expected = "{m}"
            yield "{Y}"
        elif re.fullmatch(r"(?:19|20)\d\d-[01]\d", folder):
            expected = "{d}"
            yield "{Y}-{m}"
        elif expected and re.fullmatch(r"[0-3]\d", folder):
            yield expected
            expected = "{d}" if expected == "{m}" else ""
        else:
            expected = ""
            yield folder


def usual_place(paths: Sequence[str]) -> FilePlace | None:
    """Return the place that most paths have; of several, the one nearest to the top."""
    counted = Counter(place_of(path)[0] for path in paths)
    counted.update(_own_folders(paths))
    if not counted:
        return None
    return min(counted, key=lambda place: (-counted[place], place.folder.count("/"), place))


_FILES_OF_ONE = 2
"""Files in the folder of one article, at most: itself, and perhaps a translation."""


def _own_folders(paths: Sequence[str]) -> Counter[FilePlace]:
    """Count the articles in folders of their own, in which the file is called as the folder, or always alike."""
    alone = Counter(path.rpartition("/")[0] for path in paths)
    seen: dict[FilePlace, set[str]] = {}
    for path in paths:
        *folders, file = path.split("/")
        parts = _FILE.fullmatch(file)
        if not folders or parts is None or parts["stem"] in ("index", "README"):
            continue
        name, slug = _named(folders[-1])
        inner = "{slug}" if _named(parts["stem"])[1] == slug else parts["stem"]
        place = FilePlace("/".join(_dated_folders(folders[:-1])), name, f"/{inner}{parts['tail']}")
        if alone["/".join(folders)] <= _FILES_OF_ONE:
            seen.setdefault(place, set()).add("/".join(folders))
    return Counter({place: len(own) for place, own in seen.items() if len(own) > 1})


def place_by_pattern(patterns: Iterable[str]) -> FilePlace | None:
    """Return the place that patterns of files describe: `blog/*/index.md`, `content/news/**`."""
    for pattern in patterns:
        if pattern.startswith("!"):
            continue
        parts = pattern.strip("/").split("/")
        starts = [number for number, part in enumerate(parts) if re.search(r"[*?\[]", part)]
        first = starts[0] if starts else len(parts)
        rest = [re.sub(r"\[!?\^?(.)[^\]]*\]", r"\1", part) for part in parts[first:] if part != "**"]
        file = rest[-1] if rest else "*.md"
        if rest and file in ("index.md", "index.mdx", "README.md"):
            return FilePlace("/".join([*parts[:first], *rest[:-2]]), "{slug}", f"/{file}")
        stem, dot, suffix = file.rpartition(".")
        if not dot or "*" in suffix:
            stem, suffix = file, "md"
        name = stem.replace("?", "1").replace("*", "{slug}", 1).replace("*", "1") if "*" in stem else "{slug}"
        return FilePlace(
            "/".join([*parts[:first], *(each.replace("*", "{slug}") for each in rest[:-1])]), name, f".{suffix}"
        )
    return None
