"""Which rewordings of a heading keep its meaning."""

from __future__ import annotations

import pytest

from lintarticle.article.illustrations.positions import same_but_for_endings


@pytest.mark.parametrize(
    ("named", "heading", "same"),
    [
        ("The printing years", "the printed years:", True),
        ("Tide table", "Tide Tables", True),
        ("Increasing tides", "Increase tides", True),
        ("Five columns", "Four columns", False),
        ("Part 1", "Part 11", False),
        ("Internal tables", "Interval tables", False),
        ("A car in town", "A care in town", False),
        ("The first sheets", "The first sheets of paper", False),
        ("تاريخ البحار", "تاريخ البحارة", False),
    ],
)
def test_only_capitals_marks_and_english_endings_keep_the_meaning(named: str, heading: str, *, same: bool) -> None:
    assert same_but_for_endings(named, heading) is same
