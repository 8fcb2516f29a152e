"""Another article of the site has nearly the same text.

Search engines show one of them, and readers wonder which is the right one. Two texts count as nearly the same if they
have 80 % of their sequences of five words in common (in Chinese and Japanese, of five characters). Translations and
other versions of the same page are not compared, nor are texts of fewer than 45 words.

## Bad

```markdown posts/tides.md
# How to read a tide table

A tide table is a promise about water. It says for each day of the year when the sea will be highest and when
it will be lowest, and how high that is. Each port has its own page, since the shape of the coast decides how
the wave arrives. Find the day, read the four lines from left to right, and add an hour in summer.
```

```markdown posts/tide-tables.md
# Reading tide tables

A tide table is a promise about water. It says for each day of the year when the sea will be highest and when
it will be lowest, and how high that is. Each port has its own page, since the shape of the coast decides how
the wave arrives. Find the day, read the four lines from left to right, and add an hour in summer.
```

## Good

```markdown posts/tides.md
# How to read a tide table

A tide table is a promise about water. It says for each day of the year when the sea will be highest and when it will be
lowest, and how high that is. Each port has its own page, since the shape of the coast decides how the wave arrives.
```

```markdown posts/moon.md
# What the moon does to the sea

The moon pulls at the water on the side of the earth that it faces, and at the earth more than at the water on the far
side. So there are two hills of water, and a coast passes below both of them in the course of a day and an hour.
```
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from lintarticle.article.values import NOWHERE, Text
from lintarticle.rule import Option, Options
from lintarticle.site.finding import SiteFindings
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.similarity import alike
from lintarticle.site.whole import WholeSite, named, shared


class Likeness(Options):
    share: Annotated[int, Option("Minimum percentage of text that two articles share.", at_least=60, at_most=100)] = 80


def check(site: WholeSite, options: Likeness) -> SiteFindings:
    records = [record for record in site.articles if record.signature]
    known = ((site.edition(record), record.signature) for record in records)
    for group in alike(known, options.share / 100):
        yield from shared([records[number] for number in group], _place, _message, "nearly the same text")


def _place(record: ArticleRecord) -> Text:
    return record.title if record.title is not NOWHERE else Text("", record.start)


def _message(_: ArticleRecord, others: Sequence[ArticleRecord]) -> str:
    has = "has" if len(others) == 1 else "have"
    return f"{named(others)} {has} nearly the same text; say what is different, or merge the two."


RULE = site_rule(check, None, options=Likeness)
