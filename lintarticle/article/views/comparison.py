"""Whether two fields of an article say the same."""

from __future__ import annotations

from lintarticle.article.metadata.dates import calendar_date, moment_of
from lintarticle.article.metadata.metadata import Field
from lintarticle.article.metadata.tags import normal_form
from lintarticle.article.metadata_block.entry_values import plain_value
from lintarticle.source import Span


def same_value(one: Field, other: Field, *, part: bool = False) -> bool:
    """Whether two fields say the same: lists without order, dates as calendar dates, texts without length hints.

    `part`: a list that holds all of the other counts as the same. What compares is imported only when an article
    has one field twice.
    """
    if one.items or other.items:
        first, second = (_folded_items(field) for field in (one, other))
        return first == second or (part and (first <= second or second <= first))
    if one.name in ("date", "updated", "expires"):
        moments = [moment_of(field) for field in (one, other)]
        if moments[0] and moments[1]:
            return calendar_date(moments[0]) == calendar_date(moments[1])
    return _folded_text(one) == _folded_text(other)


def _folded_items(field: Field) -> frozenset[str]:
    parts = [item.text for item in field.items] or [field.text]
    return frozenset(normal_form(part) for part in parts)


def _folded_text(field: Field) -> str:
    value = plain_value(field.text, Span(0, len(field.text)))
    return value.text.casefold().strip("/")
