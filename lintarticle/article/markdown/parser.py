"""markdown-it-py, made to say where everything is.

Blocks come with line numbers only and inline tokens with no position at all. The rules of both parsers know
the offsets while they run, so each one that matters is wrapped by a recorder that leaves them in `Token.meta`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import (
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    lheading,
    list_block,
    paragraph,
    reference,
    table,
)
from markdown_it.rules_inline import autolink, backtick, html_inline, image, link

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MAX_NESTING = 50
"""How deep quotes, lists and brackets may nest: 20 levels of lists. Past it the parser skips content; far past it
Python's recursion limit and quadratic time wait."""

MAX_COLUMNS = 100
"""Columns of a table. The parser fills each short row up to as many cells as the first has."""

BlockRule = Callable[["StateBlock", int, int, bool], bool]
InlineRule = Callable[["StateInline", bool], bool]


def _narrow_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table; one of more columns than any reader sees is data, and stays text."""
    bars = state.src.count("|", state.bMarks[start], state.eMarks[start])
    return bars <= MAX_COLUMNS and table(state, start, end, silent)


_BLOCK_RULES: tuple[tuple[str, BlockRule, tuple[str, ...]], ...] = (
    ("table", _narrow_table, ("paragraph", "reference")),
    ("code", code, ()),
    ("fence", fence, ("paragraph", "reference", "blockquote", "list")),
    ("blockquote", blockquote, ("paragraph", "reference", "blockquote", "list")),
    ("hr", hr, ("paragraph", "reference", "blockquote", "list")),
    ("list", list_block, ("paragraph", "reference", "blockquote")),
    ("reference", reference, ()),
    ("html_block", html_block, ("paragraph", "reference", "blockquote")),
    ("heading", heading, ("paragraph", "reference", "blockquote")),
    ("lheading", lheading, ()),
    ("paragraph", paragraph, ()),
)
_INLINE_RULES: tuple[tuple[str, InlineRule, str], ...] = (
    ("backticks", backtick, "code_inline"),
    ("link", link, "link_open"),
    ("image", image, "image"),
    ("autolink", autolink, "link_open"),
    ("html_inline", html_inline, "html_inline"),
)


def make_parser(*, indented_code: bool) -> MarkdownIt:
    """Return a parser for CommonMark with tables and strikethrough that records offsets.

    Block tokens get `meta["start"]`, the offset of their first character; `inline` tokens `meta["lines"]`, the
    (start, end) of each of their source lines without container marks and indent. Inline tokens get
    `meta["span"]`, links and images `meta["label_end"]` too, all counted in the content of their parent.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING, "store_labels": True, "inline_definitions": True})
    parser.enable(["table", "strikethrough"])
    for name, block_rule, interrupts in _BLOCK_RULES:
        parser.block.ruler.at(name, _recording_block(block_rule), {"alt": list(interrupts)})
    for name, inline_rule, token_type in _INLINE_RULES:
        parser.inline.ruler.at(name, _recording_inline(inline_rule, token_type))
    if not indented_code:
        parser.disable("code")
    return parser


def parse_blocks(parser: MarkdownIt, text: str, env: dict[str, Any]) -> list[Token]:
    r"""Return the block tokens of `text`, whose line ends are `\n`, without parsing what is inline."""
    tokens: list[Token] = []
    parser.block.parse(text.replace("\0", "\ufffd"), parser, env, tokens)
    return tokens


def _recording_block(rule: BlockRule) -> BlockRule:
    def record(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:
            return rule(state, start, end, True)
        first = len(state.tokens)
        offset = state.bMarks[start] + state.tShift[start]
        if not rule(state, start, end, False):
            return False
        if len(state.tokens) > first:
            state.tokens[first].meta["start"] = offset
            _record_lines(state, first)
        return True

    return record


def _record_lines(state: StateBlock, first: int) -> None:
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


def _recording_inline(rule: InlineRule, token_type: str) -> InlineRule:
    def record(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        start = state.pos
        first = len(state.tokens)
        if not rule(state, False):
            return False
        # A rule may first push the text that was pending, so its own token is the first or the second.
        token = next((token for token in state.tokens[first : first + 2] if token.type == token_type), None)
        if token is not None:
            token.meta["span"] = (start, state.pos)
            _record_label_end(state, token, start)
        return True

    return record


def _record_label_end(state: StateInline, token: Token, start: int) -> None:
    if token.type == "image":
        token.meta["label_end"] = state.md.helpers.parseLinkLabel(state, start + 1, False)
    elif token.type == "link_open" and token.markup != "autolink":
        token.meta["label_end"] = state.md.helpers.parseLinkLabel(state, start, True)
