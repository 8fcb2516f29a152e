"""The rules that read blocks: those of markdown-it-py, and shorter ways for what is plain text."""

from __future__ import annotations

from collections.abc import Callable

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

from lintarticle.article.markdown.fast_token import FastToken
from lintarticle.expression import expression
from lintarticle.record import NamedTuple

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
STARTS_TEXT = expression(_PLAIN_START)
"""The start of a line that can only be text."""

_PLAIN_LINE = rf"{_PLAIN_START}[^|\n]*+"
"""A line that can only be text: no block starts like it, and it has no bar that would make it part of a table."""
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
ANYWHERE = ("paragraph", "blockquote", "list")
_IN_TEXT = ("paragraph", "blockquote")
_BLOCK_RULES: tuple[tuple[str, BlockRule, tuple[str, ...]], ...] = (
    ("`~", fence, ANYWHERE),
    (">", blockquote, ANYWHERE),
    ("*-_", _break, ANYWHERE),
    ("*-+0123456789", _plain_list, ()),
    ("*-+0123456789", list_block, _IN_TEXT),
    ("[", reference, ()),
    ("<", html_block, _IN_TEXT),
    ("#", _heading, _IN_TEXT),
)
"""The characters that a block starts with, its rule, and the blocks that it interrupts, in the parser's order."""


def read_line(state: StateBlock, line: int, start: int) -> None:
    """Read a paragraph of one line, before a blank one, that starts like no other block."""
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


CODE: list[BlockRule] = [code]
"""The rules for an indented line."""

TEXT: list[BlockRule] = [_narrow_table, _text]
"""The rules for a line that starts with a character that no rule asks for."""

BLOCKS = {character: [_narrow_table, *rules, _text] for character, rules in _by_character("").items()}
"""The rules for a line by its first character."""


def interruption(chain: str) -> BlockRule:
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
