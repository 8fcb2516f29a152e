"""What is looked for first, because it is found missing fast, makes no difference to what is found."""

from __future__ import annotations

from unittest.mock import Mock, patch

from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.article import Article
from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.metadata.spelling import plain_words
from lintarticle.article.views import anchors, literal_markdown
from lintarticle.rules.excerpt import equals_title
from lintarticle.rules.rendering import lone_colon
from lintarticle.source import SourceText


def texts(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=12).map("".join)


def read(text: str) -> Article:
    return ArticleReader().read("a.md", SourceText(text))


@given(texts(":", "：", "a", " ", "  ", "\t", "\n", "\n\n", "> ", ">", "- ", "1. ", "* ", "`a`", "<b>", "{{< a >}}"))
def test_a_colon_at_the_end_of_a_line(text: str) -> None:
    article = read(text)
    with patch.object(lone_colon, "_AT_END", [Mock()]):
        expected = list(lone_colon.check(article))
    assert list(lone_colon.check(article)) == expected


@given(
    texts("<div>", "</div>", "\n", "\n\n", "- a", "* a", "**a**", "## a", "```", "~~~", "`a`", "[a](b.c)", "a ", "  ")
)
def test_marks_of_markdown_in_html(text: str) -> None:
    with patch.object(literal_markdown, "_SIGNS", ("",)):
        expected = literal_markdown.literal_markdown(read(text))
    assert literal_markdown.literal_markdown(read(text)) == expected


@given(
    texts("{#a}", "{: #b}", "<!-- #c -->", 'id="d"', "name=e", "<a ", ">", "\n", "\n\n", "Tide", ": ", ":\t", "`", " ")
)
def test_definitions(text: str) -> None:
    with patch.object(anchors, "_DEFINITION", Mock()):
        expected = anchors.facts_of(read(text))
    assert anchors.facts_of(read(text)) == expected


LETTERS = st.text("aAbBé\u0301 .'’ﬁß1²_-İı“\u212a", min_size=1, max_size=4)


@given(LETTERS, LETTERS)
def test_first_letters_of_title_and_excerpt(title: str, excerpt: str) -> None:
    if equals_title._differ_at_once(title[:1], excerpt[:1]):
        words = plain_words(excerpt)
        assert not words or not plain_words(title).startswith(words)
