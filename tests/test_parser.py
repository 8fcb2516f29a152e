"""Our parser makes the tokens of markdown-it-py: what it reads in shorter ways is compared with the long ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from lintarticle.article.markdown.block_rules import PlainItem
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


STARRED = [
    *(
        "[a_b\nc](d_e#f)",
        FILLER,
        "\n",
        "*a*",
        "**a b**",
        " **a**",
        " *b.*",
        "*a** ",
        "(*a*)",
        "*a_b*",
        "**a\nb** ",
        "é.",
    ),
    *("\x1c", "\u200b"),
]


@given(st.lists(st.sampled_from([*PIECES, "` a `", *STARRED]), max_size=8).map("".join))
def test_plain_links_code_spans_and_emphasis_are_read_as_from_tokens(text: str) -> None:
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
    "1.", "-a", "**a** b", "*a", "_a_", "__a", "[a] b", "5 a", "# a #", "##  a#b", "# a  ", "###\xa0a", "#\t`a` {#b}",
    "# \xa0a", "####### a", "   # a", "> # a", "- ## a", "# a\xa0", "a {#b}",
]  # fmt: skip
UNREAD = {"paragraph_close", "heading_close", "list_item_close", "th_close", "td_close", "tr_close"}


def whole(tokens: list[Token], text: str) -> Iterator[Token]:
    """Make of our tokens all those of markdown-it-py for paragraphs, headings and lists of plain text."""
    for token in tokens:
        if token.type == "plain_list":
            yield from items_of(token, text)
        elif token.type == "plain_heading":
            yield made("heading_open", token.map, token.level, token.markup)
            yield made("inline", token.map, token.level)
        else:
            yield token
            if token.type == "paragraph_open":
                yield made("inline", token.map or [], token.level)


def items_of(token: Token, text: str) -> Iterator[Token]:
    kind = "ordered_list" if token.tag == "ol" else "bullet_list"
    start, end = token.map or (0, 0)
    yield made(f"{kind}_open", [start, end], 0, token.markup)
    items: list[PlainItem] = token.meta["items"]
    starts = [*(text.count("\n", 0, item.start) for item in items), end]
    for item, (first, after) in zip(items, pairwise(starts), strict=True):
        mark = text[item.start : item.past_mark]
        yield made("list_item_open", [first, after], 1, token.markup, mark[:-1])
        lines = [text.count("\n", 0, at) for at, _ in item.lines]
        assert lines == list(range(first, first + len(lines)))
        assert [text[at:past] for at, past in item.lines[1:]] == [text.split("\n")[line].lstrip() for line in lines[1:]]
        assert text[item.past_mark : item.lines[0][1]].lstrip(" ") == text[slice(*item.lines[0])]
        yield made("paragraph_open", [first, first + len(lines)], 2)
        yield made("inline", [first, first + len(lines)], 3)
    yield made(f"{kind}_close", None, 0, token.markup)


def made(kind: str, lines: list[int] | None, level: int, markup: str = "", info: str = "") -> Token:
    return Token(kind, "", 0, map=lines, level=level, markup=markup, info=info)


def of_blocks(tokens: Iterable[Token]) -> list[tuple[Any, ...]]:
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
    assert of_blocks(whole(parse_blocks(OURS, text, {}), text)) == of_blocks(theirs_of(THEIRS, text))


@given(st.lists(st.sampled_from(LINES), max_size=8).map("\n".join))
def test_headings_say_what_markdown_it_reads(text: str) -> None:
    theirs = theirs_of(THEIRS, text)
    said = [after.content for token, after in pairwise(theirs) if token.type == "heading_open"]
    ours = parse_blocks(OURS, text, {})
    after = [*ours[1:], *ours[:1]]
    assert said == [
        text[slice(*token.meta["content"])] if token.type == "plain_heading" else following.content
        for token, following in zip(ours, after, strict=True)
        if token.type in ("plain_heading", "heading_open")
    ]


ITEMS = [
    "- a", "- b c", "  - a", " - a", "-   a", "-     a", "- ", "* a", "1. a", "2. b", "10. c", "3) a", "+ a", "   - a",
    "", "", " ", "\t", "a", "  a", "   a", "    a", "\ta", "- **a** b", "- *a*", "- * a", "- `a`", "- ```", "- [a](b)",
    "- [ ] a", "- [a]: b", "- [a", "b]: c", "- 5 a", "- 5. a", "- 5", "- _a_", "- __", "- a | b", "  --|--", "---",
    "===", "- # a", "- > a", "# a", "> a", "- \xa0", "\xa0", "- é", "12345678901. a", "- ~a~", "- <b>", "- -", "- +a",
    "5 a", "1.a", "| - |",
]  # fmt: skip


@given(st.lists(st.sampled_from(ITEMS), max_size=10).map("\n".join), st.booleans())
def test_lists_are_read_as_markdown_it_reads_them(text: str, has_code: bool) -> None:
    ours = make_parser(indented_code=has_code)
    theirs = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING, "inline_definitions": True}).enable("table")
    theirs.disable([] if has_code else ["code"])
    assert of_blocks(whole(parse_blocks(ours, text, {}), text)) == of_blocks(theirs_of(theirs, text))


def theirs_of(parser: MarkdownIt, text: str) -> list[Token]:
    tokens: list[Token] = []
    parser.block.parse(text, parser, {}, tokens)
    return tokens


@given(st.text(" \t\nab|", max_size=30))
def test_lines_are_noted_as_markdown_it_notes_them(text: str) -> None:
    assert vars(_State(text, THEIRS, {}, [])) == vars(StateBlock(text, THEIRS, {}, []))


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_lines_of_inline_content_are_in_the_source(text: str) -> None:
    tokens = parse_blocks(OURS, text, {})
    for token in tokens:
        if token.type == "paragraph_open":
            assert token.meta.get("start", token.meta["lines"][0][0]) == token.meta["lines"][0][0]
            assert len(token.meta["lines"]) == len(range(*token.map or ()))
