"""A translation differs in structure from the original article.

It lacks a section, a picture, a block of code or a key of the front matter, or the original was updated later.
Translations become outdated in this way, but a difference may be intended, so the rule is off by default. Keys count
only if most translations of the site keep them. Pictures from other sites do not count, nor does a title as a heading
at the top.

## Bad

```markdown docs/tides.md
---
title: How to read a tide table
---

## Four columns

## Summer time
```

```markdown docs/fr/tides.md
---
title: Lire un annuaire des marées
---

## Quatre colonnes
```

## Good

```markdown docs/tides.md
---
title: How to read a tide table
---

## Four columns

## Summer time
```

```markdown docs/fr/tides.md
---
title: Lire un annuaire des marées
---

## Quatre colonnes

## L’heure d’été
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lintarticle.site.finding import SiteFinding, SiteFindings, Spot
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.translations import translations
from lintarticle.site.whole import WholeSite
from lintarticle.source import Span
from lintarticle.wording import in_words, number_or_no

_FEWEST_PAIRS = 5
_USUAL_SHARE = 80
"""Translations of articles that have a key, and the percent of them that must have it for it to be expected."""


def check(site: WholeSite) -> SiteFindings:
    pairs = list(translations(site))
    had = Counter(key for pair in pairs for key in set(pair.source.keys))
    kept = Counter(key for pair in pairs for key in {*pair.source.keys}.intersection(pair.record.keys))
    usual = {key for key, count in had.items() if count >= _FEWEST_PAIRS and 100 * kept[key] >= _USUAL_SHARE * count}
    for source, record in pairs:
        for number, (span, message) in enumerate(_differences(source, record, usual)):
            spot = Spot(source.path, source.top, "the original")
            yield SiteFinding(record.path, span, message, (record.path, number), (spot,))


def _differences(source: ArticleRecord, record: ArticleRecord, usual: set[str]) -> Iterator[tuple[Span, str]]:
    """Yield where a translation differs from its original, and how."""
    original = f"“{source.path}”"
    there, here = _outline(source), _outline(record)
    parts = [
        (len(there), len(here), "heading"),
        (len(source.images), len(record.images), "picture"),
        (source.code, record.code, "code block"),
    ]
    differing = [part for part in parts if part[0] != part[1]]
    if differing:
        theirs = in_words([number_or_no(many, noun) for many, _, noun in differing])
        ours = in_words([number_or_no(many, noun) for _, many, noun in differing])
        yield record.top, f"{original} has {theirs}; this translation has {ours}."
    elif there != here:
        number = next(index for index, pair in enumerate(zip(there, here, strict=True), 1) if pair[0] != pair[1])
        levels = f"level {there[number - 1]}; here it has level {here[number - 1]}"
        yield record.top, f"Heading {number} of {original} has {levels}."
    missing = [f"“{key}”" for key in source.keys if key in usual and key not in record.keys]
    if missing:
        yield record.top, f"{original} has {in_words(missing)} in its front matter; add it here too."
    dates = [found[0] if (found := _DAY.match(each.updated.text)) else "" for each in (source, record)]
    if all(dates) and dates[0] > dates[1]:
        yield record.updated.span, f"{original} was updated on {dates[0]}; see what has changed since this translation."


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _outline(record: ArticleRecord) -> str:
    """Return the levels of the headings without that of a title at the top."""
    return record.levels.removeprefix("1")


RULE = site_rule(check, None)
