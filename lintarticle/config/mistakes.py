"""What pydantic finds wrong, in sentences for the person who wrote the configuration."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError

from lintarticle.nearest import did_you_mean

Place = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""


class Mistake(NamedTuple):
    """One mistake: where, and a whole sentence. `at_key`: the key itself is wrong, not its value."""

    place: Place
    sentence: str
    at_key: bool = False


EXPECTED = "lintarticle_expected"
"""The kind of a complaint whose text says what was expected."""

_EXPECTED = {
    "string_type": "text in quotes",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "none_required": "nothing",
    "date_type": "a date",
    "date_from_datetime_parsing": "a date",
}


def check(model: type[BaseModel], values: Mapping[str, Any]) -> tuple[BaseModel | None, list[Mistake]]:
    """Validate values as they came from TOML: no text for a number, but a list for a tuple."""
    try:
        return model.model_validate_json(json.dumps(values, default=str), strict=True), []
    except ValidationError as error:
        return None, list(_mistakes(model, error))


def _mistakes(model: type[BaseModel], error: ValidationError) -> Iterator[Mistake]:
    told: set[Place] = set()
    for detail in error.errors(include_url=False):
        place = detail["loc"]
        if any(place[: len(other)] == other for other in told):
            continue  # each form of a value that takes several has its own complaint: one is enough
        told.add(place)
        if detail["type"] == "extra_forbidden":
            keys = _keys(model, place[:-1])
            yield Mistake(
                place, f"There is no key “{place[-1]}” here.{did_you_mean(str(place[-1]), keys)}", at_key=True
            )
        elif detail["type"] == "missing":
            yield Mistake(place[:-1], f"The key “{place[-1]}” is missing here.")
        else:
            yield Mistake(place, _sentence(_name(place), detail["type"], detail["input"], detail))


def _sentence(name: str, kind: str, found: object, detail: Mapping[str, Any]) -> str:
    expected = _expected(kind, found, detail)
    if expected:
        return f"“{name}” is {shown(found)}, expected {expected}{'' if expected.endswith('?') else '.'}"
    context = detail.get("ctx", {})
    if kind == "too_short":
        return f"“{name}” has too few items, expected at least {context['min_length']}."
    if kind == "too_long":
        return f"“{name}” has {context['actual_length']} items, expected at most {context['max_length']}."
    if kind == "string_too_long":
        return f"“{name}” is too long, expected at most {context['max_length']} characters."
    return f"“{name}” is {shown(found)}: {detail['msg'][:1].lower()}{detail['msg'][1:]}."


def _expected(kind: str, found: object, detail: Mapping[str, Any]) -> str:
    """Say what was expected in the place of a value, "" where that is not all there is to say."""
    context = detail.get("ctx", {})
    if kind in ("literal_error", "enum"):
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        near = did_you_mean(found, choices) if isinstance(found, str) else ""
        return f"{listed(choices)}.{near}" if near else listed(choices)
    if kind == EXPECTED:
        return str(detail["msg"])
    bounds = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bound = next((f"{words} {context[key]:g}" for key, words in bounds.items() if key in context), "")
    return bound or _EXPECTED.get(kind, "")


def shown(value: object) -> str:
    """Return a value as a sentence shows it: short, text in quotes."""
    if isinstance(value, str):
        return f"“{value if len(value) <= 40 else value[:40] + '…'}”"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, Sequence):
        return "a list"
    return json.dumps(value, default=str)


def listed(choices: Sequence[str]) -> str:
    """Join choices for a sentence: `a, b or c`."""
    return f"{', '.join(choices[:-1])} or {choices[-1]}" if len(choices) > 1 else "".join(choices)


def _name(place: Place) -> str:
    """Return the innermost key that a place leads to."""
    return next((str(part) for part in reversed(place) if isinstance(part, str)), "The configuration")


def _keys(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys of the table at a place."""
    current: type[BaseModel] | None = model
    by_name = False  # whether the next part is the name of one of several tables, no key of a model
    for part in place:
        if isinstance(part, str) and by_name:
            by_name = False
        elif isinstance(part, str) and current:
            annotation = next((f.annotation for f in current.model_fields.values() if f.alias == part), None)
            by_name = get_origin(annotation) is dict
            current = next(_models_in(annotation), None)
    return [field.alias or name for name, field in current.model_fields.items()] if current else []


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation speaks of: `tuple[Model, ...]`, `Model | None`, `dict[str, Model]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
