"""The placement grammar: every form that briefs were seen to use, and what it resolves to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintarticle.article.illustrations.heading_index import HeadingIndex, normal_place
from lintarticle.article.illustrations.illustration import Placement, PlacementKind
from lintarticle.article.illustrations.placement import names_a_place, parse_placement
from lintarticle.article.illustrations.positions import position_of
from lintarticle.article.markdown.body_reader import BodyReader
from lintarticle.article.values import Text
from lintarticle.source import SourceText, Span

ARTICLE = """\
# Tides

Introduction.

## The First Sheets

Text.

### What's in a Table?

Text.

## 2. Deep Water: A History

Text.

## Looking Ahead

Text.
"""


def index(article: str = ARTICLE) -> HeadingIndex:
    return HeadingIndex(BodyReader().read(SourceText(article), ()))


def placed(text: str, article: str = ARTICLE, relation: PlacementKind | None = None) -> Placement:
    return parse_placement(Text(text, Span(0, len(text))), index(article), relation)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Top of post", "top"),
        ("top", "top"),
        ("At the very top of the article", "top"),
        ("Header", "top"),
        ("Hero", "top"),
        ("Below the title", "top"),
        ("before the introduction", "top"),
        ("överst", "top"),
        ("文章开头", "top"),
        ("冒頭", "top"),
        ("end", "end"),
        ("Bottom of the page", "end"),
        ("After the conclusion", "end"),
        ("文末", "end"),
        ("after intro", "intro"),
        ("After the introduction", "intro"),
        ("after the first paragraph", "intro"),
        ("nach der Einleitung", "intro"),
    ],
)
def test_fixed_places(text: str, kind: str) -> None:
    found = placed(text)
    assert (found.kind, found.reference, found.is_resolved) == (kind, None, True)


@pytest.mark.parametrize(
    ("text", "kind", "heading"),
    [
        ('After "The First Sheets" section', "after", "The First Sheets"),
        ("after “the first sheets”", "after", "The First Sheets"),
        ("Before 'What's in a Table?'", "before", "What's in a Table?"),
        ("in the First Sheets section", "in", "The First Sheets"),
        ("within «Looking ahead»", "in", "Looking Ahead"),
        ("Under **Looking Ahead**:", "in", "Looking Ahead"),
        ("Insert right after Looking Ahead.", "after", "Looking Ahead"),
        ("Between “The First Sheets” and “Looking Ahead”", "after", "The First Sheets"),
        ("Looking ahead", "section", "Looking Ahead"),
        ("Deep Water: A History", "section", "2. Deep Water: A History"),
        ("after Deep Water", "after", "2. Deep Water: A History"),
        ("after section 1", "after", "The First Sheets"),
        ("the third section", "number", "Looking Ahead"),
        ("Section 2", "number", "2. Deep Water: A History"),
        ('Section 3 – H2: "Looking Ahead"', "section", "Looking Ahead"),
        ("Section 3 – H2: Looking Ahead", "section", "Looking Ahead"),
        ("nach „Looking Ahead“", "after", "Looking Ahead"),
        ("efter avsnittet ”x”", "after", ""),
        ("在“Looking Ahead”之后", "after", "Looking Ahead"),
        ("「Looking Ahead」の前", "before", "Looking Ahead"),
    ],
)
def test_sections(text: str, kind: str, heading: str) -> None:
    found = placed(text)
    assert [match.text for match in found.headings] == ([heading] if heading else [])
    assert found.kind == kind


def test_the_reference_has_its_exact_span() -> None:
    text = 'After "The First Sheets" section'
    reference = placed(text).reference
    assert reference == Text("The First Sheets", Span(7, 23))
    assert text[7:23] == "The First Sheets"


def test_a_label_gives_the_relation() -> None:
    assert placed("Looking Ahead", relation="after").kind == "after"
    assert placed("Introduction", relation="after").kind == "intro"


@pytest.mark.parametrize("text", ["below the second table", "mid-article", "next to the pull quote", "x" * 600])
def test_places_in_the_layout_are_unclear(text: str) -> None:
    found = placed(text)
    assert (found.kind, found.reference) == ("unclear", None)


def test_an_unknown_section_offers_the_nearest() -> None:
    found = placed('after "Looking Back"')
    assert (found.headings, found.nearest and found.nearest.text) == ((), "Looking Ahead")
    assert 0.6 < found.similarity < 0.95


def test_a_part_of_one_heading_is_nearly_that_heading() -> None:
    found = placed('after "First Sheets of All"')
    assert (found.similarity, found.nearest and found.nearest.text) == (0.9, "The First Sheets")


def test_two_headings_of_one_name_are_ambiguous_unless_the_level_tells() -> None:
    article = ARTICLE + "\n### Looking ahead\n\nText.\n"
    assert len(placed("Looking Ahead", article).headings) == 2
    assert [heading.level for heading in placed('H3: "Looking Ahead"', article).headings] == [3]


def test_no_headings() -> None:
    found = placed('after "Anything"', "Text only.\n")
    assert (found.headings, found.nearest, found.similarity) == ((), None, 0.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Top of post", True),
        ("optional", False),
        ("1200x630", False),
        ("Looking ahead", True),
        ("blue and grey", False),
    ],
)
def test_what_a_parenthesis_may_say(text: str, expected: bool) -> None:
    assert names_a_place(Text(text, Span(0, len(text))), index()) is expected


def test_positions_sort_as_in_the_article() -> None:
    texts = ["top", "after intro", 'before "The First Sheets"', "The First Sheets", 'after "The First Sheets"', "end"]
    positions = [position_of(placed(text)) for text in texts]
    assert positions == sorted(position for position in positions if position)
    assert position_of(placed("after “Nowhere at all”")) is None


def test_many_references_to_many_headings_stay_within_the_budget() -> None:
    article = "".join(f"## Heading number {number}\n\n" for number in range(3000))
    headings = index(article)
    similar = [headings.most_similar(f"Something else {number}") for number in range(2000)]
    assert similar[0][0] is not None
    assert similar[-1] == (None, 0.0)


@given(st.text(max_size=80))
def test_any_text_is_read_and_its_reference_is_a_part_of_it(text: str) -> None:
    reference = placed(text).reference
    assert reference is None or text[reference.span.start : reference.span.end] == reference.text


@given(st.sampled_from(["The First Sheets", "What's in a Table?", "Looking Ahead"]), st.sampled_from("\"'*_`"))
def test_case_markup_and_punctuation_make_no_difference(heading: str, mark: str) -> None:
    assert normal_place(f"{mark}{heading.upper()}{mark}. section") == normal_place(heading)
