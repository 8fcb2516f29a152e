"""A series has a gap, or two articles have the same part number.

Readers follow a series by its numbers: after part 2 they look for part 3. The number comes from `series_order`,
`series_part` or `part` in the front matter, or from `order` within `series`. For `weight`, in which most sites leave
gaps, only equal numbers are reported. Each language and version has its own series.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
series: Before you sail
part: 1
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
series: Before you sail
part: 1
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
series: Before you sail
part: 1
---
```

```markdown posts/moon.md
---
title: What the moon does to the sea
series: Before you sail
part: 2
---
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from lintarticle.article.metadata.spelling import normal_form
from lintarticle.article.values import Text
from lintarticle.rule import Severity
from lintarticle.site.finding import SiteFinding, SiteFindings, Spot
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite, named, shared

Place = Callable[[ArticleRecord], Text]
Parts = Mapping[int, Sequence[ArticleRecord]]

_LONGEST = 3
"""The most digits of a part’s number: years have more."""


def check(site: WholeSite) -> SiteFindings:
    for records in site.alike(site.articles, _series):
        parts = _numbered(records, lambda record: record.part)
        yield from _duplicates(parts, lambda record: record.part)
        yield from _gaps(parts, is_whole=len(records) == sum(map(len, parts.values())))
        weights = {} if parts else _numbered(records, lambda record: record.weight)
        if 2 * len(weights) > len(records):  # else the weight does not say which part it is
            yield from _duplicates(weights, lambda record: record.weight)


def _series(record: ArticleRecord) -> str:
    """Return the series whose parts are numbered, or "": of several, nobody knows which one it is."""
    return normal_form(record.series[0].text) if len(record.series) == 1 else ""


def _numbered(records: Iterable[ArticleRecord], place: Place) -> Parts:
    found: dict[int, list[ArticleRecord]] = defaultdict(list)
    for record in records:
        number = place(record).text
        if number.isdecimal() and len(number) <= _LONGEST:
            found[int(number)].append(record)
    return found


def _duplicates(parts: Parts, place: Place) -> SiteFindings:
    for number, records in parts.items():
        if len(records) > 1:
            yield from shared(records, place, partial(_message, number), f"also part {number}")


def _message(number: int, record: ArticleRecord, others: Sequence[ArticleRecord]) -> str:
    are = "is" if len(others) == 1 else "are"
    series = record.series[0].text
    return f"{named(others)} {are} also part {number} of “{series}”; number each part once."


def _gaps(parts: Parts, *, is_whole: bool) -> SiteFindings:
    """Yield a finding where a part follows that has none before it; the first one need not have a number.

    An article whose number another one has too may well be the missing part: that is one mistake, reported once.
    """
    numbers = sorted(parts)
    before = [0, *numbers] if is_whole else [numbers[0] - 1, *numbers] if numbers else []
    missing = [(one, two) for one, two in zip(before, numbers, strict=False) if two - one > 1]
    total = sum(two - one - 1 for one, two in missing)
    if total > len(numbers) or total <= sum(len(records) - 1 for records in parts.values()):
        return  # they number something else, or all is well once each part has its own number
    for one, two in missing:
        record = parts[two][0]
        last = [Spot(each.path, each.part.span, f"part {one}") for each in parts.get(one, ())][:1]
        message = f"{_missing(one + 1, two - 1, record.series[0].text)} missing; "
        message += f"“{last[0].path}” is part {one}." if last else f"this is part {two}."
        yield SiteFinding(record.path, record.part.span, message, (record.path, two), tuple(last))


def _missing(first: int, last: int, series: str) -> str:
    if first == last:
        return f"Part {first} of “{series}” is"
    return f"Parts {first} {'and' if last == first + 1 else 'to'} {last} of “{series}” are"


RULE = site_rule(check, Severity.WARNING)
