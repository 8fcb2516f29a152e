"""HTML and JSX tags: where they are, and their attributes, read with tolerance."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping

from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import Span

MAX_WASTE = 4_000_000
"""Characters searched without success before tags are given up: openers that never close would make it quadratic."""

_NAME = expression(r"[A-Za-z][\w.:-]*")
_BLANKS = expression(r"\s+")
_ATTRIBUTE = expression(r"[^\s\"'<>/={}`]+")
_EQUALS = expression(r"\s*=\s*")
_UNQUOTED = expression(r"[^\s\"'=<>`]+")
_BRACE_PARTS = expression(r"[{}\"'`\n]|/\*|//")
_BLANK_LINE = expression(r"\n[ \t]*\n")
_STRING = expression(r"""(["'`])([^"'`\n$]+)\1""")


class Tag(NamedTuple):
    """One tag. `name` is as written, `attributes` by lower-case name; a bare attribute has an empty text.

    `dynamic` names the attributes whose value is an expression in braces (JSX) or bound by `:` (Vue).
    """

    name: str
    span: Span
    closing: bool
    self_closing: bool
    attributes: Mapping[str, Text]
    dynamic: frozenset[str] = frozenset()

    def get(self, name: str) -> Text | None:
        """Return an attribute, None if the tag has none of this name."""
        return self.attributes.get(name)


def read_tags(text: str) -> list[Tag]:
    r"""Return every tag of `text` in order; code and comments must be blanked before."""
    tags: list[Tag] = []
    waste = 0
    at = text.find("<")
    while at >= 0 and waste < MAX_WASTE:
        reader = _TagReader(text, at)
        tag = None if is_escaped(text, at) else reader.read()
        if tag:
            tags.append(tag)
        else:
            waste += reader.reached - at
        at = text.find("<", tag.span.end if tag else at + 1)
    return tags


def read_tag(text: str, start: int) -> Tag | None:
    """Return the tag that opens at `start`, or None."""
    return _TagReader(text, start).read()


def is_escaped(text: str, at: int) -> bool:
    r"""Whether an odd number of `\` is before an offset."""
    first = at
    while first > 0 and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


class _TagReader:
    """Reads one tag; `reached` is how far it had to look."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.reached = start
        self.attributes: dict[str, Text] = {}
        self.dynamic: set[str] = set()

    def read(self) -> Tag | None:
        closing = self.text.startswith("/", self.start + 1)
        at = self.start + 1 + closing
        if self.text.startswith(">", at):  # a JSX fragment
            return Tag("", Span(self.start, at + 1), closing, self_closing=False, attributes={})
        name = _NAME.match(self.text, at)
        if not name or name[0].endswith(":"):
            return None
        end = self._read_attributes(name.end())
        if end < 0:
            return None
        self_closing = self.text[end - 2] == "/"
        return Tag(name[0], Span(self.start, end), closing, self_closing, self.attributes, frozenset(self.dynamic))

    def _read_attributes(self, at: int) -> int:
        """Return the offset past the tag's `>`, or -1."""
        text = self.text
        if text[at : at + 1] not in (" ", "\t", "\n", "/", ">"):
            return -1
        while 0 <= at < len(text):
            self.reached = max(self.reached, at)
            blanks = _BLANKS.match(text, at)
            if blanks:
                if _BLANK_LINE.search(blanks[0]):
                    return -1
                at = blanks.end()
            elif text[at] == ">":
                return at + 1
            elif text[at] == "/":
                at += 1
            elif text[at] == "{":
                at = self._read_braces(at)
            else:
                at = self._read_attribute(at)
        return -1

    def _read_braces(self, at: int) -> int:
        """Read `{...spread}`, `{{ template }}` or `{/* comment */}` among the attributes."""
        end = end_of_braces(self.text, at)
        self.reached = max(self.reached, len(self.text) if end < 0 else end)
        if end >= 0 and self.text.startswith("...", at + 1):
            self.attributes["..."] = Text(self.text[at:end], Span(at, end))
        return end

    def _read_attribute(self, at: int) -> int:
        name = _ATTRIBUTE.match(self.text, at)
        if not name:
            return -1
        key = name[0].lower()
        if key.startswith((":", "v-bind:")):
            key = key.rpartition(":")[2]
            self.dynamic.add(key)
        equals = _EQUALS.match(self.text, name.end())
        if not equals:
            self.attributes.setdefault(key, Text("", Span(name.end(), name.end())))
            return name.end()
        return self._read_value(key, equals.end())

    def _read_value(self, key: str, at: int) -> int:
        quote = self.text[at : at + 1]
        if quote and quote in "\"'":
            close = self.text.find(quote, at + 1)
            self.reached = max(self.reached, len(self.text) if close < 0 else close)
            if close < 0:
                return -1
            self._keep(key, Span(at + 1, close))
            return close + 1
        if quote == "{":
            end = end_of_braces(self.text, at)
            self.reached = max(self.reached, len(self.text) if end < 0 else end)
            if end >= 0:
                self.dynamic.add(key)
                self.attributes.setdefault(key, _expression(self.text, Span(at, end)))
            return end
        value = _UNQUOTED.match(self.text, at)
        if not value:
            return -1
        end = value.end()
        if self.text[end - 1] == "/" and self.text.startswith(">", end):
            end -= 1
        self._keep(key, Span(at, end))
        return max(end, at + 1)

    def _keep(self, key: str, span: Span) -> None:
        self.attributes.setdefault(key, Text(html.unescape(self.text[span.start : span.end]), span))


def _expression(text: str, span: Span) -> Text:
    """Return the one string that an expression holds (`{"a.png"}`, `{require('./a.png')}`), else all of it."""
    strings = list(_STRING.finditer(text, span.start, min(span.end, span.start + 2_000)))
    if len(strings) == 1:
        return Text(strings[0][2], Span(*strings[0].span(2)))
    return Text(text[span.start : span.end], span)


def end_of_braces(text: str, start: int, limit: int = 100_000) -> int:
    """Return the offset past the `}` that closes the `{` at `start`, -1 where it is not closed within `limit`.

    Strings, templates and comments of JavaScript are stepped over; an apostrophe in JSX text closes at its line's end.
    """
    depth = 0
    at = start
    stop = min(len(text), start + limit)
    while match := _BRACE_PARTS.search(text, at, stop):
        found = match[0]
        at = match.end()
        if found == "{":
            depth += 1
        elif found == "}":
            depth -= 1
            if depth == 0:
                return at
        elif found != "\n":
            at = _end_of_part(text, found, at, stop)
    return -1


def _end_of_part(text: str, opener: str, at: int, stop: int) -> int:
    """Return the offset past a string or comment that opened before `at`; `at` itself where it never closes."""
    if opener == "//":
        return at if text[at - 3] == ":" else _found(text.find("\n", at, stop), 0, at)
    if opener == "/*":
        return _found(text.find("*/", at, stop), 2, at)
    line_end = stop if opener == "`" else _found(text.find("\n", at, stop), 0, stop)
    close = text.find(opener, at, line_end)
    while close > 0 and is_escaped(text, close):
        close = text.find(opener, close + 1, line_end)
    return _found(close, 1, at)


def _found(at: int, length: int, otherwise: int) -> int:
    return at + length if at >= 0 else otherwise


class Element(NamedTuple):
    """A tag and the text up to its closing tag."""

    tag: Tag
    content: Span
    span: Span


def elements(tags: Iterable[Tag], names: frozenset[str]) -> Iterator[Element]:
    """Yield the closed elements of these lower-case names, in the order in which they close."""
    open_tags: dict[str, list[Tag]] = {}
    for tag in tags:
        name = tag.name.lower()
        if name not in names or tag.self_closing:
            continue
        stack = open_tags.setdefault(name, [])
        if not tag.closing:
            stack.append(tag)
        elif stack:
            opener = stack.pop()
            yield Element(opener, Span(opener.span.end, tag.span.start), Span(opener.span.start, tag.span.end))
            stack.clear()
