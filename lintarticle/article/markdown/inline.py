"""The inline content of one block: what it says as plain text, and where its images, links and code are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal

from lintarticle.article.markdown.elements import Definition, Image, Link
from lintarticle.article.markdown.masking import FILLER
from lintarticle.article.text.measure import count_words
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.record import NamedTuple, cached_property
from lintarticle.source import Span

if TYPE_CHECKING:
    import re

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_INLINE = 200_000
"""Characters of one paragraph that are read for inline marks. No writer's paragraph has more; what is past it
(data pasted as one line) is kept as plain text."""

MAX_OPEN = 100
"""Brackets of one paragraph that may be open at one place. The parser tries each as a link up to its nesting limit,
so 20,000 of them take a second; a paragraph with that many is data or drawing, and is kept as plain text."""

MAX_PROVED = 5_000
"""Characters of a block in which fixes are tried: each takes reading all of it once more."""

_MARKS = expression(r"[\[`\\*~]|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|_(?:(?<![^\W_]_)|(?![^\W_]))")
"""Where anything but text may begin: an underscore within a word is text, and so is a `<` or `&` before a blank."""
PLAIN_ADDRESS = r"[^\x00-\x20\x7f()<\\&]++"
"""An address without what has to be undone or counted."""

_PLAIN_PART = expression(
    r"\[(?<!!\[)(?P<label>[^\[\]`]++)\]"
    rf"\((?!(?i:vbscript|javascript|file|data):)(?P<address>{PLAIN_ADDRESS})\)|`(?P<code>[^`]++)`(?!`)"
    r"|\*(?<![^\s(]\*)(?P<second>\*?)(?=[^\W_])(?P<stressed>[^\[\]`*]++)(?<=[^\W_])\*(?P=second)(?![\w*])"
)
"""A link to a plain address, a code span between single backticks, or words between stars.

Each begins with a character of its own, which `re` looks for fast.
"""
_LETTER_FIRST = expression(rf"[*_~{FILLER} \t\n\"'“‘(]*[^\W_]")
"""A start that no mark takes away: what follows is text, and so there is prose."""

_BRACKETS = expression(r"[\[\]]")
_BLANKS = expression(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")
_FULL_REFERENCE = expression(r"(?<![\\\w\])])!?\[([^\[\]\\]{1,999})\]\[([^\[\]\\]{1,999})\]")
_CHARACTER_CLASS = expression(r"\^?(?:\w-\w)")

Container = Literal["body", "list", "quote", "table", "footnote"]


class Found:
    """What inline content holds; `targets` are what follows the text of links and images, `blanked` is not prose."""

    def __init__(self) -> None:
        self.images: list[Image] = []
        self.links: list[Link] = []
        self.code_spans: list[Span] = []
        self.undefined: list[Text] = []
        self.targets: list[Span] = []
        self.blanked: list[Span] = []

    def add(self, other: Found) -> None:
        """Take in what further content holds."""
        self.images += other.images
        self.links += other.links
        self.code_spans += other.code_spans
        self.undefined += other.undefined
        self.targets += other.targets
        self.blanked += other.blanked


class Inline(NamedTuple):
    """Content as it was read: its plain text with the text of images or without, all of it if it is bold, its parts."""

    text: str
    prose: str
    bold: str = ""
    found: Found | None = None


class Content:
    r"""The inline content of one block without container marks, and the way back to the file.

    `text` is what the Markdown parser reads: the lines joined by `\n`, masked. It is parsed when somebody first asks.
    `span` is where all of it is in the file.
    """

    def __init__(self, reader: InlineReader, lines: list[tuple[int, int]], *, in_table: bool = False) -> None:
        self._starts: list[int] = []
        if len(lines) == 1:
            start, end = lines[0]
            self.text = reader.masked[start:end].rstrip(" \t")
            self._sources = [start]
            self.span = Span(start, start + len(self.text))
        else:
            pieces = [reader.masked[start:end] for start, end in lines]
            self.text = "\n".join(pieces).rstrip(" \t")
            self._sources = [start for start, _ in lines] or [0]
            self._starts = list(accumulate([len(piece) + 1 for piece in pieces[:-1]], initial=0))
            self.span = self.span_of(0, len(self.text))
        if in_table:
            self.text = self.text.replace("\\|", f"{FILLER}|")  # tables undo this escape even in code
        self.source = reader.source
        self.reader = reader

    def cut(self, end: int) -> None:
        """Leave out what is behind an offset of `text`, before anything is read."""
        self.text = self.text[:end]
        self.span = self.span_of(0, end)

    def offset(self, at: int) -> int:
        """Turn an offset of `text` into one of the file."""
        if not self._starts:
            return self._sources[0] + at
        line = bisect_right(self._starts, at) - 1
        return self._sources[line] + at - self._starts[line]

    def span_of(self, start: int, end: int) -> Span:
        """Turn a range of `text` into a span of the file."""
        if not self._starts:
            line = self._sources[0]
            return Span(line + start, line + max(start, end))
        first = self.offset(start)
        return Span(first, first if end <= start else self.offset(end - 1) + 1)

    def between(self, start: int, end: int) -> Span:
        """Turn a range into a span for an edit: one that ends with a line holds what is before the next line's text."""
        return Span(self.offset(start), self.offset(end))

    def meant(self, start: int, end: int, meant: str) -> Text:
        """Return what is meant by a range; where it holds a shortcode or template, it stays as written."""
        span = self.span_of(start, end)
        return Text(self.source[span.start : span.end] if FILLER in meant else meant, span)

    @cached_property
    def inline(self) -> Inline:
        """What it says, and its images, links and code."""
        return self.reader.read(self)

    @property
    def found(self) -> Found | None:
        """Its images, links and code, None if it can have none."""
        return self.inline.found if holds_parts(self.text) else None

    @property
    def has_prose(self) -> bool:
        """Whether anything but images, code and marks is in it."""
        return self.text[:1].isalnum() or _LETTER_FIRST.match(self.text) is not None or self.inline.prose != ""

    @property
    def bold(self) -> str:
        """Its text where all of it is bold, else ""."""
        return self.inline.bold if self.opens_bold else ""

    @property
    def opens_bold(self) -> bool:
        """Whether it begins like bold text."""
        return self.text.lstrip(f" {FILLER}").startswith(("**", "__"))


class Paragraph:
    """A paragraph of prose; `container` says what it is in. Its text is read when somebody asks."""

    def __init__(self, content: Content, container: Container) -> None:
        self.content = content
        self.container = container
        self.span = content.span

    @property
    def text(self) -> str:
        """Its plain text."""
        return self.content.inline.prose

    @property
    def bold(self) -> str:
        """Its text where all of it is bold, else ""."""
        return self.content.bold

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.text)


class InlineReader:
    """Reads the inline content of the blocks of one body: `masked` is what is parsed, `source` the file."""

    def __init__(
        self, masked: str, source: str, parser: MarkdownIt, env: dict[str, Any], definitions: dict[str, Definition]
    ) -> None:
        self.masked = masked
        self.source = source
        self.parser = parser
        self.env = env
        self.definitions = definitions

    def read(self, content: Content) -> Inline:
        """Read content; that without any mark is plain text."""
        text = content.text
        if not _MARKS.search(text) or _open_brackets(text) > MAX_OPEN:
            plain = squeeze(text)
            return Inline(plain, plain)
        if plain_parts := _plain_parts(text):
            return self._read_plain(content, plain_parts)
        rest = text[MAX_INLINE:]
        tokens = self.parser.inline.parse(text[:MAX_INLINE], self.parser, self.env, [])
        found = Found()
        spans = list(self._gather(content, tokens, found))
        if "][" in text:
            _gather_undefined(content, spans, found)
        shown = prose = squeeze(plain_text(tokens) + rest)
        if found.images:
            prose = squeeze(plain_text(tokens, images=False) + rest)
        return Inline(shown, prose, bold_text(tokens) if content.opens_bold and not rest else "", found)

    def _read_plain(self, content: Content, parts: list[re.Match[str]]) -> Inline:
        """Read content whose only marks are links, code spans and stars that hold plain text."""
        text, found = content.text, Found()
        pieces: list[str] = []
        at = 0
        for part in parts:
            start, end = part.span()
            pieces += (text[at:start], self._plain_part(content, part, found))
            at = end
        shown = squeeze("".join((*pieces, text[at:])))
        is_bold = len(parts) == 1 and parts[0]["second"] and not f"{pieces[0]}{text[at:]}".strip(f" {FILLER}")
        return Inline(shown, shown, shown if is_bold else "", found)

    def _plain_part(self, content: Content, part: re.Match[str], found: Found) -> str:
        """Keep a link or a code span; return what it says."""
        if (stressed := part["stressed"]) is not None:
            return stressed
        start, end = part.span()
        span = content.span_of(start, end)
        if (code := part["code"]) is not None:
            found.blanked.append(span)
            found.code_spans.append(span)
            return _said(code)
        label, label_end = part["label"], part.end("label")
        shown = content.meant(start + 1, label_end, squeeze(label))
        target = content.meant(*part.span("address"), part["address"])
        found.targets.append(content.span_of(label_end + 1, end))
        found.links.append(Link("inline", span, shown, target))
        return label

    def _gather(self, content: Content, tokens: list[Token], found: Found) -> Iterator[tuple[int, int]]:
        """Keep every image, link and code span; yield where they are in `content`."""
        for index, token in enumerate(tokens):
            place = token.meta.get("span") if token.meta else None
            if place is None:
                continue
            yield place
            start, end = place
            span = content.span_of(start, end)
            if token.type == "link_open":
                found.links.append(self._link(content, tokens, index, span, found))
            elif token.type == "image":
                found.images.append(self._image(content, token, span, found))
                found.blanked.append(span)
            else:
                found.blanked.append(span)
                if token.type == "code_inline":
                    found.code_spans.append(span)

    def _image(self, content: Content, token: Token, span: Span, found: Found) -> Image:
        start = token.meta["span"][0]
        label_end = token.meta["label_end"]
        found.targets.append(content.span_of(label_end + 1, token.meta["span"][1]))
        alt = content.meant(start + 2, label_end, squeeze(plain_text(token.children or [])))
        if not alt.text and FILLER in content.text[start + 2 : label_end]:
            alt = content.meant(start + 2, label_end, FILLER)
        if "label" in token.meta:
            label = normal_reference(token.meta["label"])
            definition = self.definitions.get(label)
            return Image("reference", span, alt, definition.target if definition else None, label=label)
        target, title = self._destination(content, label_end + 2, token.meta["span"][1])
        return Image("inline", span, alt, target, title)

    def _link(self, content: Content, tokens: list[Token], index: int, span: Span, found: Found) -> Link:
        token = tokens[index]
        start, end = token.meta["span"]
        if token.markup == "autolink":
            inside = content.span_of(start + 1, end - 1)
            found.blanked.append(span)
            address = Text(content.source[inside.start : inside.end], inside)
            return Link("autolink", span, address, address)
        label_end = token.meta["label_end"]
        shown = _inside(tokens, index)
        text = content.meant(start + 1, label_end, squeeze(plain_text(shown)))
        found.targets.append(content.span_of(label_end + 1, end))
        if "label" in token.meta:
            label = normal_reference(token.meta["label"])
            definition = self.definitions.get(label)
            target = definition.target if definition else Text("", content.span_of(label_end, label_end))
            return Link("reference", span, text, target, label=label)
        if "address" in token.meta:
            at, past = token.meta["address"]
            return Link("inline", span, text, content.meant(at, past, content.text[at:past]))
        target_or_none, title = self._destination(content, label_end + 2, end)
        return Link("inline", span, text, target_or_none, title)

    def _destination(self, content: Content, at: int, end: int) -> tuple[Text, Text | None]:
        """Read `target "title")` from `at`, which is past the bracket; `end` is past its closing one."""
        text = content.text
        while text[at] in " \t\n":
            at += 1
        result = self.parser.helpers.parseLinkDestination(text, at, end)
        if not result.ok:
            return Text("", content.span_of(at, at)), None
        bracketed = text[at] == "<"
        target = content.meant(at + bracketed, result.pos - bracketed, result.str)
        at = result.pos
        while text[at] in " \t\n":
            at += 1
        quoted = self.parser.helpers.parseLinkTitle(text, at, end)
        title = content.meant(at + 1, quoted.pos - 1, quoted.str) if quoted.ok and text[at] != ")" else None
        return target, title


def holds_parts(text: str) -> bool:
    """Whether a text has a mark without which there is no link, image or code in it."""
    return "[" in text or "<" in text or "`" in text


def _plain_parts(text: str) -> list[re.Match[str]]:
    """Return the links, code spans and emphasis of content that has no other marks, not even in their text."""
    parts: list[re.Match[str]] = []
    at = 0
    for part in _PLAIN_PART.finditer(text) if len(text) <= MAX_INLINE else ():
        if _MARKS.search(text, at, part.start()) or _MARKS.search(part["label"] or part["stressed"] or ""):
            return []
        parts.append(part)
        at = part.end()
    return [] if _MARKS.search(text, at) else parts


def _said(code: str) -> str:
    """Return what is between the backticks of a code span, without the blanks that keep them apart."""
    code = code.replace("\n", " ")
    return code[1:-1] if code[0] == code[-1] == " " and code.strip(" ") else code


def _gather_undefined(content: Content, spans: list[tuple[int, int]], found: Found) -> None:
    """Find `[text][label]` that stayed text: no definition has this label."""
    index = 0
    for match in _FULL_REFERENCE.finditer(content.text):
        while index < len(spans) and spans[index][1] <= match.start():
            index += 1
        if index < len(spans) and spans[index][0] < match.end():
            continue
        if not _CHARACTER_CLASS.match(match[1]) and not match[2].isspace() and FILLER not in match[0]:
            found.undefined.append(Text(squeeze(match[2]), content.span_of(*match.span(2))))


def _open_brackets(text: str) -> int:
    """Return how many brackets are open where most are."""
    if text.count("[") <= MAX_OPEN:
        return 0
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text[:MAX_INLINE]):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        deepest = max(depth, deepest)
    return deepest


def plain_text(tokens: list[Token], *, images: bool = True) -> str:
    """Return what inline tokens say: marks and tags gone, entities decoded, shortcodes left as filler."""
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif token.type == "image":
            if images:
                pieces.append(plain_text(token.children or []))
        elif token.type == "html_inline":
            if token.content.lower().startswith("<br"):
                pieces.append(" ")
        else:
            pieces.append(token.content)
    return "".join(pieces)


def squeeze(text: str) -> str:
    """Drop filler, make every run of blanks one space, and strip."""
    if FILLER in text:
        text = text.replace(FILLER, "")
    if "  " in text or not text.isprintable():  # what is printable has no other blanks than spaces
        text = _BLANKS.sub(" ", text)
    return text.strip()


def normal_reference(label: str) -> str:
    """Return the form in which labels of references and definitions are compared."""
    return squeeze(label).casefold()


def bold_text(tokens: list[Token]) -> str:
    """Return the text of a paragraph of which all is bold, "" for any other."""
    tokens = [token for token in tokens if token.type != "text" or token.content.strip(f" {FILLER}")]
    if len(tokens) < 3 or tokens[0].type != "strong_open" or tokens[-1].type != "strong_close":
        return ""
    if any(token.type == "strong_close" and token.level == tokens[0].level for token in tokens[1:-1]):
        return ""
    return squeeze(plain_text(tokens))


def _inside(tokens: list[Token], index: int) -> list[Token]:
    for end in range(index + 1, len(tokens)):
        if tokens[end].type == "link_close":
            return tokens[index + 1 : end]
    return tokens[index + 1 :]
