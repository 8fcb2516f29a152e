"""Block tokens → headings, paragraphs, code, lists, tables, quotes, definitions, each with its span."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from lintarticle.article.markdown.elements import CodeBlock, Definition, Heading, ListElement, Table
from lintarticle.article.markdown.inline import Container, Content, InlineReader, Paragraph, normal_reference
from lintarticle.article.markdown.masking import FILLER
from lintarticle.article.values import Text
from lintarticle.expression import expression
from lintarticle.record import NamedTuple
from lintarticle.source import SourceText, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from lintarticle.article.markdown.gaps import Gaps

_ANCHOR = expression(r"\{:?[ \t]*(?:#([^\s{}]+)|\.[\w-]+)[^{}\n]*\}[ \t]*\Z")
_LABEL = expression(r"\[(?:[^\[\]\\]|\\.)*\]:", re.DOTALL)
_BEFORE_TARGET = expression(r"[\s>]*")
_BAR = expression(r"(?<!\\)\|")
_MARKER = expression(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])")


class Cells(NamedTuple):
    """A table whose cells are not read yet."""

    span: Span
    rows: list[list[Content]]

    def read(self) -> Table:
        """Read the cells; a row of which nothing is there is left out."""
        rows = (tuple(Text(cell.inline.text, cell.span) for cell in row) for row in self.rows)
        return Table(self.span, tuple(row for row in rows if any(cell.span.end > cell.span.start for cell in row)))


class Elements:
    """The elements of a body in document order. `contents` is what is inline in them; `blanked` is not prose."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.paragraphs: list[Paragraph] = []
        self.code_blocks: list[CodeBlock] = []
        self.lists: list[ListElement] = []
        self.tables: list[Cells] = []
        self.quotes: list[Span] = []
        self.thematic_breaks: list[Span] = []
        self.html: list[Span] = []
        self.blanked: list[Span] = []
        self.contents: list[Content] = []

    def without(self, gaps: Gaps) -> Elements:
        """Return the elements outside some spans.

        Raises `CutInTwo` for one that is only partly outside.
        """
        kept = Elements()
        kept.headings = gaps.outside(self.headings)
        kept.paragraphs = gaps.outside(self.paragraphs)
        kept.code_blocks = gaps.outside(self.code_blocks)
        kept.lists = gaps.outside(self.lists)
        kept.tables = gaps.outside(self.tables)
        kept.quotes = gaps.spans_outside(self.quotes)
        kept.thematic_breaks = gaps.spans_outside(self.thematic_breaks)
        kept.html = gaps.spans_outside(self.html)
        kept.blanked = gaps.spans_outside(self.blanked)
        kept.contents = gaps.outside(self.contents)
        return kept


class TokenReader:
    """Walks the block tokens once; of what is inline, only headings are read on the way."""

    def __init__(self, source: SourceText, inline: InlineReader) -> None:
        self.source = source
        self.masked = inline.masked
        # A byte order mark is a line of its own here.
        self._text = SourceText(self.masked) if source.has_bom else source
        self._inline = inline
        self.elements = Elements()
        self._containers: list[Container] = []
        self._lists: list[tuple[int, list[Span]]] = []
        self._rows: list[list[Content]] = []
        self._row_start = -1
        self._cells: list[tuple[int, int]] = []

    def read(self, tokens: list[Token]) -> Elements:
        """Read every token."""
        handlers = {
            "paragraph_open": self._paragraph,
            "plain_list": self._plain_list,
            "plain_heading": self._plain_heading,
            "inline": self._content,
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
            "blockquote_close": self._leave,
        }
        for index, token in enumerate(tokens):
            handler = handlers.get(token.type)
            if handler:
                handler(token, tokens[index - 1])
        return self.elements

    # --- leaves ---

    def _content(self, token: Token, parent: Token) -> None:
        if parent.type == "heading_open":
            self._heading(token, parent)
        else:
            self._cell(token)

    def _heading(self, token: Token, parent: Token) -> None:
        kind: Literal["atx", "setext"] = "atx" if parent.markup.startswith("#") else "setext"
        self._add_heading(self._heading_content(token, parent), self._span(parent), kind, int(parent.tag[1]))

    def _plain_heading(self, token: Token, _: Token) -> None:
        start, end = token.meta["content"]
        content = Content(self._inline, [(start, end)])
        self._add_heading(content, Span(token.meta["start"], end), "atx", len(token.markup))

    def _add_heading(self, content: Content, span: Span, kind: Literal["atx", "setext"], level: int) -> None:
        anchor = self._take_anchor(content)
        self.elements.contents.append(content)
        if kind == "setext" and not content.text.strip(f"{FILLER} \t\n"):
            return
        quoted = "quote" in self._containers
        self.elements.headings.append(Heading(level, content.inline.text, span, content.span, kind, anchor, quoted))

    def _take_anchor(self, content: Content) -> str:
        """Return the anchor of a heading, which is no longer part of its text; "" for none."""
        # As written: attributes after `{:` are masked everywhere else.
        written = self.source[content.span] if "\n" not in content.text else content.text
        brace = written.rfind("{")
        anchor = _ANCHOR.match(written, brace) if brace >= 0 else None
        if anchor is None:
            return ""
        end = len(written[:brace].rstrip(" \t"))
        self.elements.blanked.append(content.span_of(end, len(content.text)))
        content.cut(end)
        return anchor[1] or ""

    def _heading_content(self, token: Token, parent: Token) -> Content:
        lines: list[tuple[int, int]] = token.meta.get("lines", [])
        if not parent.markup.startswith("#"):
            return Content(self._inline, lines)
        start, end = lines[0] if lines else (parent.meta["start"], self._span(parent).end)
        start += len(parent.markup)
        while start < end and self.masked[start].isspace():
            start += 1
        return Content(self._inline, [(start, start + len(token.content))])

    def _paragraph(self, token: Token, _: Token) -> None:
        self._add_paragraph(token.meta["lines"], self._containers[-1] if self._containers else "body")

    def _add_paragraph(self, lines: list[tuple[int, int]], container: Container) -> Content:
        content = Content(self._inline, lines)
        self.elements.contents.append(content)
        if content.has_prose:
            start = lines[0][0]
            if self.masked[start] == FILLER and self.source.text.startswith("[^", start):
                container = "footnote"
            self.elements.paragraphs.append(Paragraph(content, container))
        return content

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

    def _plain_list(self, token: Token, _: Token) -> None:
        items: list[Span] = []
        for start, past_mark, lines in token.meta["items"]:
            content = self._add_paragraph(lines, "list")
            self.elements.blanked.append(Span(start, past_mark))
            items.append(Span(start, content.span.end))
        span = Span(items[0].start, items[-1].end)
        self.elements.lists.append(ListElement(span, token.tag == "ol", tuple(items)))

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
        self.elements.tables.append(Cells(self._span(token), self._rows))

    def _cell(self, token: Token) -> None:
        """Read a cell from the line of its row: its token does not say where on the line it is."""
        start, end = token.meta["lines"][0]
        if start != self._row_start:
            self._row_start = start
            self._cells = _cells(self.masked, start, end)
            self._rows.append([])
        if not self._cells:
            return  # the row has fewer cells than the table
        content = Content(self._inline, [self._cells.pop(0)], in_table=True)
        self._rows[-1].append(content)
        self.elements.contents.append(content)
        if content.has_prose:
            self.elements.paragraphs.append(Paragraph(content, "table"))

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
