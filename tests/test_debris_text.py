"""What is looked at more closely before a line or a word counts as debris makes no difference to what is found."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.text import debris
from lintarticle.article.text.debris import damaged, interface_lines, may_be_damaged
from lintarticle.languages import Joined

LISTED = sorted(Joined("toasts").every | Joined("interface_lines").every)
AROUND = st.sampled_from(
    ["", " ", "\t", "…", "— ", "! ", "(", "»", "_", "x", "İ", "ı", "i\u0307", "3", "3 min", "\n", "\n\n"]
)
LINES = st.lists(
    AROUND | st.sampled_from(LISTED).flatmap(lambda text: st.sampled_from([text, text.upper()])), max_size=6
)
TIMES = st.lists(
    st.sampled_from(["5", " ", "min", " min read", "about ", ":", "Lesezeit", "–", "2024", "~"]), max_size=6
)


@given((LINES | TIMES).map("".join))
def test_lines_of_an_interface_are_told_by_their_first_letters(text: str) -> None:
    with patch.object(debris, "_may_be_listed", return_value=True):
        expected = list(interface_lines(text))
    assert list(interface_lines(text)) == expected


LETTERS = [char for page in debris._CODE_PAGES for char in bytes(range(0x80, 0x100)).decode(page, "ignore")]
DAMAGE = st.sampled_from("é’“”…—ñ€°日ïÂ\xa0").map(lambda char: char.encode().decode("cp1252", "replace"))
WORDS = st.lists(
    st.sampled_from(["a", " ", "\n", "\xa0", "—", "…", "’"]) | st.sampled_from(LETTERS) | DAMAGE, max_size=8
)


@given(WORDS.map("".join))
def test_damage_has_two_bytes_of_one_code_page(text: str) -> None:
    found = list(damaged(text))
    of_any_page = [match.start() for match in debris._pair().finditer(text)]
    with patch.object(debris, "_pairs", return_value=of_any_page):
        assert list(damaged(text)) == found
    assert may_be_damaged(text) or not found
