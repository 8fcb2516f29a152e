"""Our parser makes the tokens of markdown-it-py: what it reads in shorter ways is compared with the long ones."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from lintarticle.article.markdown import inline
from lintarticle.article.markdown.elements import Definition
from lintarticle.article.markdown.fast_token import MAX_NESTING
from lintarticle.article.markdown.inline import _MARKS, Content, InlineReader, plain_text, squeeze
from lintarticle.article.markdown.masking import FILLER
from lintarticle.article.markdown.parser import _State, make_parser, parse_blocks
from lintarticle.article.values import Text
from lintarticle.source import Span

OURS = make_parser(indented_code=True)
THEIRS = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING, "store_labels": True, "inline_definitions": True})
THEIRS.enable(["table", "strikethrough"])
REFERENCES = {"REF": {"href": "ref.md", "title": "", "map": [0, 1]}}

PIECES = [
    *"[]()!`*_~<>\\&\n\" ", "a", "ebb ", "](", "![", "](a.md)", "[a](b)", "[`a`](b.md#c)", "![a](b.png)", "``", "<a>",
    "<b", "&amp;", "\\]", "[ref]", "[a][ref]", "(a(b)", "<a b>", ' "title")', "javascript:a", "https://a.example/b_c",
    "\x7f", "\xa0",
]  # fmt: skip


def inline_tokens(parser: MarkdownIt, text: str) -> list[Token]:
    return parser.inline.parse(text, parser, {"references": REFERENCES}, [])


def of_inline(tokens: list[Token]) -> list[tuple[Any, ...]]:
    """Return what is read of inline tokens."""
    return [
        (
            *(token.type, token.tag, token.nesting, token.level, token.content, token.markup, token.info),
            token.attrs if token.type in ("link_open", "image") else {},
            token.meta.get("label"),
            of_inline(token.children or []) if token.type == "image" else [],
        )
        for token in tokens
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_inline_content_is_read_as_markdown_it_reads_it(text: str) -> None:
    THEIRS.normalizeLink = OURS.normalizeLink  # type: ignore[method-assign] # ours leaves addresses as they are
    assert of_inline(inline_tokens(OURS, text)) == of_inline(inline_tokens(THEIRS, text))


# At exactly the limit, markdown-it-py remembers that it could not read the innermost text, and never tries it again.
@pytest.mark.parametrize("depth", [1, MAX_NESTING - 1, MAX_NESTING + 1])
@pytest.mark.parametrize("inner", ["[a](b)", "![a](b)", "[`a`](b) c"])
def test_links_are_read_as_deep_as_markdown_it_reads_them(depth: int, inner: str) -> None:
    text = "![" * depth + inner + "](c.png)" * depth
    assert of_inline(inline_tokens(OURS, text)) == of_inline(inline_tokens(THEIRS, text))


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_places_of_links_and_images_are_those_of_their_text(text: str) -> None:
    for token in inline_tokens(OURS, text):
        if "label_end" in token.meta:
            start, end = token.meta["span"]
            assert text.startswith("![" if token.type == "image" else "[", start)
            assert text[token.meta["label_end"]] == "]"
            assert text[end - 1] in "])"


@given(st.lists(st.sampled_from([*PIECES, "` a `", FILLER, "\n", "[a_b\nc](d_e#f)"]), max_size=8).map("".join))
def test_plain_links_and_code_spans_are_read_as_from_tokens(text: str) -> None:
    definitions = {"ref": Definition("ref", Span(0, 1), Text("ref.md", Span(0, 1)))}
    reader = InlineReader(text, text, OURS, {"references": REFERENCES}, definitions)
    content = Content(reader, [(0, len(text))])
    short = reader.read(content)
    with patch.object(inline, "_plain_parts", return_value=[]):
        long = reader.read(content)
    assert short[:3] == long[:3]
    assert (short.found and vars(short.found)) == (long.found and vars(long.found))


@given(st.text("ab é&<_!\n#1.", max_size=12))
def test_content_without_marks_is_text(text: str) -> None:
    if not _MARKS.search(text):
        kinds = {token.type for token in inline_tokens(OURS, text)}
        assert kinds <= {"text", "softbreak", "hardbreak"}
        assert squeeze(plain_text(inline_tokens(OURS, text))) == squeeze(text)


# --- blocks ---------------------------------------------------------------------------------------------------

LINES = [
    "", "  ", "ebb", "  ebb", "\tebb", "    ebb", " \t ebb", "- ebb", "  - ebb", "-", "+ a", "* a", "1. a", "2) a",
    "10. a", "> ebb", "> - a", ">", ">     a", "# Ebb", "#", "## Ebb ##", "#ebb", "---", "===", "--", "=", "-- -",
    "***", "* * *", "_ _ _", "**", "| a | b |", "|---|---|", "| c |", "a | b", "- | -", "`a`", "```", "~~~ py",
    "<b>a</b>", "<!-- a", "-->", "[a]: b", "[a]: <b> 'c'", "[a](b) c", "   1986. A", "- - a", "- # a", "  > a", "é",
    "1.", "-a",
]  # fmt: skip
UNREAD = {"paragraph_close", "heading_close", "list_item_close", "th_close", "td_close", "tr_close"}


def of_blocks(tokens: list[Token]) -> list[tuple[Any, ...]]:
    """Return what is read of block tokens; the text of a paragraph is read from the source."""
    return [
        (
            token.type,
            token.map,
            token.markup,
            token.info,
            "" if token.type == "inline" else (token.content, token.level),
        )
        for token in tokens
        if token.type not in UNREAD
    ]


@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join), st.booleans())
def test_blocks_are_read_as_markdown_it_reads_them(text: str, ends_line: bool) -> None:
    text += "\n" * ends_line
    theirs: list[Token] = []
    THEIRS.block.parse(text, THEIRS, {}, theirs)
    assert of_blocks(parse_blocks(OURS, text, {})) == of_blocks(theirs)


@given(st.text(" \t\nab|", max_size=30))
def test_lines_are_noted_as_markdown_it_notes_them(text: str) -> None:
    assert vars(_State(text, THEIRS, {}, [])) == vars(StateBlock(text, THEIRS, {}, []))


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_lines_of_inline_content_are_in_the_source(text: str) -> None:
    tokens = parse_blocks(OURS, text, {})
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type == "paragraph_open":
            assert before.meta.get("start", token.meta["lines"][0][0]) == token.meta["lines"][0][0]
            assert len(token.meta["lines"]) == len(range(*token.map or ()))
