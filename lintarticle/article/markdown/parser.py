"""markdown-it-py, made to say where everything is, and to ask only the rules that can match.

Blocks come with line numbers only and inline tokens with no position at all. Our two parsers differ from those of
markdown-it-py in their loops: they note the offsets in `Token.meta` as they go, and choose the rules by the character
that is next. The rules themselves are those of markdown-it-py, with shorter ways for plain text (`block_rules`).
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal

from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, code
from markdown_it.utils import OptionsDict

from lintarticle.article.markdown.block_rules import ANYWHERE, BLOCKS, CODE, STARTS_TEXT, TEXT, interruption, read_line
from lintarticle.article.markdown.fast_token import MAX_NESTING, FastToken
from lintarticle.record import cached_property

if TYPE_CHECKING:
    from types import ModuleType

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from lintarticle.article.markdown.inline_parser import InlineParser
else:
    MarkdownIt = object  # it renders, too: what the rules ask of it is here


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
        for chain in ANYWHERE:
            alike = [chain, "reference"] if chain == "paragraph" else [chain]
            self.ruler.push(f"interrupts {chain}", interruption(chain), {"alt": alike})

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
        rules = CODE if state.is_code_block(line) else BLOCKS.get(state.src[start], TEXT)
        if rules is not CODE and state.isEmpty(line + 1) and (rules is TEXT or STARTS_TEXT.match(state.src, start)):
            read_line(state, line, start)
            return
        for rule in rules:
            if rule(state, line, end, False):
                break
        if len(state.tokens) > first:
            state.tokens[first].meta["start"] = start
            _note_lines(state, first)


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
