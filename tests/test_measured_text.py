"""Dates, tags, markup, sentences and syllables: the modules that rules about metadata and text build on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from lintarticle.article.article_reader import ArticleReader
from lintarticle.article.metadata.dates import Moment, is_before, parse_moment
from lintarticle.article.metadata.spelling import normal_form
from lintarticle.article.text.markup import find_markup
from lintarticle.article.text.phrase import Phrase
from lintarticle.article.text.reading import syllables
from lintarticle.article.views.sentences import sentences
from lintarticle.source import SourceText

# --- dates ----------------------------------------------------------------------------------------------------

DAY = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-31", DAY),
        ("2024/1/31", DAY),
        ("2024.01.31", DAY),
        ("20240131", DAY),
        ("Jan 31 2024", DAY),
        ("January 31st, 2024", DAY),
        ("31 January 2024", DAY),
        ("31-Jan-2024", DAY),
        ("2024年1月31日", DAY),
        ("2024년 1월 31일", DAY),
        ("2024-01-31 23:30", datetime(2024, 1, 31, 23, 30)),  # noqa: DTZ001 - a time without a zone is what is read
        ("2024-01-31T23:30:00Z", datetime(2024, 1, 31, 23, 30, tzinfo=UTC)),
        ("2024-01-31 23:30:00 +0000", datetime(2024, 1, 31, 23, 30, tzinfo=UTC)),
        ("2024-01-31T23:30:00.25-08:00", datetime(2024, 1, 31, 23, 30, 0, 250000, timezone(timedelta(hours=-8)))),
        ("Wed, 31 Jan 2024 23:30:00 GMT", datetime(2024, 1, 31, 23, 30, tzinfo=UTC)),
        ("Wed Jan 31 2024 23:30:00 GMT+0100 (CET)", datetime(2024, 1, 31, 23, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("2024-01-31 11:30 pm UTC", datetime(2024, 1, 31, 23, 30, tzinfo=UTC)),
        ("2024-02-30", None),
        ("2024-01-31 25:00", None),
        ("2024-01-31T10:00:00+99:00", None),
        ("31/01/2024", None),
        ("Janvember 3, 2024", None),
        ("2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_in_any_form(text: str, moment: Moment | None) -> None:
    assert parse_moment(text) == moment


def test_a_long_text_is_no_date() -> None:
    assert parse_moment("2024-01-31 " * 100_000) is None


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("2024-01-30", "2024-01-31", True),
        ("2024-01-31", "2024-01-31 10:00", False),
        ("2024-01-31T10:00:00+01:00", "2024-01-31T10:00:00Z", True),
        ("2024-01-30", "2024-01-31T01:00:00+13:00", False),
        ("2024-01-29", "2024-01-31T01:00:00+13:00", True),
    ],
)
def test_one_date_is_surely_before_another(first: str, second: str, before: bool) -> None:
    one, other = parse_moment(first), parse_moment(second)
    assert one is not None
    assert other is not None
    assert is_before(one, other) is before
    assert not is_before(other, one)


# --- tags -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "form"),
    [
        ("Machine_Learning", "machine learning"),
        ("#machine-learning ", "machine learning"),
        ("A.I.", "ai"),
        ("U.S. trade", "us trade"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Python 3.1", "python 3.1"),
        (".NET", ".net"),
        ("ＡＩ", "ai"),
        ("Straße", "strasse"),
        ("潮汐表", "潮汐表"),
        ("", ""),
    ],
)
def test_the_normal_form_of_a_tag(tag: str, form: str) -> None:
    assert normal_form(tag) == form


# --- markup ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("why **not** _now_", ["**not**", "_now_"]),
        ("see [the almanac](https://example.org)", ["[the almanac](https://example.org)"]),
        ("<em>a</em> &amp; b<br/>c", ["<em>", "</em>", "&amp;", "<br/>"]),
        ("# Tides", ["# "]),
        ("a < b, C++ <vector>, the <b> tag", []),
        ("snake_case, __init__, 2 * 3 * 4, *nix and *bsd, **/*.md", []),
        ("f(*args, **kwargs), a[i](j), [WIP], Q&A; R&D", []),
    ],
)
def test_markup_in_a_value(text: str, pieces: list[str]) -> None:
    assert [piece.of(text) for piece in find_markup(text)] == pieces


@pytest.mark.parametrize("part", ["*a", "[", "](", "<a ", "_a ", "`", "&", "<b>", "!["])
def test_a_long_value_of_opening_marks_is_read_in_one_go(part: str) -> None:
    assert len(find_markup(part * 50_000)) <= 50_000


# --- sentences and phrases ------------------------------------------------------------------------------------


def spoken(text: str) -> list[str]:
    article = ArticleReader().read("a.md", SourceText(text))
    found = list(sentences(article))
    assert all(" ".join(article.body.prose[each.span.start : each.span.end].split()) == each.text for each in found)
    return [each.text for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sea is out. It comes back!", ["The sea is out.", "It comes back!"]),
        ("Dr. J. Smith, e.g. here, reads No. 5.", ["Dr. J. Smith, e.g. here, reads No. 5."]),
        ("It is 3.5 m. “Is it?” Yes.", ["It is 3.5 m.", "“Is it?”", "Yes."]),
        ("And then … the sea came. End", ["And then … the sea came.", "End"]),
        ("港は静かです。「船は？」潮が来る！", ["港は静かです。", "「船は？」", "潮が来る！"]),
        ("هل تعرف؟ نعم.", ["هل تعرف؟", "نعم."]),
        ("- A list item. Of two.\n\n> A quotation.\n", []),
        ("***", []),
    ],
)
def test_prose_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("phrase", "text", "count"),
    [
        ("tide table", "Tide tables. A table of tides. A table.", 2),
        ("tide", "tide, tides, tidal", 2),
        ("policy", "policies and the policy", 2),
        ("潮汐表", "潮汐 表と潮汐表", 2),
        ("조석표", "조석표를 읽는다", 1),
    ],
)
def test_how_often_a_phrase_stands_in_a_text(phrase: str, text: str, count: int) -> None:
    assert Phrase(phrase, "").count_in(text) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("tide", 1), ("tides", 1), ("table", 2), ("tables", 2), ("rowed", 1), ("wanted", 2), ("boxes", 2), ("nation", 2),
     ("going", 2), ("create", 2), ("area", 3), ("language", 2), ("administration", 5), ("the", 1), ("technology", 4)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count
