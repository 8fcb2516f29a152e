"""Named tuples that are cheap to define do what those of the standard library do."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable

import pytest

from lintarticle.record import NamedTuple


class Theirs(typing.NamedTuple):
    """As the standard library has them."""

    place: str
    height: float = 2.5
    tides: tuple[str, ...] = ()


class Ours(NamedTuple):
    """The same parts."""

    place: str
    height: float = 2.5
    tides: tuple[str, ...] = ()


class OursWithMore(Ours):
    """One that others derive from."""

    @property
    def half(self) -> float:
        return self.height / 2


@pytest.mark.parametrize(
    "look",
    [
        lambda kind: kind("Brest"),
        lambda kind: kind("Brest", tides=("high",)),
        lambda kind: kind(place="Brest", height=7),
        lambda kind: kind("Brest", 7)._replace(height=8, tides=("low",)),
        lambda kind: kind._make(["Brest", 7, ()]),
        lambda kind: kind("Brest")._asdict(),
        lambda kind: (kind("Brest").height, kind("Brest")[0], kind("Brest") == ("Brest", 2.5, ())),
        lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__),
        lambda kind: repr(kind("Brest")).partition("(")[2],
        lambda kind: (pickle.loads(pickle.dumps(kind("Brest"))), copy.deepcopy(kind("Brest", 7))),  # noqa: S301 - ours
        lambda kind: hasattr(kind("Brest"), "__dict__"),
    ],
)
def test_they_say_the_same(look: Callable[[typing.Any], object]) -> None:
    assert look(Ours) == look(Theirs)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda kind: kind(),
        lambda kind: kind("Brest", 1, (), 2),
        lambda kind: kind("Brest", depth=3),
        lambda kind: kind("Brest")._replace(depth=3),
        lambda kind: kind._make(["Brest"] * 4),
        lambda kind: setattr(kind("Brest"), "place", "Cork"),
    ],
)
def test_they_refuse_the_same(wrong: Callable[[typing.Any], object]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as theirs:
        wrong(Theirs)
    with pytest.raises(theirs.type):
        wrong(Ours)


def test_one_that_is_derived_is_made_first() -> None:
    class Deeper(OursWithMore):
        pass

    made = Deeper("Brest", 7)
    assert (made.half, type(made), made.place) == (3.5, Deeper, "Brest")
    assert type(OursWithMore("Brest")) is OursWithMore
