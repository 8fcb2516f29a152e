"""JSON to nodes: an iterative reader, because the standard library gives no places and recurses.

Strings and numbers are those of `json.loads`; a test compares the two.
"""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder

from lintarticle.article.front_matter.front_matter import (
    LONGEST_NUMBER,
    TEMPLATE,
    Values,
    duplicate_fault,
    list_node,
    mapping_node,
    not_mapping_fault,
    size_fault,
)
from lintarticle.article.values import Entry, Fault, Node, NodeKind
from lintarticle.problem import Edit, Fix
from lintarticle.source import BOM, SourceText, Span

_BLANK = re.compile(r"[ \t\n]*")
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_INTEGER = re.compile(r"-?(?:0|[1-9]\d*)\Z", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?\Z", re.ASCII)
_DECODER = JSONDecoder()
_NAMES: dict[str, tuple[NodeKind, object]] = {
    "true": ("boolean", True),
    "false": ("boolean", False),
    "null": ("null", None),
    "NaN": ("number", float("nan")),
    "Infinity": ("number", float("inf")),
    "-Infinity": ("number", float("-inf")),
}


class Broken(Exception):  # noqa: N818 - not an error of the program: the text is not JSON
    """The place at which reading had to stop, and what was expected there."""

    def __init__(self, at: int, cause: str) -> None:
        super().__init__(cause)
        self.at = at
        self.cause = cause


class _Open:
    """A list or an object that was not closed yet."""

    __slots__ = ("entries", "is_object", "items", "key", "keys", "start")

    def __init__(self, start: int, *, is_object: bool) -> None:
        self.start = start
        self.is_object = is_object
        self.items: list[Node] = []
        self.entries: list[Entry] = []
        self.key: Node | None = None
        self.keys: dict[str, Node] = {}


def read_json(source: SourceText, content: Span, *, braced: bool) -> Values:
    """Read a JSON object; `braced` when its braces are just outside `content`, as the fences."""
    text = source.text
    refused = size_fault(source[content], content)
    if refused:
        return Values(None, (refused,))
    reader = JsonReader(source, content)
    at = reader.skip(content.start)
    whole = not braced and at < content.end and text[at] in "[{"
    try:
        root = reader.value(at) if whole else reader.members(Span(content.start - braced, content.end), braced=braced)
    except Broken as broken:
        return Values(reader.partial(), (*reader.faults, json_fault(text, content, broken.at, broken.cause)))
    if root.kind != "mapping":
        return Values(None, (*reader.faults, not_mapping_fault(root.span, "a list")))
    return Values(root, tuple(reader.faults))


class JsonReader:
    """Reads within `content`; what was read before a fault stays in `partial`."""

    def __init__(self, source: SourceText, content: Span) -> None:
        self.faults: list[Fault] = []
        self._source = source
        self._text = source.text
        self._end = content.end
        self._stack: list[_Open] = []
        self._bottom: _Open | None = None

    def skip(self, at: int) -> int:
        """Return the offset of the next character that is not blank; an invisible mark is a fault, and is passed."""
        found = _BLANK.match(self._text, at, self._end)
        end = found.end() if found else at
        while self._text.startswith(BOM, end) and end < self._end:
            message = "JSON does not allow the invisible character here (U+FEFF); delete it."
            self.faults.append(_mended(Span(end, end + 1), message, "", "Remove it"))
            end = self.skip(end + 1)
        return end

    def partial(self) -> Node | None:
        """Return the object as far as it was read."""
        bottom = self._bottom
        if bottom is None or not bottom.entries:
            return None
        return mapping_node(bottom.entries, Span(bottom.start, bottom.entries[-1].value.span.end), "flow")

    def members(self, span: Span, *, braced: bool) -> Node:
        """Read `"key": value, …` whose braces are left out or are the fences."""
        self._bottom = _Open(span.start, is_object=True)
        self._stack = [self._bottom]
        at = self.skip(span.start + braced)
        if at < self._end:
            self._run(at)
        return mapping_node(self._bottom.entries, Span(span.start, span.end + braced), "flow")

    def value(self, at: int) -> Node:
        """Read one whole value and nothing after it."""
        self._bottom = _Open(at, is_object=self._text[at] == "{")
        self._stack = [self._bottom]
        inner = self.skip(at + 1)
        end = inner + 1 if self._char(inner) in ("]", "}") else self._run(inner, until_closed=True)
        after = self.skip(end)
        if after < self._end:
            raise Broken(after, "extra")
        span = Span(at, end)
        is_object = self._bottom.is_object
        return (
            mapping_node(self._bottom.entries, span, "flow")
            if is_object
            else list_node(self._bottom.items, span, "flow")
        )

    def _char(self, at: int) -> str:
        return self._text[at] if at < self._end else ""

    def _run(self, at: int, *, until_closed: bool = False) -> int:
        """Read members from `at` up to the end, or past the bracket that closes the outermost value."""
        while True:
            at = self._member(at)
            while True:
                at = self.skip(at)
                character = self._char(at)
                if character == ",":
                    comma, at = at, self.skip(at + 1)
                    if self._char(at) in ("", "]", "}"):
                        raise Broken(comma, "trailing comma")
                    break
                if character == "" and len(self._stack) == 1 and not until_closed:
                    return at
                if character not in ("]", "}") or (len(self._stack) == 1 and not until_closed):
                    raise Broken(at, "comma" if character else "unclosed")
                if self._close(at):
                    return at + 1
                at += 1

    def _member(self, at: int) -> int:
        """Read a key where one is due, then a value or the opening of one."""
        while True:
            top = self._stack[-1]
            if top.is_object:
                at = self._key(at, top)
            character = self._char(at)
            if character not in ("[", "{"):
                node, at = self._scalar(at)
                self._add(node)
                return at
            self._stack.append(_Open(at, is_object=character == "{"))
            inner = self.skip(at + 1)
            if self._char(inner) in ("]", "}"):
                self._close(inner)
                return inner + 1
            at = inner

    def _key(self, at: int, top: _Open) -> int:
        if self._char(at) != '"':
            raise Broken(at, "key" if self._char(at) else "unclosed")
        top.key, at = self._scalar(at)
        at = self.skip(at)
        if self._char(at) != ":":
            raise Broken(at, "colon")
        first = top.keys.setdefault(top.key.text, top.key)
        if first is not top.key:
            line = self._source.line_of(first.span.start)
            self.faults.append(duplicate_fault(first.span, top.key.span, top.key.text, line))
        return self.skip(at + 1)

    def _close(self, at: int) -> bool:
        """Close the innermost value; True when it was the outermost."""
        top = self._stack[-1]
        if (self._text[at] == "}") != top.is_object:
            raise Broken(at, "bracket")
        if len(self._stack) == 1:
            return True
        self._stack.pop()
        span = Span(top.start, at + 1)
        self._add(mapping_node(top.entries, span, "flow") if top.is_object else list_node(top.items, span, "flow"))
        return False

    def _add(self, node: Node) -> None:
        top = self._stack[-1]
        if top.key is not None:
            top.entries.append(Entry(top.key, node))
            top.key = None
        else:
            top.items.append(node)

    def _scalar(self, at: int) -> tuple[Node, int]:
        if self._char(at) == '"':
            try:
                value, end = _DECODER.raw_decode(self._text, at)
            except JSONDecodeError as error:
                raise Broken(error.pos, error.msg) from None
            if end > self._end:
                raise Broken(at, "Unterminated string starting at")
            return Node("string", value, Span(at, end), value, "double"), end
        word = _WORD.match(self._text, at, self._end)
        if not word:
            raise Broken(at, "value" if self._char(at) else "unclosed")
        span, text = Span(*word.span()), word[0]
        if text in _NAMES:
            kind, named = _NAMES[text]
            return Node(kind, named, span, "" if kind == "null" else text), word.end()
        if _INTEGER.match(text) and len(text) <= LONGEST_NUMBER:
            return Node("integer", int(text), span, text), word.end()
        if _NUMBER.match(text):
            return Node("number", float(text), span, text), word.end()
        raise Broken(at, "word")


_CAUSES = {
    "extra": "Text follows the end of the front matter; move it below.",
    "comma": "A comma is missing here, between two values.",
    "trailing comma": "A comma follows the last value; delete it.",
    "colon": 'A colon is missing here; write “"key": value”.',
    "bracket": "This bracket does not match the one that was opened.",
    "unclosed": "A value or a bracket is missing at the end of the block.",
    "value": "A value is missing here.",
    "key": 'A key has no double quotes; write “"key": value”.',
    "word": "Text has no quotes; put it in double quotes.",
    "Unterminated string starting at": "The double quote is never closed.",
    "Invalid control character at": "Text contains a line break or tab; write “\\n” or “\\t”.",
    "Invalid \\escape": "A backslash starts an unknown special character; double it.",
    "Invalid \\uXXXX escape": "“\\u” must be followed by four digits.",
}
_LINE_VALUE = re.compile(r"[^\n,{}\[\]]+")
_SINGLE = re.compile(r"'([^'\"\\\n]*)'")


def json_fault(text: str, content: Span, at: int, cause: str) -> Fault:
    """Return the fault of the place where reading stopped; `cause` is what was expected there."""
    at = min(at, max(content.start, content.end - 1)) if cause == "unclosed" else at
    message = next((known for name, known in _CAUSES.items() if cause.startswith(name)), "This can't be read as JSON.")
    span = Span(at, min(at + 1, len(text)))
    if text.startswith(("{{", "{%"), at) or text.startswith("{{", at - 1):
        return Fault("syntax", span, TEMPLATE)
    if text[at : at + 2] in ("//", "/*") or text[at : at + 1] == "#":
        return Fault("syntax", span, "JSON does not allow comments; delete it.")
    single = _SINGLE.match(text, at)
    if single:
        message = "Text is in single quotes; use double quotes."
        return _mended(Span(*single.span()), message, f'"{single[1]}"', "Use double quotes")
    return _mended_cause(text, content, span, cause, message) or Fault("syntax", span, message)


def _mended_cause(text: str, content: Span, span: Span, cause: str, message: str) -> Fault | None:
    """Return the fault with a fix, for the causes that have one."""
    at = span.start
    if cause == "trailing comma":
        return _mended(span, message, "", "Remove the comma")
    if cause == "comma":
        end = at - len(text[content.start : at]) + len(text[content.start : at].rstrip())
        return _mended(Span(end, end), message, ",", "Insert a comma")
    if cause in ("word", "key"):
        word = (_LINE_VALUE if cause == "word" else _WORD).match(text, at, content.end)
        written = word[0].rstrip() if word else ""
        if written and not re.search(r"[\"'\\]", written):
            return _mended(Span(at, at + len(written)), message, f'"{written}"', "Put it in double quotes")
    return None


def _mended(span: Span, message: str, written: str, action: str) -> Fault:
    return Fault("syntax", span, message, fix=Fix(action, (Edit(span, written),), "unsafe"))
