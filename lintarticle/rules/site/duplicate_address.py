"""Two articles have the same address, so the site shows only one of them.

Which one is shown is often a matter of chance. The address of an article is its `permalink`, `url` or `slug`, or else
comes from its file name; the addresses in `aliases` and `redirect_from` lead to it too. Patterns in the settings of
Hugo, Jekyll, Hexo and Pelican count (`/:year/:title/`), and so does what Docusaurus and Zola make of dates and numbers
in names. Letter case is ignored, since many servers ignore it. Translations and other versions of a page have their
own addresses.

## Bad

```markdown posts/tides.md
---
title: How to read a tide table
slug: tide-table
---
```

```markdown posts/2026-tides.md
---
title: Tide tables for 2026
slug: tide-table
---
```

## Good

```markdown posts/tides.md
---
title: How to read a tide table
slug: tide-table
---
```

```markdown posts/2026-tides.md
---
title: Tide tables for 2026
slug: tide-table-2026
---
```
"""

from __future__ import annotations

from collections import defaultdict

from lintarticle.rule import Severity
from lintarticle.site.address import Address
from lintarticle.site.finding import MOST_RELATED, SiteFinding, SiteFindings, Spot
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite, named
from lintarticle.source import Span


def check(site: WholeSite) -> SiteFindings:
    claims: dict[tuple[tuple[str, str], str], dict[str, tuple[ArticleRecord, Address]]] = defaultdict(dict)
    for record in site.records:
        for address in site.addresses.get(record.path, ()):
            claims[site.edition(record), address.text].setdefault(record.path, (record, address))
    for (_, text), claimed in claims.items():
        if len(claimed) > 1:
            yield from _findings(f"/{text.strip('/')}", list(claimed.values()))


def _findings(text: str, claimed: list[tuple[ArticleRecord, Address]]) -> SiteFindings:
    for record, address in claimed:
        others = [each for each in claimed if each[0] is not record]
        verb = "also leads to" if others[0][1].is_alias else "is also the address of"
        yield SiteFinding(
            record.path,
            _span(record, address),
            f"“{text}” {verb} {named([other for other, _ in others])}; the site shows only one of them.",
            text,
            tuple(Spot(other.path, _span(other, its), "the same address") for other, its in others[:MOST_RELATED]),
        )


def _span(record: ArticleRecord, address: Address) -> Span:
    return address.said.span if address.said.text else record.start


RULE = site_rule(check, Severity.ERROR)
