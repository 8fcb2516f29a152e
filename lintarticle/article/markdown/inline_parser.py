"""The inline parser of markdown-it-py, which asks only the rules that can match at the character that is next.

Inline tokens come with no position: ours get `meta["span"]`, links and images `meta["label_end"]` too, all counted in
the content of their parent. A link or image with a plain address and no title is read by one pattern, any other by
the rules of markdown-it-py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
)
from markdown_it.rules_inline import strikethrough as strike
from markdown_it.rules_inline import text as plain
from markdown_it.token import Token

from lintarticle.article.markdown.fast_token import MAX_NESTING, FastToken
from lintarticle.article.markdown.inline import PLAIN_ADDRESS
from lintarticle.expression import expression

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

InlineRule = Callable[[StateInline, bool], bool]


# --- links and images -----------------------------------------------------------------------------------------

_PLAIN_LINK = expression(
    r"\[(?:[^\[\]\\<`]++|`[^`]++`(?!`))*+\]"
    rf"\((?!(?i:vbscript|javascript|file|data):)({PLAIN_ADDRESS})\)"
)
"""A link without a title whose text holds no link, no image and no tag: only code can hide its closing bracket."""


def _plain_link(state: StateInline, silent: bool) -> bool:
    found = _PLAIN_LINK.match(state.src, state.pos, state.posMax)
    if found is None or state.level >= MAX_NESTING:
        return False
    if not silent:
        start, end, label_end = state.pos, state.posMax, found.start(1) - 2
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": found[1]}
        token.meta = {"span": (start, found.end()), "label_end": label_end, "address": found.span(1)}
        state.pos, state.posMax = start + 1, label_end
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
        state.posMax = end
    state.pos = found.end()
    return True


def _plain_image(state: StateInline, silent: bool) -> bool:
    found = _PLAIN_LINK.match(state.src, state.pos + 1, state.posMax)
    if found is None or state.level >= MAX_NESTING:
        return False
    if not silent:
        label_end = found.start(1) - 2
        token = state.push("image", "img", 0)
        token.attrs = {"src": found[1], "alt": ""}
        token.content = state.src[state.pos + 2 : label_end]
        token.children = state.md.inline.parse(token.content, state.md, state.env, [])
        token.meta = {"span": (state.pos, found.end()), "label_end": label_end}
    state.pos = found.end()
    return True


# --- all marks ------------------------------------------------------------------------------------------------

_RULES: Mapping[str, tuple[InlineRule, ...]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "~": (strike.tokenize,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "[": (_plain_link, link),
    "]": (),
    "!": (_plain_image, image),
    "<": (autolink, html_inline),
    "&": (entity,),
}
"""The characters that end plain text, and the rules that may match there."""

_TEXT: tuple[InlineRule, ...] = (plain,)
_PAIRED = expression(r"[*_~]")
"""Marks that mean something only in pairs, which are found when all has been read."""

_PLACED = frozenset(("code_inline", "link_open", "image", "html_inline"))
"""Inline tokens whose place is noted."""


class _State(StateInline):
    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token, as the base class does."""
        if self.pending:
            self.pushPending()
        token = FastToken(ttype, tag, nesting)
        opened: dict[str, Any] | None = None
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        token.level = self.level
        if nesting > 0:
            self.level += 1
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            opened = {"delimiters": self.delimiters}
        self.pendingLevel = self.level
        self.tokens.append(token)
        self.tokens_meta.append(opened)
        return token

    def pushPending(self) -> Token:  # noqa: N802 - the name in markdown-it
        """Make a token of the text so far."""
        token = FastToken("text", "", 0)
        token.content, token.level = self.pending, self.pendingLevel
        self.tokens.append(token)
        self.pending = ""
        return token


_TERMINATOR = expression(f"[{re.escape(''.join(_RULES))}]")


class InlineParser(ParserInline):
    """Reads inline content from mark to mark."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _TERMINATOR

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:  # noqa: ANN401 - as there
        """Read some content."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        if _PAIRED.search(src):
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Read the marks and the text of some content."""
        end = state.posMax
        while state.pos < end:
            if state.level >= MAX_NESTING or not _read(state):
                state.append_pending(state.src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the name in markdown-it
        """Step over one mark or text, as `tokenize` would."""
        start = state.pos
        if start in state.cache:
            state.pos = state.cache[start]
            return
        skipped = False
        if state.level < MAX_NESTING:
            state.level += 1
            for rule in _RULES.get(state.src[start], _TEXT):
                skipped = rule(state, True)
                if skipped:
                    break
            state.level -= 1
        else:
            state.pos = state.posMax
        if not skipped:
            state.pos += 1
        state.cache[start] = state.pos


def _read(state: StateInline) -> bool:
    """Read one mark or text, False where no rule matches."""
    start, first = state.pos, len(state.tokens)
    for rule in _RULES.get(state.src[start], _TEXT):
        if rule(state, False):
            if len(state.tokens) > first:
                _note_place(state, first, start)
            return True
    return False


def _note_place(state: StateInline, first: int, start: int) -> None:
    """Note where a token is: it is the first or, if text was pending before it, the second new one."""
    for token in state.tokens[first : first + 2]:
        if token.type in _PLACED:
            if "span" not in token.meta:
                token.meta["span"] = (start, state.pos)
                _note_label_end(state, token, start)
            break


def _note_label_end(state: StateInline, token: Token, start: int) -> None:
    if token.type == "image":
        token.meta["label_end"] = state.md.helpers.parseLinkLabel(state, start + 1, False)
    elif token.type == "link_open" and token.markup != "autolink":
        token.meta["label_end"] = state.md.helpers.parseLinkLabel(state, start, True)
