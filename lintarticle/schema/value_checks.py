"""What the values of fields must be like, in plain Python: if all are right, as most are, pydantic is not needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from lintarticle import patterns
from lintarticle.article.metadata.spelling import proper_slug
from lintarticle.ranges import Range
from lintarticle.schema.field_spec import TEXT_TYPES, FieldSpec
from lintarticle.schema.sentences import TYPE_WORDS, listed, nearest_choice
from lintarticle.wording import number

WRONG_TYPE = "lintarticle_type"
WRONG_VALUE = "lintarticle_value"
"""Kinds of complaints; their text is the end of a sentence that starts with the value found."""


class WrongValueError(Exception):
    """A value is not as its field asks. `context` has what was `expected`, and more to say of it."""

    def __init__(self, kind: str, **context: str) -> None:
        super().__init__(context["expected"])
        self.kind = kind
        self.context = context


Test = Callable[[object], bool]


def test_of_fields(fields: Mapping[str, FieldSpec]) -> Test:
    """Return what says whether values by name are as a group of fields asks; it may say no where pydantic says yes."""
    tests = [(name, spec.required, _test(spec)) for name, spec in fields.items()]

    def are_right(values: object) -> bool:
        return isinstance(values, dict) and all(
            test(values[name]) if name in values else not is_required for name, is_required, test in tests
        )

    return are_right


def _test(spec: FieldSpec) -> Test:
    """Return what says whether a value is as its field asks."""
    has_shape, all_checks = _shape(spec), (*type_checks(spec), *checks(spec))

    def is_right(value: object) -> bool:
        try:
            if not has_shape(value):
                return False
            for check in all_checks:
                check(value)
        except WrongValueError:
            return False
        return True

    return is_right


def _shape(spec: FieldSpec) -> Test:
    """Return what says whether lists and objects are such, and what is in them is right; anything else may be all."""
    if spec.type == "list":
        test = _test(spec.items) if spec.items else lambda _: True
        return lambda value: isinstance(value, list) and all(map(test, value))
    if spec.type == "object":
        return test_of_fields(spec.fields) if spec.fields else _has_names
    return lambda _: True


def _has_names(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(key, str) for key in value)


Check = Callable[[Any], None]
"""Raises `WrongValueError` for a value that is wrong."""


# --- types ----------------------------------------------------------------------------------------------------


def type_checks(spec: FieldSpec) -> list[Check]:
    """Return the checks of the type of a value; lists and objects, which have values in them, have none."""
    if spec.type in TEXT_TYPES:
        return [_instance(str, TYPE_WORDS[spec.type])]
    return [_SCALARS[spec.type]] if spec.type in _SCALARS else []


def _instance(kind: type, expected: str) -> Check:
    def check(value: object) -> None:
        if not isinstance(value, kind):
            raise _wrong_type(expected)

    return check


def _number(value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong_type(TYPE_WORDS["number"])


def _whole(value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong_type(TYPE_WORDS["integer"])


_SCALARS: dict[str, Check] = {
    "integer": _whole,
    "number": _number,
    "boolean": _instance(bool, TYPE_WORDS["boolean"]),
    "date": _instance(date, TYPE_WORDS["date"]),
    "datetime": _instance(datetime, TYPE_WORDS["datetime"]),
}


# --- checks of values -----------------------------------------------------------------------------------------


def checks(spec: FieldSpec) -> list[Check]:
    """Return the checks of a value whose type is right."""
    found: list[Check] = []
    if spec.type == "string":
        found.append(_one_line)
    elif spec.type in _FORMATS:
        found.append(_FORMATS[spec.type](spec))
    if spec.enum:
        found.append(_allowed(spec.enum))
    if spec.length:
        found.append(_long_enough(spec.length))
    if spec.pattern:
        found.append(_like(spec.pattern))
    if spec.range:
        found.append(_within(spec.range))
    if spec.count:
        found.append(_so_many(spec.count))
    return found


def _one_line(value: str) -> None:
    if "\n" in value.strip("\n"):
        raise _wrong("expected one line")


def _allowed(choices: tuple[object, ...]) -> Check:
    kinds = {(type(choice), choice) for choice in choices}
    numbers = {choice for choice in choices if isinstance(choice, (int, float)) and not isinstance(choice, bool)}

    def check(value: object) -> None:
        if isinstance(value, (list, dict)):
            raise _wrong_type("a single value")
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        allowed = value in numbers if is_number else (type(value), value) in kinds
        if not allowed:
            near = nearest_choice(value, choices)
            raise _wrong(f"expected {listed(choices)}", nearest=near)

    return check


def _long_enough(bounds: Range) -> Check:
    def check(value: str) -> None:
        length = len(value.strip())
        if length not in bounds:
            raise _wrong(f"expected {bounds.words}", found=f"{number(length, 'character')} long")

    return check


def _like(pattern: str) -> Check:
    def check(value: str) -> None:
        if not patterns.matches(pattern, value):
            raise _wrong(f"expected text that matches “{pattern}”")

    return check


def _within(bounds: Range) -> Check:
    def check(value: float) -> None:
        if value not in bounds:
            raise _wrong(f"expected {bounds.words}")

    return check


def _so_many(bounds: Range) -> Check:
    def check(value: list[object]) -> None:
        if len(value) not in bounds:
            raise _wrong(f"expected {bounds.words}", found=f"a list of {len(value)}" if value else "an empty list")

    return check


# --- formats --------------------------------------------------------------------------------------------------

_EMAIL = re.compile(r"[^@\s<>()\[\],;:\"]{1,64}@[^\W_](?:[\w-]{0,62}\.)+[^\W\d_]{2,63}")
_LANGUAGE = re.compile(
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?|[xX](?:-[A-Za-z0-9]{1,8})+"
)
"""A language tag after RFC 5646, without the grandfathered ones."""


def _email(spec: FieldSpec) -> Check:
    return _matching(lambda text: bool(_EMAIL.fullmatch(text)), spec)


def _url(spec: FieldSpec) -> Check:
    return _matching(_is_url, spec)


def _is_url(text: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not re.search(r"\s", text)


def _slug(spec: FieldSpec) -> Check:
    def check(value: str) -> None:
        proper = proper_slug(value, unicode=spec.unicode)
        if value != proper or not value:
            raise _wrong(f"expected {TYPE_WORDS['slug']}", nearest=proper)

    return check


def _language(_: FieldSpec) -> Check:
    def check(value: str) -> None:
        if not _LANGUAGE.fullmatch(value):
            hyphened = value.replace("_", "-")
            near = hyphened if _LANGUAGE.fullmatch(hyphened) else ""
            raise _wrong(f"expected {TYPE_WORDS['lang']}", nearest=near)

    return check


def _matching(is_right: Callable[[str], bool], spec: FieldSpec) -> Check:
    def check(value: str) -> None:
        if not is_right(value):
            raise _wrong(f"expected {TYPE_WORDS[spec.type]}")

    return check


_FORMATS: dict[str, Callable[[FieldSpec], Check]] = {"url": _url, "email": _email, "slug": _slug, "lang": _language}


def _wrong_type(expected: str) -> WrongValueError:
    return WrongValueError(WRONG_TYPE, expected=f"expected {expected}")


def _wrong(expected: str, *, found: str = "", nearest: str = "") -> WrongValueError:
    return WrongValueError(WRONG_VALUE, expected=expected, found=found, nearest=nearest)
