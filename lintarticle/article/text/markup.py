"""Markdown and HTML in a value that is shown as plain text: a title, an excerpt."""

from __future__ import annotations

import re
from typing import NamedTuple

_TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|"
    "small|span|strike|strong|sub|sup|u|ul|wbr"
)
_VOID = frozenset(("br", "hr", "img", "wbr"))
_ENTITIES = "amp|lt|gt|quot|apos|nbsp|hellip|[mn]dash|[lr][sd]quo|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5}"

_SIGNS = frozenset("#`![*_<&")
"""What any markup has at least one of: most values have none, and need no pattern."""

# Patterns are compiled on first use, by `re` itself, which keeps them: a run over one article seldom needs them.
_CLOSING = rf"</({_TAGS})\s{{0,9}}>"
_LINK = r"(?P<link>!?\[(?P<label>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]{1,500})(?: \"[^\"\n]{0,200}\")?\))"
_EMPHASIS = (
    r"(?<![\w*\\/])(?P<mark>\*{1,3})(?P<starred>[^\s*][^*\n]{0,200}?(?<![\s*]))(?P=mark)(?![\w*/])"
    r"|(?<![\w\\/])(?P<line>_{1,2})(?P<lined>[^\s_][^_\n]{0,200}?(?<![\s_]))(?P=line)(?!\w)"
)
_ANY = (
    rf"(?P<heading>\A#{{1,6}} +)|`(?P<code>[^`\n]{{1,300}})`|{_LINK}|{_EMPHASIS}"
    rf"|(?P<tag></?(?P<name>{_TAGS})(?:\s[^<>]{{0,500}})?/?>)|(?P<entity>&(?:{_ENTITIES});)"
)


class Markup(NamedTuple):
    """A piece of markup in a value: where it stands there, what it is, and what is left of it as plain text."""

    start: int
    end: int
    name: str
    plain: str

    def of(self, text: str) -> str:
        """Return the piece as it stands in the value."""
        return text[self.start : self.end]


def find_markup(text: str, *, code: bool = False) -> list[Markup]:
    """Return the markup of a one-line value in document order, none of it overlapping.

    Only what can hardly be meant literally counts: emphasis around words (not `snake_case`, `2 * 3`, `__init__`),
    links with a target, HTML tags that come as a pair (not `a < b`, `C++ <vector>`, "the <b> tag"), entities, and with
    `code` back-ticked code.
    """
    if _SIGNS.isdisjoint(text):
        return []
    found: list[Markup] = []
    closed = {match[1].lower() for match in re.finditer(_CLOSING, text, re.IGNORECASE)}
    for match in re.finditer(_ANY, text, re.IGNORECASE):
        piece = _piece(match, closed, code=code)
        if piece:
            found.append(piece)
    return found


def without_markup(text: str, *, code: bool) -> str:
    """Replace each piece of markup by its plain text; three rounds undo emphasis inside emphasis inside a link."""
    for _ in range(3):
        parts, done = [], 0
        for piece in find_markup(text, code=code):
            parts += [text[done : piece.start], piece.plain]
            done = piece.end
        text = "".join([*parts, text[done:]])
    return text


def _piece(match: re.Match[str], closed: set[str], *, code: bool) -> Markup | None:
    """Judge one match; a `groupdict` of it has exactly one of the alternatives filled."""
    groups = match.groupdict()
    if groups["tag"] or groups["entity"]:
        return _html(match, closed)
    if groups["heading"]:
        return Markup(*match.span(), "a Markdown heading mark", "")
    if groups["link"]:
        name, plain, counts = "a Markdown link", groups["label"], any(sign in groups["target"] for sign in "/.#:")
    elif groups["code"]:
        name, plain, counts = "back-ticked code", groups["code"], code
    else:
        plain = groups["starred"] or groups["lined"]
        name, counts = "Markdown emphasis", groups["line"] != "__" or " " in plain
    return Markup(*match.span(), name, plain) if counts else None


def _html(match: re.Match[str], closed: set[str]) -> Markup | None:
    if match["tag"]:
        name = match["name"].lower()
        return Markup(*match.span(), "an HTML tag", "") if name in closed or name in _VOID else None
    from html import unescape  # its table of entities is large, and rarely needed

    plain = unescape(match[0]).replace("\N{NO-BREAK SPACE}", " ")
    return Markup(*match.span(), "an HTML entity", plain)
