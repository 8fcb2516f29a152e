"""Markdown and HTML in a value that is shown as plain text: a title, an excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintarticle.article.values import Cut
from lintarticle.expression import expression
from lintarticle.record import NamedTuple

_TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|"
    "small|span|strike|strong|sub|sup|u|ul|wbr"
)
_VOID = frozenset(("br", "hr", "img", "wbr"))
_PARTING = expression(r"</?(?:br|hr|p|div|li|ul|ol|blockquote|h[1-6])\b", re.IGNORECASE)
"""Tags between which words are apart without any blank."""

_LEFTOVER = r"\*\*|(?<!\w)__|(?<!\s)\*(?!\s)|(?<!\S)[*_](?=\w)|(?<=[^\s_])[*_](?!\S)|\]\(|</?[A-Za-z][^<>]*>|``"
"""What markup leaves behind that was not read as a whole: half of a pair, one mark inside another."""
_ENTITIES = "amp|lt|gt|quot|apos|nbsp|hellip|[mn]dash|[lr][sd]quo|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5}"

_SIGNS = frozenset("#`![*_<&")
"""What any markup has at least one of: most values have none, and need no pattern."""

# Patterns are compiled on first use, by `re` itself, which keeps them: a run over one article seldom needs them.
_CLOSING = rf"</({_TAGS})\s{{0,9}}>"
_LINK = r"(?P<link>!?\[(?P<label>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]{1,500})(?: \"[^\"\n]{0,200}\")?\))"
_EMPHASIS = (
    r"(?<![\w*\\/])(?P<mark>\*{1,3})(?P<starred>(?=[\"'“„‘«(\[`]?[\w&])[^\s*][^*\n]{0,200}?(?<![\s*]))(?P=mark)(?![\w*/])"
    r"|(?<![\w\\/])(?P<line>_{1,2})(?P<lined>[^\s_][^_\n]{0,200}?(?<![\s_]))(?P=line)(?!\w)"
)
_ANY = (
    rf"(?P<heading>\A#{{1,6}} +)|`(?P<code>[^`\n]{{1,300}})`|{_LINK}|{_EMPHASIS}"
    rf"|(?P<tag></?(?P<name>{_TAGS})(?:\s[^<>]{{0,500}})?/?>)|(?P<entity>&(?:{_ENTITIES});)"
)


class MarkupPiece(NamedTuple):
    """A piece of markup in a value: where it is there, what it is, and what is left of it as plain text.

    `leads`: it has a target, which is lost without it.
    """

    start: int
    end: int
    name: str
    plain: str
    leads: bool = False

    def of(self, text: str) -> str:
        """Return the piece as it is in the value."""
        return text[self.start : self.end]


def find_markup(text: str, *, code: bool = False) -> list[MarkupPiece]:
    """Return the markup of a one-line value in document order, none of it overlapping.

    Only what can hardly be meant literally counts: emphasis around words (not `snake_case`, `2 * 3`, `__init__`),
    links with a target, HTML tags that come as a pair (not `a < b`, `C++ <vector>`, "the <b> tag"), entities, and with
    `code` backticked code.
    """
    if _SIGNS.isdisjoint(text):
        return []
    found: list[MarkupPiece] = []
    closed = {match[1].lower() for match in re.finditer(_CLOSING, text, re.IGNORECASE)}
    for match in re.finditer(_ANY, text, re.IGNORECASE):
        piece = _piece(match, closed, code=code)
        if piece:
            found.append(piece)
    return found


class PlainValue(NamedTuple):
    """A value without its markup: what is left of it and the cuts that leave it.

    `leads`: a target of a link or an image goes with it. `whole`: no half of any markup is left.
    """

    text: str
    cuts: tuple[Cut, ...]
    leads: bool
    whole: bool


def without_markup(text: str, *, code: bool) -> PlainValue:
    """Return a value without its markup, the blanks around it tidied up."""
    left, leads = _without_markup(text, code=code)
    plain = "".join(part.text for part in left)
    return PlainValue(plain, tuple(_cuts(text, left)), leads, re.search(_LEFTOVER, plain) is None)


class _Part(NamedTuple):
    """A character that stays, and the stretch of the value that it stands for."""

    text: str
    start: int
    end: int

    @property
    def is_new(self) -> bool:
        """Whether it is in the place of markup."""
        return self.end - self.start != len(self.text)


def _without_markup(text: str, *, code: bool) -> tuple[list[_Part], bool]:
    """Take the markup away, in three rounds: emphasis inside emphasis inside a link; says whether a target went."""
    parts = [_Part(char, at, at + 1) for at, char in enumerate(text)]
    leads = False
    for _ in range(3):
        pieces = find_markup("".join(part.text for part in parts), code=code)
        leads = leads or any(piece.leads for piece in pieces)
        kept, done = list[_Part](), 0
        for piece in pieces:
            kept += [*parts[done : piece.start], *_left_of(parts[piece.start : piece.end], piece.plain)]
            done = piece.end
        parts = kept + parts[done:]
    return _tidy(parts, text), leads


def _left_of(parts: list[_Part], plain: str) -> list[_Part]:
    """Return what a piece of markup leaves: some of its characters, or others in their place."""
    at = "".join(part.text for part in parts).find(plain)
    if at >= 0 and plain.strip():
        return parts[at : at + len(plain)]
    return [_Part(plain, parts[0].start, parts[-1].end)] if plain else []


def _tidy(parts: list[_Part], text: str) -> list[_Part]:
    """Drop the blanks that only the markup kept apart, and those at an end that had none."""
    kept: list[_Part] = []
    for part in parts:
        blank = bool(kept) and kept[-1].text.isspace() and part.text.isspace()
        if not (blank and (kept[-1].end < part.start or kept[-1].is_new or part.is_new)):
            kept.append(part)
    while kept and kept[0].text.isspace() and not text[:1].isspace():
        del kept[0]
    while kept and kept[-1].text.isspace() and not text[-1:].isspace():
        del kept[-1]
    return kept


def _cuts(text: str, kept: list[_Part]) -> Iterator[Cut]:
    """Yield what has to change in a value for only the kept parts to be left of it."""
    done = 0
    for part in [*kept, _Part("", len(text), len(text))]:
        if part.text != text[part.start : part.end] and part.text:
            yield Cut(done, part.end, part.text)
        elif done < part.start:
            yield Cut(done, part.start, "")
        done = part.end


def _piece(match: re.Match[str], closed: set[str], *, code: bool) -> MarkupPiece | None:
    """Judge one match; a `groupdict` of it has exactly one of the alternatives filled."""
    groups = match.groupdict()
    if groups["tag"] or groups["entity"]:
        return _html(match, closed)
    if groups["heading"]:
        return MarkupPiece(*match.span(), "a Markdown heading mark", "")
    if groups["link"]:
        name, plain, counts = "a Markdown link", groups["label"], any(sign in groups["target"] for sign in "/.#:")
    elif groups["code"]:
        name, plain, counts = "backticked code", groups["code"], code
    else:
        plain = groups["starred"] or groups["lined"]
        name, counts = "Markdown emphasis", groups["line"] != "__" or " " in plain
    return MarkupPiece(*match.span(), name, plain, bool(groups["link"])) if counts else None


def _html(match: re.Match[str], closed: set[str]) -> MarkupPiece | None:
    if match["tag"]:
        name = match["name"].lower()
        if name not in closed and name not in _VOID:
            return None
        plain = " " if _PARTING.match(match[0]) else ""
        return MarkupPiece(*match.span(), "an HTML tag", plain, name == "img" or "href" in match[0].lower())
    from html import unescape  # its table of entities is large, and rarely needed

    plain = unescape(match[0]).replace("\N{NO-BREAK SPACE}", " ")
    return MarkupPiece(*match.span(), "an HTML entity", plain)
