"""Our parser makes the tokens of markdown-it-py: what it reads in shorter ways is compared with the long ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lintarticle.article.markdown.parser import MAX_NESTING, make_parser

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
