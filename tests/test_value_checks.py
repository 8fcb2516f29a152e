"""Values are right by our own checks only if they are by pydantic, which says what is wrong with the others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from lintarticle.ranges import Range
from lintarticle.schema.field_spec import TYPES, FieldSpec
from lintarticle.schema.fields_model import model_of
from lintarticle.schema.value_checks import test_of_fields as right_values  # under its own name pytest would run it

texts = st.sampled_from(["", "a", "a-b", "en", "pt-BR", "a@b.org", "https://a.org/b", "two\nlines", "long " * 9, "Ä b"])
scalars = st.one_of(
    texts,
    st.none(),
    st.booleans(),
    st.integers(-3, 30),
    st.floats(allow_nan=False, min_value=-3, max_value=30),
    st.just(date(2026, 1, 31)),
    st.just(datetime(2026, 1, 31, 12, tzinfo=UTC)),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["a", "b", "c", 1]), inner, max_size=3)
    ),
    max_leaves=5,
)
ranges = st.none() | st.builds(Range, st.none() | st.integers(0, 5), st.none() | st.integers(5, 9))


def specs(inner: st.SearchStrategy[FieldSpec]) -> st.SearchStrategy[FieldSpec]:
    return st.sampled_from(TYPES).flatmap(lambda kind: _spec(kind, inner))


def _spec(kind: str, inner: st.SearchStrategy[FieldSpec]) -> st.SearchStrategy[FieldSpec]:
    """Draw a specification with the attributes that a configuration lets go with a type."""
    more: dict[str, st.SearchStrategy[Any]] = {"required": st.booleans()}
    if kind == "enum":
        more["enum"] = st.lists(scalars, min_size=1, max_size=3).map(tuple)
    elif kind in ("string", "text", "slug", "url"):
        more |= {"length": ranges, "pattern": st.sampled_from(["", "[a-z-]+"]), "unicode": st.booleans()}
    elif kind in ("integer", "number"):
        more["range"] = ranges
    elif kind == "list":
        more |= {"count": ranges, "items": st.none() | inner}
    elif kind == "object":
        more["fields"] = st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    return st.builds(FieldSpec, type=st.just(kind), **more)


groups = st.dictionaries(
    st.sampled_from("abc"), specs(st.recursive(specs(st.just(FieldSpec())), specs, max_leaves=3)), min_size=1
)


@given(groups, st.dictionaries(st.sampled_from("abc"), values, max_size=3))
def test_what_is_right_is_right_for_pydantic_and_the_other_way_round(
    fields: dict[str, FieldSpec], metadata: dict[str, object]
) -> None:
    is_right = right_values(fields)(metadata)
    try:
        model_of(fields).model_validate(metadata)
    except ValidationError:
        assert not is_right
    else:
        assert is_right or "1:" in repr(metadata)  # where a key is not text we leave the word to pydantic
