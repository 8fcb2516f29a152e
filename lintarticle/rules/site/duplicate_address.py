"""Two articles have the same address, so the site shows only one of them.

Which one is shown is often a matter of chance. The address of an article is its `permalink`, `url` or `slug`, or else
comes from its file name; the addresses in `aliases` and `redirect_from` lead to it too. Patterns in the settings of
Hugo, Jekyll, Hexo and Pelican count (`/:year/:title/`), and so does what Docusaurus and Zola make of dates and numbers
in names. Letter case is ignored, since many servers ignore it. Translations and other versions of a page have their
own addresses.

A draft is compared with the published articles only, and the problem is less severe. An entry without a text, whose
`path` is where it leads to, has no address.

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
from collections.abc import Collection, Iterable

from lintarticle.rule import Severity
from lintarticle.site.address import Address
from lintarticle.site.finding import MOST_RELATED, SiteFinding, SiteFindings, Spot
from lintarticle.site.record import ArticleRecord
from lintarticle.site.rule import site_rule
from lintarticle.site.whole import WholeSite, named
from lintarticle.source import Span

_Claim = tuple[ArticleRecord, Address]


def check(site: WholeSite) -> SiteFindings:
    claims: dict[str, list[_Claim]] = defaultdict(list)
    for record in site.records:
        for address in () if _leads_elsewhere(site, record) else site.addresses.get(record.path, ()):
            claims[address.text].append((record, address))
    for text, claimed in claims.items():
        for group in _by_edition(site, claimed) if len(claimed) > 1 else ():
            published = [each for each in group if not each[0].is_draft]
            for claim in group:
                others = [each for each in published if each is not claim]
                if others:
                    yield _finding(f"/{text.strip('/')}", claim, others)


def _by_edition(site: WholeSite, claims: Iterable[_Claim]) -> Iterable[Collection[_Claim]]:
    """Return the claims of each edition, the first one of each article."""
    editions: dict[tuple[str, str], dict[str, _Claim]] = defaultdict(dict)
    for claim in claims:
        editions[site.edition(claim[0])].setdefault(claim[0].path, claim)
    return [own.values() for own in editions.values()]


def _leads_elsewhere(site: WholeSite, record: ArticleRecord) -> bool:
    """Whether an article is an entry of a list of links, such as the cards of a home page."""
    if "path" not in record.keys or site.generator == "zola":
        return False
    return not (record.has_paragraphs or record.levels or record.code or record.images or record.links)


def _finding(text: str, claim: _Claim, others: list[_Claim]) -> SiteFinding:
    record, address = claim
    verb = "also leads to" if others[0][1].is_alias else "is also the address of"
    result = "publish it at another" if record.is_draft else "change one, since the site shows only one"
    return SiteFinding(
        record.path,
        _span(record, address),
        f"“{text}” {verb} {named([other for other, _ in others])}; {result}.",
        text,
        tuple(Spot(other.path, _span(other, its), "the same address") for other, its in others[:MOST_RELATED]),
        at_most=Severity.INFO if record.is_draft else None,
    )


def _span(record: ArticleRecord, address: Address) -> Span:
    return address.source.span if address.source.text else record.start


RULE = site_rule(check, Severity.ERROR)
