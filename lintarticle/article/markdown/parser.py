"""markdown-it-py, made to say where everything is, and to ask only the rules that can match.

Blocks come with line numbers only and inline tokens with no position at all. Our two parsers differ from those of
markdown-it-py in their loops: they note the offsets in `Token.meta` as they go, and choose the rules by the character
that is next. The rules themselves are those of markdown-it-py.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal

from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    lheading,
    list_block,
    reference,
    table,
)
from markdown_it.utils import OptionsDict

from lintarticle.article.markdown.fast_token import MAX_NESTING, FastToken
from lintarticle.expression import expression
from lintarticle.record import NamedTuple, cached_property

if TYPE_CHECKING:
    from types import ModuleType

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from lintarticle.article.markdown.inline_parser import InlineParser
else:
    MarkdownIt = object  # it renders, too: what the rules ask of it is here

MAX_COLUMNS = 100
"""Columns of a table. The parser fills each short row up to as many cells as the first has."""


class PlainItem(NamedTuple):
    """An item of plain text: where it starts, where its mark ends, and its lines without mark and indent."""

    start: int
    past_mark: int
    lines: list[tuple[int, int]]


BlockRule = Callable[[StateBlock, int, int, bool], bool]


def _narrow_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table; one of more columns than any reader sees is data, and stays text."""
    bars = state.src.count("|", state.bMarks[start], state.eMarks[start])
    return 0 < bars <= MAX_COLUMNS and table(state, start, end, silent)


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a heading after `#`, and make one token of it where its line ends with its text."""
    at = state.bMarks[start] + state.tShift[start]
    found = None if silent else _PLAIN_HEADING.fullmatch(state.src, at, state.eMarks[start])
    if found is None:
        return heading(state, start, end, silent)
    hashes = found.end("hashes") - at
    token = FastToken("plain_heading", f"h{hashes}", 0)
    token.map, token.level, token.markup = [start, start + 1], state.level, "#" * hashes
    token.meta = {"start": at, "content": found.span("content")}
    state.tokens.append(token)
    state.line = start + 1
    return True


def _break(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a thematic break; most lines that start with one of its characters are not one."""
    at = state.bMarks[start] + state.tShift[start]
    return _THREE_MARKS.match(state.src, at, state.eMarks[start]) is not None and hr(state, start, end, silent)


def _text(state: StateBlock, start: int, end: int, _: bool) -> bool:
    """Read a paragraph, or a heading with a line under it, as markdown-it-py does: in one walk over the lines.

    The text of a paragraph is not copied, since it is read from the source.
    """
    line = start + 1
    (interrupted,) = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    while line < end and not state.isEmpty(line):
        # An indented line continues the paragraph, whatever it is; so does one that continues a quote.
        if state.sCount[line] <= state.blkIndent + 3 and _may_end_text(state, line):
            if state.sCount[line] >= state.blkIndent and _is_underline(state, line):
                state.parentType = outer
                return lheading(state, start, end, False)
            if state.sCount[line] >= 0 and interrupted(state, line, end, True):
                break
        line += 1
    state.line, state.parentType = line, outer
    _push_paragraph(state, start, line)
    return True


def _push_paragraph(state: StateBlock, start: int, end: int) -> None:
    """Make the one token of a paragraph: what is inline in it has none of its own."""
    token = FastToken("paragraph_open", "", 0)
    token.map, token.level = [start, end], state.level
    begins, shifts, ends = state.bMarks, state.tShift, state.eMarks
    token.meta = {"lines": [(begins[line] + shifts[line], ends[line]) for line in range(start, end)]}
    state.tokens.append(token)


def _plain_list(state: StateBlock, start: int, end: int, _: bool) -> bool:
    """Read a list of the body whose items are plain text, and make one token of it; any other is for `list_block`."""
    is_ordered = state.src[state.bMarks[start] + state.tShift[start]].isdigit()
    found = (_ORDERED if is_ordered else _BULLETS).match(state.src, state.bMarks[start]) if not state.level else None
    if found is None:
        return False
    items, indent, line = _plain_items(state, start, found.end())
    line = state.skipEmptyLines(line)
    if line < end:
        character = state.src[state.bMarks[line] + state.tShift[line]]
        may_continue = character.isdigit() if is_ordered else character == found["mark"]
        if may_continue or state.sCount[line] >= indent:
            return False
    token = FastToken("plain_list", "ol" if is_ordered else "ul", 0)
    token.map, token.markup, token.meta = [start, line], found["mark"], {"items": items}
    state.tokens.append(token)
    state.line = line
    return True


def _plain_items(state: StateBlock, line: int, end: int) -> tuple[list[PlainItem], int, int]:
    """Return the items up to an offset, how far the content of the last is indented, and the line after them."""
    items: list[PlainItem] = []
    indent = 0
    while line < state.lineMax and state.bMarks[line] <= end:
        start, past = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if mark := _MARK.match(state.src, start, past):
            items.append(PlainItem(start, mark.end(1), [(mark.end(), past)]))
            indent = mark.end() - state.bMarks[line]
        elif start < past:
            items[-1].lines.append((start, past))
        line += 1
    return items, indent, line


def _may_end_text(state: StateBlock, line: int) -> bool:
    """Whether a line may be anything but more text: it starts like another block, or may be part of a table."""
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at] in _STARTS or state.src.find("|", at, state.eMarks[line]) >= 0


def _is_underline(state: StateBlock, line: int) -> bool:
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at] in "-=" and _UNDERLINE.fullmatch(state.src, at, state.eMarks[line]) is not None


_THREE_MARKS = expression(r"([-*_])[ \t]*\1[ \t]*\1")
_UNDERLINE = expression(r"(?:-+|=+)[ \t]*")
_PLAIN_HEADING = expression(r"(?P<hashes>#{1,6})[ \t]+(?P<content>[^\s#](?:[^\n]*[^\s#])?)")

_PLAIN_START = (
    r"(?:[^\s`~>*_+#=|\[<\d-]|\*{1,2}[^\s*|]|_{1,2}[^\s_|]|`(?!``)|\[[^\[\]\\|\n]*+\](?!:)|[0-9]++[^\d.)|\n])"
)
_STARTS_TEXT = expression(_PLAIN_START)
_PLAIN_LINE = rf"{_PLAIN_START}[^|\n]*+"
"""A line of text that is nothing else, whatever is around it: no block starts like it, no bar makes a table of it."""
_PLAIN_ITEM = rf" {{1,4}}{_PLAIN_LINE}(?:\n *+{_PLAIN_LINE})*+"
_BLANK_LINES = r"(?:[ \t]*\n)*+"
_LIST_END = r"(?=\n[ \t]*+(?:\n|\Z)|\Z)"
_BULLETS = expression(
    rf"( {{0,3}})(?P<mark>[-*+]){_PLAIN_ITEM}(?:\n{_BLANK_LINES}\1(?P=mark){_PLAIN_ITEM})*+{_LIST_END}"
)
_ORDERED = expression(
    rf"( {{0,3}})[0-9]{{1,9}}(?P<mark>[.)]){_PLAIN_ITEM}"
    rf"(?:\n{_BLANK_LINES}\1[0-9]{{1,9}}(?P=mark){_PLAIN_ITEM})*+{_LIST_END}"
)
_MARK = expression(r"([-*+]|[0-9]{1,9}[.)]) +")

_STARTS = frozenset("`~>*-_+0123456789[<#=")
_ANYWHERE = ("paragraph", "blockquote", "list")
_IN_TEXT = ("paragraph", "blockquote")
_BLOCK_RULES: tuple[tuple[str, BlockRule, tuple[str, ...]], ...] = (
    ("`~", fence, _ANYWHERE),
    (">", blockquote, _ANYWHERE),
    ("*-_", _break, _ANYWHERE),
    ("*-+0123456789", _plain_list, ()),
    ("*-+0123456789", list_block, _IN_TEXT),
    ("[", reference, ()),
    ("<", html_block, _IN_TEXT),
    ("#", _heading, _IN_TEXT),
)
"""The characters that a block starts with, its rule, and the blocks that it interrupts, in the parser's order."""


def make_parser(*, indented_code: bool) -> MarkdownIt:
    """Return a parser for CommonMark with tables and strikethrough that notes offsets.

    Block tokens get `meta["start"]`, the offset of their first character; paragraphs and `inline` tokens
    `meta["lines"]`, the (start, end) of each of their source lines without container marks and indent. Inline tokens
    get `meta["span"]`, links and images `meta["label_end"]` too, all counted in the content of their parent.
    """
    parser = _Parser()
    if not indented_code:
        parser.block.ruler.disable("code")
    return parser


def parse_blocks(parser: MarkdownIt, text: str, env: dict[str, Any]) -> list[Token]:
    r"""Return the block tokens of `text`, whose line ends are `\n`, without parsing what is inline.

    A paragraph is one token, and so is a list of plain text, a `plain_list` with `meta["items"]`, and a heading whose
    line ends with its text, a `plain_heading` with the offsets of `meta["content"]`.
    """
    state = _State(text.replace("\0", "\ufffd"), parser, env, [])
    parser.block.tokenize(state, 0, state.lineMax)
    return state.tokens


def make_inline_parser() -> MarkdownIt:
    """Return a whole parser of markdown-it-py that reads inline content as the others here do."""
    from markdown_it import MarkdownIt

    from lintarticle.article.markdown import link_helpers
    from lintarticle.article.markdown.inline_parser import InlineParser

    parser = MarkdownIt("commonmark", _OPTIONS)
    parser.inline, parser.helpers = InlineParser(), link_helpers
    vars(parser)["normalizeLink"] = str
    return parser


_OPTIONS: dict[str, Any] = {"maxNesting": MAX_NESTING, "store_labels": True, "inline_definitions": True}


class _Parser(MarkdownIt):
    def __init__(self) -> None:
        self.options = OptionsDict({"html": True, "linkify": False, **_OPTIONS})  # type: ignore[typeddict-item] # more
        self.block = _BlockParser()

    @cached_property
    def inline(self) -> InlineParser:  # type: ignore[override] # imported for the first text that has any marks
        """What reads inline content."""
        from lintarticle.article.markdown.inline_parser import InlineParser

        return InlineParser()

    @cached_property
    def helpers(self) -> ModuleType:
        """What reads the parts of links."""
        from lintarticle.article.markdown import link_helpers

        return link_helpers

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - the parser of blocks or of what is inline
        return getattr(self, name)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name is that of markdown-it-py
        """Leave an address as it is: targets are read from the source."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the same
        """Return an address as a page shows it."""
        from markdown_it.common.normalize_url import normalizeLinkText  # not imported where links are plain

        return normalizeLinkText(link)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the same
        """Whether a link may have this address."""
        from markdown_it.common.normalize_url import validateLink

        return validateLink(url)


class _State(StateBlock):
    """The state of the block rules, which leaves out the ends of blocks that contain no others."""

    def __init__(self, src: str, md: MarkdownIt, env: dict[str, Any], tokens: list[Token]) -> None:
        """Note the lines, all at once: where they begin and end, and how far they are indented."""
        super().__init__("", md, env, tokens)
        self.src = src
        lines = src.split("\n")
        if not lines[-1].strip(" \t"):
            del lines[-1]  # the end of the text is not a line
        self.lineMax = len(lines)
        begins = list(accumulate([len(line) + 1 for line in lines], initial=0))
        self.eMarks = [*[begin - 1 for begin in begins[1:]], len(src)]
        self.bMarks = [*begins[:-1], len(src)]
        self.tShift = [*[len(line) - len(line.lstrip(" \t")) for line in lines], 0]
        self.sCount = self.tShift[:]
        self.bsCount = [0] * len(begins)
        if "\t" in src:
            for number, line in enumerate(lines):
                self.sCount[number] = len(line[: self.tShift[number]].expandtabs(4))

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token."""
        token = FastToken(ttype, tag, nesting)
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        if ttype not in _UNREAD:
            self.tokens.append(token)
        return token


_UNREAD = frozenset(("paragraph_close", "heading_close", "list_item_close", "th_close", "td_close", "tr_close"))


class _BlockParser(ParserBlock):
    """Reads blocks, and interrupts others, by the first character of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = Ruler()
        self.ruler.push("code", code)
        for chain in _ANYWHERE:
            alike = [chain, "reference"] if chain == "paragraph" else [chain]
            self.ruler.push(f"interrupts {chain}", _interruption(chain), {"alt": alike})

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - the name in markdown-it
        """Read the blocks of some lines."""
        line = startLine
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= MAX_NESTING:
                state.line = endLine
                break
            self._read(state, line, endLine)
            line = state.line
            if line < endLine and state.isEmpty(line):
                state.line = line = line + 1

    def _read(self, state: StateBlock, line: int, end: int) -> None:
        first = len(state.tokens)
        start = state.bMarks[line] + state.tShift[line]
        rules = _CODE if state.is_code_block(line) else _BLOCKS.get(state.src[start], _TEXT)
        if rules is not _CODE and state.isEmpty(line + 1) and (rules is _TEXT or _STARTS_TEXT.match(state.src, start)):
            _read_line(state, line, start)
            return
        for rule in rules:
            if rule(state, line, end, False):
                break
        if len(state.tokens) > first:
            state.tokens[first].meta["start"] = start
            _note_lines(state, first)


def _read_line(state: StateBlock, line: int, start: int) -> None:
    """Read a paragraph of one line that a blank one follows, and that starts as nothing else does."""
    state.line = line + 1
    token = FastToken("paragraph_open", "", 0)
    token.map, token.level = [line, line + 1], state.level
    token.meta = {"start": start, "lines": [(start, state.eMarks[line])]}
    state.tokens.append(token)


def _by_character(chain: str) -> dict[str, list[BlockRule]]:
    """Return the rules that can match at each character: those of all blocks, or of what interrupts one kind."""
    found: dict[str, list[BlockRule]] = {}
    for characters, rule, interrupted in _BLOCK_RULES:
        for character in characters:
            if not chain or chain in interrupted:
                found.setdefault(character, []).append(rule)
    return found


_CODE: list[BlockRule] = [code]
_TEXT: list[BlockRule] = [_narrow_table, _text]
"""The rules for a line that starts with a character that no rule asks for."""

_BLOCKS = {character: [_narrow_table, *rules, _text] for character, rules in _by_character("").items()}


def _interruption(chain: str) -> BlockRule:
    """Return a rule that says whether any block interrupts one of this kind."""
    starts = {character: _any_of(rules) for character, rules in _by_character(chain).items()}
    has_tables = chain == "paragraph"

    def interrupts(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        start = state.bMarks[line] + state.tShift[line]
        if has_tables and _narrow_table(state, line, end, silent):
            return True
        rule = starts.get(state.src[start]) if start < len(state.src) else None
        return rule is not None and rule(state, line, end, silent)

    return interrupts


def _any_of(rules: list[BlockRule]) -> BlockRule:
    if len(rules) == 1:
        return rules[0]
    return lambda state, line, end, silent: any(rule(state, line, end, silent) for rule in rules)


def _note_lines(state: StateBlock, first: int) -> None:
    """Leave the offsets of item marks and inline lines; deeper blocks have left theirs already."""
    for index in range(first, len(state.tokens)):
        token = state.tokens[index]
        if token.map is None or token.meta:
            continue
        if token.type == "list_item_open":
            token.meta["start"] = state.bMarks[token.map[0]] + state.tShift[token.map[0]]
        elif token.type == "inline":
            lines = range(token.map[0], token.map[1])
            token.meta["lines"] = [(state.bMarks[line] + state.tShift[line], state.eMarks[line]) for line in lines]
