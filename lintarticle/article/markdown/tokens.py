"""Block tokens → headings, paragraphs, code, lists, tables, quotes, definitions, each with its span."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from lintarticle.article.markdown.elements import CodeBlock, Definition, Heading, ListElement, Paragraph, Table
from lintarticle.article.markdown.inline import Content, InlineReader, normal_reference
from lintarticle.article.markdown.masking import FILLER
from lintarticle.article.text.measure import count_words
from lintarticle.article.values import Text
from lintarticle.source import SourceText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ANCHOR = re.compile(r"\{:?[ \t]*(?:#([^\s{}]+)|\.[\w-]+)[^{}\n]*\}[ \t]*\Z")
_LABEL = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]:", re.DOTALL)
_BEFORE_TARGET = re.compile(r"[\s>]*")
_BAR = re.compile(r"(?<!\\)\|")
_MARKER = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])")

Container = Literal["body", "list", "quote", "table", "footnote"]


class Elements:
    """The elements of a body, gathered in document order; `blanked` is not prose."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.paragraphs: list[Paragraph] = []
        self.code_blocks: list[CodeBlock] = []
        self.lists: list[ListElement] = []
        self.tables: list[Table] = []
        self.quotes: list[Span] = []
        self.thematic_breaks: list[Span] = []
        self.html: list[Span] = []
        self.blanked: list[Span] = []


class TokenReader:
    """Walks the block tokens once; inline content is read on the way."""

    def __init__(
        self,
        source: SourceText,
        masked: str,
        parser: MarkdownIt,
        env: dict[str, Any],
        definitions: dict[str, Definition],
    ) -> None:
        self.source = source
        self.masked = masked
        self._text = SourceText(masked)  # not those of the source: a byte order mark is a line here
        self.inline = InlineReader(parser, env, definitions)
        self.elements = Elements()
        self._containers: list[Container] = []
        self._lists: list[tuple[int, list[Span]]] = []
        self._rows: list[list[Text]] = []
        self._row_start = -1
        self._cells: list[tuple[int, int]] = []

    def read(self, tokens: list[Token]) -> None:
        """Read every token; the parts found are in `elements` and `inline.found`."""
        handlers = {
            "inline": self._inline,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html,
            "hr": self._hr,
            "blockquote_open": self._quote,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "list_item_open": self._item,
            "bullet_list_close": self._list_end,
            "ordered_list_close": self._list_end,
            "table_open": self._table,
            "table_close": self._table_end,
            "blockquote_close": self._leave,
        }
        for index, token in enumerate(tokens):
            handler = handlers.get(token.type)
            if handler:
                handler(token, tokens[index - 1])

    # --- leaves ---

    def _inline(self, token: Token, parent: Token) -> None:
        if parent.type == "heading_open":
            self._heading(token, parent)
        elif parent.type == "paragraph_open":
            self._paragraph(token)
        else:
            self._cell(token)

    def _heading(self, token: Token, parent: Token) -> None:
        content = self._heading_content(token, parent)
        # As written: attributes after `{:` are masked everywhere else.
        written = self.source[content.span(0, len(content.text))] if "\n" not in content.text else content.text
        brace = written.rfind("{")
        anchor = _ANCHOR.match(written, brace) if brace >= 0 else None
        end = len(written[:brace].rstrip(" \t")) if anchor else len(content.text)
        plain = self.inline.read(content, end)
        span = self._span(parent)
        if anchor:
            self.elements.blanked.append(content.span(end, len(content.text)))
        kind: Literal["atx", "setext"] = "atx" if parent.markup.startswith("#") else "setext"
        if kind == "setext" and not content.text.strip(f"{FILLER} \t\n"):
            return
        self.elements.headings.append(
            Heading(
                level=int(parent.tag[1]),
                text=plain.text,
                span=span,
                text_span=content.span(0, end),
                kind=kind,
                anchor=(anchor[1] or "") if anchor else "",
                quoted="quote" in self._containers,
            )
        )

    def _heading_content(self, token: Token, parent: Token) -> Content:
        lines: list[tuple[int, int]] = token.meta.get("lines", [])
        if not parent.markup.startswith("#"):
            return Content(self.masked, self.source.text, lines)
        start, end = lines[0] if lines else (parent.meta["start"], self._span(parent).end)
        start += len(parent.markup)
        while start < end and self.masked[start] in " \t":
            start += 1
        return Content(self.masked, self.source.text, [(start, start + len(token.content))])

    def _paragraph(self, token: Token) -> None:
        content = Content(self.masked, self.source.text, token.meta["lines"])
        plain = self.inline.read(content)
        if plain.prose:
            span = content.span(0, len(content.text))
            container = self._containers[-1] if self._containers else "body"
            if self.source.text.startswith("[^", span.start) and self.masked[span.start] == FILLER:
                container = "footnote"
            words = count_words(plain.prose)
            self.elements.paragraphs.append(Paragraph(span, plain.prose, words, container, plain.bold))

    def _code(self, token: Token, _: Token) -> None:
        first, last = self._lines(token)
        start, end = token.meta["start"], self._text.line_span(last).end
        info = token.info.strip()
        content = Span(start, end)
        if token.type == "fence":
            closed = last > first and not self.source[self._text.line_span(last)].strip(f" \t>{token.markup[0]}")
            closed = closed and token.markup in self.source[self._text.line_span(last)]
            begin = min(self._text.line_span(first).end + 1, end)
            content = Span(begin, max(begin, self._text.line_span(last).start - 1 if closed else end))
        elif not self.masked[start:end].strip(f"{FILLER} \t\n"):
            return
        language = info.split(None, 1)[0] if info else ""
        self.elements.code_blocks.append(CodeBlock(Span(start, end), content, info, language, token.type == "fence"))

    def _html(self, token: Token, _: Token) -> None:
        self.elements.html.append(self._span(token))

    def _hr(self, token: Token, _: Token) -> None:
        self.elements.thematic_breaks.append(self._span(token))

    # --- containers ---

    def _quote(self, token: Token, _: Token) -> None:
        self.elements.quotes.append(self._span(token))
        self._containers.append("quote")

    def _leave(self, _: Token, __: Token) -> None:
        self._containers.pop()

    def _list(self, token: Token, _: Token) -> None:
        items: list[Span] = []
        self._lists.append((len(self.elements.lists), items))
        ordered = token.type == "ordered_list_open"
        self.elements.lists.append(ListElement(self._span(token), ordered, (), len(self._lists) - 1))
        self._containers.append("list")

    def _item(self, token: Token, _: Token) -> None:
        span = self._span(token)
        self._lists[-1][1].append(span)
        marker = _MARKER.match(self.source.text, span.start)
        if marker:
            self.elements.blanked.append(Span(span.start, marker.end()))

    def _list_end(self, _: Token, __: Token) -> None:
        self._containers.pop()
        index, items = self._lists.pop()
        found = self.elements.lists[index]
        self.elements.lists[index] = ListElement(found.span, found.ordered, tuple(items), found.depth)

    # --- tables ---

    def _table(self, token: Token, _: Token) -> None:
        self._rows = []
        self._row_start = -1
        self.elements.tables.append(Table(self._span(token), ()))

    def _cell(self, token: Token) -> None:
        """Read a cell from the line of its row: its token does not say where on the line it is."""
        start, end = token.meta["lines"][0]
        if start != self._row_start:
            self._row_start = start
            self._cells = _cells(self.masked, start, end)
            self._rows.append([])
        if not self._cells:
            return  # the row has fewer cells than the table
        content = Content(self.masked, self.source.text, [self._cells.pop(0)], in_table=True)
        plain = self.inline.read(content)
        span = content.span(0, len(content.text))
        self._rows[-1].append(Text(plain.text, span))
        if plain.prose:
            self.elements.paragraphs.append(Paragraph(span, plain.prose, count_words(plain.prose), "table", plain.bold))

    def _table_end(self, _: Token, __: Token) -> None:
        table = self.elements.tables[-1]
        rows = (tuple(row) for row in self._rows if any(cell.span.end > cell.span.start for cell in row))
        self.elements.tables[-1] = Table(table.span, tuple(rows))

    # --- places ---

    def _lines(self, token: Token) -> tuple[int, int]:
        """Return the 1-based numbers of a block's first and last line, blank lines at its end left out."""
        if token.map is None:
            return 1, 1
        first, last = token.map[0] + 1, token.map[1]
        while last > first and not self.masked[slice(*self._text.line_span(last))].strip():
            last -= 1
        return first, last

    def _span(self, token: Token) -> Span:
        start: int = token.meta["start"]
        end = self._text.line_span(self._lines(token)[1]).end
        while end > start and self.masked[end - 1] in " \t":
            end -= 1
        return Span(start, end)


def read_definitions(tokens: list[Token], parser: MarkdownIt, masked: str, source: SourceText) -> list[Definition]:
    """Return every link reference definition, those that repeat a label too."""
    found: list[Definition] = []
    lines = SourceText(masked)
    for token in tokens:
        label = _LABEL.match(masked, token.meta["start"]) if token.type == "definition" and token.map else None
        if label is None or token.map is None:
            continue
        end = lines.line_span(token.map[1]).end
        blanks = _BEFORE_TARGET.match(masked, label.end(), end)
        at = blanks.end() if blanks else label.end()
        result = parser.helpers.parseLinkDestination(masked, at, end)
        bracketed = masked[at : at + 1] == "<"
        target = Span(at + bracketed, result.pos - bracketed) if result.ok else Span(at, at)
        meant = source[target] if FILLER in result.str else result.str
        span = Span(token.meta["start"], end)
        found.append(Definition(normal_reference(token.meta["label"]), span, Text(meant, target)))
    return found


def _cells(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a row at its unescaped pipes, as the parser does; return where its cells are, trimmed."""
    bars = [match.start() for match in _BAR.finditer(masked, start, end)]
    edges = [start - 1, *bars, end]
    cells = [_trimmed(masked, left + 1, right) for left, right in pairwise(edges)]
    if masked[start] == "|":
        del cells[0]
    if bars and not masked[bars[-1] + 1 : end].strip():
        del cells[-1]
    return cells


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip(" \t")), max(start, end - len(inner) + len(inner.rstrip(" \t")))
