"""One YAML scalar to a plain value: what PyYAML's safe constructor gives, never an exception."""

from __future__ import annotations

import re

import yaml

from lintarticle.article.values import Fault, NodeKind
from lintarticle.source import Span

LONGEST_NUMBER = 64
"""Longer digits are text to any writer, and cost quadratic time to turn into a number."""

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def read_scalar(
    loader: yaml.CSafeLoader | yaml.SafeLoader, tag: str, text: str, span: Span
) -> tuple[NodeKind, object, Fault | None]:
    """Return kind and value of a scalar whose resolved tag (without its prefix) is given, and what is wrong with it."""
    kind: NodeKind
    try:
        if tag == "bool":
            return "boolean", loader.construct_yaml_bool(yaml.ScalarNode(tag, text)), None
        if tag == "null":
            return "null", None, None
        if tag in ("int", "float") and len(text) <= LONGEST_NUMBER:
            kind = "integer" if tag == "int" else "number"
            construct = loader.construct_yaml_int if tag == "int" else loader.construct_yaml_float
            return kind, construct(yaml.ScalarNode(tag, text)), None
        if tag == "timestamp":
            value = loader.construct_yaml_timestamp(yaml.ScalarNode(tag, text))
            return "datetime" if hasattr(value, "hour") else "date", value, None
    except (ValueError, LookupError, AttributeError, OverflowError):
        return "string", text, impossible_date(text, span) if tag == "timestamp" and _DATE.match(text) else None
    return "string", text, None


def impossible_date(text: str, span: Span) -> Fault:
    """Return the fault of a date that no calendar has."""
    date = _DATE.match(text)
    year, month, day = (int(part) for part in date[0].split("-")) if date else (0, 0, 0)
    if not 1 <= month <= 12:
        why = f"there is no month {month}"
    elif not 1 <= day <= 31 or (month in (4, 6, 9, 11) and day == 31) or (month == 2 and day > 28):
        why = f"{_MONTHS[month - 1]}{f' {year}' if month == 2 and day == 29 else ''} has no day {day}"
    else:
        why = "there is no such time of day"
    return Fault("impossible-date", span, f"“{text}” is not a possible date: {why}.")


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
