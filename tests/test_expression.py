"""Expressions are patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from lintarticle.expression import expression


def test_what_is_not_used_is_not_compiled() -> None:
    unused = expression("(")
    with pytest.raises(re.error):
        unused.search("(")


@pytest.mark.parametrize("name", ["match", "search", "fullmatch", "findall", "split"])
def test_it_does_what_the_pattern_does(name: str) -> None:
    ours, theirs = expression(r"(t)IDE", re.IGNORECASE), re.compile(r"(t)IDE", re.IGNORECASE)
    for _ in range(2):
        found, expected = (getattr(each, name)("tide tables") for each in (ours, theirs))
        assert str(found) == str(expected)
    assert ours.sub("x", "Tide") == "x"
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
