"""Words, columns and em."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.text.measure import columns, count_words, cut_at_columns, cut_at_em, em_width, most_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Harbour", 7),
        ("港の夜", 6),
        ("ﾊﾝｶｸ", 4),
        ("cafe\u0301", 4),
        ("caf\u00e9", 4),
        ("שָׁלוֹם", 4),
        ("مرحبا", 5),
        ("a\u200bb\u00adc", 3),
        ("👍", 2),
        ("👍🏽", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("🇩🇪🇫🇷", 4),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("\u1112\u1161\u11ab", 2),
        ("a\u200d", 1),
    ],
)
def test_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Harbour", 4, "Harb"),
        ("港の夜", 5, "港の"),
        ("港", 1, ""),
        ("ab", 9, "ab"),
        ("cafe\u0301s", 4, "cafe\u0301"),
        ("👨\u200d👩\u200d👧x", 2, "👨\u200d👩\u200d👧"),
        ("🇩🇪🇫🇷", 3, "🇩🇪"),
    ],
)
def test_cut_at_columns(text: str, limit: int, expected: str) -> None:
    assert cut_at_columns(text, limit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Harbour", 0.722 + 0.556 + 0.333 + 0.556 + 0.556 + 0.556 + 0.333),
        ("@", 1.015),
        ("“—”", 0.333 + 1 + 0.333),
        ("ß", 0.611),
        ("Čč", 0.722 + 0.5),
        ("c\u030c", 0.5),
        ("Ж", 0.556),
        ("港", 1),
        ("👍🏽", 1.25),
        ("❤\ufe0f", 1.25),
        ("\u200b", 0),
    ],
)
def test_em_width(text: str, expected: float) -> None:
    assert em_width(text) == pytest.approx(expected)


def test_cut_at_em() -> None:
    assert cut_at_em("iiiiWWWW", 0.888 + 0.944) == "iiiiW"
    assert cut_at_em("港の夜", 2.5) == "港の"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("-- * # |", 0),
        ("It's a state-of-the-art lamp", 4),
        ("3.14 and 1,000", 3),
        ("one,two.three", 3),
        ("snake_case", 2),
        ("It’s", 1),
        ("港の夜", 3),
        ("カタカナ", 4),
        ("東京 Tower 2026年", 5),
        ("항구의 밤", 2),
        ("हिन्दी में", 2),
        ("می‌خواهم بروم", 2),
        ("שָׁלוֹם עולם", 2),
        ("naïve cafe\u0301s", 2),
        ("สวัสดี", 2),
        ("ភាសា", 1),
    ],
)
def test_count_words(text: str, expected: int) -> None:
    assert count_words(text) == expected


@given(st.text(), st.integers(0, 40))
def test_a_cut_is_a_start_that_fits(text: str, limit: int) -> None:
    cut = cut_at_columns(text, limit)
    assert text.startswith(cut)
    assert columns(cut) <= limit
    assert (cut == text) == (columns(text) <= limit)


@given(st.text(), st.floats(0, 30))
def test_a_cut_in_em_is_a_start_that_fits(text: str, limit: float) -> None:
    cut = cut_at_em(text, limit)
    assert text.startswith(cut)
    assert em_width(cut) <= limit + 1e-6


@given(st.text(), st.text())
def test_blanks_part_words(left: str, right: str) -> None:
    assert count_words(f"{left} {right}") == count_words(left) + count_words(right)


@given(st.text(st.sampled_from("a1 -'’—_.,é潮かคม\u0301\n\ud800") | st.characters()))
def test_a_text_has_no_more_words_than_are_found_first(text: str) -> None:
    assert count_words(text) <= most_words(text)
