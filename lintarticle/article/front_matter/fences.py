"""Where the front matter of a file begins and ends: one python-frontmatter handler for each form of it.

Where site generators disagree, we follow the rules in `docs/front-matter.md`.
"""

from __future__ import annotations

import re
from typing import Self, assert_never

from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from lintarticle.article.front_matter.fence_faults import (
    closing_fault,
    indented_fault,
    json_tail_fault,
    mixed_fault,
    opening_fault,
    unclosed_fault,
)
from lintarticle.article.front_matter.front_matter import FrontMatterFormat, Values, mapping_node
from lintarticle.article.front_matter.key_lines import last_key_line, looks_like_keys, opens_with_keys
from lintarticle.article.front_matter.plain_yaml import read_plain
from lintarticle.article.values import Entry, Fault, Node
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import BOM, SourceText, Span

LANGUAGES: dict[str, FrontMatterFormat] = {
    "yaml": "yaml", "yml": "yaml", "toml": "toml", "json": "json", "js": "json", "javascript": "json",
}  # fmt: skip
"""The formats that a fence may name. JavaScript (Eleventy) is an object too, but what is in it is not read."""

SCRIPTS = ("js", "javascript")


class Fences(NamedTuple):
    """A block found at the start of a text; `end` is past the closing fence's line end."""

    format: FrontMatterFormat
    opening: Span
    content: Span
    closing: Span | None
    end: int
    faults: tuple[Fault, ...] = ()


class Block(str):
    """The text between two fences. It knows where it was found, on its way from a handler's `split` to its `load`."""

    __slots__ = ("fences",)
    fences: Fences

    def __new__(cls, text: str, fences: Fences) -> Self:
        """Cut the content out of the text of a file."""
        block = super().__new__(cls, text[fences.content.start : fences.content.end])
        block.fences = fences
        return block


class FenceHandler(BaseHandler):
    """A handler of python-frontmatter that keeps places: those of the library strip what they split."""

    FM_BOUNDARY: re.Pattern[str]
    """What a block of this form begins with."""
    reads: FrontMatterFormat

    def detect(self, text: str) -> bool:
        """Whether a text begins like a block of this form, blank lines and comments left out."""
        return self.FM_BOUNDARY.match(text, block_start(text)) is not None

    def split(self, text: str) -> tuple[Block, str]:
        """Return the block and what follows it, both as they are; raises ValueError for a text without a block."""
        found = self.find(text, block_start(text))
        if found is None:
            message = "no front matter of this form"
            raise ValueError(message)
        return Block(text, found), text[found.end :]

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:
        """Return the values of a block."""
        return load_block(fm, self.reads)

    def find(self, text: str, start: int) -> Fences | None:
        """Find the block whose opening fence is at `start`, or None; each format has its own."""
        raise NotImplementedError


def block_start(text: str) -> int:
    """Return where a block may start: past a byte order mark, blank lines and comments."""
    first = int(text.startswith(BOM))
    if text[first : first + 1] not in ("", " ", "\t", "\n", "<"):
        return first
    at = _past_blanks_and_comments(text, first)
    # A fence that is indented is not a fence: go back to the start of its line.
    line = text.rfind("\n", 0, at) + 1
    return at if not text[line:at].strip(" \t") and line == at else max(first, at)


def _past_blanks_and_comments(text: str, at: int) -> int:
    while True:
        at = next((place for place in range(at, len(text)) if not text[place].isspace()), len(text))
        end = text.find("-->", at + len("<!--")) if text.startswith("<!--", at) else -1
        if end < 0:
            return at
        at = end + len("-->")


def load_block(text: str, form: FrontMatterFormat) -> dict[str, object]:
    """Return the values of a block as a loader gives them, without those that can't be read."""
    form = text.fences.format if isinstance(text, Block) else form
    root = read_values(SourceText(str(text)), Span(0, len(text)), form, braced=False).root
    return dict(root.value) if root and isinstance(root.value, dict) else {}


def read_values(source: SourceText, content: Span, form: FrontMatterFormat, *, braced: bool) -> Values:
    """Read the values of a block, each with its place; a format's reader is imported when its format is met."""
    match form:
        case "yaml":
            if plain := read_plain(source, content):
                return Values(plain)
            from lintarticle.article.front_matter.yaml_values import read_yaml

            return read_yaml(source, content)
        case "toml":
            from lintarticle.article.front_matter.toml_values import read_toml

            return read_toml(source, content)
        case "json":
            from lintarticle.article.front_matter.json_values import read_json

            return read_json(source, content, braced=braced)
        case "headers":
            return _read_headers(source, content)
        case _:
            assert_never(form)


_HEADER = expression(
    r"^ {0,3}([A-Za-z0-9_][\w -]*):[ \t]*([^\n]*(?:\n(?: {4,}|[ \t]*\t)[ \t]*\S[^\n]*)*)", re.MULTILINE
)


def _read_headers(source: SourceText, content: Span) -> Values:
    """Read `Key: value` lines; a value may continue on indented lines. Every value is text."""
    entries: list[Entry] = []
    for found in _HEADER.finditer(source.text, content.start, content.end):
        name, value = found[1], found[2].rstrip()
        key = Node("string", name, Span(*found.span(1)), name)
        span = Span(found.start(2), found.start(2) + len(value))
        meant = " ".join(part.strip() for part in value.split("\n"))
        entries.append(Entry(key, Node("string", meant, span, meant)))
    return Values(mapping_node(entries, content))


class LineFences(FenceHandler):
    """Blocks between two lines of one repeated character."""

    FM_BOUNDARY: re.Pattern[str]
    CLOSING: re.Pattern[str]

    def find(self, text: str, start: int) -> Fences | None:
        """Find the block; a fence with small faults is a fence still when keys are below it."""
        found = self.FM_BOUNDARY.match(text, start)
        if not found:
            return None
        opening, content_start = Span(found.start("fence"), found.end("fence")), found.end()
        language = found["language"]
        # Text after the dashes is the first key, glued to the fence; else it is not a fence that anyone reads.
        glued = found["rest"].strip()
        if glued:
            content_start = found.start("rest")
            if not opens_with_keys(text, content_start):
                return None
        format_ = LANGUAGES[language] if language else self.reads
        fault = opening_fault(text, opening, Span(*found.span("rest")), self.mark(format_))
        return self._close(text, format_, opening, content_start, (fault,) if fault else ())

    def mark(self, format_: FrontMatterFormat) -> str:
        """Return the fence as it should be written."""
        return str(self.START_DELIMITER) + (format_ if format_ != self.reads else "")

    def _close(
        self, text: str, format_: FrontMatterFormat, opening: Span, start: int, faults: tuple[Fault, ...]
    ) -> Fences | None:
        end = self.CLOSING.search(text, start)
        if end and looks_like_keys(text, Span(start, end.start()), format_):
            closing = Span(*end.span("fence"))
            fault = closing_fault(text, opening, closing, str(self.END_DELIMITER))
            line_end = past_line(text, closing.end) if not fault else fault.end
            found = (fault.fault,) if fault else ()
            return Fences(format_, opening, Span(start, closing.start), closing, line_end, (*faults, *found))
        if end or not opens_with_keys(text, start, format_):
            return None
        return find_unclosed(text, format_, opening, start, faults)


def find_unclosed(
    text: str, format_: FrontMatterFormat, opening: Span, start: int, faults: tuple[Fault, ...] = ()
) -> Fences | None:
    """Read a block without its closing fence: up to a line that was meant as one, or to its last key."""
    last = last_key_line(text, start, format_)
    if last <= start:
        return None
    mark = text[opening.start : opening.start + 3]
    meant = indented_fault(text, last, mark) or mixed_fault(text, opening, start, last, format_)
    if meant:
        return Fences(
            meant.format or format_, opening, Span(start, meant.closing.start), meant.closing,
            past_line(text, meant.closing.end), (*faults, meant.fault),
        )  # fmt: skip
    fault, content_end = unclosed_fault(text, opening, start, last, mark)
    return Fences(format_, opening, Span(start, content_end), None, last, (*faults, fault))


class YamlFences(LineFences, YAMLHandler):
    """`---` up to `---` or `...`; `---toml`, `---json` and `---js` name another format."""

    reads: FrontMatterFormat = "yaml"
    FM_BOUNDARY = expression(
        r"(?P<fence>-{3,}(?:[ \t]?(?P<language>yaml|yml|toml|json|js|javascript)(?=\s|\Z))?)"
        r"(?P<rest>[^\n]*)\n?"
    )
    CLOSING = expression(r"^(?P<fence>-{3,}|\.{3}(?=[ \t]*$))", re.MULTILINE)


class TomlFences(LineFences):
    """`+++` up to `+++`. The library has a TOML handler only where the `toml` package is installed."""

    reads: FrontMatterFormat = "toml"
    FM_BOUNDARY = expression(r"(?P<fence>\+{3,}(?P<language>))(?P<rest>[^\n]*)\n?")
    CLOSING = expression(r"^(?P<fence>\+{3,})", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"


class SemicolonFences(LineFences, JSONHandler):
    """`;;;` up to `;;;`: JSON, with or without its outer braces (Hexo)."""

    reads: FrontMatterFormat = "json"
    FM_BOUNDARY = expression(r"(?P<fence>;{3,}(?P<language>))(?P<rest>[^\n]*)\n?")
    CLOSING = expression(r"^(?P<fence>;{3,})", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = ";;;"


class JsonFences(FenceHandler, JSONHandler):
    """A JSON object that the file starts with: its braces are the fences."""

    reads: FrontMatterFormat = "json"
    FM_BOUNDARY = expression(
        r"\{(?:\s*\}[ \t]*$|\s*\"(?:[^\"\\\n]|\\.)*\"\s*:|[ \t]*\n\s*(?:'[^'\n]*'|[A-Za-z_][\w-]*)\s*:)", re.MULTILINE
    )
    _TOKEN = expression(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\]]')

    def find(self, text: str, start: int) -> Fences | None:
        """Find the object by its braces, strings left out."""
        if not self.FM_BOUNDARY.match(text, start):
            return None
        opening, depth = Span(start, start + 1), 0
        for token in self._TOKEN.finditer(text, start):
            character = token[0]
            if character in "{[":
                depth += 1
            elif character in "}]":
                depth -= 1
                if depth == 0:
                    return self._closed(text, opening, Span(*token.span()))
        last = last_key_line(text, start + 1, "json")
        fault, content_end = unclosed_fault(text, opening, start + 1, last, "}")
        return Fences("json", opening, Span(start + 1, content_end), None, last, (fault,))

    @staticmethod
    def _closed(text: str, opening: Span, closing: Span) -> Fences:
        content = Span(opening.end, closing.start)
        tail = json_tail_fault(text, closing)
        if tail:
            return Fences("json", opening, content, closing, tail.end, (tail.fault,))
        return Fences("json", opening, content, closing, past_line(text, closing.end))


def past_line(text: str, offset: int) -> int:
    """Return where the line after an offset starts."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1
