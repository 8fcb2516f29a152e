"""Links and images that do not work: their brackets stay text, because of a blank, a missing mark or a link inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lintarticle.article.article import Article, view
from lintarticle.article.markdown.elements import Image, Link
from lintarticle.article.markdown.html import Tag
from lintarticle.article.markdown.inline import MAX_INLINE, MAX_OPEN, MAX_PROVED, Content
from lintarticle.article.markdown.masking import FILLER
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import Span

Kind = Literal["apart", "reversed", "blank", "mark apart", "nested", "unclosed", "bracket"]


class HalfLink(NamedTuple):
    """One of them, and the `edits` that make it a link, if that is certain."""

    kind: Kind
    span: Span
    is_image: bool = False
    edits: tuple[tuple[Span, str], ...] = ()


_WHOLE = expression(r"\[[^\[\]\n]*\]\([^()\s]*\)")
_SUSPECT = expression(r"\]\(|\][ \t\n>]+\(|\)\[")
_APART = expression(r"\][ \t\n>]+\(")
_MARK_APART = expression(r"^[ \t>]*![ \t]+\[", re.MULTILINE)

_WORKS = "\ufdd2"
"""A Unicode noncharacter in the place of links, images and code that are in order."""

_ENDING = r"\.(?:mdx?|markdown|html?|php|png|jpe?g|gif|svg|webp|avif|pdf|zip|txt|ipynb)(?:[#?][^\s()]*)?"
_START = r"(?:https?://|mailto:|www\.|\.{0,2}/[\w.]|#[^\W\d])"
_ADDRESS = rf"(?:{_START}|{FILLER})[^\s()]*|[\w%./-]+{_ENDING}"
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("apart", expression(
        rf"(?<![\\\w\]])!?\[(?!\^)(?P<label>[^\[\]]{{1,1000}})\](?P<blank>[ \t]{{1,9}}|[ \t]{{0,9}}\n[ \t]{{0,99}})"
        rf"\((?:{_ADDRESS}|(?P<autolink>{_WORKS}+))(?:[ \t]{{1,9}}\"[^\"\n]{{0,500}}\")?\)")),
    ("reversed", expression(
        rf"(?<![\w\])])!?\((?P<label>[^()\[\]\n]{{1,300}})\)\[(?P<address>{_ADDRESS})\](?![\[(:])")),
    ("nested", expression(r"(?<![\\!])\[(?P<label>[^\[\]]{0,1000})\]\([^\s()]+\)")),
    ("blank", expression(
        r"(?<!\\)!?\[[^\[\]]{0,1000}\]\([ \t]{0,9}(?P<address>[^\s()<>\"'][^()<>\"'\n]{0,500})\)")),
    ("unclosed", expression(rf"(?<!\\)!?\[[^\[\]]{{0,1000}}\]\((?P<address>{_START}\S*|[\w%./-]+{_ENDING})(?=\s|\Z)")),
    ("unclosed", expression(r"(?<!\\)!?\[[^\[\]]{0,1000}\]\((?P<address>)\s*\Z")),
    ("bracket", expression(r"(?<![\\\[])!?\[[^\[\]\n]*\](?P<more>\])\([^\s()]+\)")),
    ("mark apart", expression(r"^(?P<mark>![ \t]+)\[", re.MULTILINE)),
)  # fmt: skip

_PLAIN_LABELS = r"\d+|[xX ]"
"""Numbers of notes, and boxes: text that may be before an address in brackets."""


@view
def half_links(article: Article) -> tuple[HalfLink, ...]:
    """Return the links and images of an article that do not work, in order."""
    body = article.body
    if _is_in_order(article.text, body.links, body.images):
        return ()
    found: list[HalfLink] = []
    for content in body.contents:
        text = content.text
        if "[" not in text and "]" not in text:
            continue
        inside = content.found
        in_order = _is_in_order(text, inside.links if inside else (), inside.images if inside else ())
        if not in_order and _is_suspect(text):
            found += _in_content(content)
    return tuple(sorted(found, key=lambda each: each.span))


def _is_in_order(text: str, links: Sequence[Link], images: Sequence[Image]) -> bool:
    """Whether each address in parentheses belongs to a link or an image that works, and nothing else is suspect."""
    if ")[" in text or "! [" in text or _APART.search(text):
        return False
    working = sum(part.kind == "inline" for parts in (links, images) for part in parts)
    return text.count("](") == working


def _is_suspect(text: str) -> bool:
    rest = _WHOLE.sub(_WORKS, text).replace(f"!{_WORKS}", "").replace(_WORKS, "")
    return _SUSPECT.search(rest) is not None or ("! [" in text and _MARK_APART.search(text) is not None)


def _in_content(content: Content) -> Iterator[HalfLink]:
    text = content.text
    if len(text) > MAX_INLINE or text.count("[") > MAX_OPEN:
        return
    working = _working(content, text)
    shown = _blanked(text, working)
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text if kind == "mark apart" else shown):
            start, end = match.span()
            if any(first < end and start < last for first, last in taken):
                continue
            half = _READERS[kind](content, match, working)
            if half:
                taken.append((start, end))
                yield half


_Places = list[tuple[int, int]]


def _working(content: Content, text: str) -> _Places:
    """Return where the links, images and code of a block are that work."""
    reader = content.reader
    tokens = reader.parser.inline.parse(text, reader.parser, reader.env, [])
    return [token.meta["span"] for token in tokens if token.meta and "span" in token.meta]


def _blanked(text: str, spans: _Places) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (text[at:start], re.sub(r"[^\n]", _WORKS, text[start:end]))
        at = end
    return "".join((*pieces, text[at:]))


def _half(content: Content, match: re.Match[str], kind: Kind, *changes: tuple[int, int, str]) -> HalfLink | None:
    """Return a half link whose changes are kept if they make it a link."""
    text = content.text
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    start = match.start()
    works = len(text) < MAX_PROVED and any(first <= start < last for first, last in _working(content, text))
    edits = tuple((content.between(first, last), new) for first, last, new in changes) if works else ()
    return HalfLink(kind, content.span_of(*match.span()), match[0].startswith("!"), edits)


def _apart(content: Content, match: re.Match[str], _: _Places) -> HalfLink | None:
    is_other = match["autolink"] and content.text[match.start("autolink")] != "<"
    if is_other or not match["label"].strip() or re.fullmatch(_PLAIN_LABELS, match["label"]):
        return None
    return _half(content, match, "apart", (*match.span("blank"), ""))


def _reversed(content: Content, match: re.Match[str], _: _Places) -> HalfLink | None:
    if not re.search(r"[^\W\d]", match["label"]):
        return None
    label, address = match.span("label"), match.span("address")
    changes = ((label[0] - 1, label[0], "["), (label[1], address[0], "]("), (address[1], address[1] + 1, ")"))
    return _half(content, match, "reversed", *changes)


def _nested(content: Content, match: re.Match[str], working: _Places) -> HalfLink | None:
    if _WORKS not in match["label"]:
        return None
    inside = [content.text[start] for start, end in working if match.start() <= start and end <= match.end()]
    return _half(content, match, "nested") if "[" in inside else None


def _blank(content: Content, match: re.Match[str], _: _Places) -> HalfLink | None:
    address = match["address"].rstrip()
    if not re.search(r"\s", address):
        return None
    is_file = re.search(rf"{_ENDING}\Z", address, re.IGNORECASE) is not None
    if not is_file and not re.match(_START, address):
        return None
    if not is_file or re.search(r"\s(?:https?:|www\.)", address):
        return _half(content, match, "blank")
    at = match.start("address")
    blanks = [(at + each.start(), at + each.end(), "%20" * len(each[0])) for each in re.finditer("[ \t]+", address)]
    return _half(content, match, "blank", *blanks)


def _unclosed(content: Content, match: re.Match[str], _: _Places) -> HalfLink | None:
    address = match["address"]
    rest = content.text[match.end() :].partition("\n")[0]
    if address.count(")") > address.count("(") or ("(" not in address and ")" in rest):
        return None
    end = match.start("address") + len(address.rstrip(".,;:!?"))
    half = _half(content, match, "unclosed", *([(end, end, ")")] if address else []))
    return half and half._replace(span=content.span_of(match.start(), match.end("address")))


def _bracket(content: Content, match: re.Match[str], _: _Places) -> HalfLink | None:
    return _half(content, match, "bracket", (*match.span("more"), ""))


def _mark_apart(content: Content, match: re.Match[str], working: _Places) -> HalfLink | None:
    link = next((place for place in working if place[0] == match.end() - 1), None)
    target = content.text[slice(*link)] if link else ""
    if not re.search(r"\.(?:png|jpe?g|gif|svg|webp|avif)\W[^\[\]]*\Z", target, re.IGNORECASE):
        return None
    start, end = match.span("mark")
    half = _half(content, match, "mark apart", (start + 1, end, ""))
    return half and link and half._replace(span=content.span_of(start, link[1]), is_image=True)


_READERS = {
    "apart": _apart,
    "reversed": _reversed,
    "nested": _nested,
    "blank": _blank,
    "unclosed": _unclosed,
    "bracket": _bracket,
    "mark apart": _mark_apart,
}


def unclosed_anchors(article: Article) -> Iterator[Tag]:
    """Yield every `<a href>` of HTML without an `</a>` of its own, which turns everything after it into a link."""
    open_tag: Tag | None = None
    for tag in article.body.tags:
        if tag.name.lower() != "a" or tag.self_closing:
            continue
        if open_tag is not None and not tag.closing:
            yield open_tag
        open_tag = None if tag.closing or tag.get("href") is None else tag
    if open_tag is not None:
        yield open_tag


_OF_PLATFORMS = expression(r"[ \t](?:(?P<attributes>(?:align|width|height)=\"[^\"\n]*\")|=\d*x\d*)[ \t]*\)\Z")


def platform_images(article: Article) -> Iterator[tuple[Image, str]]:
    """Yield images that only some platforms show, each with the kind of what is after its address."""
    images = [image for image in article.body.images if image.kind == "inline"]
    if images and (' align="' in article.text or " =" in article.text):
        for image in images:
            match = _OF_PLATFORMS.search(article.source[image.span])
            if match:
                yield image, "attributes" if match["attributes"] else "size"
