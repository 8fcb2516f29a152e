"""Specifications of fields to a pydantic model. Imports pydantic, 100 ms: only where an article has a type."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, create_model
from pydantic_core import PydanticCustomError

from lintarticle import patterns
from lintarticle.article.metadata.spelling import proper_slug
from lintarticle.ranges import Range
from lintarticle.schema.field_spec import TEXT_TYPES, FieldSpec
from lintarticle.schema.sentences import TYPE_WORDS, listed, nearest_choice

WRONG_TYPE = "lintarticle_type"
WRONG_VALUE = "lintarticle_value"
"""Kinds of our own errors; their message is the end of a sentence that starts with the value found."""


def model_of(fields: Mapping[str, FieldSpec]) -> type[BaseModel]:
    """Build the model of a group of fields; its aliases are their names."""
    annotations: dict[str, Any] = {
        f"field_{number}": (_annotation(spec), Field(default=... if spec.required else None, alias=name))
        for number, (name, spec) in enumerate(fields.items())
    }
    config = ConfigDict(strict=True, extra="ignore", validate_default=False)
    model: type[BaseModel] = create_model("Fields", __config__=config, **annotations)
    return model


def _annotation(spec: FieldSpec) -> Any:  # noqa: ANN401 - an annotation may be any form of type
    """Return the type of a field, its checks around it."""
    base: Any = Any
    if spec.type in TEXT_TYPES:
        base = Annotated[Any, PlainValidator(_instance(str, TYPE_WORDS[spec.type]))]
    elif spec.type == "list":
        base = list[_annotation(spec.items)] if spec.items else list[Any]  # type: ignore[misc] # made at run time
    elif spec.type == "object":
        base = model_of(spec.fields) if spec.fields else dict[str, Any]
    elif spec.type not in ("any", "enum"):
        base = _SCALARS[spec.type]
    for check in _checks(spec):
        base = Annotated[base, AfterValidator(check)]
    return base


def _instance(kind: type, expected: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        if not isinstance(value, kind):
            raise _wrong_type(expected)
        return value

    return check


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong_type(TYPE_WORDS["number"])
    return value


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong_type(TYPE_WORDS["integer"])
    return value


def _date_and_time(value: object) -> object:
    if not isinstance(value, datetime):
        raise _wrong_type(TYPE_WORDS["datetime"])
    return value


_SCALARS: dict[str, Any] = {
    "integer": Annotated[Any, PlainValidator(_whole)],
    "number": Annotated[Any, PlainValidator(_number)],
    "boolean": Annotated[Any, PlainValidator(_instance(bool, TYPE_WORDS["boolean"]))],
    "date": Annotated[Any, PlainValidator(_instance(date, TYPE_WORDS["date"]))],
    "datetime": Annotated[Any, PlainValidator(_date_and_time)],
}


# --- checks of values -----------------------------------------------------------------------------------------

_Check = Callable[[Any], Any]


def _checks(spec: FieldSpec) -> list[_Check]:
    checks: list[_Check] = []
    if spec.type == "string":
        checks.append(_one_line)
    elif spec.type in _FORMATS:
        checks.append(_FORMATS[spec.type](spec))
    if spec.enum:
        checks.append(_allowed(spec.enum))
    if spec.length:
        checks.append(_long_enough(spec.length))
    if spec.pattern:
        checks.append(_like(spec.pattern))
    if spec.range:
        checks.append(_within(spec.range))
    if spec.count:
        checks.append(_so_many(spec.count))
    return checks


def _one_line(value: str) -> str:
    if "\n" in value.strip("\n"):
        raise _wrong("expected one line")
    return value


def _allowed(choices: tuple[object, ...]) -> _Check:
    kinds = {(type(choice), choice) for choice in choices}
    numbers = {choice for choice in choices if isinstance(choice, (int, float)) and not isinstance(choice, bool)}

    def check(value: object) -> object:
        if isinstance(value, (list, dict)):
            raise _wrong_type("a single value")
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        allowed = value in numbers if is_number else (type(value), value) in kinds
        if not allowed:
            near = nearest_choice(value, choices)
            raise _wrong(f"expected {listed(choices)}", nearest=near)
        return value

    return check


def _long_enough(bounds: Range) -> _Check:
    def check(value: str) -> str:
        length = len(value.strip())
        if length not in bounds:
            raise _wrong(f"expected {bounds.words}", found=f"{length} character{'' if length == 1 else 's'} long")
        return value

    return check


def _like(pattern: str) -> _Check:
    def check(value: str) -> str:
        if not patterns.matches(pattern, value):
            raise _wrong(f"expected text that matches “{pattern}”")
        return value

    return check


def _within(bounds: Range) -> _Check:
    def check(value: float) -> float:
        if value not in bounds:
            raise _wrong(f"expected {bounds.words}")
        return value

    return check


def _so_many(bounds: Range) -> _Check:
    def check(value: list[object]) -> list[object]:
        if len(value) not in bounds:
            raise _wrong(f"expected {bounds.words}", found=f"a list of {len(value)}" if value else "an empty list")
        return value

    return check


# --- formats --------------------------------------------------------------------------------------------------

_EMAIL = re.compile(r"[^@\s<>()\[\],;:\"]{1,64}@[^\W_](?:[\w-]{0,62}\.)+[^\W\d_]{2,63}")
_LANGUAGE = re.compile(
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?|[xX](?:-[A-Za-z0-9]{1,8})+"
)
"""A language tag after RFC 5646, without the grandfathered ones."""


def _email(spec: FieldSpec) -> _Check:
    return _matching(lambda text: bool(_EMAIL.fullmatch(text)), spec)


def _url(spec: FieldSpec) -> _Check:
    return _matching(_is_url, spec)


def _is_url(text: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not re.search(r"\s", text)


def _slug(spec: FieldSpec) -> _Check:
    def check(value: str) -> str:
        proper = proper_slug(value, unicode=spec.unicode)
        if value != proper or not value:
            raise _wrong(f"expected {TYPE_WORDS['slug']}", nearest=proper)
        return value

    return check


def _language(_: FieldSpec) -> _Check:
    def check(value: str) -> str:
        if not _LANGUAGE.fullmatch(value):
            hyphened = value.replace("_", "-")
            near = hyphened if _LANGUAGE.fullmatch(hyphened) else ""
            raise _wrong(f"expected {TYPE_WORDS['lang']}", nearest=near)
        return value

    return check


def _matching(is_right: Callable[[str], bool], spec: FieldSpec) -> _Check:
    def check(value: str) -> str:
        if not is_right(value):
            raise _wrong(f"expected {TYPE_WORDS[spec.type]}")
        return value

    return check


_FORMATS: dict[str, Callable[[FieldSpec], _Check]] = {"url": _url, "email": _email, "slug": _slug, "lang": _language}


def _wrong_type(expected: str) -> PydanticCustomError:
    return PydanticCustomError(WRONG_TYPE, "{expected}", {"expected": f"expected {expected}"})


def _wrong(expected: str, *, found: str = "", nearest: str = "") -> PydanticCustomError:
    return PydanticCustomError(WRONG_VALUE, "{expected}", {"expected": expected, "found": found, "nearest": nearest})
