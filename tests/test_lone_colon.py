"""A line that is nothing but a colon is found below whatever marks of quotes and lists."""

from __future__ import annotations

from unittest.mock import Mock, patch

from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.article_reader import ArticleReader
from lintarticle.rules.rendering import lone_colon
from lintarticle.source import SourceText

PIECES = [
    ":",
    "：",
    "a",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "> ",
    ">",
    "- ",
    "1. ",
    "* ",
    "`a`",
    "<b>",
    "{{< a >}}",
    "<!-- a -->",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_first_look_makes_no_difference(text: str) -> None:
    article = ArticleReader().read("a.md", SourceText(text))
    with patch.object(lone_colon, "_AT_END", [Mock()]):
        expected = list(lone_colon.check(article))
    assert list(lone_colon.check(article)) == expected
