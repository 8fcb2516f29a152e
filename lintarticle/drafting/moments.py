"""Dates as a site writes them: the form of the existing ones, for a new one."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from lintarticle.record import NamedTuple

_FORMS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y.%m.%d",
    "%d.%m.%Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%a, %d %b %Y %H:%M:%S",
    "%Y年%m月%d日",
)
"""What `parse_moment` reads, as strftime writes it."""

_TAIL = re.compile(r"(?P<fraction>\.\d{1,9})?(?P<blank> ?)(?P<zone>Z|[+-]\d\d:?\d\d)?$")


class MomentForm(NamedTuple):
    """How a date is written: its pattern, and what follows it."""

    pattern: str = "%Y-%m-%d"
    fraction: str = ""
    blank: str = ""
    zone: str = ""

    @property
    def has_time(self) -> bool:
        """Whether it has a time of day."""
        return "%H" in self.pattern

    def written(self, moment: datetime) -> str:
        """Return a moment in this form; its own zone counts, or UTC where the form ends in Z."""
        if self.zone == "Z":
            moment = moment.astimezone(UTC)
        offset = moment.strftime("%z") or "+0000"
        zone = "Z" if self.zone == "Z" else f"{offset[:3]}{':' * (':' in self.zone)}{offset[3:5]}" if self.zone else ""
        return moment.strftime(self.pattern) + self.fraction + self.blank + zone


def form_of(text: str) -> MomentForm | None:
    """Return the form of a date, None if we know no such form."""
    text = text.strip()
    tail = _TAIL.search(text)
    candidates = [(text, "", "", "")]
    if tail and (tail["fraction"] or tail["zone"]):
        fraction = re.sub(r"\d", "0", tail["fraction"] or "")
        candidates.insert(
            0, (text[: tail.start()], fraction, tail["blank"] if tail["zone"] else "", tail["zone"] or "")
        )
    for head, fraction, blank, zone in candidates:
        for pattern in _FORMS:
            try:
                datetime.strptime(head, pattern)  # noqa: DTZ007 - only its form is looked for
            except ValueError:
                continue
            if "%H" in pattern or not (zone or fraction):
                return MomentForm(pattern, fraction, blank, zone)
    return None
