"""Words that are before themselves are found in a text as a whole."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lintarticle.rules.rendering.doubled_word import _twice

PIECES = ["a", "ab", "tide", "1.", "-", "|", ".", "é", " ", "  ", "\t", "\xa0", "\n", "\n\n", "\n> "]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_word_is_found_if_the_next_one_begins_like_it(text: str) -> None:
    expected = {
        first
        for paragraph in text.split("\n\n")
        for first, second in pairwise(re.split(r"[ \t\xa0\n]+", paragraph))
        if first.isalpha() and re.match(rf"{first}\b", second)
    }
    assert {word for word in _twice(text) if word.isalpha()} == expected
