"""Values that a configuration writes in several ways: one text or a list, a number or a range."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from lintarticle.config.mistakes import EXPECTED
from lintarticle.nearest import did_you_mean
from lintarticle.outline.outline import Range


def _texts(value: object) -> tuple[str, ...]:
    texts = [value] if isinstance(value, str) else value
    if isinstance(texts, list) and texts and all(isinstance(text, str) and text.strip() for text in texts):
        return tuple(texts)
    raise PydanticCustomError(EXPECTED, "text in quotes or a list of texts")


def _range(value: object) -> Range:
    found = Range.of(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None
    if found is None:
        raise PydanticCustomError(EXPECTED, "a number or a range such as “30..120”, “60..” or “..2”")
    return found


class Code(BaseModel):
    """How many code blocks, and in which language; "" is any."""

    count: Range
    language: str = ""


def _code(value: object) -> Code:
    if not isinstance(value, dict):
        return Code(count=_range(value))
    for key in value:
        if key not in ("lang", "count"):
            near = did_you_mean(key, ("lang", "count"))
            raise PydanticCustomError(EXPECTED, "{text}", {"text": f"a range, or a table of lang and count.{near}"})
    language = value.get("lang", "")
    if not isinstance(language, str):
        raise PydanticCustomError(EXPECTED, "a table whose lang is text in quotes")
    return Code(count=_range(value.get("count", "1..")), language=language)


def _conditions(value: object) -> tuple[str, ...]:
    conditions = value if isinstance(value, list) else [value]
    if not conditions or not all(isinstance(each, (str, int, float)) for each in conditions):
        raise PydanticCustomError(EXPECTED, "text, a number, true, false or a list of them")
    return tuple(str(each).lower() if isinstance(each, bool) else str(each) for each in conditions)


_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_ANY_RANGE = {"anyOf": [_COUNT, {"type": "string", "pattern": r"^\s*(\d+|\d+\s*\.\.\s*\d*|\.\.\s*\d+)\s*$"}]}
_VALUE = {"type": ["string", "number", "boolean"]}

Texts = Annotated[
    tuple[str, ...],
    PlainValidator(_texts),
    WithJsonSchema({"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}),
]
Amount = Annotated[Range, PlainValidator(_range), WithJsonSchema(_ANY_RANGE)]
CodeAmount = Annotated[
    Code,
    PlainValidator(_code),
    WithJsonSchema(
        {
            "anyOf": [
                *_ANY_RANGE["anyOf"],
                {"type": "object", "properties": {"lang": _TEXT, "count": _ANY_RANGE}, "additionalProperties": False},
            ]
        }
    ),
]
Conditions = Annotated[
    tuple[str, ...],
    PlainValidator(_conditions),
    WithJsonSchema({"anyOf": [_VALUE, {"type": "array", "items": _VALUE, "minItems": 1}]}),
]
