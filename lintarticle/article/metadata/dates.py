"""Dates as writers and platforms spell them: one text to one date, and which of two comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from lintarticle.article.metadata.metadata import Field, Metadata
from lintarticle.languages import table

Moment = date | datetime
"""A calendar date, or a point in time with or without a zone."""

_FILLED_IN_LATER = frozenset(("today", "now", "last-modified", "auto"))
"""Quarto and others put the date of the build or of the file in their place."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def moment_of(field: Field) -> Moment | None:
    """Return the moment that a date field names, None if its value is not a date in any known form."""
    if isinstance(field.value, date):
        return field.value
    return parse_moment(field.text)


def date_fields(metadata: Metadata) -> Iterator[Field]:
    """Yield the effective date fields: when the article was published, changed, and when it expires."""
    return (field for name in ("date", "updated", "expires") if (field := metadata.get(name)))


def is_to_be_filled_in(text: str) -> bool:
    """Whether a date is still to be filled in: `{{ .Date }}`, `yyyy-mm-dd`, `TBD`, or a word that platforms replace."""
    word = text.strip().casefold()
    if "{{" in text or word in _FILLED_IN_LATER or word in table("placeholders", "en").folded:
        return True
    if text.startswith(("[", "<")):
        return True
    return not any(map(str.isdigit, text)) and re.fullmatch(r"(?i)[ymdhs\W]+", text) is not None


_OF_HUGO = (
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d?:\d\d:\d\d(?:\.\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d)(?: [A-Z]{3,4})?)?)?"
    r"|(?:[A-Z][a-z]+, )?\d\d[ -][A-Z][a-z]{2}[ -](?:\d\d){1,2}(?: \d\d:\d\d(?::\d\d)? (?:[A-Z]{3,4}|[+-]\d{4}))?"
    r"|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:[A-Z]{3} |[+-]\d{4} )?\d{4}"
)
"""The dates that Hugo 0.168 reads, tried with the program; it takes any other for 1 January of the year 1."""


def is_read_by_hugo(text: str) -> bool:
    """Whether Hugo reads a date, which it does in fewer forms than others."""
    return re.fullmatch(_OF_HUGO, text.strip()) is not None


def has_form(text: str, forms: Iterable[str]) -> bool:
    """Whether a date has one of the forms that a site can read, as strftime patterns."""
    for form in forms:
        try:
            datetime.strptime(text.strip(), form)  # noqa: DTZ007 - only whether it can be read
        except ValueError:
            continue
        return True
    return False


def is_impossible(text: str) -> bool:
    """Whether a text has the form of a date, but no calendar has that day: `2024-02-30`."""
    return re.match(r"\d{4}-\d\d?-\d\d?(?!\d)", text) is not None


def parse_moment(text: str) -> Moment | None:
    """Read a date in any form that platforms write or accept, None for anything else.

    ISO 8601 and its looser kin (`2024-01-31 23:30:00 +0000`, `2024/1/31`), RFC 2822 (`Wed, 31 Jan 2024 …`),
    JavaScript's own (`Wed Jan 31 2024 23:30:00 GMT+0100 (CET)`), English month names in either order, `2024年1月31日`.
    """
    squeezed = " ".join(text.split())[:100]
    match = re.fullmatch(_NUMERIC, squeezed) or re.fullmatch(_NAMED, squeezed)
    if not match:
        return None
    parts = match.groupdict()
    try:
        return _moment(parts)
    except (ValueError, OverflowError):
        return None


def calendar_date(moment: Moment) -> date:
    """Return the calendar date as written, in the moment's own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_before(first: Moment, second: Moment) -> bool:
    """Whether `first` is surely before `second`: by the instant where both have a zone, else by calendar dates.

    Where only one has a zone, a day's difference may be the zone's alone, so it takes more than that.
    """
    zones = [isinstance(moment, datetime) and moment.tzinfo is not None for moment in (first, second)]
    if isinstance(first, datetime) and isinstance(second, datetime) and zones[0] == zones[1]:
        return first < second
    slack = timedelta(days=1 if any(zones) else 0)
    return calendar_date(first) < calendar_date(second) - slack


def is_days_before(first: Moment, second: Moment) -> bool:
    """Whether `first` is more than a day before `second`: by the instant where both have one, else by calendar dates.

    Less may be due to a zone, to a time that was not written, or to a draft that was edited before it was dated.
    """
    if (
        isinstance(first, datetime)
        and isinstance(second, datetime)
        and (first.tzinfo is None) == (second.tzinfo is None)
    ):
        return first < second - timedelta(days=1)
    return calendar_date(first) < calendar_date(second) - timedelta(days=1)


def has_offset(moment: Moment) -> bool:
    """Whether a moment is an instant: its distance from UTC is written, and not only a name like `CET`."""
    return isinstance(moment, datetime) and moment.tzinfo is not None and moment.tzname() != _NAMED_ZONE.tzname(None)


# Patterns are compiled on first use, by `re` itself, which keeps them: articles mostly have dates that YAML reads.
_NAMED_ZONE = timezone(timedelta(0), "?")
_CLOCK = (
    r"(?:(?:[Tt ]|, | at )(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?: ?(?P<zone>[Zz]|UTC|GMT|[A-Z]{2,5}|(?:GMT|UTC)?[+-]\d\d?:?(?:\d\d)?)(?: \([^()]{0,60}\))?)?)?"
)
_NUMERIC = (
    r"(?P<year>\d{4})(?:(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
    r"|(?P<month1>\d\d)(?P<day1>\d\d)|年 ?(?P<month2>\d{1,2})月 ?(?P<day2>\d{1,2})日"
    r"|년 ?(?P<month3>\d{1,2})월 ?(?P<day3>\d{1,2})일)" + _CLOCK
)
_NAMED = (
    r"(?:[A-Za-z]{3,9},? )?(?:(?P<name1>[A-Za-z]{3,9})\.? (?P<day1>\d{1,2})(?:st|nd|rd|th)?,? "
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?[ -](?P<name2>[A-Za-z]{3,9})\.?,?[ -])(?P<year>\d{4})" + _CLOCK
)


def _moment(parts: dict[str, str | None]) -> Moment | None:
    month, day = _month(parts), next(value for name, value in parts.items() if name.startswith("day") and value)
    if not month:
        return None
    year = int(parts["year"] or 0)
    if parts["hour"] is None:
        return date(year, month, int(day))
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    if parts["half"]:
        hour = hour % 12 + 12 * (parts["half"] in "Pp")
    fraction = int((parts["fraction"] or "0").ljust(6, "0")[:6])
    return datetime(year, month, int(day), hour, minute, second, fraction, tzinfo=_zone(parts["zone"]))


def _month(parts: dict[str, str | None]) -> int | None:
    name = parts.get("name1") or parts.get("name2")
    if name is None:
        return int(next(value for key, value in parts.items() if key.startswith("month") and value))
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())), None)


def _zone(text: str | None) -> timezone | None:
    """Return the zone; a letter abbreviation (`CET`) says that there is one, and is read as if it were UTC."""
    if not text:
        return None
    digits = text.lstrip("UTCGM")
    if not digits.startswith(("+", "-")):
        return UTC if text in ("Z", "z", "UTC", "GMT") else _NAMED_ZONE
    hours, minutes = int(digits[1:3].rstrip(":")), int(digits[3:].lstrip(":") or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if digits[0] == "-" else offset)
