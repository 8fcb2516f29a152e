"""Signs are found wherever they are, however they are looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.article import folded
from lintarticle.article.article_reader import ArticleReader
from lintarticle.rules import ALL
from lintarticle.signs import Signs, absent_marks
from lintarticle.source import SourceText

SIGNS = sorted({rule.signs for rule in ALL if rule.signs})


def looked_for(signs: tuple[str, ...], text: str) -> bool:
    return Signs(signs).are_in(folded(text), text, absent_marks(folded(text)))


def is_there(sign: str, text: str) -> bool:
    return sign in (folded(text) if sign == folded(sign) else text)


@pytest.mark.parametrize("signs", SIGNS, ids=lambda signs: signs[0])
def test_each_sign_of_a_rule_is_found(signs: tuple[str, ...]) -> None:
    assert all(looked_for(signs, f"Tide{sign}tables") for sign in signs)
    assert not looked_for(signs, "Tide’s tables")


PIECES = st.sampled_from(
    ["a", "an", "as", "at", "T", "TO", "B", "[", "[c", "^", ":", "::", " ", "\n", "’", "'", "†", "é"]
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=5), TEXTS)
def test_they_are_found_as_one_by_one(signs: list[str], text: str) -> None:
    known = [sign for sign in signs if sign == folded(sign) or sign != sign.lower()]
    assert looked_for((*known,), text) is any(is_there(sign, text) for sign in known)


LETTERS = st.sampled_from("AaÉéßẞİıſK’'“—潮\u0345ﬁ \n")


@given(st.text(LETTERS | st.characters(codec="utf-8"), max_size=40), st.booleans())
def test_an_article_folds_its_text_like_any_other(text: str, among_many: bool) -> None:
    text += "Tide tables of the harbour, in the office of the school " * among_many
    assert ArticleReader().read("a.md", SourceText(text)).folded == folded(SourceText(text).text)
