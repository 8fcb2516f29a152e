"""Records: frozen values that behave as frozen dataclasses do."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from lintarticle.record import Record, cached_property


class Place(Record):
    name: str
    height: int = 0
    notes: Mapping[str, str] = MappingProxyType({})

    @cached_property
    def loud(self) -> str:
        return self.name.upper()


class Harbour(Place):
    depth: int = 1


def test_parts_come_by_place_and_by_name() -> None:
    harbour = Harbour("Mole", 3, depth=9)
    assert (harbour.name, harbour.height, harbour.depth, dict(harbour.notes)) == ("Mole", 3, 9, {})


def test_records_are_equal_when_their_parts_are() -> None:
    assert Place("Mole") == Place("Mole", 0)
    assert Place("Mole") != Place("Mole", 1)
    assert Place("Mole") != Harbour("Mole")
    assert len({Harbour("Mole", notes=()), Harbour("Mole", notes=())}) == 1  # type: ignore[arg-type]  # hashable notes
    assert repr(Place("Mole", 3)) == "Place(name='Mole', height=3, notes=mappingproxy({}))"


def test_a_record_is_frozen_but_remembers_what_it_worked_out() -> None:
    place = Place("Mole")
    assert (place.loud, place.loud) == ("MOLE", "MOLE")
    with pytest.raises(AttributeError, match="Place is frozen: height stays as it is"):
        place.height = 4  # type: ignore[misc]  # that is the point


def test_a_copy_with_changes_and_a_pickled_one() -> None:
    place = Harbour("Mole", depth=9)
    assert place.loud == "MOLE"
    assert place.replaced(name="Pier") == Harbour("Pier", depth=9)
    assert place.replaced(name="Pier").loud == "PIER"
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ((), {}, "needs name"),
        (("a", 1, {}, 4), {}, "has 3 parts, got 4 values"),
        (("a",), {"name": "b"}, "has no part 'name', or it was given twice"),
        (("a",), {"size": 1}, "has no part 'size'"),
    ],
)
def test_wrong_parts_are_type_errors(values: tuple[object, ...], named: dict[str, object], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Place(*values, **named)  # type: ignore[arg-type]  # that is the point
